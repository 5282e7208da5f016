//! F10: the database is held by someone else, has no connection left, or loses them. What can't be done is said, nothing is
//! half done, and afterwards everything works again by itself.

use std::sync::mpsc;

use candor::config::DatabaseConfig;
use candor::db::DbConnection;
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;

use super::support::assert_sound;
use crate::support::studio::Studio;

/// Someone else's connection to the studio's database.
fn beside(studio: &Studio) -> DbConnection {
    match studio.clinic.config().database {
        DatabaseConfig::Sqlite { path, .. } => {
            let path = path.to_string_lossy().into_owned();
            DbConnection::Sqlite(SqliteConnection::establish(&path).unwrap())
        }
        DatabaseConfig::Postgres { url, schema, .. } => {
            let mut conn = PgConnection::establish(url.text()).unwrap();
            let schema = schema.unwrap();
            conn.batch_execute(&format!("SET search_path TO {schema}"))
                .unwrap();
            DbConnection::Postgres(conn)
        }
    }
}

/// Someone else holds what a withdrawal has to write: it is waited for, for a while; then nothing is claimed.
#[tokio::test]
async fn f10_a_locked_database_is_waited_for_and_nothing_is_claimed() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let everything = [("scope", "all")];
    let mut other = beside(&studio);
    let hold = match &other {
        DbConnection::Sqlite(_) => "BEGIN IMMEDIATE",
        DbConnection::Postgres(_) => "BEGIN; SELECT 1 FROM clients FOR UPDATE",
    };
    other.batch_execute(hold).unwrap();
    // Longer than anyone waits: told to come back, and it did not happen. What is read is read meanwhile.
    let (refused, read) = tokio::join!(
        phone.post("/c/withdrawal", &everything),
        visitor.get(&address)
    );
    read.expect(200);
    let refused = refused.expect(503);
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(refused.header("cache-control"), "no-store");
    visitor.get(&address).await.expect(200);
    // Not so long: it is done as soon as the other one is.
    let (done, ()) = tokio::join!(phone.post("/c/withdrawal", &everything), async {
        visitor.get(&address).await.expect(200);
        other.batch_execute("ROLLBACK").unwrap();
    });
    done.expect(303);
    visitor.get(&address).await.expect(410);
    studio.clinic.drain().await;
    assert_sound(&studio.clinic.app).await;
}

/// All connections are in use: who asks is told to come back, and is served when one is free.
#[tokio::test]
async fn f10_without_a_free_connection_nothing_is_shown_and_then_all_is_again() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let (mut held, mut gates) = (Vec::new(), Vec::new());
    let (taken, all) = mpsc::channel();
    for _ in 0..4 {
        let (open, gate) = mpsc::channel::<()>();
        let (db, taken) = (studio.clinic.app.db.clone(), taken.clone());
        gates.push(open);
        held.push(tokio::spawn(async move {
            db.read(move |conn| {
                taken.send(pid(conn)).unwrap();
                let _ = gate.recv();
                Ok(())
            })
            .await
        }));
    }
    let all = tokio::task::spawn_blocking(move || (0..4).map(|_| all.recv().unwrap()).collect());
    let pids: Vec<i32> = all.await.unwrap();
    let (page, picture) =
        tokio::join!(visitor.get("/stories?sort=longest"), visitor.get(&media[0]));
    for refused in [page, picture] {
        let refused = refused.expect(503);
        assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
        assert!(!refused.body.starts_with(&[0xFF, 0xD8]));
    }
    drop(gates);
    for one in held {
        one.await.unwrap().unwrap();
    }
    visitor.get(&media[0]).await.expect(200);
    visitor.get(&address).await.expect(200);
    // PostgreSQL is restarted: its connections are gone, and the next question is asked on another.
    let mut other = beside(&studio);
    for pid in pids.into_iter().filter(|pid| *pid > 0) {
        other
            .batch_execute(&format!("SELECT pg_terminate_backend({pid})"))
            .unwrap();
    }
    visitor.get("/stories?sort=newest").await.expect(200);
    visitor.get(&media[0]).await.expect(200);
    assert_sound(&studio.clinic.app).await;
}

#[derive(QueryableByName)]
struct Pid {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pid: i32,
}

/// Of the server's process behind a connection; 0 where there is none.
fn pid(conn: &mut candor::db::Conn) -> i32 {
    match &mut **conn {
        DbConnection::Sqlite(_) => 0,
        DbConnection::Postgres(conn) => {
            let asked = diesel::sql_query("SELECT pg_backend_pid() AS pid");
            asked.get_result::<Pid>(conn).unwrap().pid
        }
    }
}
