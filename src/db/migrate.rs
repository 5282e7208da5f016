//! Brings the schema up to date, and refuses a database that is newer than this program.

use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db, DbConnection};
use crate::error::Error;

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// Any number will do, as long as every instance uses the same: the advisory lock of migrations.
const LOCK: i64 = 7_226_337_001;

/// How the schema stands to this program.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum MigrationState {
    Current,
    /// The program knows migrations that have not run.
    Pending(usize),
    /// The database has migrations that this program does not know.
    Newer,
}

/// Runs what is pending, under a lock, and says how many migrations ran.
///
/// # Errors
/// When the schema is newer than the program, or a migration fails.
pub fn migrate(db: &Db) -> Result<usize, Error> {
    let mut conn = Conn::take(&db.writers, db.offset.clone())?;
    if let DbConnection::Postgres(c) = &mut *conn {
        c.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
    }
    let result = run(&mut conn);
    if let DbConnection::Postgres(c) = &mut *conn {
        c.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
    }
    result
}

fn run(conn: &mut Conn) -> Result<usize, Error> {
    if state(conn)? == MigrationState::Newer {
        return Err(Error::internal(
            "the database was made by a newer version of candor; start that version",
        ));
    }
    let ran = match &mut **conn {
        DbConnection::Postgres(c) => c.run_pending_migrations(POSTGRES).map(|ran| ran.len()),
        DbConnection::Sqlite(c) => c.run_pending_migrations(SQLITE).map(|ran| ran.len()),
    };
    ran.map_err(|e| Error::internal(format!("migration: {e}")))
}

/// The migrations that this database has seen, oldest first; also inside a transaction that may only read.
///
/// # Errors
/// When the database does not answer, or no migration has run yet.
pub fn applied_migrations(conn: &mut Conn) -> Result<Vec<String>, Error> {
    #[derive(diesel::QueryableByName)]
    struct Applied {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    let query = "SELECT version FROM __diesel_schema_migrations ORDER BY version";
    let applied: Vec<Applied> = diesel::sql_query(query).load(&mut **conn)?;
    Ok(applied.into_iter().map(|one| one.version).collect())
}

/// Brings the schema of an *empty* database to exactly the migrations given, forward or back, so that rows of that time
/// can be put in.
///
/// # Errors
/// When the program does not know one of them, or a migration fails.
pub fn migrate_to(db: &Db, wanted: &[String]) -> Result<(), Error> {
    let mut conn = Conn::take(&db.writers, db.offset.clone())?;
    match &mut *conn {
        DbConnection::Postgres(c) => move_to(c, POSTGRES, wanted),
        DbConnection::Sqlite(c) => move_to(c, SQLITE, wanted),
    }
    .map_err(|e| Error::internal(format!("migration: {e}")))
}

fn move_to<B: diesel::backend::Backend, C: MigrationHarness<B>>(
    conn: &mut C,
    source: EmbeddedMigrations,
    wanted: &[String],
) -> diesel::migration::Result<()> {
    use diesel::migration::MigrationSource;
    let known = MigrationSource::<B>::migrations(&source)?;
    if let Some(name) = wanted.iter().find(|name| {
        !known
            .iter()
            .any(|m| m.name().version().to_string() == **name)
    }) {
        return Err(format!("{name} is not known to this version of candor").into());
    }
    let mut applied: Vec<String> = conn
        .applied_migrations()?
        .iter()
        .map(ToString::to_string)
        .collect();
    applied.sort();
    for migration in known.iter().rev() {
        let name = migration.name().version().to_string();
        if applied.contains(&name) && !wanted.contains(&name) {
            conn.revert_migration(migration)?;
        }
    }
    for migration in &known {
        let name = migration.name().version().to_string();
        if wanted.contains(&name) && !applied.contains(&name) {
            conn.run_migration(migration)?;
        }
    }
    Ok(())
}

/// How the schema stands to this program.
///
/// # Errors
/// When the database does not answer.
pub fn migration_state(db: &Db) -> Result<MigrationState, Error> {
    let mut conn = Conn::take(&db.writers, db.offset.clone())?;
    state(&mut conn)
}

fn state(conn: &mut Conn) -> Result<MigrationState, Error> {
    let known = match &**conn {
        DbConnection::Postgres(_) => names::<diesel::pg::Pg>(POSTGRES)?,
        DbConnection::Sqlite(_) => names::<diesel::sqlite::Sqlite>(SQLITE)?,
    };
    let applied = match &mut **conn {
        DbConnection::Postgres(c) => c.applied_migrations(),
        DbConnection::Sqlite(c) => c.applied_migrations(),
    };
    let applied: Vec<String> = applied
        .map_err(|e| Error::internal(format!("migration: {e}")))?
        .iter()
        .map(ToString::to_string)
        .collect();
    if applied.iter().any(|name| !known.contains(name)) {
        return Ok(MigrationState::Newer);
    }
    Ok(match known.len() - applied.len() {
        0 => MigrationState::Current,
        pending => MigrationState::Pending(pending),
    })
}

fn names<B: diesel::backend::Backend>(source: EmbeddedMigrations) -> Result<Vec<String>, Error> {
    use diesel::migration::MigrationSource;
    let migrations = MigrationSource::<B>::migrations(&source)
        .map_err(|e| Error::internal(format!("migration: {e}")))?;
    Ok(migrations
        .iter()
        .map(|m| m.name().version().to_string())
        .collect())
}
