//! Records of consents that clients keep: checking one, and the key that it takes.

use std::path::Path;
use std::process::ExitCode;

use candor::config::Config;
use candor::consents;
use candor::error::Error;
use candor::seal;

use super::Outcome;

/// Checks a file with a public key alone: no settings, no database. Without one, with the key of this installation.
pub fn receipt_verify(file: &Path, key: Option<String>) -> Outcome {
    let key = match key {
        Some(key) => key,
        None => {
            let config = Config::from_env().map_err(|e| Error::internal(e.to_string()))?;
            seal::public_key(&config)?
        }
    };
    let text = std::fs::read_to_string(file)
        .map_err(|e| Error::internal(format!("{}: {e}", file.display())))?;
    if consents::is_record_by(key.trim(), &text) {
        println!("genuine: signed with {key}, and unchanged");
        return Ok(ExitCode::SUCCESS);
    }
    println!("not genuine: changed since it was given out, or signed with another key");
    Ok(ExitCode::FAILURE)
}

pub fn receipt_key(config: &Config) -> Outcome {
    println!("{}", seal::public_key(config)?);
    Ok(ExitCode::SUCCESS)
}
