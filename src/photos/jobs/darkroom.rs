//! Where pixels are worked on: as many photos at a time as the memory allows, behind everything that people wait for, and
//! no longer than anybody wants the photo.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::oneshot;

use crate::app::App;
use crate::clinic;
use crate::error::Error;
use crate::imaging::{
    self, Developed, Edits, Extra, Level, Limits, Order, Refusal, Stop, Watermark,
};
use crate::jobs::Lease;

/// How often it is asked whether the photo is still wanted.
const PAUSE: Duration = Duration::from_millis(500);

/// Waits until the memory that this photo is estimated to need is free.
pub(super) async fn reserve(
    app: &App,
    original: &[u8],
    edits: &Edits,
) -> Result<tokio::sync::OwnedSemaphorePermit, Error> {
    let need = imaging::memory_needed(original, edits, &Limits::default());
    reserve_bytes(app, need.unwrap_or(64 << 20)).await
}

async fn reserve_bytes(app: &App, bytes: u64) -> Result<tokio::sync::OwnedSemaphorePermit, Error> {
    let all = app.config.jobs.photo_memory >> 20;
    let megabytes = u32::try_from((bytes >> 20).clamp(1, all.max(1))).unwrap_or(u32::MAX);
    app.photo_memory
        .clone()
        .acquire_many_owned(megabytes)
        .await
        .map_err(|e| Error::internal(e.to_string()))
}

/// The logo that stands on a photo of these edits.
pub(super) async fn watermark(app: &App, edits: &Edits) -> Result<Option<Arc<Watermark>>, Error> {
    let Some(name) = edits.watermark.clone() else {
        return Ok(None);
    };
    let asked = name.clone();
    let png = app
        .db
        .read(move |conn| clinic::watermark_png(conn, &asked))
        .await?;
    let read = Watermark::read(&name, &png).map_err(|e| Error::internal(format!("logo: {e}")))?;
    Ok(Some(Arc::new(read)))
}

/// Makes what is ordered of one level, unless the job is called off meanwhile.
///
/// # Errors
/// `Conflict` when it was called off.
pub(super) async fn develop(
    app: &App,
    lease: &Lease,
    original: &Bytes,
    edits: &Edits,
    level: Level,
    order: Order,
) -> Result<Result<Developed, Refusal>, Error> {
    lease.check(app).await?;
    let (original, edits, stop) = (original.clone(), edits.clone(), Stop::default());
    let asked = stop.clone();
    let mut working = behind(move || {
        let limits = Limits::default();
        imaging::develop_until(&original, &edits, level, &limits, &order, &asked)
    })?;
    loop {
        match tokio::time::timeout(PAUSE, &mut working).await {
            Ok(_) if stop.is_asked() => return Err(Error::Conflict),
            // A decoder that panicked has met a file it can't read.
            Ok(done) => return Ok(done.unwrap_or(Err(Refusal::Damaged))),
            Err(_) => {
                // A database that does not answer now will when the job ends.
                if matches!(lease.check(app).await, Err(Error::Conflict)) {
                    stop.ask();
                }
            }
        }
    }
}

/// Makes a print of one level; checked as all that is made (G13).
pub(in crate::photos) async fn printed(
    app: &App,
    original: Bytes,
    edits: Edits,
    level: Level,
) -> Result<Bytes, Error> {
    let print = for_paper(app, original, edits, level)
        .await?
        .map_err(|refusal| Error::internal(format!("print: {refusal}")))?;
    Ok(print.bytes.into())
}

/// A page of paper that was scanned or photographed: upright, in our own encoding, without metadata.
///
/// # Errors
/// When it can't be worked on now; what is no photo is refused by name.
pub async fn page_of_paper(
    app: &App,
    bytes: Bytes,
) -> Result<Result<imaging::Rendition, Refusal>, Error> {
    if let Err(refusal) = imaging::probe(&bytes, &Limits::default()) {
        return Ok(Err(refusal));
    }
    for_paper(app, bytes, Edits::default(), Level::FullFace).await
}

async fn for_paper(
    app: &App,
    original: Bytes,
    edits: Edits,
    level: Level,
) -> Result<Result<imaging::Rendition, Refusal>, Error> {
    let limits = Limits::default();
    let need = imaging::memory_needed_for_print(&original, &edits, &limits);
    let _memory = reserve_bytes(app, need.unwrap_or(256 << 20)).await?;
    let made = behind(move || imaging::extra(&original, &edits, level, &limits, Extra::Print))?;
    // A decoder that panicked has met a file it can't read.
    let print = match made.await.unwrap_or(Err(Refusal::Damaged)) {
        Ok(print) => print,
        Err(refusal) => return Ok(Err(refusal)),
    };
    imaging::inspect_output(&print.bytes, print.format)
        .map_err(|found| Error::internal(format!("print is not clean: {found}")))?;
    Ok(Ok(print))
}

/// Runs work on pixels on a thread of its own, which gives way to every thread that answers people.
pub(in crate::photos) fn behind<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<oneshot::Receiver<T>, Error> {
    let (done, result) = oneshot::channel();
    std::thread::Builder::new()
        .name("darkroom".to_owned())
        .spawn(move || {
            give_way();
            // Whoever asked may have gone.
            let _ = done.send(work());
        })
        .map_err(|e| Error::unavailable(format!("thread: {e}")))?;
    Ok(result)
}

/// Linux lets a thread run only when no other of the process has work (`SCHED_IDLE`): a lower priority alone (`nice`) keeps
/// a visitor waiting until the slice of the encoder ends. Encoders that this thread begins inherit it. Other systems have
/// nothing like it that needs no rights.
fn give_way() {
    #[cfg(target_os = "linux")]
    {
        use thread_priority::{
            NormalThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy,
            set_thread_priority_and_policy, thread_native_id,
        };
        let idle = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
        if let Err(error) =
            set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, idle)
        {
            tracing::debug!(?error, "priority not lowered");
        }
    }
}
