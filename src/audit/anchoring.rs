//! Once a day the chain is checked and its head written to where the database can't reach: by the store's objects, and
//! beside the ledger. Never over a chain that does not fit: that would vouch for the forgery.

use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::chain::Verdict;
use super::check::{check, record_check};
use crate::app::App;
use crate::db::Conn;
use crate::db::schema::{audit_anchors, audit_checks, audit_events, audit_head};
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::storage::{ObjectId, StorageKey};

/// A server that begins has other things to do.
const FIRST: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_secs(10 * 60);
/// Who checks, as the checks name it.
const DAILY: &str = "daily";

/// Sees to it that each day has its anchor, for as long as the program runs.
pub async fn keep_anchored(app: App) {
    tokio::time::sleep(FIRST).await;
    loop {
        let asked = match app.db.read(due).await {
            Ok(None) => Ok(false),
            Ok(Some(_)) => app.db.write(want_anchor).await,
            Err(error) => Err(error),
        };
        if let Err(error) = asked {
            tracing::warn!(%error, "the audit chain can't be anchored now");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Enqueues today's anchor unless it is there, or under way. Says whether it did.
///
/// # Errors
/// When the database refuses.
pub fn want_anchor(conn: &mut Conn) -> Result<bool, Error> {
    let Some(day) = due(conn)? else {
        return Ok(false);
    };
    jobs::enqueue(conn, &AnchorChain { day })?;
    Ok(true)
}

/// The day that lacks its check.
fn due(conn: &mut Conn) -> Result<Option<NaiveDate>, Error> {
    let day = conn.now()?.date();
    let head: i64 = audit_head::table
        .select(audit_head::seq)
        .first(&mut **conn)?;
    let checked: i64 = audit_checks::table
        .filter(audit_checks::checked_by.eq(DAILY))
        .filter(audit_checks::checked_at.ge(day.and_time(NaiveTime::MIN)))
        .count()
        .get_result(&mut **conn)?;
    let idle = head == 0 || checked > 0 || !jobs::open::<AnchorChain>(conn)?.is_empty();
    Ok((!idle).then_some(day))
}

/// Checks the chain and anchors its head.
#[derive(Debug, Serialize, Deserialize)]
pub struct AnchorChain {
    pub day: NaiveDate,
}

impl Job for AnchorChain {
    const NAME: &'static str = "anchor_chain";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let checked = check(&app).await?;
        let anchored = match (checked.found(), checked.verdict) {
            (None, Verdict::Whole(seq)) => Some(write(&app, self.day, seq).await?),
            (found, _) => {
                tracing::error!(?found, "the audit chain does not fit: candor audit verify");
                None
            }
        };
        let done = app.db.write(move |conn| {
            if let Some((anchor, key)) = &anchored {
                note(conn, anchor, key)?;
            }
            record_check(conn, &checked, DAILY)?;
            lease.finish(conn)
        });
        done.await
    }
}

/// Writes the anchor to both places, under the same name.
async fn write(app: &App, day: NaiveDate, seq: i64) -> Result<(Anchor, StorageKey), Error> {
    let (sha256, at) = app
        .db
        .read(move |conn| {
            let event = audit_events::table.find(seq);
            let sha256: String = event.select(audit_events::sha256).first(&mut **conn)?;
            Ok((sha256, conn.now()?))
        })
        .await?;
    let anchor = Anchor {
        day,
        seq,
        sha256,
        at,
    };
    let bytes = bytes::Bytes::from(anchor.sealed(&app.config)?);
    let key = StorageKey::Anchor(day, ObjectId::random()?);
    for place in [&app.storage, &app.ledger] {
        place.put(&key, bytes.clone()).await?;
    }
    Ok((anchor, key))
}

/// The first anchor of a day is the one that is listed; a second (another instance) does no harm.
fn note(conn: &mut Conn, anchor: &Anchor, key: &StorageKey) -> Result<(), Error> {
    let there: i64 = audit_anchors::table
        .find(anchor.day)
        .count()
        .get_result(&mut **conn)?;
    if there == 0 {
        diesel::insert_into(audit_anchors::table)
            .values((
                audit_anchors::day.eq(anchor.day),
                audit_anchors::seq.eq(anchor.seq),
                audit_anchors::sha256.eq(&anchor.sha256),
                audit_anchors::anchored_at.eq(anchor.at),
                audit_anchors::place.eq(key.path()),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}
