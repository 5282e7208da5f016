//! F12, F21: a lease is kept while its job runs, lost with its worker, and a job that can't be done is parked.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use candor::app::App;
use candor::audit::{self, Doer};
use candor::db::schema::{audit_events, jobs as table};
use candor::error::Error;
use candor::jobs::{self, Job, Lease, MAX_ATTEMPTS, Registry, Worker};
use candor::server;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::support::app::{Options, TestApp};

#[derive(Serialize, Deserialize)]
struct Poison;

impl Job for Poison {
    const NAME: &'static str = "test_poison";

    async fn run(self, _app: App, _lease: Lease) -> Result<(), Error> {
        panic!("this job always panics");
    }
}

/// Takes longer than its lease.
#[derive(Serialize, Deserialize)]
struct Slow;

static SLOW_RUNS: AtomicU32 = AtomicU32::new(0);

impl Job for Slow {
    const NAME: &'static str = "test_slow";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        SLOW_RUNS.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_secs(3)).await;
        app.db.write(move |conn| take_effect(conn, &lease)).await
    }
}

/// Loses its lease while it works: another worker took it over.
#[derive(Serialize, Deserialize)]
struct Robbed;

impl Job for Robbed {
    const NAME: &'static str = "test_robbed";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let rob = |conn: &mut candor::db::Conn| {
            diesel::update(table::table)
                .set(table::leased_by.eq(Some("another")))
                .execute(&mut **conn)?;
            Ok(())
        };
        app.db.write(rob).await?;
        app.db.write(move |conn| take_effect(conn, &lease)).await
    }
}

fn take_effect(conn: &mut candor::db::Conn, lease: &Lease) -> Result<(), Error> {
    audit::record(
        conn,
        &Doer::System,
        "test.effect",
        "test",
        &serde_json::json!({}),
    )?;
    lease.finish(conn)
}

async fn effects(app: &App) -> i64 {
    app.db
        .read(|conn| {
            let events = audit_events::table.filter(audit_events::verb.eq("test.effect"));
            Ok(events.count().get_result(&mut **conn)?)
        })
        .await
        .unwrap()
}

async fn enqueue<J: Job + Sync>(app: &App, job: J) {
    app.db
        .write(move |conn| jobs::enqueue(conn, &job))
        .await
        .unwrap();
}

#[tokio::test]
async fn f21_poison_job_is_parked_and_others_go_on() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    let worker = Worker::new(
        app.clone(),
        server::jobs().with::<Poison>().with::<Robbed>(),
    );
    enqueue(app, Poison).await;
    let garbage = |conn: &mut candor::db::Conn| {
        let now = conn.now()?;
        diesel::insert_into(table::table)
            .values((
                table::id.eq("garbage"),
                table::name.eq("make_renditions"),
                table::payload.eq("{"),
                table::run_at.eq(now),
                table::created_at.eq(now),
            ))
            .execute(&mut **conn)?;
        Ok(())
    };
    app.db.write(garbage).await.unwrap();
    for attempt in 1..=MAX_ATTEMPTS {
        // One that is fine comes behind them each time.
        enqueue(
            app,
            candor::consents::WriteLedger {
                id: candor::db::random_hex(16).unwrap(),
                client: candor::db::ClientId::new(),
                scope: "all".to_owned(),
                at: String::new(),
                number: None,
            },
        )
        .await;
        worker.drain().await.unwrap();
        let written = app.ledger.list("events/").await.unwrap().len();
        assert_eq!(written, usize::try_from(attempt).unwrap());
        let later = chrono::Duration::seconds(700 * i64::from(attempt));
        app.db.set_clock_offset(later);
    }
    assert_eq!(app.db.read(jobs::counts).await.unwrap(), (0, 2));
    assert_eq!(worker.drain().await.unwrap(), 0, "parked is parked");
}

#[tokio::test]
async fn f21_a_job_that_kills_its_worker_each_time_is_parked_too() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    enqueue(app, Poison).await;
    let died = |conn: &mut candor::db::Conn| {
        let past = conn.now()? - chrono::Duration::seconds(1);
        diesel::update(table::table)
            .set((
                table::attempts.eq(MAX_ATTEMPTS),
                table::leased_by.eq(Some("the dead")),
                table::leased_until.eq(Some(past)),
            ))
            .execute(&mut **conn)?;
        Ok(())
    };
    app.db.write(died).await.unwrap();
    let worker = Worker::new(app.clone(), Registry::default().with::<Poison>());
    assert_eq!(worker.drain().await.unwrap(), 0);
    assert_eq!(app.db.read(jobs::counts).await.unwrap(), (0, 1));
}

#[tokio::test]
async fn f12_a_long_job_keeps_its_lease() {
    let clinic = TestApp::start().await;
    let mut config = clinic.config();
    config.jobs.lease = chrono::Duration::seconds(1);
    let other = TestApp::start_with(Options {
        beside: Some(config),
        ..Options::default()
    })
    .await;
    enqueue(&other.app, Slow).await;
    let worker = Worker::new(other.app.clone(), Registry::default().with::<Slow>());
    let eager = worker.clone();
    let working = tokio::spawn(async move { worker.drain().await });
    while !working.is_finished() {
        tokio::time::sleep(Duration::from_millis(100)).await;
        eager.drain().await.unwrap();
    }
    assert_eq!(SLOW_RUNS.load(Ordering::SeqCst), 1, "runs");
    assert_eq!(effects(&clinic.app).await, 1);
}

#[tokio::test]
async fn f12_a_lost_lease_lets_nothing_take_effect() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    enqueue(app, Robbed).await;
    let worker = Worker::new(app.clone(), Registry::default().with::<Robbed>());
    worker.drain().await.unwrap();
    assert_eq!(effects(app).await, 0);
    // It is still there, for the one who has it now.
    assert_eq!(app.db.read(jobs::counts).await.unwrap(), (1, 0));
}
