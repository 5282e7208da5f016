//! Whose turn it is in the queue, and what is called off.

use std::time::Instant;

use candor::app::App;
use candor::audit::{self, Doer};
use candor::db::schema::audit_events;
use candor::error::Error;
use candor::jobs::{self, Job, Lease, Registry, Turn, Worker};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::support::app::TestApp;

/// Writes down that it ran.
async fn did(app: App, lease: Lease, what: String) -> Result<(), Error> {
    app.db
        .write(move |conn| {
            let nothing = serde_json::json!({});
            audit::record(conn, &Doer::System, "test.turn", &what, &nothing)?;
            lease.finish(conn)
        })
        .await
}

async fn order(app: &App) -> Vec<String> {
    app.db
        .read(|conn| {
            Ok(audit_events::table
                .filter(audit_events::verb.eq("test.turn"))
                .order(audit_events::seq)
                .select(audit_events::subject)
                .load(&mut **conn)?)
        })
        .await
        .unwrap()
}

macro_rules! kind {
    ($name:ident, $called:literal, $turn:expr) => {
        #[derive(Serialize, Deserialize)]
        struct $name(String);

        impl Job for $name {
            const NAME: &'static str = $called;
            const TURN: Turn = $turn;

            fn about(&self) -> Option<&str> {
                Some(&self.0)
            }

            async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
                did(app, lease, format!("{} {}", $called, self.0)).await
            }
        }
    };
}

kind!(Mail, "mail", Turn::Errand);
kind!(Jpeg, "jpeg", Turn::Awaited);
kind!(Avif, "avif", Turn::Later);

/// Called off while it runs: it asks between two steps.
#[derive(Serialize, Deserialize)]
struct Long(String);

impl Job for Long {
    const NAME: &'static str = "long";
    const TURN: Turn = Turn::Later;

    fn about(&self) -> Option<&str> {
        Some(&self.0)
    }

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        lease.check(&app).await?;
        let about = self.0.clone();
        app.db
            .write(move |conn| jobs::call_off::<Self>(conn, &about))
            .await?;
        lease.check(&app).await?;
        did(app, lease, "long went on".to_owned()).await
    }
}

async fn enqueue<J: Job + Sync>(app: &App, job: J) {
    let done = app.db.write(move |conn| jobs::enqueue(conn, &job)).await;
    done.unwrap();
}

fn worker(app: &App) -> Worker {
    let registry = Registry::default()
        .with::<Mail>()
        .with::<Jpeg>()
        .with::<Avif>()
        .with::<Long>();
    Worker::new(app.clone(), registry)
}

#[tokio::test]
async fn what_someone_waits_for_comes_first() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    for (about, looked_at) in [("import", false), ("other", false), ("own", true)] {
        enqueue(app, Avif(about.to_owned())).await;
        enqueue(app, Jpeg(about.to_owned())).await;
        if looked_at {
            app.attention.give([about], Instant::now());
        }
    }
    enqueue(app, Mail("code".to_owned())).await;
    assert_eq!(worker(app).drain().await.unwrap(), 7);
    assert_eq!(
        order(app).await,
        [
            "jpeg own",
            "mail code",
            "jpeg import",
            "jpeg other",
            "avif import",
            "avif other",
            "avif own",
        ]
    );
}

#[tokio::test]
async fn work_that_is_called_off_is_not_done() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    enqueue(app, Avif("gone".to_owned())).await;
    enqueue(app, Jpeg("gone".to_owned())).await;
    enqueue(app, Avif("stays".to_owned())).await;
    enqueue(app, Long("runs".to_owned())).await;
    let off = app.db.write(|conn| jobs::call_off::<Avif>(conn, "gone"));
    assert_eq!(off.await.unwrap(), 1);
    worker(app).drain().await.unwrap();
    assert_eq!(order(app).await, ["jpeg gone", "avif stays"]);
    // What ran and was called off is neither tried again nor parked.
    assert_eq!(app.db.read(jobs::counts).await.unwrap(), (0, 0));
}
