//! Any table as rows of JSON, out of either database and into either: what a backup is made of.
//!
//! The tables and their columns are read from the database's own catalogue, so that no table can be forgotten.

use chrono::NaiveDateTime;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Conn, DbConnection};
use crate::error::Error;

/// Rows in one piece, out or in.
const PIECE: usize = 500;

/// A row as names and values; times as ISO 8601 in UTC, bytes as hex.
pub type Row = Map<String, Value>;

/// A table as both databases know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

/// What a column holds, whatever the database calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    Number,
    Bool,
    Timestamp,
    Date,
    Bytes,
}

impl Kind {
    fn parse(declared: &str) -> Option<Self> {
        let declared = declared.to_ascii_lowercase();
        let name = declared.split('(').next().unwrap_or_default().trim();
        Some(match name {
            "text" | "character varying" | "varchar" => Self::Text,
            "integer" | "bigint" | "smallint" | "real" | "double precision" => Self::Number,
            "boolean" => Self::Bool,
            "timestamp" | "timestamp without time zone" => Self::Timestamp,
            "date" => Self::Date,
            "blob" | "bytea" => Self::Bytes,
            _ => return None,
        })
    }
}

#[derive(QueryableByName)]
struct Entry {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    declared: String,
}

/// All tables but the list of migrations, by name. What the database derives by itself (generated columns, search
/// indexes) is left out.
///
/// # Errors
/// Names a column of a kind that can't be carried over.
pub fn tables(conn: &mut Conn) -> Result<Vec<Table>, Error> {
    let query = match &**conn {
        DbConnection::Postgres(_) => {
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text AS declared \
             FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) \
             WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' \
             AND c.data_type <> 'tsvector' ORDER BY c.table_name COLLATE \"C\", c.ordinal_position"
        }
        DbConnection::Sqlite(_) => {
            "SELECT l.name AS table_name, x.name AS column_name, x.type AS declared \
             FROM pragma_table_list l JOIN pragma_table_xinfo(l.name) x \
             WHERE l.schema = 'main' AND l.type = 'table' AND x.hidden = 0 AND l.name NOT LIKE 'sqlite%' \
             ORDER BY l.name, x.cid"
        }
    };
    let mut tables: Vec<Table> = Vec::new();
    for entry in diesel::sql_query(query).load::<Entry>(&mut **conn)? {
        if entry.table_name.starts_with("__") {
            continue;
        }
        let Some(kind) = Kind::parse(&entry.declared) else {
            return Err(Error::internal(format!(
                "{}.{} is {}: a kind of column that backups don't know",
                entry.table_name, entry.column_name, entry.declared
            )));
        };
        let column = Column {
            name: entry.column_name,
            kind,
        };
        match tables.last_mut() {
            Some(table) if table.name == entry.table_name => table.columns.push(column),
            _ => tables.push(Table {
                name: entry.table_name,
                columns: vec![column],
            }),
        }
    }
    Ok(tables)
}

#[derive(QueryableByName)]
struct Read {
    #[diesel(sql_type = BigInt)]
    place: i64,
    #[diesel(sql_type = Text)]
    row: String,
}

/// Hands each row of `table` to `take`; for a whole and consistent picture inside [`super::Db::snapshot`].
///
/// # Errors
/// Those of the database and of `take`.
pub fn read_rows(
    conn: &mut Conn,
    table: &Table,
    mut take: impl FnMut(Row) -> Result<(), Error>,
) -> Result<(), Error> {
    let postgres = matches!(&**conn, DbConnection::Postgres(_));
    let (open, fetch) = reading(table, postgres);
    if postgres {
        diesel::sql_query(open).execute(&mut **conn)?;
    }
    let mut place = i64::MIN;
    loop {
        let read: Vec<Read> = if postgres {
            diesel::sql_query(&fetch).load(&mut **conn)?
        } else {
            diesel::sql_query(&fetch)
                .bind::<BigInt, _>(place)
                .load(&mut **conn)?
        };
        let last = read.len() < PIECE;
        for one in read {
            place = one.place;
            let mut row: Row = serde_json::from_str(&one.row)?;
            for column in &table.columns {
                if let Some(value) = row.get_mut(&column.name) {
                    *value = carried(column.kind, value.take());
                }
            }
            take(row)?;
        }
        if last {
            break;
        }
    }
    if postgres {
        diesel::sql_query("CLOSE rows_of_table").execute(&mut **conn)?;
    }
    Ok(())
}

fn reading(table: &Table, postgres: bool) -> (String, String) {
    let name = quoted(&table.name);
    let columns = table.columns.iter().map(|column| {
        let name = quoted(&column.name);
        match (postgres, column.kind) {
            (true, Kind::Bytes) => format!("encode({name}, 'hex') AS {name}"),
            (true, _) => name,
            (false, Kind::Bytes) => format!("'{}', lower(hex({name}))", column.name),
            (false, _) => format!("'{}', {name}", column.name),
        }
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    if postgres {
        let open = format!(
            "DECLARE rows_of_table NO SCROLL CURSOR FOR SELECT 0::bigint AS place, row_to_json(r)::text AS row \
             FROM (SELECT {columns} FROM {name}) r"
        );
        (open, format!("FETCH {PIECE} FROM rows_of_table"))
    } else {
        let fetch = format!(
            "SELECT rowid AS place, json_object({columns}) AS row FROM {name} \
             WHERE rowid > $1 ORDER BY rowid LIMIT {PIECE}"
        );
        (String::new(), fetch)
    }
}

/// A value of either database as a backup holds it.
fn carried(kind: Kind, value: Value) -> Value {
    match (kind, value) {
        (Kind::Bool, Value::Number(n)) => Value::Bool(n.as_i64() != Some(0)),
        (Kind::Timestamp, Value::String(text)) => Value::String(text.replacen(' ', "T", 1)),
        (_, value) => value,
    }
}

/// Runs `work`, which fills tables in any order: what refers to what is checked at its end.
///
/// # Errors
/// Those of `work`, and a row that refers to one which is not there.
pub fn in_any_order<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    #[derive(QueryableByName)]
    struct Constraint {
        #[diesel(sql_type = Text)]
        sql: String,
    }
    if matches!(&**conn, DbConnection::Sqlite(_)) {
        conn.batch_execute("PRAGMA defer_foreign_keys = ON")?;
        return work(conn);
    }
    let constraints: Vec<Constraint> = diesel::sql_query(
        "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint \
         WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
    )
    .load(&mut **conn)?;
    for one in &constraints {
        conn.batch_execute(&format!("{} DEFERRABLE INITIALLY DEFERRED", one.sql))?;
    }
    let done = work(conn)?;
    conn.batch_execute("SET CONSTRAINTS ALL IMMEDIATE")?;
    for one in &constraints {
        conn.batch_execute(&format!("{} NOT DEFERRABLE", one.sql))?;
    }
    Ok(done)
}

/// Puts rows into `table`, of which they may lack columns that came later.
///
/// # Errors
/// When the database refuses a row.
pub fn write_rows(conn: &mut Conn, table: &Table, rows: &[Row]) -> Result<(), Error> {
    let postgres = matches!(&**conn, DbConnection::Postgres(_));
    let insert = writing(table, postgres);
    for piece in rows.chunks(PIECE) {
        let piece: Vec<Row> = piece
            .iter()
            .map(|row| native(table, row, postgres))
            .collect();
        diesel::sql_query(&insert)
            .bind::<Text, _>(serde_json::to_string(&piece)?)
            .execute(&mut **conn)?;
    }
    Ok(())
}

fn writing(table: &Table, postgres: bool) -> String {
    let name = quoted(&table.name);
    let columns: Vec<String> = table.columns.iter().map(|c| quoted(&c.name)).collect();
    let columns = columns.join(", ");
    if postgres {
        return format!(
            "INSERT INTO {name} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{name}, $1::json)"
        );
    }
    let values = table.columns.iter().map(|column| {
        let value = format!("json_extract(value, '$.{}')", column.name);
        match column.kind {
            Kind::Bytes => format!("unhex({value})"),
            _ => value,
        }
    });
    let values = values.collect::<Vec<_>>().join(", ");
    format!("INSERT INTO {name} ({columns}) SELECT {values} FROM json_each($1)")
}

/// A row with its values as this database writes them.
fn native(table: &Table, row: &Row, postgres: bool) -> Row {
    let value = |column: &Column| {
        let value = row.get(&column.name).cloned().unwrap_or_default();
        match (column.kind, value) {
            (Kind::Bytes, Value::String(hex)) if postgres => Value::String(format!("\\x{hex}")),
            (Kind::Timestamp, Value::String(text)) if !postgres => {
                match text.parse::<NaiveDateTime>() {
                    Ok(at) => Value::String(at.format("%F %T%.f").to_string()),
                    Err(_) => Value::String(text),
                }
            }
            (_, value) => value,
        }
    };
    table
        .columns
        .iter()
        .map(|column| (column.name.clone(), value(column)))
        .collect()
}

/// Takes away what migrations put into a table that is about to be filled.
///
/// # Errors
/// When the database refuses.
pub fn clear(conn: &mut Conn, table: &Table) -> Result<(), Error> {
    diesel::sql_query(format!("DELETE FROM {}", quoted(&table.name))).execute(&mut **conn)?;
    Ok(())
}

/// Names come from the catalogue or were compared with it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
