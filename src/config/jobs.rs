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
    /// How many photos are worked on at a time, as far as their memory allows.
    pub photos_at_once: usize,
    /// Whether WebP is made beside JPEG and AVIF.
    pub webp: bool,
    /// How long a worker that fell silent keeps its job; renewed while the job runs.
    pub lease: Duration,
}

pub(super) fn jobs(given: &Given) -> Result<JobsConfig, ConfigError> {
    let seconds = given.parse("CANDOR_JOB_LEASE_SECONDS", 30u32, "a number of seconds")?;
    if seconds == 0 {
        return refuse("CANDOR_JOB_LEASE_SECONDS: expected at least 1");
    }
    let photos_at_once =
        given.parse("CANDOR_PHOTOS_AT_ONCE", spare_cores(), "a number of photos")?;
    if !(1..=64).contains(&photos_at_once) {
        return refuse("CANDOR_PHOTOS_AT_ONCE: expected 1 to 64");
    }
    Ok(JobsConfig {
        in_serve: given.parse("CANDOR_JOBS_IN_SERVE", true, "true or false")?,
        photo_memory: given.parse("CANDOR_PHOTO_MEMORY_MB", 512u64, "a number of MiB")? << 20,
        photos_at_once,
        webp: given.parse("CANDOR_PHOTO_WEBP", false, "true or false")?,
        lease: Duration::seconds(seconds.into()),
    })
}

/// Each photo keeps two cores busy while its files are made, at a low priority.
fn spare_cores() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    (cores / 2).clamp(1, 4)
}
