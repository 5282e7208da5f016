//! What the background worker is told.

use chrono::Duration;

use super::given::{ConfigError, Given, refuse};

/// The background worker.
#[derive(Debug, Clone)]
pub struct JobsConfig {
    /// Whether `serve` also works on jobs (a single machine) or leaves them to `work`.
    pub in_serve: bool,
    /// Memory that photo jobs may use together, in bytes (estimated from pixels before decoding).
    pub photo_memory: u64,
    /// How long a worker that fell silent keeps its job; renewed while the job runs.
    pub lease: Duration,
}

pub(super) fn jobs(given: &Given) -> Result<JobsConfig, ConfigError> {
    let seconds = given.parse("CANDOR_JOB_LEASE_SECONDS", 30u32, "a number of seconds")?;
    if seconds == 0 {
        return refuse("CANDOR_JOB_LEASE_SECONDS: expected at least 1");
    }
    Ok(JobsConfig {
        in_serve: given.parse("CANDOR_JOBS_IN_SERVE", true, "true or false")?,
        photo_memory: given.parse("CANDOR_PHOTO_MEMORY_MB", 1024u64, "a number of MiB")? << 20,
        lease: Duration::seconds(seconds.into()),
    })
}
