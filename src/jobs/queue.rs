//! Who may begin what, and what becomes of a job that failed.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::{Lease, Turn};
use crate::db::Conn;
use crate::db::schema::jobs;
use crate::error::Error;

/// A job whose time has come.
#[derive(Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub(super) struct Due {
    pub id: String,
    pub name: String,
    pub payload: String,
    pub attempts: i32,
}

/// Takes the next due job of these kinds for `lease_time`, or `None`, parking those that were tried as often as `limit` says: by turn, within one by age, but what is being looked
/// at comes before the rest. Several workers may ask at once: one gets it.
pub(super) fn claim(
    conn: &mut Conn,
    names: &[&'static str],
    limit: impl Fn(&str) -> i32,
    attended: &[String],
    lease_time: Duration,
) -> Result<Option<(Due, Lease)>, Error> {
    // Until one is ours or none is left: another worker may be quicker.
    loop {
        let now = conn.now()?;
        let looked_at = match attended {
            [] => None,
            some => first(conn, names, Some(some), now)?,
        };
        let due = match looked_at {
            Some(due) => Some(due),
            None => first(conn, names, None, now)?,
        };
        let Some(due) = due else { return Ok(None) };
        if due.attempts >= limit(&due.name) {
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

/// The first that is due; of things that are looked at only what someone waits to see.
fn first(
    conn: &mut Conn,
    names: &[&'static str],
    attended: Option<&[String]>,
    now: NaiveDateTime,
) -> Result<Option<Due>, Error> {
    let mut due = jobs::table
        .filter(jobs::parked_at.is_null())
        .filter(jobs::run_at.le(now))
        .filter(jobs::name.eq_any(names))
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.le(now)))
        .order((jobs::turn, jobs::run_at, jobs::id))
        .select(Due::as_select())
        .into_boxed();
    if let Some(attended) = attended {
        due = due
            .filter(jobs::turn.le(Turn::Awaited.number()))
            .filter(jobs::about.eq_any(attended));
    }
    Ok(due.first(&mut **conn).optional()?)
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

/// What became of a job that failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failed {
    Later,
    Parked,
    /// It was called off, or another worker has it.
    NotOurs,
}

/// Gives a failed job back: later, or parked.
pub(super) fn fail(
    conn: &mut Conn,
    due: &Due,
    lease: &Lease,
    error: &str,
    limit: i32,
) -> Result<Failed, Error> {
    let now = conn.now()?;
    let attempts = due.attempts + 1;
    let parked = attempts >= limit;
    let wait = Duration::seconds(2i64.pow(attempts.clamp(0, 10) as u32).min(600));
    let ours = diesel::update(
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
    Ok(match (ours, parked) {
        (0, _) => Failed::NotOurs,
        (_, true) => Failed::Parked,
        (_, false) => Failed::Later,
    })
}
