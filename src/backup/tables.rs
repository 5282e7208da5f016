//! The tables of a backup: rows as lines of JSON, out of one picture of the database and back in one transaction.

use std::io::{BufRead, BufReader};

use super::manifest::{Manifest, TableFile};
use super::objects::Named;
use crate::archive::{Reader, Writer, damaged};
use crate::db::Conn;
use crate::db::portable::{self, Row, Table};
use crate::error::Error;

/// Rows that are put into the database at a time.
const PIECE: usize = 2000;

/// Writes all tables and notes the objects that their rows name. Inside a snapshot.
///
/// # Errors
/// Those of database and disk.
pub fn dump(conn: &mut Conn, archive: &mut Writer) -> Result<(Vec<TableFile>, Named), Error> {
    let mut named = Named::default();
    let mut files = Vec::new();
    for table in portable::tables(conn)? {
        let mut rows = 0;
        let entry = archive.write(&format!("tables/{}.jsonl", table.name), |sink| {
            portable::read_rows(conn, &table, |row| {
                rows += 1;
                named.note(&table.name, &row);
                let mut line = serde_json::to_vec(&row)?;
                line.push(b'\n');
                sink.write_all(&line)
                    .map_err(|e| Error::internal(format!("tables: {e}")))
            })
        })?;
        files.push(TableFile { table, rows, entry });
    }
    Ok((files, named))
}

/// Fills an empty database of the same schema. Inside a transaction.
///
/// # Errors
/// When a table or column of the backup is not there, or a row is refused: nothing is changed.
pub fn load(conn: &mut Conn, manifest: &Manifest, archive: &mut Reader) -> Result<(), Error> {
    let here = portable::tables(conn)?;
    for file in &manifest.tables {
        fits(&here, &file.table)?;
    }
    portable::in_any_order(conn, |conn| {
        for file in &manifest.tables {
            portable::clear(conn, &file.table)?;
            load_table(conn, file, archive)?;
        }
        Ok(())
    })
}

fn fits(here: &[Table], table: &Table) -> Result<(), Error> {
    let known = here.iter().find(|one| one.name == table.name);
    let fits = known.is_some_and(|known| table.columns.iter().all(|c| known.columns.contains(c)));
    if fits {
        return Ok(());
    }
    Err(Error::internal(format!(
        "the table {} of the backup does not fit this database",
        table.name
    )))
}

fn load_table(conn: &mut Conn, file: &TableFile, archive: &mut Reader) -> Result<(), Error> {
    let broken = |_| damaged(&file.entry.file);
    let mut piece: Vec<Row> = Vec::new();
    let mut rows = 0;
    for line in BufReader::new(archive.file(&file.entry.file)?).lines() {
        let row: Row = serde_json::from_str(&line.map_err(broken)?)?;
        rows += 1;
        piece.push(row);
        if piece.len() == PIECE {
            portable::write_rows(conn, &file.table, &piece)?;
            piece.clear();
        }
    }
    portable::write_rows(conn, &file.table, &piece)?;
    if rows == file.rows {
        Ok(())
    } else {
        Err(damaged(&file.entry.file))
    }
}
