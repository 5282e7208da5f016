//! Backup, restore and export, and what they tell the owner.

use std::path::Path;
use std::process::ExitCode;

use candor::app::App;
use candor::backup::{self, Finished, Options};
use candor::config::Config;
use candor::error::Error;
use candor::server;

use super::{Outcome, open, run};

pub fn backup(config: Config, to: &Path) -> Outcome {
    let app = open(config)?;
    let made = run(backup::backup(&app, to))?;
    println!(
        "{}: {} rows and {} photo files ({} MiB) as of {} UTC",
        to.display(),
        made.rows,
        made.objects,
        made.bytes >> 20,
        made.taken_at.format("%F %T")
    );
    if made.gone_meanwhile > 0 {
        println!(
            "{} photo files went while it was made (withdrawn or edited)",
            made.gone_meanwhile
        );
    }
    println!(
        "keys are not in it: keep a copy of them apart (data/secrets, or your CANDOR_…_SECRET)"
    );
    for path in &made.missing {
        eprintln!("MISSING in the store, and so in the backup: {path}");
    }
    if !made.audit_whole {
        eprintln!("the audit chain is broken: candor audit verify");
    }
    Ok(if made.missing.is_empty() && made.audit_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

pub fn restore(config: Config, from: &Path, ledger_lost: bool, new_keys: bool) -> Outcome {
    let app = App::build(config)?;
    let options = Options {
        ledger_lost,
        new_keys,
    };
    let jobs = server::jobs();
    let done = run(backup::restore(&app, from, options, jobs.repeatable()))?;
    println!("restored; every file was verified");
    told(done)
}

pub fn restore_finish(config: Config) -> Outcome {
    let app = App::build(config)?;
    told(run(backup::finish(&app))?)
}

fn told(done: Finished) -> Outcome {
    println!(
        "{} withdrawals made since the backup took effect; {} uses ended",
        done.replayed, done.ended
    );
    println!(
        "all are signed out; mails that may have gone already wait at /admin/jobs; start: candor serve"
    );
    Ok(ExitCode::SUCCESS)
}

pub fn export_client(config: Config, id: &str, out: &Path) -> Outcome {
    let app = open(config)?;
    let pictures = run(backup::export_client(&app, id, out)).map_err(|error| match error {
        Error::NotFound => Error::internal("no client has this id"),
        other => other,
    })?;
    println!("{}: their data and {pictures} pictures", out.display());
    Ok(ExitCode::SUCCESS)
}

pub fn export_clinic(config: Config, out: &Path) -> Outcome {
    let app = open(config)?;
    let pictures = run(backup::export_clinic(&app, out))?;
    println!("{}: all data and {pictures} pictures", out.display());
    Ok(ExitCode::SUCCESS)
}
