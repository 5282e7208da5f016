//! An append-only hash chain of who did what to which record.
//!
//! Rows hold ids and hashes, never names or words, so that erasing a client does not break the chain. The database
//! refuses to change or delete a row (triggers); `verify` names the first row that does not fit.

use chrono::NaiveDateTime;
use diesel::prelude::*;
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
    System,
}

impl std::fmt::Display for Doer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::User(id) => write!(f, "user:{id}"),
            Self::Client(id) => write!(f, "client:{id}"),
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
    let event = Event {
        seq,
        at: conn.now()?,
        actor: doer.to_string(),
        verb: verb.to_owned(),
        subject: subject.to_owned(),
        detail: detail.to_string(),
        previous_sha256: previous,
    };
    let sha256 = event.sha256();
    diesel::insert_into(audit_events::table)
        .values((
            audit_events::seq.eq(event.seq),
            audit_events::at.eq(event.at),
            audit_events::actor.eq(&event.actor),
            audit_events::verb.eq(&event.verb),
            audit_events::subject.eq(&event.subject),
            audit_events::detail.eq(&event.detail),
            audit_events::previous_sha256.eq(&event.previous_sha256),
            audit_events::sha256.eq(&sha256),
        ))
        .execute(&mut **conn)?;
    diesel::update(audit_head::table)
        .set(audit_head::sha256.eq(&sha256))
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

#[derive(Queryable)]
struct Event {
    seq: i64,
    at: NaiveDateTime,
    actor: String,
    verb: String,
    subject: String,
    detail: String,
    previous_sha256: String,
}

impl Event {
    /// SHA-256 over the fields with their lengths, so that no two events share a text.
    fn sha256(&self) -> String {
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

/// What `audit verify` found.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All events fit; so many.
    Whole(i64),
    /// The first row that is missing or was changed.
    BrokenAt(i64),
}

/// Walks the whole chain.
///
/// # Errors
/// When the database does not answer.
pub fn verify(conn: &mut Conn) -> Result<Verdict, Error> {
    let (mut next, mut previous) = (1i64, String::new());
    loop {
        let rows: Vec<(Event, String)> = audit_events::table
            .filter(audit_events::seq.ge(next))
            .order(audit_events::seq)
            .limit(1000)
            .select((
                (
                    audit_events::seq,
                    audit_events::at,
                    audit_events::actor,
                    audit_events::verb,
                    audit_events::subject,
                    audit_events::detail,
                    audit_events::previous_sha256,
                ),
                audit_events::sha256,
            ))
            .load(&mut **conn)?;
        if rows.is_empty() {
            break;
        }
        for (event, sha256) in rows {
            let fits =
                event.seq == next && event.previous_sha256 == previous && event.sha256() == sha256;
            if !fits {
                return Ok(Verdict::BrokenAt(next));
            }
            (next, previous) = (next + 1, sha256);
        }
    }
    let head: (i64, String) = audit_head::table
        .select((audit_head::seq, audit_head::sha256))
        .first(&mut **conn)?;
    if head == (next - 1, previous) {
        Ok(Verdict::Whole(next - 1))
    } else {
        Ok(Verdict::BrokenAt(next))
    }
}
