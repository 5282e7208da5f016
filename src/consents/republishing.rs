//! What ended only because less is shown of it returns as less: under the same story and approval.

use diesel::prelude::*;

use super::consent::{Channel, What};
use super::publishing::{NewPublication, PublishedRendition, publish};
use crate::db::schema::publications;
use crate::db::{CaseId, ClientId, Conn, StoryId};
use crate::error::Error;
use crate::imaging::{Edits, Level};

/// A use that ended only because less is shown of it now: staff covered more, or the client narrowed what they allow.
#[derive(Queryable)]
struct Replaced {
    id: String,
    why: Option<String>,
    client: ClientId,
    case: CaseId,
    story: StoryId,
    approval: String,
    channel: String,
    content: String,
}

/// A photo with the renditions of its present edits.
pub struct Shown<'a> {
    pub subject: &'a str,
    pub source_sha256: &'a str,
    pub edits: &'a Edits,
    pub content_sha256: &'a str,
    pub level: Level,
    pub renditions: &'a [PublishedRendition],
}

/// Publishes a photo again whose use ended only because less is shown of it: same story and approval, under the grant
/// that covers it now. What would show more than was approved stays down: it needs a new approval.
/// Says how many uses returned.
///
/// # Errors
/// When the database refuses.
pub fn republish(conn: &mut Conn, shown: &Shown) -> Result<usize, Error> {
    let level = i32::from(shown.level);
    let ended: Vec<Replaced> = publications::table
        .filter(publications::subject_id.eq(shown.subject))
        .filter(
            (publications::unpublished_why
                .eq("less_shown")
                .and(publications::level.eq(level)))
            .or(publications::unpublished_why
                .eq("narrowed")
                .and(publications::level.gt(level))),
        )
        .select((
            publications::id,
            publications::unpublished_why,
            publications::client_id,
            publications::case_id,
            publications::story_id,
            publications::approval_id,
            publications::channel,
            publications::content,
        ))
        .load(&mut **conn)?;
    let mut returned = 0;
    for before in ended {
        let approved: Option<Edits> = serde_json::from_str(&before.content).ok();
        let Some(channel) = Channel::parse(&before.channel) else {
            continue;
        };
        if !approved.is_some_and(|approved| shown.edits.shows_no_more_than(&approved)) {
            continue;
        }
        let narrowed = before.why.as_deref() == Some("narrowed");
        let id = before.id;
        let new = NewPublication {
            client: before.client,
            case: before.case,
            story: before.story,
            approval: before.approval,
            what: What::Photo,
            subject: shown.subject.to_owned(),
            source_sha256: shown.source_sha256.to_owned(),
            content: shown.edits.canonical_json(),
            content_sha256: shown.content_sha256.to_owned(),
            channel,
            level: shown.level,
            renditions: shown.renditions.to_vec(),
        };
        match conn.savepoint(|conn| publish(conn, &new)) {
            Ok(_) => returned += 1,
            // The client allows less than this version shows: a lower one may follow.
            Err(Error::Conflict) if narrowed => continue,
            Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
        diesel::update(publications::table.find(&id))
            .set(publications::unpublished_why.eq(Some("replaced")))
            .execute(&mut **conn)?;
    }
    Ok(returned)
}
