//! Publications: one use of one thing on one channel. Made by an approval, ended by withdrawal, expiry or staff.

use diesel::prelude::*;

use super::consent::{Channel, Consent, What};
use super::purging::PurgeCopies;
use super::republishing::{WAITING, leave_uncovered};
use super::withdrawal::DropObjects;
use super::{live, predicate};
use crate::db::schema::{grants, publication_renditions, publications, standing_publications};
use crate::db::{CaseId, ClientId, Conn, Id, StoryId, random_hex};
use crate::error::Error;
use crate::imaging::Level;
use crate::jobs;

/// Why a publication ended whose approval was taken back.
const RETRACTED: &str = "undone";

/// A use to be published.
#[derive(Debug, Clone)]
pub struct NewPublication {
    pub client: ClientId,
    pub case: CaseId,
    pub story: StoryId,
    pub approval: String,
    pub what: What,
    pub subject: String,
    /// Hash of the thing itself (original, words): must be the granted one.
    pub source_sha256: String,
    /// What is shown of it, as approved: for a photo its edits as JSON, else the words themselves.
    pub content: String,
    /// Hash of what is shown of it (edits, level), as approved.
    pub content_sha256: String,
    pub channel: Channel,
    pub level: Level,
    pub renditions: Vec<PublishedRendition>,
}

/// An object that a publication may serve.
#[derive(Debug, Clone)]
pub struct PublishedRendition {
    pub rendition_id: String,
    pub width: i32,
    pub height: i32,
    pub format: String,
    pub object_id: String,
    pub sha256: String,
    pub bytes: i64,
}

/// Publishes one use under the live grant that covers it, and checks with the predicate that it is now public
/// (G01, G02, G04, G06, G12): if it is not, the caller's transaction fails and nothing is published.
///
/// # Errors
/// `Conflict` when no live grant covers it any more: the withdrawal wins (G26).
pub fn publish(conn: &mut Conn, new: &NewPublication) -> Result<String, Error> {
    let grant = live::covering_grant(conn, &new.case, new.what, &new.subject, new.channel)?
        .ok_or(Error::Conflict)?;
    let id = Id::<()>::new();
    let public_id = random_hex(16)?;
    let now = conn.now()?;
    diesel::insert_into(publications::table)
        .values((
            publications::id.eq(id.as_str()),
            publications::public_id.eq(&public_id),
            publications::grant_id.eq(&grant.id),
            publications::client_id.eq(new.client.as_str()),
            publications::case_id.eq(new.case.as_str()),
            publications::story_id.eq(new.story.as_str()),
            publications::approval_id.eq(&new.approval),
            publications::what.eq(new.what.as_str()),
            publications::subject_id.eq(&new.subject),
            publications::source_sha256.eq(&new.source_sha256),
            publications::content.eq(&new.content),
            publications::content_sha256.eq(&new.content_sha256),
            publications::approved_sha256.eq(&new.content_sha256),
            publications::channel.eq(new.channel.as_str()),
            publications::level.eq(i32::from(new.level)),
            publications::published_at.eq(now),
        ))
        .execute(&mut **conn)?;
    for rendition in &new.renditions {
        insert_rendition(conn, id.as_str(), rendition)?;
    }
    // Whether it is of what was granted and shows no more than that, the predicate says, here as for every visitor.
    predicate::public_by_id(conn, &public_id)?.ok_or(Error::Conflict)?;
    Ok(public_id)
}

fn insert_rendition(
    conn: &mut Conn,
    publication: &str,
    rendition: &PublishedRendition,
) -> Result<(), Error> {
    diesel::insert_into(publication_renditions::table)
        .values((
            publication_renditions::publication_id.eq(publication),
            publication_renditions::rendition_id.eq(&rendition.rendition_id),
            publication_renditions::width.eq(rendition.width),
            publication_renditions::height.eq(rendition.height),
            publication_renditions::format.eq(&rendition.format),
            publication_renditions::object_id.eq(&rendition.object_id),
            publication_renditions::sha256.eq(&rendition.sha256),
            publication_renditions::bytes.eq(rendition.bytes),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// A rendition that was made after publication (AVIF follows JPEG) joins the publications of the same content.
///
/// # Errors
/// When the database refuses.
pub fn add_rendition(
    conn: &mut Conn,
    subject: &str,
    content_sha256: &str,
    rendition: &PublishedRendition,
) -> Result<(), Error> {
    let open: Vec<String> = publications::table
        .filter(publications::subject_id.eq(subject))
        .filter(publications::content_sha256.eq(content_sha256))
        .filter(publications::unpublished_at.is_null())
        .select(publications::id)
        .load(&mut **conn)?;
    for publication in open {
        let there: i64 = publication_renditions::table
            .filter(publication_renditions::publication_id.eq(&publication))
            .filter(publication_renditions::width.eq(rendition.width))
            .filter(publication_renditions::format.eq(&rendition.format))
            .count()
            .get_result(&mut **conn)?;
        if there == 0 {
            insert_rendition(conn, &publication, rendition)?;
        }
    }
    Ok(())
}

/// Ends publications and has their objects dropped. Says how many ended.
pub(super) fn end(conn: &mut Conn, ids: &[String], why: &str) -> Result<usize, Error> {
    let ended = close(conn, ids, why)?;
    for publication in &ended {
        let publication = publication.clone();
        jobs::enqueue(conn, &DropObjects { publication })?;
    }
    Ok(ended.len())
}

/// Ends publications, and has copies outside removed. Gives those that had not ended before.
fn close(conn: &mut Conn, ids: &[String], why: &str) -> Result<Vec<String>, Error> {
    let now = conn.now()?;
    let mut ended = Vec::new();
    for id in ids {
        let changed = diesel::update(
            publications::table
                .find(id)
                .filter(publications::unpublished_at.is_null()),
        )
        .set((
            publications::unpublished_at.eq(Some(now)),
            publications::unpublished_why.eq(Some(why)),
        ))
        .execute(&mut **conn)?;
        if changed == 1 {
            ended.push(id.clone());
        }
    }
    if !ended.is_empty() {
        let publications = ended.clone();
        jobs::enqueue(conn, &PurgeCopies { publications })?;
    }
    Ok(ended)
}

/// Ends all uses of a story; those that wait to return with less shown don't return either.
///
/// # Errors
/// When the database refuses.
pub fn unpublish_story(conn: &mut Conn, story: &StoryId, why: &str) -> Result<usize, Error> {
    let open = open_of_story(conn, story, why)?;
    end(conn, &open, why)
}

/// Ends all uses of a story because its approval is taken back. It waits again as it did before: the versions of its
/// photos stay for those who work with them.
///
/// # Errors
/// When the database refuses.
pub fn retract_story(conn: &mut Conn, story: &StoryId) -> Result<usize, Error> {
    let open = open_of_story(conn, story, RETRACTED)?;
    Ok(close(conn, &open, RETRACTED)?.len())
}

fn open_of_story(conn: &mut Conn, story: &StoryId, why: &str) -> Result<Vec<String>, Error> {
    diesel::update(
        publications::table
            .filter(publications::story_id.eq(story.as_str()))
            .filter(publications::unpublished_why.eq_any(WAITING)),
    )
    .set(publications::unpublished_why.eq(Some(why)))
    .execute(&mut **conn)?;
    Ok(publications::table
        .filter(publications::story_id.eq(story.as_str()))
        .filter(publications::unpublished_at.is_null())
        .select(publications::id)
        .load(&mut **conn)?)
}

/// Ends all uses of one thing (a photo whose mask grew or that was removed): less shown is live at once.
///
/// # Errors
/// When the database refuses.
pub fn unpublish_subject(conn: &mut Conn, subject: &str, why: &str) -> Result<usize, Error> {
    let ids: Vec<String> = publications::table
        .filter(publications::subject_id.eq(subject))
        .filter(publications::unpublished_at.is_null())
        .select(publications::id)
        .load(&mut **conn)?;
    end(conn, &ids, why)
}

/// Has the objects dropped that an approval, taken back since, once made public under these grants: they were kept for
/// those who work with them, until now.
pub(super) fn drop_retracted(conn: &mut Conn, grants: &[&str]) -> Result<(), Error> {
    let retracted: Vec<String> = publications::table
        .filter(publications::grant_id.eq_any(grants))
        .filter(publications::unpublished_why.eq(RETRACTED))
        .select(publications::id)
        .load(&mut **conn)?;
    for publication in retracted {
        jobs::enqueue(conn, &DropObjects { publication })?;
    }
    Ok(())
}

/// When a consent is superseded, a publication goes on under the new grant for the same use, or ends.
pub(super) fn move_publications(
    conn: &mut Conn,
    older: &Consent,
    newer: &Consent,
) -> Result<(), Error> {
    leave_uncovered(conn, newer)?;
    let open: Vec<(String, String, String, String)> = publications::table
        .inner_join(grants::table)
        .filter(grants::consent_id.eq(older.id.as_str()))
        .filter(publications::unpublished_at.is_null())
        .select((
            publications::id,
            publications::what,
            publications::subject_id,
            publications::channel,
        ))
        .load(&mut **conn)?;
    for (id, what, subject, channel) in open {
        let grant: Option<String> = grants::table
            .filter(grants::consent_id.eq(newer.id.as_str()))
            .filter(grants::what.eq(&what))
            .filter(grants::subject_id.eq(&subject))
            .filter(grants::channel.eq(&channel))
            .filter(grants::ended_at.is_null())
            .select(grants::id)
            .first(&mut **conn)
            .optional()?;
        let mut goes_on = false;
        if let Some(grant) = grant {
            diesel::update(publications::table.find(&id))
                .set(publications::grant_id.eq(grant))
                .execute(&mut **conn)?;
            goes_on = diesel::select(diesel::dsl::exists(
                standing_publications::table.filter(standing_publications::id.eq(&id)),
            ))
            .get_result(&mut **conn)?;
        }
        if !goes_on {
            end(conn, std::slice::from_ref(&id), "superseded")?;
        }
    }
    Ok(())
}

/// What is shown of one thing in its uses that stand now: for a photo its edits as JSON.
///
/// # Errors
/// When the database does not answer.
pub fn published_contents(conn: &mut Conn, subject: &str) -> Result<Vec<String>, Error> {
    Ok(publications::table
        .filter(publications::subject_id.eq(subject))
        .filter(publications::unpublished_at.is_null())
        .select(publications::content)
        .load(&mut **conn)?)
}
