//! The audit chain at the command line: checked against itself and its anchors, and written out for others.

use std::fs::OpenOptions;
use std::io::{BufWriter, Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use candor::audit::{self, Checked, Doer, Stray, Verdict};
use candor::config::Config;
use candor::error::Error;
use chrono::NaiveDate;
use serde_json::json;

use super::{Outcome, open, run};

/// Who checked, as the page of the chain names it.
const BY: &str = "command";

pub fn audit_verify(config: Config) -> Outcome {
    let app = open(config)?;
    let checked = run(audit::check(&app))?;
    app.db
        .write_blocking(|conn| audit::record_check(conn, &checked, BY))?;
    println!("{}", words(&checked));
    if checked.before_restore > 0 {
        println!(
            "{} anchors are of events that were lost when a backup was restored",
            checked.before_restore
        );
    }
    Ok(match checked.found() {
        None => ExitCode::SUCCESS,
        Some(_) => ExitCode::FAILURE,
    })
}

fn words(checked: &Checked) -> String {
    match (&checked.verdict, &checked.stray) {
        (Verdict::BrokenAt(seq), _) => format!("broken at event {seq}"),
        (_, Some(Stray::Rewritten { day, seq, after })) => format!(
            "rewritten: event {seq} is not the one that was anchored on {day}; what was changed lies behind event {after}"
        ),
        (_, Some(Stray::Forged { path })) => {
            format!("{path} is not an anchor of this installation, or was changed")
        }
        (_, Some(Stray::Missing { day, seq })) => {
            format!("the anchor of {day} (event {seq}) is gone from the store and from the ledger")
        }
        (Verdict::Whole(events), None) => match &checked.latest {
            None => format!("whole: {events} events, not anchored yet"),
            Some(anchor) => format!(
                "whole: {events} events; {} anchors fit, the latest of {} at event {}",
                checked.anchors, anchor.day, anchor.seq
            ),
        },
    }
}

pub fn audit_export(
    config: Config,
    days: (Option<NaiveDate>, Option<NaiveDate>),
    out: Option<&Path>,
) -> Outcome {
    let app = open(config)?;
    let mut sink: Box<dyn Write> = match out {
        None => Box::new(BufWriter::new(stdout().lock())),
        Some(path) => {
            use std::os::unix::fs::OpenOptionsExt;
            let mut options = OpenOptions::new();
            let file = options.write(true).create_new(true).mode(0o600).open(path);
            let told = |e| Error::internal(format!("{}: {e}", path.display()));
            Box::new(BufWriter::new(file.map_err(told)?))
        }
    };
    let done = app
        .db
        .snapshot(|conn| audit::export(conn, &app.config, days, &mut *sink))?;
    let detail = json!({ "events": done.events, "sha256": done.sha256 });
    app.db.write_blocking(|conn| {
        audit::record(conn, &Doer::System, "export.audit", "audit", &detail)
    })?;
    if let Some(path) = out {
        println!("{}: {} events", path.display(), done.events);
    }
    Ok(ExitCode::SUCCESS)
}
