//! Undo: a decision taken back within a short time by whoever made it. It is a decision itself, recorded like any other,
//! and never publishes anything: an approval taken back takes the story down, and what it had replaced stays down.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::decision::Verdict;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::consents;
use crate::db::schema::{decisions, stories as stories_table};
use crate::db::{Conn, Id, StoryId};
use crate::error::Error;
use crate::stories::{self, StoryState};

/// How long a decision can be taken back.
pub const UNDO_TIME: Duration = Duration::minutes(10);

/// The stored verdict of a decision that takes back another.
pub const UNDO: &str = "undo";

/// A decision that its maker can still take back.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Undoable {
    pub id: String,
    pub story_id: StoryId,
    pub title: String,
    pub verdict: String,
    pub revision: i32,
    pub decided_at: NaiveDateTime,
}

/// The latest decision of `actor`, if it can still be taken back.
///
/// # Errors
/// When the database does not answer.
pub fn undoable(conn: &mut Conn, actor: &Actor) -> Result<Option<Undoable>, Error> {
    let since = conn.now()? - UNDO_TIME;
    let latest: Option<Undoable> = decisions::table
        .inner_join(stories_table::table)
        .filter(decisions::decided_by.eq(actor.id.as_str()))
        .filter(decisions::decided_at.gt(since))
        .order((decisions::decided_at.desc(), decisions::id.desc()))
        .select((
            decisions::id,
            stories_table::id,
            stories_table::title,
            decisions::verdict,
            decisions::revision,
            decisions::decided_at,
        ))
        .first(&mut **conn)
        .optional()?;
    let Some(latest) = latest.filter(|one| one.verdict != UNDO) else {
        return Ok(None);
    };
    let story = stories::story(conn, &latest.story_id)?;
    let stands = Verdict::parse(&latest.verdict)
        .is_some_and(|verdict| story.state == left_as(verdict).as_str())
        && story.revision == latest.revision;
    Ok(Some(latest).filter(|_| stands))
}

/// Takes back a decision. Gives the story, which waits again. Taking back twice is no error.
///
/// # Errors
/// `NotFound` for a decision of someone else; `Refused` when it is too old, or the story went on meanwhile.
pub fn undo(conn: &mut Conn, actor: &Actor, decision: &str) -> Result<StoryId, Error> {
    actor.require(Role::Moderator)?;
    let (id, verdict, revision, at): (StoryId, String, i32, NaiveDateTime) = decisions::table
        .find(decision)
        .filter(decisions::decided_by.eq(actor.id.as_str()))
        .filter(decisions::verdict.ne(UNDO))
        .select((
            decisions::story_id,
            decisions::verdict,
            decisions::revision,
            decisions::decided_at,
        ))
        .first(&mut **conn)?;
    let client = stories::story(conn, &id)?.client_id;
    clients::lock(conn, &client)?;
    let undone: i64 = decisions::table
        .filter(decisions::undoes.eq(decision))
        .count()
        .get_result(&mut **conn)?;
    if undone > 0 {
        return Ok(id);
    }
    let late = || Error::refused(409, "moderation-undo-late");
    let verdict = Verdict::parse(&verdict).ok_or(Error::NotFound)?;
    let now = conn.now()?;
    if at + UNDO_TIME <= now || newest(conn, &id)?.as_deref() != Some(decision) {
        return Err(late());
    }
    let story = stories::story(conn, &id)?;
    match stories::reopen(conn, &story, left_as(verdict), revision) {
        Err(Error::Conflict) => return Err(late()),
        reopened => reopened?,
    }
    let ended = match verdict {
        Verdict::Approve => consents::retract_story(conn, &id)?,
        Verdict::RequestChanges | Verdict::Refuse => 0,
    };
    diesel::insert_into(decisions::table)
        .values((
            decisions::id.eq(Id::<()>::new().as_str()),
            decisions::story_id.eq(id.as_str()),
            decisions::revision.eq(revision),
            decisions::verdict.eq(UNDO),
            decisions::reasons.eq("[]"),
            decisions::note.eq(""),
            decisions::gates.eq("[]"),
            decisions::decided_at.eq(now),
            decisions::decided_by.eq(actor.id.as_str()),
            decisions::undoes.eq(decision),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "story.undo",
        &format!("story:{id}"),
        &json!({ "decision": decision, "verdict": verdict.as_str(), "publications": ended }),
    )?;
    Ok(id)
}

/// How a decision leaves its story.
fn left_as(verdict: Verdict) -> StoryState {
    match verdict {
        Verdict::Approve => StoryState::Published,
        Verdict::RequestChanges => StoryState::ChangesRequested,
        Verdict::Refuse => StoryState::Refused,
    }
}

fn newest(conn: &mut Conn, story: &StoryId) -> Result<Option<String>, Error> {
    Ok(decisions::table
        .filter(decisions::story_id.eq(story.as_str()))
        .order((decisions::decided_at.desc(), decisions::id.desc()))
        .select(decisions::id)
        .first(&mut **conn)
        .optional()?)
}
