//! Reporting, and settling what was reported.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::jobs::TellModerator;
use super::queries;
use super::report::{Outcome, Reason};
use crate::accounts::{self, Actor, Role};
use crate::audit::{self, Doer};
use crate::db::schema::reports;
use crate::db::{Conn, StoryId, exactly_one};
use crate::error::Error;
use crate::jobs;
use crate::stories;

/// So many may wait; more are no use to anyone, and nobody is mailed more often.
const WAITING: i64 = 200;

/// A report as a visitor makes it. `Debug` does not show what they wrote.
#[derive(Clone)]
pub struct NewReport {
    /// The form's nonce: a form sent twice is one report.
    pub id: String,
    pub reason: Reason,
    pub words: String,
    pub contact: String,
}

impl std::fmt::Debug for NewReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewReport")
            .field("reason", &self.reason)
            .finish_non_exhaustive()
    }
}

/// Keeps a report and alarms each moderator. Nothing is hidden by it.
///
/// # Errors
/// `TooManyRequests` when too many wait already.
pub fn report(conn: &mut Conn, story: &StoryId, new: &NewReport) -> Result<(), Error> {
    match queries::report(conn, &new.id) {
        Ok(_) => return Ok(()),
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    if queries::count_open(conn)? >= WAITING {
        return Err(Error::TooManyRequests { seconds: 600 });
    }
    let now = conn.now()?;
    diesel::insert_into(reports::table)
        .values((
            reports::id.eq(&new.id),
            reports::story_id.eq(story.as_str()),
            reports::reason.eq(new.reason.as_str()),
            reports::words.eq(&new.words),
            reports::contact.eq(&new.contact),
            reports::reported_at.eq(now),
        ))
        .execute(&mut **conn)?;
    for moderator in accounts::users_with_role(conn, Some(Role::Moderator))? {
        let report = new.id.clone();
        jobs::enqueue(conn, &TellModerator { report, moderator })?;
    }
    let detail = json!({ "report": new.id, "reason": new.reason.as_str() });
    audit::record(
        conn,
        &Doer::Visitor,
        "story.report",
        &format!("story:{story}"),
        &detail,
    )
}

/// Settles a report: the story is taken down at once (with every other open report of it), or stays. What was written
/// is emptied. Settling twice is no error.
///
/// # Errors
/// `NotFound`; `Forbidden` without the role moderator.
pub fn settle(conn: &mut Conn, actor: &Actor, id: &str, outcome: Outcome) -> Result<(), Error> {
    actor.require(Role::Moderator)?;
    let found = queries::report(conn, id)?;
    if found.settled_at.is_some() {
        return Ok(());
    }
    let now = conn.now()?;
    let mut settled = vec![found.id.clone()];
    if outcome == Outcome::TakenDown {
        stories::unpublish(conn, actor, &found.story_id)?;
        let same = queries::open(conn)?.into_iter();
        let others = same.filter(|one| one.story_id == found.story_id && one.id != found.id);
        settled.extend(others.map(|one| one.id));
    }
    for report in &settled {
        empty(conn, actor, report, outcome, now)?;
    }
    let detail = json!({ "reports": settled, "outcome": outcome.as_str() });
    audit::record(
        conn,
        &actor.doer(),
        "report.settle",
        &format!("story:{}", found.story_id),
        &detail,
    )
}

fn empty(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    outcome: Outcome,
    now: NaiveDateTime,
) -> Result<(), Error> {
    let open = reports::table
        .find(id)
        .filter(reports::settled_at.is_null());
    let changed = diesel::update(open)
        .set((
            reports::words.eq(""),
            reports::contact.eq(""),
            reports::settled_at.eq(Some(now)),
            reports::settled_by.eq(Some(actor.id.as_str())),
            reports::outcome.eq(Some(outcome.as_str())),
        ))
        .execute(&mut **conn)?;
    exactly_one(changed)
}
