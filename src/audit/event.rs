//! One event of the chain: who did what to which record.

use std::fmt;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::db::Conn;
use crate::db::schema::{audit_events, audit_head};
use crate::error::Error;
use crate::hash::hex;

/// Who did it, as the chain names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doer {
    User(String),
    Client(String),
    /// Somebody on the public pages, of whom nothing is known.
    Visitor,
    System,
}

impl fmt::Display for Doer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(f, "user:{id}"),
            Self::Client(id) => write!(f, "client:{id}"),
            Self::Visitor => f.write_str("visitor"),
            Self::System => f.write_str("system"),
        }
    }
}

/// Adds one event, as the last statement of the transaction that did the deed (its head row is the lock all wait for).
///
/// `subject` is `kind:id`; `detail` holds ids, counts and hashes only.
///
/// # Errors
/// When the database refuses.
pub fn record(
    conn: &mut Conn,
    doer: &Doer,
    verb: &str,
    subject: &str,
    detail: &Value,
) -> Result<(), Error> {
    diesel::update(audit_head::table)
        .set(audit_head::seq.eq(audit_head::seq + 1))
        .execute(&mut **conn)?;
    let (seq, previous): (i64, String) = audit_head::table
        .select((audit_head::seq, audit_head::sha256))
        .first(&mut **conn)?;
    let mut event = Event {
        seq,
        at: conn.now()?,
        actor: doer.to_string(),
        verb: verb.to_owned(),
        subject: subject.to_owned(),
        detail: detail.to_string(),
        previous_sha256: previous,
        sha256: String::new(),
    };
    event.sha256 = event.own_sha256();
    diesel::insert_into(audit_events::table)
        .values((
            audit_events::seq.eq(event.seq),
            audit_events::at.eq(event.at),
            audit_events::actor.eq(&event.actor),
            audit_events::verb.eq(&event.verb),
            audit_events::subject.eq(&event.subject),
            audit_events::detail.eq(&event.detail),
            audit_events::previous_sha256.eq(&event.previous_sha256),
            audit_events::sha256.eq(&event.sha256),
        ))
        .execute(&mut **conn)?;
    diesel::update(audit_head::table)
        .set(audit_head::sha256.eq(&event.sha256))
        .execute(&mut **conn)?;
    Ok(())
}

/// Waits for everyone who is about to add an event, and lets nobody else until the transaction ends: for what may be done once.
///
/// # Errors
/// When the database refuses.
pub fn in_turn(conn: &mut Conn) -> Result<(), Error> {
    diesel::update(audit_head::table)
        .set(audit_head::seq.eq(audit_head::seq))
        .execute(&mut **conn)?;
    Ok(())
}

/// The detail of the newest event with this verb.
///
/// # Errors
/// When the database does not answer.
pub fn latest(conn: &mut Conn, verb: &str) -> Result<Option<String>, Error> {
    Ok(audit_events::table
        .filter(audit_events::verb.eq(verb))
        .order(audit_events::seq.desc())
        .select(audit_events::detail)
        .first(&mut **conn)
        .optional()?)
}

/// A row of the chain, as it is kept.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = audit_events)]
pub struct Event {
    pub seq: i64,
    pub at: NaiveDateTime,
    pub actor: String,
    pub verb: String,
    pub subject: String,
    /// JSON: ids, counts and hashes.
    pub detail: String,
    pub previous_sha256: String,
    pub sha256: String,
}

impl Event {
    /// What its hash must be: SHA-256 over the other fields with their lengths, so that no two events share a text.
    pub fn own_sha256(&self) -> String {
        let mut hash = Sha256::new();
        let at = self.at.and_utc().timestamp_millis().to_string();
        for field in [
            &self.seq.to_string(),
            &at,
            &self.actor,
            &self.verb,
            &self.subject,
            &self.detail,
            &self.previous_sha256,
        ] {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field.as_bytes());
        }
        hex(&hash.finalize())
    }
}
