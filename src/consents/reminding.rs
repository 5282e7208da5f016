//! When a client is to be reminded that a yes of theirs ends: 60 and 14 days before, once each.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::asking::event;
use super::renewing::{Ending, REMINDED, ending};
use crate::audit::Doer;
use crate::clients;
use crate::db::schema::consent_events;
use crate::db::{ClientId, Conn, ConsentId};
use crate::error::Error;

/// Days before the end, the last first.
const DAYS: [i64; 2] = [14, 60];

/// A mail that is due.
#[derive(Debug, Clone)]
pub struct Reminder {
    pub consent: ConsentId,
    pub client: ClientId,
    /// So many days before the end.
    days: i64,
}

/// The reminders that are due and were not taken. Who said that it may end, or has no address, gets none.
///
/// # Errors
/// When the database does not answer.
pub fn reminders_due(conn: &mut Conn) -> Result<Vec<Reminder>, Error> {
    let now = conn.now()?;
    let mut due = Vec::new();
    for one in ending(conn, None)? {
        if let Some(reminder) = reminder(&one, now)
            && clients::address(conn, &one.client)?.is_some()
            && !is_taken(conn, &reminder)?
        {
            due.push(reminder);
        }
    }
    Ok(due)
}

fn reminder(one: &Ending, now: NaiveDateTime) -> Option<Reminder> {
    let days = DAYS
        .into_iter()
        .find(|days| one.until - now <= Duration::days(*days))?;
    one.let_end_at.is_none().then(|| Reminder {
        consent: one.consent.clone(),
        client: one.client.clone(),
        days,
    })
}

fn is_taken(conn: &mut Conn, reminder: &Reminder) -> Result<bool, Error> {
    let taken = consent_events::table
        .filter(consent_events::consent_id.eq(reminder.consent.as_str()))
        .filter(consent_events::verb.eq(REMINDED))
        .filter(consent_events::detail.eq(reminder.days.to_string()));
    Ok(diesel::select(diesel::dsl::exists(taken)).get_result(&mut **conn)?)
}

/// Takes a reminder, to be sent: `false` when another instance has it, or it is due no more.
///
/// # Errors
/// When the database refuses.
pub fn take_reminder(conn: &mut Conn, due: &Reminder) -> Result<bool, Error> {
    clients::lock(conn, &due.client)?;
    let now = conn.now()?;
    let near = ending(conn, Some(&due.client))?;
    let still = near.iter().filter(|one| one.consent == due.consent);
    let still = still.filter_map(|one| reminder(one, now));
    if !still.into_iter().any(|one| one.days == due.days) || is_taken(conn, due)? {
        return Ok(false);
    }
    let (doer, days) = (Doer::System.to_string(), due.days.to_string());
    event(conn, &due.consent, &due.client, &doer, REMINDED, &days)?;
    Ok(true)
}
