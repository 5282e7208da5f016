//! How the log looks.

use super::given::{ConfigError, Given, refuse};

/// How the log looks.
#[derive(Debug, Clone)]
pub struct LogConfig {
    /// A `tracing` filter, such as `info` or `candor=debug,warn`.
    pub filter: String,
    pub json: bool,
}

pub(super) fn log(given: &Given) -> Result<LogConfig, ConfigError> {
    let json = match given.get("CANDOR_LOG_FORMAT") {
        None | Some("text") => false,
        Some("json") => true,
        Some(_) => return refuse("CANDOR_LOG_FORMAT: expected text or json"),
    };
    Ok(LogConfig {
        filter: given.get("CANDOR_LOG").unwrap_or("info").to_owned(),
        json,
    })
}
