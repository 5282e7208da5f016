//! The only code that knows which database runs: connections, transactions, time, migrations.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::config::DatabaseConfig;
use crate::error::Error;

mod connection;
mod content;
mod ids;
mod memory;
mod migrate;
mod one_of;
pub mod portable;
pub mod schema;

pub use crate::shelf::Epoch;
pub use connection::{DbConnection, postgres_schema};
pub use ids::{
    CaseId, ClientId, ConsentId, Id, PhotoId, StoryId, UserId, VideoId, random_hex, typed_id,
};
pub use migrate::{MigrationState, applied_migrations, migrate, migrate_to, migration_state};
pub use one_of::{OneOf, one_of};

use connection::Pool;
use content::Content;
use memory::Memory;

/// The database: a pool of readers and, on SQLite, one writer.
#[derive(Clone)]
pub struct Db {
    readers: Pool,
    writers: Pool,
    offset: Arc<AtomicI64>,
    content: Arc<Content>,
    memory: Arc<Memory>,
}

impl Db {
    /// Opens the pools.
    ///
    /// # Errors
    /// When the database can't be reached.
    pub fn open(config: &DatabaseConfig) -> Result<Self, Error> {
        let (readers, writers) = connection::pools(config)?;
        Ok(Self {
            readers,
            writers,
            offset: Arc::default(),
            content: Arc::default(),
            memory: Arc::new(memory::empty()),
        })
    }

    /// Runs `work` outside a transaction, on a connection for reading, off the async threads.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        let db = self.clone();
        blocking(move || db.read_blocking(work)).await
    }

    /// Runs `work` in one transaction (`BEGIN IMMEDIATE` on SQLite); an error rolls all of it back.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        let db = self.clone();
        blocking(move || db.write_blocking(work)).await
    }

    /// Runs `work` in one transaction that sees everything as it is at its first read, while others go on writing.
    ///
    /// # Errors
    /// Those of `work`, and when the database does not answer.
    pub fn snapshot<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = Conn::take(&self.readers, self.offset.clone())?;
        connection::snapshot(&mut conn, work)
    }

    /// [`Db::write`] for code that already stands on a thread that may block (the command line).
    pub fn write_blocking<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = Conn::take(&self.writers, self.offset.clone())?;
        let done = connection::write_transaction(&mut conn, work);
        self.content.look_after_commit(&mut conn);
        done
    }

    /// [`Db::read`] for code that already stands on a thread that may block (the command line).
    pub fn read_blocking<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = Conn::take(&self.readers, self.offset.clone())?;
        conn.kept = Some(memory::Kept {
            content: self.content.clone(),
            memory: self.memory.clone(),
        });
        work(&mut conn)
    }

    fn offset(&self) -> Duration {
        Duration::milliseconds(self.offset.load(Ordering::SeqCst))
    }

    /// Lets tests live at another time: added to the database's own clock.
    pub fn set_clock_offset(&self, offset: Duration) {
        self.offset
            .store(offset.num_milliseconds(), Ordering::SeqCst);
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Error::internal(format!("database thread: {e}")))?
}

/// A connection in use. Derefs to the diesel connection; [`Conn::now`] is the only clock of the domain.
pub struct Conn {
    inner: diesel::r2d2::PooledConnection<connection::Manager>,
    offset: Arc<AtomicI64>,
    /// What was read before, where one only reads.
    kept: Option<memory::Kept>,
}

impl Conn {
    fn take(pool: &Pool, offset: Arc<AtomicI64>) -> Result<Self, Error> {
        let inner = pool
            .get()
            .map_err(|e| Error::unavailable(format!("database pool: {e}")))?;
        Ok(Self {
            inner,
            offset,
            kept: None,
        })
    }

    /// The database's time now, in UTC with microseconds: at the moment of the statement, not of the transaction.
    pub fn now(&mut self) -> Result<NaiveDateTime, Error> {
        let now = connection::database_time(&mut self.inner)?;
        Ok(now + self.offset())
    }

    fn offset(&self) -> Duration {
        Duration::milliseconds(self.offset.load(Ordering::SeqCst))
    }

    /// Runs `work` in a savepoint: its error undoes only its own statements.
    pub fn savepoint<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        connection::savepoint(self, work)
    }

    /// Whether the statement that failed broke a uniqueness rule.
    pub fn is_unique_violation(error: &Error) -> bool {
        error.is_unique_violation()
    }
}

impl std::ops::Deref for Conn {
    type Target = DbConnection;
    fn deref(&self) -> &DbConnection {
        &self.inner
    }
}

impl std::ops::DerefMut for Conn {
    fn deref_mut(&mut self) -> &mut DbConnection {
        &mut self.inner
    }
}

/// Fails unless exactly one row was changed: the compare-and-set of every revision and lease.
pub fn exactly_one(changed: usize) -> Result<(), Error> {
    match changed {
        1 => Ok(()),
        _ => Err(Error::Conflict),
    }
}

/// Checks that the database answers.
pub fn ping(conn: &mut Conn) -> Result<(), Error> {
    diesel::sql_query("SELECT 1").execute(&mut **conn)?;
    Ok(())
}
