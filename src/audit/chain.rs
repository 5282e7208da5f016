//! The chain by itself: every row fits the one before it.

use diesel::prelude::*;

use super::event::Event;
use crate::db::Conn;
use crate::db::schema::{audit_events, audit_head};
use crate::error::Error;

/// What a walk along the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        let rows: Vec<Event> = audit_events::table
            .filter(audit_events::seq.ge(next))
            .order(audit_events::seq)
            .limit(1000)
            .select(Event::as_select())
            .load(&mut **conn)?;
        if rows.is_empty() {
            break;
        }
        for event in rows {
            let fits = event.seq == next
                && event.previous_sha256 == previous
                && event.own_sha256() == event.sha256;
            if !fits {
                return Ok(Verdict::BrokenAt(next));
            }
            (next, previous) = (next + 1, event.sha256);
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
