//! What each command does.

use std::process::ExitCode;

use candor::accounts::{self, NewUser, Role};
use candor::app::App;
use candor::audit;
use candor::backup as kept;
use candor::config::{Config, DatabaseConfig};
use candor::db::{self, MigrationState};
use candor::erasure;
use candor::error::Error;
use candor::external_uses;
use candor::jobs::Worker;
use candor::photos;
use candor::server;
use candor::signing;
use tokio::sync::watch;

mod audit_chain;
mod demo;
mod develop;
mod doctor;
mod keep;
mod ledger;
mod measure;
mod receipt;

pub use audit_chain::{audit_export, audit_verify};
pub use demo::demo;
pub use develop::{DevelopArgs, develop};
pub use doctor::doctor;
pub use keep::{backup, export_client, export_clinic, restore, restore_finish};
pub use ledger::{ledger_list, ledger_verify};
pub use measure::{PairArgs, align, compare_light};
pub use receipt::{receipt_key, receipt_verify};

type Outcome = Result<ExitCode, Error>;

pub fn serve(config: Config) -> Outcome {
    candor::log::begin(&config.log);
    let app = open(config)?;
    run(async move {
        candor::crash::at(app.config.crash_at);
        actix_web::rt::spawn(photos::keep_swept(app.clone()));
        actix_web::rt::spawn(audit::keep_anchored(app.clone()));
        actix_web::rt::spawn(external_uses::keep_told(app.clone()));
        actix_web::rt::spawn(signing::keep_reminded(app.clone()));
        actix_web::rt::spawn(signing::keep_of_age(app.clone()));
        actix_web::rt::spawn(erasure::keep_no_longer(app.clone()));
        let (stop, stopped) = watch::channel(false);
        let jobs = app.config.jobs.in_serve.then(|| {
            let worker = Worker::new(app.clone(), server::jobs());
            actix_web::rt::spawn(async move { worker.run(stopped).await })
        });
        let base = app.config.web.base_url.clone();
        let (server, address) =
            server::bind(app).map_err(|e| Error::internal(format!("listen: {e}")))?;
        tracing::info!(%address, base_url = %base, "serving");
        server
            .await
            .map_err(|e| Error::internal(format!("serve: {e}")))?;
        // The server has stopped (a signal): jobs that have begun are finished.
        let _ = stop.send(true);
        if let Some(jobs) = jobs {
            let _ = jobs.await;
        }
        Ok(ExitCode::SUCCESS)
    })
}

pub fn work(config: Config) -> Outcome {
    candor::log::begin(&config.log);
    let app = open(config)?;
    run(async move {
        candor::crash::at(app.config.crash_at);
        actix_web::rt::spawn(photos::keep_swept(app.clone()));
        actix_web::rt::spawn(audit::keep_anchored(app.clone()));
        actix_web::rt::spawn(external_uses::keep_told(app.clone()));
        actix_web::rt::spawn(signing::keep_reminded(app.clone()));
        actix_web::rt::spawn(signing::keep_of_age(app.clone()));
        actix_web::rt::spawn(erasure::keep_no_longer(app.clone()));
        let (stop, stopped) = watch::channel(false);
        let worker = Worker::new(app, server::jobs());
        let running = actix_web::rt::spawn(async move { worker.run(stopped).await });
        tracing::info!("working on jobs");
        stop_signal().await;
        let _ = stop.send(true);
        let _ = running.await;
        Ok(ExitCode::SUCCESS)
    })
}

async fn stop_signal() {
    let mut terminate =
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(signal) => signal,
            Err(_) => return,
        };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

pub fn migrate(config: Config) -> Outcome {
    let db = db::Db::open(&config.database)?;
    let ran = db::migrate(&db)?;
    println!("{ran} migrations ran; the schema is current");
    Ok(ExitCode::SUCCESS)
}

pub fn user_add(config: Config, name: String, email: String, roles: &[String]) -> Outcome {
    let roles: Option<Vec<Role>> = roles.iter().map(|role| Role::parse(role)).collect();
    let Some(roles) = roles else {
        return Err(Error::internal(
            "--role: expected staff, moderator or admin",
        ));
    };
    let app = open(config)?;
    let new = NewUser { name, email, roles };
    let (_, link) = app
        .db
        .write_blocking(|conn| accounts::add_user(conn, &app.config, None, &new))?;
    println!("{}", link.url);
    Ok(ExitCode::SUCCESS)
}

pub fn user_disable(config: Config, email: &str) -> Outcome {
    let app = open(config)?;
    app.db.write_blocking(|conn| {
        let user = accounts::user_by_email(conn, email)?;
        accounts::disable(conn, None, &user.id)
    })?;
    println!("disabled; all sessions ended");
    Ok(ExitCode::SUCCESS)
}

pub fn user_reset_password(config: Config, email: &str) -> Outcome {
    let app = open(config)?;
    let link = app
        .db
        .write_blocking(|conn| accounts::reset_password(conn, &app.config, email))?;
    match link {
        Some((_, link)) => println!("{}", link.url),
        None => return Err(Error::internal("no account in use has this address")),
    }
    Ok(ExitCode::SUCCESS)
}

pub fn user_reset_second_factor(config: Config, email: &str) -> Outcome {
    let app = open(config)?;
    app.db.write_blocking(|conn| {
        let user = accounts::user_by_email(conn, email)?;
        accounts::reset_second_factor(conn, accounts::Reset::CommandLine, &user.id)
    })?;
    println!("the second factor is off; all sessions ended");
    Ok(ExitCode::SUCCESS)
}

/// Opens the application. SQLite is migrated here; PostgreSQL only by `candor migrate`.
fn open(config: Config) -> Result<App, Error> {
    let embedded = matches!(config.database, DatabaseConfig::Sqlite { .. });
    let app = App::build(config)?;
    if embedded {
        db::migrate(&app.db)?;
    }
    match db::migration_state(&app.db)? {
        MigrationState::Current => {}
        MigrationState::Pending(_) => {
            return Err(Error::internal(
                "the database schema is not up to date; run: candor migrate",
            ));
        }
        MigrationState::Newer => {
            return Err(Error::internal(
                "the database was made by a newer version of candor; start that version",
            ));
        }
    }
    // What was withdrawn after the backup must be gone before anyone is answered (F13).
    if !app.db.read_blocking(kept::is_finished)? {
        return Err(Error::internal(
            "this database was restored and the withdrawals since are not replayed yet; run: candor restore --finish",
        ));
    }
    Ok(app)
}

fn run<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    actix_web::rt::System::new().block_on(work)
}
