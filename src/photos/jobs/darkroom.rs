//! Where pixels are worked on: as many photos at a time as the memory allows.

use bytes::Bytes;

use crate::app::App;
use crate::error::Error;
use crate::imaging::{self, Developed, Edits, Format, Level, Limits, Refusal};

/// Waits until the memory that this photo is estimated to need is free.
pub(super) async fn reserve(
    app: &App,
    original: &[u8],
    edits: &Edits,
) -> Result<tokio::sync::OwnedSemaphorePermit, Error> {
    let need =
        imaging::memory_needed(original, edits, &Limits::default()).unwrap_or(64 << 20) >> 20;
    let all = app.config.jobs.photo_memory >> 20;
    let megabytes = u32::try_from(need.clamp(1, all.max(1))).unwrap_or(u32::MAX);
    app.photo_memory
        .clone()
        .acquire_many_owned(megabytes)
        .await
        .map_err(|e| Error::internal(e.to_string()))
}

/// Makes the renditions of one level on a thread of its own.
pub(super) async fn develop(
    original: &Bytes,
    edits: &Edits,
    level: Level,
    format: Format,
) -> Result<Result<Developed, Refusal>, Error> {
    let (original, edits) = (original.clone(), edits.clone());
    tokio::task::spawn_blocking(move || {
        imaging::develop(&original, &edits, level, &Limits::default(), &[format])
    })
    .await
    // A decoder that panicked has met a file it can't read.
    .or(Ok(Err(Refusal::Damaged)))
}
