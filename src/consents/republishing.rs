//! What ended only because less is shown of it returns as less: under the same story and approval.

use diesel::prelude::*;

use super::consent::{Channel, Consent, Grant, What};
use super::publishing::{NewPublication, PublishedRendition, publish};
use super::scope::Scope;
use crate::db::schema::{grants, publications};
use crate::db::{CaseId, ClientId, Conn, StoryId};
use crate::error::Error;
use crate::imaging::{Edits, Level};

/// Why a publication ended that returns by itself once the version that shows less is made.
pub(super) const WAITING: [&str; 2] = ["less_shown", "narrowed"];

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
            // What staff covered while nothing is allowed is approved anew.
            Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
        diesel::update(publications::table.find(&id))
            .set(publications::unpublished_why.eq(Some("replaced")))
            .execute(&mut **conn)?;
    }
    Ok(returned)
}

/// What waited to return with less shown does not return: it was taken back meanwhile.
pub(super) fn wait_no_longer(
    conn: &mut Conn,
    client: &ClientId,
    scope: &Scope,
) -> Result<(), Error> {
    let waiting: Vec<(String, Grant)> = publications::table
        .inner_join(grants::table)
        .filter(publications::client_id.eq(client.as_str()))
        .filter(publications::unpublished_why.eq_any(WAITING))
        .select((publications::id, Grant::as_select()))
        .load(&mut **conn)?;
    let over: Vec<&str> = waiting
        .iter()
        .filter(|(_, grant)| scope.covers(grant))
        .map(|(id, _)| id.as_str())
        .collect();
    give_up(conn, &over, scope.why())
}

fn give_up(conn: &mut Conn, ids: &[&str], why: &str) -> Result<(), Error> {
    diesel::update(publications::table.filter(publications::id.eq_any(ids)))
        .set(publications::unpublished_why.eq(Some(why)))
        .execute(&mut **conn)?;
    Ok(())
}

/// Uses of a case that wait to return with less shown, and that a newer consent does not cover: they don't return.
pub(super) fn leave_uncovered(conn: &mut Conn, newer: &Consent) -> Result<(), Error> {
    let waiting: Vec<(String, String, String)> = publications::table
        .filter(publications::case_id.eq(newer.case_id.as_str()))
        .filter(publications::unpublished_why.eq_any(WAITING))
        .select((
            publications::id,
            publications::subject_id,
            publications::channel,
        ))
        .load(&mut **conn)?;
    let covered: Vec<(String, String)> = grants::table
        .filter(grants::consent_id.eq(newer.id.as_str()))
        .filter(grants::what.eq(What::Photo.as_str()))
        .filter(grants::ended_at.is_null())
        .select((grants::subject_id, grants::channel))
        .load(&mut **conn)?;
    let over: Vec<&str> = waiting
        .iter()
        .filter(|(_, photo, channel)| !covered.iter().any(|(p, c)| p == photo && c == channel))
        .map(|(id, ..)| id.as_str())
        .collect();
    give_up(conn, &over, "superseded")
}
