//! What an admin may do with a job that is parked.

use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::consents::{DropObjects, DropScan, PurgeCopies, WriteLedger};
use crate::db::Conn;
use crate::error::Error;
use crate::jobs::{self, Job, JobId};
use crate::photos::DropFiles;
use crate::videos::DropVideo;

/// Has a parked job tried again, from its first attempt.
///
/// # Errors
/// `NotFound` when it is not parked (any more).
pub fn retry_job(conn: &mut Conn, actor: &Actor, id: &JobId) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let name = jobs::unpark(conn, id)?;
    record(conn, actor, "job.retry", id, &name)
}

/// Drops a parked job: it will not be done. What a withdrawal owes can't be dropped.
///
/// # Errors
/// `NotFound` when it is not parked (any more); `Refused` when it is owed.
pub fn drop_job(conn: &mut Conn, actor: &Actor, id: &JobId) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let name = jobs::drop_parked(conn, id)?;
    if is_owed(&name) {
        return Err(Error::refused(409, "job-owed"));
    }
    record(conn, actor, "job.drop", id, &name)
}

/// A client who withdrew, or dropped a video, was promised this: it is tried until it is done.
pub fn is_owed(name: &str) -> bool {
    [
        DropObjects::NAME,
        DropScan::NAME,
        DropFiles::NAME,
        DropVideo::NAME,
        PurgeCopies::NAME,
        WriteLedger::NAME,
    ]
    .contains(&name)
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str, id: &JobId, name: &str) -> Result<(), Error> {
    let subject = format!("job:{id}");
    audit::record(
        conn,
        &actor.doer(),
        verb,
        &subject,
        &json!({ "name": name }),
    )
}
