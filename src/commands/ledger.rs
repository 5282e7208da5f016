//! The ledger of withdrawals at the command line: what is in it, and whether it and the database agree.

use std::process::ExitCode;

use candor::config::Config;
use candor::consents::{self, Misfit, Seal};

use super::{Outcome, open, run};

pub fn ledger_list(config: Config) -> Outcome {
    let app = open(config)?;
    for found in run(consents::read_ledger(&app))? {
        let Some((entry, seal)) = found.entry else {
            println!("unreadable  {}", found.path);
            continue;
        };
        let number = entry.number.map_or("-".to_owned(), |n| n.to_string());
        let signed = match seal {
            Seal::Ours => "signed",
            Seal::Foreign => "foreign",
            Seal::None => "unsigned",
            Seal::Broken => "BROKEN",
        };
        println!(
            "{number:>6}  {}  {signed:<8}  client {}  {}  {}",
            entry.at, entry.client, entry.scope, entry.id
        );
    }
    Ok(ExitCode::SUCCESS)
}

pub fn ledger_verify(config: Config) -> Outcome {
    let app = open(config)?;
    let ledger = run(consents::read_ledger(&app))?;
    let checked = app
        .db
        .snapshot(|conn| consents::check_ledger(conn, &ledger))?;
    for misfit in &checked.misfits {
        println!("{}", words(misfit));
    }
    let counts = [
        (checked.unsigned, "written by a version that did not sign"),
        (checked.on_their_way, "on their way into it"),
        (checked.of_others, "of clients who are not in this database"),
    ];
    for (count, what) in counts.iter().filter(|(count, _)| *count > 0) {
        println!("{count} {what}");
    }
    if checked.misfits.is_empty() {
        println!(
            "whole: {} entries, as the database knows them",
            checked.entries
        );
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} do not fit", checked.misfits.len());
    Ok(ExitCode::FAILURE)
}

fn words(misfit: &Misfit) -> String {
    match misfit {
        Misfit::Unreadable { path } => format!("{path} is no entry of a ledger"),
        Misfit::Broken { id } => format!("{id} is not as it was written"),
        Misfit::Foreign { id } => {
            format!("{id} was not signed here, and the database does not know it")
        }
        Misfit::Gap { number } => format!("entry {number} is missing"),
        Misfit::Twice { number } => format!("two withdrawals have the number {number}"),
        Misfit::Unlike { id } => format!("{id} says something else than the database"),
        Misfit::NotInDatabase { id } => {
            format!("{id} has not taken effect in this database: candor restore --finish")
        }
        Misfit::NotInLedger { id } => format!("{id} is in the database, but not in the ledger"),
    }
}
