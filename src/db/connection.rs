//! One connection type over two databases, their pools, transactions and clocks.

use std::time::Duration;

use chrono::NaiveDateTime;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection};
use diesel::sqlite::SqliteConnection;

use super::Conn;
use crate::config::{DatabaseConfig, Secret};
use crate::crash;
use crate::error::Error;

/// A connection to whichever database was configured.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

pub(super) type Pool = r2d2::Pool<Manager>;

/// Makes connections; chooses by configuration, so that the reason of a failure is kept.
#[derive(Debug, Clone)]
pub struct Manager(Target);

#[derive(Debug, Clone)]
enum Target {
    Sqlite(String),
    Postgres { url: Secret, schema: Option<String> },
}

impl ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<DbConnection, r2d2::Error> {
        let mut conn = match &self.0 {
            Target::Sqlite(path) => SqliteConnection::establish(path).map(DbConnection::Sqlite),
            Target::Postgres { url, .. } => {
                PgConnection::establish(url.text()).map(DbConnection::Postgres)
            }
        }
        .map_err(r2d2::Error::ConnectionError)?;
        let setup = match &self.0 {
            // The busy timeout first: the switch to WAL itself may have to wait.
            Target::Sqlite(_) => "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                .to_owned(),
            Target::Postgres { schema: None, .. } => {
                "SET TIME ZONE 'UTC'; SET lock_timeout = '20s';".to_owned()
            }
            Target::Postgres { schema: Some(schema), .. } => {
                format!("SET TIME ZONE 'UTC'; SET lock_timeout = '20s'; SET search_path TO {schema};")
            }
        };
        conn.batch_execute(&setup)
            .map_err(r2d2::Error::QueryError)?;
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut DbConnection) -> Result<(), r2d2::Error> {
        match conn {
            DbConnection::Sqlite(_) => Ok(()),
            DbConnection::Postgres(_) => conn
                .batch_execute("SELECT 1")
                .map_err(r2d2::Error::QueryError),
        }
    }

    fn has_broken(&self, conn: &mut DbConnection) -> bool {
        use diesel::connection::TransactionManagerStatus;
        fn broken(status: &TransactionManagerStatus) -> bool {
            matches!(status, TransactionManagerStatus::InError)
                || !matches!(status.transaction_depth(), Ok(None))
        }
        match conn {
            DbConnection::Postgres(c) => {
                broken(AnsiTransactionManager::transaction_manager_status_mut(c))
            }
            DbConnection::Sqlite(c) => {
                broken(AnsiTransactionManager::transaction_manager_status_mut(c))
            }
        }
    }
}

/// Readers and writers: on SQLite one writer, so that nobody waits for a lock inside the database.
pub(super) fn pools(config: &DatabaseConfig) -> Result<(Pool, Pool), Error> {
    let build = |target: Target, size: u32| {
        r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(10))
            .build(Manager(target))
            .map_err(|e| Error::unavailable(format!("database: {e}")))
    };
    match config {
        DatabaseConfig::Sqlite { path, readers } => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)
                    .map_err(|e| Error::internal(format!("{}: {e}", folder.display())))?;
            }
            let target = Target::Sqlite(path.to_string_lossy().into_owned());
            let writers = build(target.clone(), 1)?;
            Ok((build(target, *readers)?, writers))
        }
        DatabaseConfig::Postgres {
            url,
            connections,
            schema,
        } => {
            let pool = build(
                Target::Postgres {
                    url: url.clone(),
                    schema: schema.clone(),
                },
                *connections,
            )?;
            Ok((pool.clone(), pool))
        }
    }
}

/// Begins immediately on SQLite: a transaction that reads and then writes must hold the lock from the start.
pub(super) fn write_transaction<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    match &mut **conn {
        DbConnection::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
        DbConnection::Sqlite(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?;
        }
    }
    let done = finish(conn, |conn| {
        let value = work(conn)?;
        crash::point();
        Ok(value)
    });
    crash::point();
    done
}

/// Reads everything as it is at one moment, while others go on writing.
pub(super) fn snapshot<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    match &mut **conn {
        DbConnection::Postgres(c) => {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            AnsiTransactionManager::begin_transaction_sql(c, begin)?;
        }
        // The first read opens it; with the write-ahead log no writer waits for it.
        DbConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction(c)?,
    }
    finish(conn, work)
}

/// A transaction inside a transaction.
pub(super) fn savepoint<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    match &mut **conn {
        DbConnection::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
        DbConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction(c)?,
    }
    finish(conn, work)
}

fn finish<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    let result = work(conn);
    match (&mut **conn, result) {
        (DbConnection::Postgres(c), Ok(value)) => {
            AnsiTransactionManager::commit_transaction(c)?;
            Ok(value)
        }
        (DbConnection::Sqlite(c), Ok(value)) => {
            AnsiTransactionManager::commit_transaction(c)?;
            Ok(value)
        }
        (DbConnection::Postgres(c), Err(error)) => {
            AnsiTransactionManager::rollback_transaction(c)?;
            Err(error)
        }
        (DbConnection::Sqlite(c), Err(error)) => {
            AnsiTransactionManager::rollback_transaction(c)?;
            Err(error)
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Clock {
    #[diesel(sql_type = diesel::sql_types::Timestamp)]
    now: NaiveDateTime,
}

/// The database's clock in UTC; `now()` of PostgreSQL would be the start of the transaction.
pub(super) fn database_time(conn: &mut DbConnection) -> Result<NaiveDateTime, Error> {
    let query = match conn {
        DbConnection::Postgres(_) => "SELECT clock_timestamp() AT TIME ZONE 'UTC' AS now",
        DbConnection::Sqlite(_) => "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS now",
    };
    Ok(diesel::sql_query(query).get_result::<Clock>(conn)?.now)
}

#[derive(diesel::QueryableByName)]
struct Version {
    #[diesel(sql_type = diesel::sql_types::Text)]
    mark: String,
    #[diesel(sql_type = diesel::sql_types::Timestamp)]
    now: NaiveDateTime,
}

/// The mark of all that is shown, and the database's clock, in one question.
pub(super) fn content_version(conn: &mut DbConnection) -> Result<(String, NaiveDateTime), Error> {
    let query = match conn {
        DbConnection::Postgres(_) => {
            "SELECT mark, clock_timestamp() AT TIME ZONE 'UTC' AS now FROM content_version"
        }
        DbConnection::Sqlite(_) => {
            "SELECT mark, strftime('%Y-%m-%d %H:%M:%f', 'now') AS now FROM content_version"
        }
    };
    let version: Version = diesel::sql_query(query).get_result(conn)?;
    Ok((version.mark, version.now))
}

/// A schema of one's own on PostgreSQL (each test has one); `None` on SQLite, where each test has a file.
///
/// # Errors
/// When the database refuses.
pub fn postgres_schema(url: &str, schema: &str, create: bool) -> Result<(), Error> {
    let mut conn =
        PgConnection::establish(url).map_err(|e| Error::unavailable(format!("database: {e}")))?;
    let sql = if create {
        format!("CREATE SCHEMA {schema}")
    } else {
        format!("DROP SCHEMA {schema} CASCADE")
    };
    conn.batch_execute(&sql)?;
    Ok(())
}
