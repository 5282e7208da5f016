//! Durable background work: enqueued in the transaction that made it necessary, leased, retried, parked.
//!
//! ```text
//! due → leased → done (row deleted, in the transaction of the job's effect)
//!  ↑       └ failed or lease expired → due later (back-off) → parked after 8 attempts
//! ```
//! A lease is short and renewed while its job runs, so that the work of a killed process is soon taken up again.
//! Errands never wait behind photos: those have workers of their own. Among photos comes first what someone waits to see,
//! and of that first what they look at now. Work on a thing that is gone is called off: its row goes in the transaction
//! that made it needless, and what runs finds out between two steps.
//!
//! A job may be *run* twice (its worker was killed, its lease ran out); it *takes effect* once, because the effect and
//! [`Lease::finish`] share a transaction that only the holder of the lease can commit.

use std::future::Future;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::db::schema::jobs;
use crate::db::{Conn, typed_id};
use crate::error::Error;

mod desk;
mod lease;
mod queue;
mod worker;

pub use desk::{Desk, Filed, Waiting, desk, drop_parked, unpark};
pub use lease::Lease;
pub use worker::{Registry, Worker};

typed_id!(
    /// A piece of work to be done.
    JobId, JobTag
);

/// After so many failed attempts a job waits for a person, unless its kind says otherwise.
pub const MAX_ATTEMPTS: i32 = 8;

/// Who goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Soon done, and never behind a photo: mail, deletions.
    Errand,
    /// Takes a processor for a while, and someone waits to see it.
    Awaited,
    /// Takes a processor for a while, and nobody waits.
    Later,
}

impl Turn {
    const fn number(self) -> i32 {
        match self {
            Self::Errand => 0,
            Self::Awaited => 1,
            Self::Later => 2,
        }
    }
}

/// A kind of work. The payload holds ids only: what is needed is read when the job runs.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    const NAME: &'static str;

    /// Whether nobody is harmed when it is done again by a database restored from a backup, whose queue is as it was
    /// then. What mails people is not: such jobs wait for a person.
    const REPEATABLE: bool = false;

    const TURN: Turn = Turn::Errand;

    /// After so many failed attempts it waits for a person.
    const ATTEMPTS: i32 = MAX_ATTEMPTS;

    /// The id of the one thing that it works on: with that it can be called off.
    fn about(&self) -> Option<&str> {
        None
    }

    /// Does the work and ends with [`Lease::finish`] in the transaction of its effect.
    fn run(self, app: App, lease: Lease) -> impl Future<Output = Result<(), Error>> + Send;
}

/// Enqueues `job` in the caller's transaction, to run at once.
///
/// # Errors
/// When the database refuses.
pub fn enqueue<J: Job>(conn: &mut Conn, job: &J) -> Result<(), Error> {
    file(conn, job).map(|_| ())
}

/// [`enqueue`], and gives the job's id: for a row that goes with it.
///
/// # Errors
/// When the database refuses.
pub fn file<J: Job>(conn: &mut Conn, job: &J) -> Result<JobId, Error> {
    let id = JobId::new();
    let now = conn.now()?;
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(id.as_str()),
            jobs::name.eq(J::NAME),
            jobs::payload.eq(serde_json::to_string(job)?),
            jobs::run_at.eq(now),
            jobs::created_at.eq(now),
            jobs::turn.eq(J::TURN.number()),
            jobs::about.eq(job.about()),
        ))
        .execute(&mut **conn)?;
    Ok(id)
}

/// Takes work of one kind on one thing out of the queue, in the transaction that makes it needless. What runs already stops
/// at its next step, and can't take effect. Says how many jobs went.
///
/// # Errors
/// When the database refuses.
pub fn call_off<J: Job>(conn: &mut Conn, about: &str) -> Result<usize, Error> {
    let kind = jobs::table.filter(jobs::name.eq(J::NAME));
    Ok(diesel::delete(kind.filter(jobs::about.eq(about))).execute(&mut **conn)?)
}

/// [`call_off`] for work that is not about one thing: that which `unwanted` picks.
///
/// # Errors
/// When the database refuses.
pub fn call_off_those<J: Job>(
    conn: &mut Conn,
    unwanted: impl Fn(&J) -> bool,
) -> Result<usize, Error> {
    let all: Vec<(String, String)> = jobs::table
        .filter(jobs::name.eq(J::NAME))
        .select((jobs::id, jobs::payload))
        .load(&mut **conn)?;
    let those = all.into_iter().filter(|(_, payload)| {
        let job = serde_json::from_str::<J>(payload);
        job.is_ok_and(|job| unwanted(&job))
    });
    let ids: Vec<String> = those.map(|(id, _)| id).collect();
    Ok(diesel::delete(jobs::table.filter(jobs::id.eq_any(ids))).execute(&mut **conn)?)
}

/// Work on one thing that is not done yet.
#[derive(Debug, Clone)]
pub struct UnderWay {
    pub about: String,
    pub name: String,
    /// A worker is at it.
    pub running: bool,
}

/// What is still to be done for these things; parked work does not count, it waits for a person.
///
/// # Errors
/// When the database does not answer.
pub fn under_way(conn: &mut Conn, about: &[&str]) -> Result<Vec<UnderWay>, Error> {
    let now = conn.now()?;
    let rows: Vec<(Option<String>, String, Option<NaiveDateTime>)> = jobs::table
        .filter(jobs::about.eq_any(about))
        .filter(jobs::parked_at.is_null())
        .select((jobs::about, jobs::name, jobs::leased_until))
        .load(&mut **conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(about, name, leased)| {
            Some(UnderWay {
                about: about?,
                name,
                running: leased.is_some_and(|until| until > now),
            })
        })
        .collect())
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
