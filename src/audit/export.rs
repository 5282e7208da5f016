//! The chain as lines of JSON for others to keep and check: one event a line, then the head with our signature.

use std::io::Write;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::event::Event;
use crate::config::Config;
use crate::db::Conn;
use crate::db::schema::{audit_events, audit_head};
use crate::error::Error;
use crate::hash::hex;
use crate::seal;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub events: i64,
    /// SHA-256 of the lines of events.
    pub sha256: String,
}

/// Writes the events of these days (UTC, both included), oldest first. Inside a snapshot.
///
/// The last line is `{"head": …, "signature": …, "public_key": …}`: the signature is over the text of `head` without spaces, and
/// `lines_sha256` in it is the hash of all lines before, with their line breaks.
///
/// # Errors
/// When the database does not answer, or the lines can't be written.
pub fn export(
    conn: &mut Conn,
    config: &Config,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    sink: &mut dyn Write,
) -> Result<Exported, Error> {
    let told = |e: std::io::Error| Error::internal(format!("audit export: {e}"));
    let (mut hash, mut count, mut behind) = (Sha256::new(), 0, 0);
    loop {
        let mut rows = audit_events::table
            .filter(audit_events::seq.gt(behind))
            .order(audit_events::seq)
            .limit(1000)
            .select(Event::as_select())
            .into_boxed();
        if let Some(from) = from {
            rows = rows.filter(audit_events::at.ge(from.and_time(NaiveTime::MIN)));
        }
        if let Some(after) = to.and_then(|day| day.succ_opt()) {
            rows = rows.filter(audit_events::at.lt(after.and_time(NaiveTime::MIN)));
        }
        let rows: Vec<Event> = rows.load(&mut **conn)?;
        let Some(last) = rows.last() else { break };
        behind = last.seq;
        for event in &rows {
            // Line breaks inside a value are written as escapes: one event is one line, whatever it holds (S52).
            let mut line = serde_json::to_vec(event)?;
            line.push(b'\n');
            hash.update(&line);
            sink.write_all(&line).map_err(told)?;
            count += 1;
        }
    }
    let (seq, sha256): (i64, String) = audit_head::table
        .select((audit_head::seq, audit_head::sha256))
        .first(&mut **conn)?;
    let lines_sha256 = hex(&hash.finalize());
    let head = json!({
        "seq": seq, "sha256": sha256, "from": from, "to": to, "events": count,
        "lines_sha256": lines_sha256, "at": conn.now()?.and_utc().to_rfc3339(),
    });
    let last = json!({
        "signature": seal::seal(config, head.to_string().as_bytes())?,
        "public_key": seal::public_key(config)?,
        "head": head,
    });
    sink.write_all(format!("{last}\n").as_bytes())
        .and_then(|()| sink.flush())
        .map_err(told)?;
    Ok(Exported {
        events: count,
        sha256: lines_sha256,
    })
}
