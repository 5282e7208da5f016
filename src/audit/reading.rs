//! The chain as people read it: the newest events first, those about one kind of thing, by one person, of some days.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::event::Event;
use crate::db::Conn;
use crate::db::schema::audit_events;
use crate::error::Error;

/// The kinds of things that events are about.
pub const NOUNS: [&str; 16] = [
    "audit",
    "case",
    "client",
    "clinic",
    "consent",
    "job",
    "ledger",
    "location",
    "pair",
    "photo",
    "practitioner",
    "restore",
    "story",
    "testimonial",
    "treatment",
    "user",
];

/// Which events are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// One of [`NOUNS`].
    pub noun: Option<&'static str>,
    /// As [`super::Doer`] writes them; `client` stands for all clients.
    pub actor: Option<String>,
    pub from: Option<NaiveDateTime>,
    pub until: Option<NaiveDateTime>,
    /// Events older than this one.
    pub before: Option<i64>,
}

/// The newest `limit` of the wanted events.
///
/// # Errors
/// When the database does not answer.
pub fn events(conn: &mut Conn, wanted: &Wanted, limit: i64) -> Result<Vec<Event>, Error> {
    let mut rows = audit_events::table
        .order(audit_events::seq.desc())
        .limit(limit)
        .select(Event::as_select())
        .into_boxed();
    if let Some(noun) = wanted.noun {
        let one_of = audit_events::subject.like(format!("{noun}:%"));
        rows = rows.filter(one_of.or(audit_events::subject.eq(noun)));
    }
    match wanted.actor.as_deref() {
        None => {}
        Some("client") => rows = rows.filter(audit_events::actor.like("client:%")),
        Some(actor) => rows = rows.filter(audit_events::actor.eq(actor.to_owned())),
    }
    if let Some(from) = wanted.from {
        rows = rows.filter(audit_events::at.ge(from));
    }
    if let Some(until) = wanted.until {
        rows = rows.filter(audit_events::at.lt(until));
    }
    if let Some(before) = wanted.before {
        rows = rows.filter(audit_events::seq.lt(before));
    }
    Ok(rows.load(&mut **conn)?)
}

/// All events about these things (`kind:id`), oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn about(conn: &mut Conn, subjects: &[String]) -> Result<Vec<Event>, Error> {
    Ok(audit_events::table
        .filter(audit_events::subject.eq_any(subjects))
        .order(audit_events::seq)
        .select(Event::as_select())
        .load(&mut **conn)?)
}
