//! The queue as a person sees it: how much waits, and what is parked and why.

use chrono::NaiveDateTime;
use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use serde::Serialize;

use super::JobId;
use crate::db::schema::jobs;
use crate::db::{Conn, exactly_one};
use crate::error::Error;

/// The longest list of parked jobs that is shown.
const LONGEST: i64 = 200;

/// What waits.
#[derive(Debug, Serialize)]
pub struct Desk {
    pub waiting: Vec<Waiting>,
    pub parked: i64,
}

/// Jobs of one kind that wait or are at work.
#[derive(Debug, Queryable, Serialize)]
pub struct Waiting {
    pub name: String,
    pub count: i64,
    /// When the first of them was asked for.
    pub since: Option<NaiveDateTime>,
}

/// A parked job. Its payload holds ids only and is not shown; its error is shown without addresses.
#[derive(Debug, Queryable, Serialize)]
pub struct Filed {
    pub id: String,
    pub name: String,
    pub created_at: NaiveDateTime,
    pub parked_at: Option<NaiveDateTime>,
    pub attempts: i32,
    pub last_error: Option<String>,
}

/// # Errors
/// When the database does not answer.
pub fn desk(conn: &mut Conn) -> Result<(Desk, Vec<Filed>), Error> {
    let waiting = jobs::table
        .filter(jobs::parked_at.is_null())
        .group_by(jobs::name)
        .order(jobs::name)
        .select((jobs::name, count_star(), min(jobs::created_at)))
        .load(&mut **conn)?;
    let parked = jobs::table
        .filter(jobs::parked_at.is_not_null())
        .count()
        .get_result(&mut **conn)?;
    let mut filed: Vec<Filed> = jobs::table
        .filter(jobs::parked_at.is_not_null())
        .order((jobs::parked_at.desc(), jobs::id))
        .limit(LONGEST)
        .select((
            jobs::id,
            jobs::name,
            jobs::created_at,
            jobs::parked_at,
            jobs::attempts,
            jobs::last_error,
        ))
        .load(&mut **conn)?;
    for job in &mut filed {
        job.last_error = job.last_error.take().map(|text| without_addresses(&text));
    }
    Ok((Desk { waiting, parked }, filed))
}

/// A mail server's refusal may name the person it was for.
fn without_addresses(text: &str) -> String {
    let words = text
        .split_whitespace()
        .map(|word| match word.contains('@') {
            true => "…",
            false => word,
        });
    words.collect::<Vec<_>>().join(" ")
}

/// Lets a parked job run again, as if for the first time. Gives its kind.
///
/// # Errors
/// `NotFound` when it is not parked.
pub fn unpark(conn: &mut Conn, id: &JobId) -> Result<String, Error> {
    let name = parked(conn, id)?;
    let now = conn.now()?;
    let changed = diesel::update(
        jobs::table
            .find(id.as_str())
            .filter(jobs::parked_at.is_not_null()),
    )
    .set((
        jobs::parked_at.eq(None::<NaiveDateTime>),
        jobs::attempts.eq(0),
        jobs::run_at.eq(now),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    Ok(name)
}

/// Takes a parked job out of the queue for good. Gives its kind.
///
/// # Errors
/// `NotFound` when it is not parked.
pub fn drop_parked(conn: &mut Conn, id: &JobId) -> Result<String, Error> {
    let name = parked(conn, id)?;
    let dropped = diesel::delete(
        jobs::table
            .find(id.as_str())
            .filter(jobs::parked_at.is_not_null()),
    )
    .execute(&mut **conn)?;
    exactly_one(dropped)?;
    Ok(name)
}

fn parked(conn: &mut Conn, id: &JobId) -> Result<String, Error> {
    Ok(jobs::table
        .find(id.as_str())
        .filter(jobs::parked_at.is_not_null())
        .select(jobs::name)
        .first(&mut **conn)?)
}
