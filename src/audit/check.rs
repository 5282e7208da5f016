//! The chain against itself and against its anchors, and what the checks so far found.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::anchor::{Anchor, Read, read_all};
use super::chain::{Verdict, verify};
use crate::app::App;
use crate::db::schema::{audit_anchors, audit_checks, audit_events};
use crate::db::{Conn, Id};
use crate::error::Error;

/// An anchor that the chain contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stray {
    /// The event that was the head on that day is another now, or is not there: the chain was rewritten somewhere behind
    /// `after`, the last event that an anchor still vouches for.
    Rewritten {
        day: NaiveDate,
        seq: i64,
        after: i64,
    },
    /// This object is no anchor of ours, or was changed.
    Forged { path: String },
    /// The anchor of that day is gone from both places.
    Missing { day: NaiveDate, seq: i64 },
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub verdict: Verdict,
    /// How many anchors fit, and the latest of them.
    pub anchors: usize,
    pub latest: Option<Anchor>,
    /// Anchors of a history that ended when a backup was restored.
    pub before_restore: usize,
    /// The first anchor that does not fit.
    pub stray: Option<Stray>,
}

/// What is wrong, in one word, with the event and the day that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub finding: &'static str,
    pub seq: Option<i64>,
    pub day: Option<NaiveDate>,
}

impl Checked {
    /// `None` when chain and anchors agree.
    pub fn found(&self) -> Option<Found> {
        let found = |finding, seq, day| Some(Found { finding, seq, day });
        match (&self.verdict, &self.stray) {
            (Verdict::BrokenAt(seq), _) => found("broken", Some(*seq), None),
            (_, Some(Stray::Rewritten { day, seq, .. })) => {
                found("rewritten", Some(*seq), Some(*day))
            }
            (_, Some(Stray::Forged { .. })) => found("forged", None, None),
            (_, Some(Stray::Missing { day, seq })) => found("missing", Some(*seq), Some(*day)),
            (Verdict::Whole(_), None) => None,
        }
    }

    /// How many events fit.
    pub fn events(&self) -> i64 {
        match self.verdict {
            Verdict::Whole(events) => events,
            Verdict::BrokenAt(seq) => seq - 1,
        }
    }
}

/// Walks the chain and compares it with all anchors.
///
/// # Errors
/// When the database or a store does not answer.
pub async fn check(app: &App) -> Result<Checked, Error> {
    let read = read_all(app).await?;
    app.db.read(move |conn| compare(conn, read)).await
}

fn compare(conn: &mut Conn, read: BTreeMap<String, Read>) -> Result<Checked, Error> {
    let mut checked = Checked {
        verdict: verify(conn)?,
        anchors: 0,
        latest: None,
        before_restore: 0,
        stray: None,
    };
    let restores = restores(conn)?;
    let mut there: Vec<&String> = Vec::new();
    let mut anchors = Vec::new();
    for (path, read) in &read {
        match read {
            Read::Ours(anchor) => anchors.push((anchor, true)),
            Read::Foreign(anchor) => anchors.push((anchor, false)),
            Read::Spoiled => {
                let path = path.clone();
                checked.stray.get_or_insert(Stray::Forged { path });
            }
        }
        there.push(path);
    }
    anchors.sort_by_key(|(anchor, _)| (anchor.at, anchor.seq));
    for (anchor, ours) in anchors {
        let kept: Option<String> = audit_events::table
            .find(anchor.seq)
            .select(audit_events::sha256)
            .first(&mut **conn)
            .optional()?;
        let explained = |seq: i64| {
            let lost = |(event, at): &(i64, NaiveDateTime)| *at >= anchor.at && *event <= seq;
            restores.iter().any(lost)
        };
        if kept.as_ref() == Some(&anchor.sha256) && (ours || explained(i64::MAX)) {
            checked.anchors += 1;
            checked.latest = Some(anchor.clone());
        } else if explained(anchor.seq) {
            checked.before_restore += 1;
        } else {
            checked.stray.get_or_insert(Stray::Rewritten {
                day: anchor.day,
                seq: anchor.seq,
                after: checked.latest.as_ref().map_or(0, |latest| latest.seq),
            });
        }
    }
    let missing = missing(conn, &there, &restores)?;
    checked.stray = checked.stray.or(missing);
    Ok(checked)
}

/// When backups were restored: events behind the backup were lost then, and nothing hides that.
fn restores(conn: &mut Conn) -> Result<Vec<(i64, NaiveDateTime)>, Error> {
    Ok(audit_events::table
        .filter(audit_events::verb.eq("backup.restore"))
        .order(audit_events::seq)
        .select((audit_events::seq, audit_events::at))
        .load(&mut **conn)?)
}

/// The first day whose anchor is in no place any more. A restore may leave the old places behind.
fn missing(
    conn: &mut Conn,
    there: &[&String],
    restores: &[(i64, NaiveDateTime)],
) -> Result<Option<Stray>, Error> {
    let noted: Vec<(NaiveDate, i64, NaiveDateTime, String)> = audit_anchors::table
        .order(audit_anchors::day)
        .select((
            audit_anchors::day,
            audit_anchors::seq,
            audit_anchors::anchored_at,
            audit_anchors::place,
        ))
        .load(&mut **conn)?;
    let gone = noted.into_iter().find(|(_, _, at, place)| {
        let moved = restores.iter().any(|(_, restored)| restored >= at);
        !moved && !there.contains(&place)
    });
    Ok(gone.map(|(day, seq, ..)| Stray::Missing { day, seq }))
}

/// A check of the past.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct KeptCheck {
    pub checked_at: NaiveDateTime,
    pub checked_by: String,
    pub events: i64,
    pub anchors: i64,
    /// As [`Found`] says it; `None` when all was well.
    pub finding: Option<String>,
    pub seq: Option<i64>,
    pub day: Option<NaiveDate>,
}

/// Keeps what a check found, for the page that admins read.
///
/// # Errors
/// When the database refuses.
pub fn record_check(conn: &mut Conn, checked: &Checked, by: &str) -> Result<(), Error> {
    let now = conn.now()?;
    let found = checked.found();
    diesel::insert_into(audit_checks::table)
        .values((
            audit_checks::id.eq(Id::<()>::new().as_str()),
            audit_checks::checked_at.eq(now),
            audit_checks::checked_by.eq(by),
            audit_checks::events.eq(checked.events()),
            audit_checks::anchors.eq(i64::try_from(checked.anchors).unwrap_or(i64::MAX)),
            audit_checks::finding.eq(found.as_ref().map(|found| found.finding)),
            audit_checks::seq.eq(found.as_ref().and_then(|found| found.seq)),
            audit_checks::day.eq(found.as_ref().and_then(|found| found.day)),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// What the last check found.
///
/// # Errors
/// When the database does not answer.
pub fn last_check(conn: &mut Conn) -> Result<Option<KeptCheck>, Error> {
    Ok(audit_checks::table
        .order((audit_checks::checked_at.desc(), audit_checks::id.desc()))
        .select((
            audit_checks::checked_at,
            audit_checks::checked_by,
            audit_checks::events,
            audit_checks::anchors,
            audit_checks::finding,
            audit_checks::seq,
            audit_checks::day,
        ))
        .first(&mut **conn)
        .optional()?)
}
