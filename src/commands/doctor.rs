//! `candor doctor`: tries each part for real and says which does not work.

use std::process::ExitCode;

use candor::accounts;
use candor::app::App;
use candor::config::Config;
use candor::db;
use candor::error::Error;
use candor::jobs;
use candor::storage::{ObjectId, Storage, StorageKey};

pub fn doctor(config: Config) -> Result<ExitCode, Error> {
    let app = App::build(config)?;
    let checks = actix_web::rt::System::new().block_on(examine(&app));
    let mut well = true;
    for (name, result) in checks {
        match result {
            Ok(said) => println!("ok    {name}: {said}"),
            Err(cause) => {
                well = false;
                println!("FAIL  {name}: {cause}");
            }
        }
    }
    Ok(if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

type Check = (&'static str, Result<String, String>);

async fn examine(app: &App) -> Vec<Check> {
    vec![
        ("version", Ok(env!("CARGO_PKG_VERSION").to_owned())),
        ("database", database(app).await),
        ("clock", clock(app).await),
        ("storage", store(&app.storage).await),
        ("ledger", store(&app.ledger).await),
        ("mail", mail(app).await),
        ("jobs", work(app).await),
        ("accounts", people(app).await),
        ("base URL", base_url(app)),
    ]
}

async fn database(app: &App) -> Result<String, String> {
    match db::migration_state(&app.db).map_err(|e| e.to_string())? {
        db::MigrationState::Current => Ok("answers, schema is current".to_owned()),
        db::MigrationState::Pending(n) => {
            Err(format!("{n} migrations have not run: candor migrate"))
        }
        db::MigrationState::Newer => Err("the schema is newer than this program".to_owned()),
    }
}

/// Consent expires by the database's clock; one that differs from this machine's deserves a look.
async fn clock(app: &App) -> Result<String, String> {
    let now = app
        .db
        .read(|conn| conn.now())
        .await
        .map_err(|e| e.to_string())?;
    let seconds = (chrono::Utc::now().naive_utc() - now).num_seconds().abs();
    if seconds <= 5 {
        Ok("database and this machine agree".to_owned())
    } else {
        Err(format!("database and this machine differ by {seconds} s"))
    }
}

async fn store(storage: &Storage) -> Result<String, String> {
    let id = ObjectId::random().map_err(|e| e.to_string())?;
    let key = StorageKey::Probe(id);
    let bytes = b"candor doctor".as_slice();
    let tried = async {
        storage.put(&key, bytes.into()).await?;
        let back = storage.get(&key).await?;
        let open = storage.open_to_strangers(&key).await?;
        storage.delete(&key).await?;
        let gone = !storage.exists(&key).await?;
        Ok::<_, candor::storage::StorageError>((back == bytes && gone, open))
    };
    match tried.await {
        Ok((true, false)) => Ok(format!("write, read and delete work ({storage})")),
        Ok((true, true)) => Err(
            "the bucket answers strangers without a signature: close it to the public".to_owned(),
        ),
        Ok((false, _)) => Err("what was read or deleted is not what was written".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

async fn mail(app: &App) -> Result<String, String> {
    if !app.mailer.is_configured() {
        return Ok("no mail server: links are printed or shown as QR codes".to_owned());
    }
    app.mailer.verify().await.map_err(|e| e.to_string())?;
    Ok("the server answers".to_owned())
}

async fn work(app: &App) -> Result<String, String> {
    let counts = app.db.read(jobs::counts).await;
    match counts.map_err(|e| e.to_string())? {
        (waiting, 0) => Ok(format!("{waiting} wait, none needs you")),
        (_, parked) => Err(format!("{parked} need you: see /admin/jobs")),
    }
}

/// Whoever comes first to a site without accounts may make one: that should be the owner.
async fn people(app: &App) -> Result<String, String> {
    let people = app.db.read(accounts::list).await;
    match people.map_err(|e| e.to_string())?.len() {
        0 => Ok(format!(
            "none yet: open {} now, or candor user add",
            app.config.web.link("/first-run")
        )),
        count => Ok(count.to_string()),
    }
}

fn base_url(app: &App) -> Result<String, String> {
    let url = &app.config.web.base_url;
    let local = url
        .host_str()
        .is_some_and(|host| host == "localhost" || host.starts_with("127."));
    if app.config.web.is_https() || local {
        Ok(url.to_string())
    } else {
        Err(format!(
            "{url} is reached without HTTPS: private links and passwords would travel in the clear"
        ))
    }
}
