//! Durable background work: enqueued in the transaction that made it necessary, leased, retried, parked.
//!
//! ```text
//! due → leased → done (row deleted, in the transaction of the job's effect)
//!  ↑       └ failed or lease expired → due later (back-off) → parked after 8 attempts
//! ```
//! A lease is short and renewed while its job runs, so that the work of a killed process is soon taken up again.
//! A job may be *run* twice (its worker was killed, its lease ran out); it *takes effect* once, because the effect and
//! [`Lease::finish`] share a transaction that only the holder of the lease can commit.

use std::future::Future;

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::db::schema::jobs;
use crate::db::{Conn, exactly_one, typed_id};
use crate::error::Error;

mod desk;
mod worker;

pub use desk::{Desk, Filed, Waiting, desk, drop_parked, unpark};
pub use worker::{Registry, Worker};

typed_id!(
    /// A piece of work to be done.
    JobId, JobTag
);

/// After so many failed attempts a job waits for a person.
pub const MAX_ATTEMPTS: i32 = 8;

/// A kind of work. The payload holds ids only: what is needed is read when the job runs.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    const NAME: &'static str;

    /// Whether nobody is harmed when it is done again by a database restored from a backup, whose queue is as it was
    /// then. What mails people is not: such jobs wait for a person.
    const REPEATABLE: bool = false;

    /// Does the work and ends with [`Lease::finish`] in the transaction of its effect.
    fn run(self, app: App, lease: Lease) -> impl Future<Output = Result<(), Error>> + Send;
}

/// Enqueues `job` in the caller's transaction, to run at once.
///
/// # Errors
/// When the database refuses.
pub fn enqueue<J: Job>(conn: &mut Conn, job: &J) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(JobId::new().as_str()),
            jobs::name.eq(J::NAME),
            jobs::payload.eq(serde_json::to_string(job)?),
            jobs::run_at.eq(now),
            jobs::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// The right to let one job take effect, until another worker takes it over.
#[derive(Debug, Clone)]
pub struct Lease {
    job: String,
    holder: String,
}

impl Lease {
    /// Ends the job, in the transaction of its effect.
    ///
    /// # Errors
    /// `Conflict` when the lease was lost: the caller's transaction must roll back.
    pub fn finish(&self, conn: &mut Conn) -> Result<(), Error> {
        let ended = diesel::delete(
            jobs::table.filter(jobs::id.eq(&self.job).and(jobs::leased_by.eq(&self.holder))),
        )
        .execute(&mut **conn)?;
        exactly_one(ended)
    }
}

#[derive(Queryable)]
struct Due {
    id: String,
    name: String,
    payload: String,
    attempts: i32,
}

/// Takes the next due job for `lease_time`, or `None`. Several workers may ask at once: one gets it.
fn claim(
    conn: &mut Conn,
    names: &[&'static str],
    lease_time: Duration,
) -> Result<Option<(Due, Lease)>, Error> {
    // Until one is ours or none is left: another worker may be quicker.
    loop {
        let now = conn.now()?;
        let due: Option<Due> = jobs::table
            .filter(jobs::parked_at.is_null())
            .filter(jobs::run_at.le(now))
            .filter(jobs::name.eq_any(names))
            .filter(jobs::leased_until.is_null().or(jobs::leased_until.le(now)))
            .order((jobs::run_at, jobs::id))
            .select((jobs::id, jobs::name, jobs::payload, jobs::attempts))
            .first(&mut **conn)
            .optional()?;
        let Some(due) = due else { return Ok(None) };
        if due.attempts >= MAX_ATTEMPTS {
            park(conn, &due)?;
            continue;
        }
        let lease = Lease {
            job: due.id.clone(),
            holder: crate::db::random_hex(8)?,
        };
        let taken = diesel::update(
            jobs::table
                .filter(jobs::id.eq(&due.id))
                .filter(jobs::leased_until.is_null().or(jobs::leased_until.le(now))),
        )
        .set((
            jobs::leased_by.eq(Some(&lease.holder)),
            jobs::leased_until.eq(Some(now + lease_time)),
            jobs::attempts.eq(jobs::attempts + 1),
        ))
        .execute(&mut **conn)?;
        if taken == 1 {
            return Ok(Some((due, lease)));
        }
    }
}

/// A job whose worker died each time it ran never gets so far as to fail: it is parked when it would begin again.
fn park(conn: &mut Conn, due: &Due) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::update(jobs::table.find(&due.id))
        .set((
            jobs::leased_by.eq(None::<String>),
            jobs::leased_until.eq(None::<NaiveDateTime>),
            jobs::last_error.eq(Some("its worker died each time")),
            jobs::parked_at.eq(Some(now)),
        ))
        .execute(&mut **conn)?;
    tracing::error!(job = %due.id, name = %due.name, "job parked: its worker died each time");
    Ok(())
}

/// Keeps a job for another `lease_time`, if it is still ours.
fn renew(conn: &mut Conn, lease: &Lease, lease_time: Duration) -> Result<(), Error> {
    let until = conn.now()? + lease_time;
    let renewed = diesel::update(
        jobs::table.filter(
            jobs::id
                .eq(&lease.job)
                .and(jobs::leased_by.eq(&lease.holder)),
        ),
    )
    .set(jobs::leased_until.eq(Some(until)))
    .execute(&mut **conn)?;
    exactly_one(renewed)
}

/// Gives a failed job back: later, or parked.
fn fail(conn: &mut Conn, due: &Due, lease: &Lease, error: &str) -> Result<bool, Error> {
    let now = conn.now()?;
    let attempts = due.attempts + 1;
    let parked = attempts >= MAX_ATTEMPTS;
    let wait = Duration::seconds(2i64.pow(attempts.clamp(0, 10) as u32).min(600));
    diesel::update(
        jobs::table.filter(
            jobs::id
                .eq(&due.id)
                .and(jobs::leased_by.eq(Some(&lease.holder))),
        ),
    )
    .set((
        jobs::leased_by.eq(None::<String>),
        jobs::leased_until.eq(None::<NaiveDateTime>),
        jobs::run_at.eq(now + wait),
        jobs::last_error.eq(Some(error)),
        jobs::parked_at.eq(parked.then_some(now)),
    ))
    .execute(&mut **conn)?;
    Ok(parked)
}

/// Work of one kind that is still to be done, parked work too: what a person is told is "under way".
///
/// # Errors
/// When the database does not answer.
pub fn open<J: Job>(conn: &mut Conn) -> Result<Vec<J>, Error> {
    let payloads: Vec<String> = jobs::table
        .filter(jobs::name.eq(J::NAME))
        .select(jobs::payload)
        .load(&mut **conn)?;
    Ok(payloads
        .iter()
        .filter_map(|payload| serde_json::from_str(payload).ok())
        .collect())
}

/// How many jobs wait and how many are parked: for `doctor`, the log and tests.
///
/// # Errors
/// When the database does not answer.
pub fn counts(conn: &mut Conn) -> Result<(i64, i64), Error> {
    let waiting = jobs::table
        .filter(jobs::parked_at.is_null())
        .count()
        .get_result(&mut **conn)?;
    let parked = jobs::table
        .filter(jobs::parked_at.is_not_null())
        .count()
        .get_result(&mut **conn)?;
    Ok((waiting, parked))
}
