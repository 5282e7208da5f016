//! What search engines were allowed to keep and may not keep any more: they are to be asked to drop it. Computed from what
//! was published and granted; kept is only that they were asked, by whom, and by what one can tell.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::consent::Channel;
use super::{live, predicate};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::{grants, publications, search_removals};
use crate::db::{CaseId, ClientId, Conn, Id, StoryId};
use crate::error::Error;

/// A story of which search engines may still keep something that came down.
#[derive(Debug, Clone, Serialize)]
pub struct Searched {
    pub story: StoryId,
    pub case: CaseId,
    pub client: ClientId,
    /// When the last of it came down.
    pub since: NaiveDateTime,
    /// When they were last asked.
    pub asked_at: Option<NaiveDateTime>,
}

impl Searched {
    /// Whether they are still to be asked about what came down last.
    pub fn is_due(&self) -> bool {
        self.asked_at.is_none_or(|asked| asked < self.since)
    }
}

#[derive(Queryable)]
struct Use {
    id: String,
    story: StoryId,
    case: CaseId,
    client: ClientId,
    what: String,
    subject: String,
    content: String,
    from: NaiveDateTime,
    to: Option<NaiveDateTime>,
}

#[derive(Queryable)]
struct Found {
    case: CaseId,
    what: String,
    subject: String,
    from: NaiveDateTime,
    expires: NaiveDateTime,
    ended: Option<NaiveDateTime>,
    paused: Option<NaiveDateTime>,
}

/// The stories of which something could be found by search engines and came down since; of one client, or of all.
///
/// # Errors
/// When the database does not answer.
pub fn searched(conn: &mut Conn, client: Option<&ClientId>) -> Result<Vec<Searched>, Error> {
    let now = conn.now()?;
    let (uses, found) = (uses(conn, client)?, found(conn, client)?);
    let still = still_found(conn, client)?;
    let there: HashSet<(&str, &str)> = uses
        .iter()
        .filter(|one| still.contains(&one.id))
        .map(|one| (one.subject.as_str(), one.content.as_str()))
        .collect();
    let mut searched: Vec<Searched> = Vec::new();
    for one in &uses {
        if there.contains(&(one.subject.as_str(), one.content.as_str())) {
            continue;
        }
        let ends = found.iter().filter_map(|grant| overlap(one, grant));
        let Some(since) = ends.max().filter(|end| *end <= now) else {
            continue;
        };
        match searched.iter_mut().find(|known| known.story == one.story) {
            Some(known) => known.since = known.since.max(since),
            None => searched.push(Searched {
                story: one.story.clone(),
                case: one.case.clone(),
                client: one.client.clone(),
                since,
                asked_at: None,
            }),
        }
    }
    for one in &mut searched {
        one.asked_at = search_removals::table
            .filter(search_removals::story_id.eq(one.story.as_str()))
            .select(diesel::dsl::max(search_removals::asked_at))
            .first(&mut **conn)?;
    }
    searched.sort_by_key(|one| one.since);
    Ok(searched)
}

/// When a use could be found no more by this grant; `None` when it never could.
fn overlap(one: &Use, grant: &Found) -> Option<NaiveDateTime> {
    if grant.case != one.case || grant.what != one.what || grant.subject != one.subject {
        return None;
    }
    let ends = [one.to, grant.ended, grant.paused, Some(grant.expires)];
    let end = ends.into_iter().flatten().min()?;
    (one.from.max(grant.from) < end).then_some(end)
}

fn uses(conn: &mut Conn, client: Option<&ClientId>) -> Result<Vec<Use>, Error> {
    let mut asked = publications::table
        .filter(publications::channel.eq(Channel::Website.as_str()))
        .into_boxed();
    if let Some(client) = client {
        asked = asked.filter(publications::client_id.eq(client.as_str()));
    }
    Ok(asked
        .select((
            publications::id,
            publications::story_id,
            publications::case_id,
            publications::client_id,
            publications::what,
            publications::subject_id,
            publications::content_sha256,
            publications::published_at,
            publications::unpublished_at,
        ))
        .load(&mut **conn)?)
}

fn found(conn: &mut Conn, client: Option<&ClientId>) -> Result<Vec<Found>, Error> {
    let mut asked = grants::table
        .filter(grants::channel.eq(Channel::Search.as_str()))
        .into_boxed();
    if let Some(client) = client {
        asked = asked.filter(grants::client_id.eq(client.as_str()));
    }
    Ok(asked
        .select((
            grants::case_id,
            grants::what,
            grants::subject_id,
            grants::valid_from,
            grants::expires_at,
            grants::ended_at,
            grants::paused_at,
        ))
        .load(&mut **conn)?)
}

/// The publications that search engines may keep now.
fn still_found(conn: &mut Conn, client: Option<&ClientId>) -> Result<HashSet<String>, Error> {
    let mut public = match client {
        Some(client) => predicate::public_of_client(conn, client)?,
        None => predicate::public_on(conn, Channel::Website)?,
    };
    public.retain(|one| one.channel == Channel::Website.as_str());
    let ids: Vec<&str> = public.iter().map(|one| one.id.as_str()).collect();
    let cases: Vec<CaseId> = publications::table
        .filter(publications::id.eq_any(ids))
        .select(publications::case_id)
        .distinct()
        .load(&mut **conn)?;
    let cases: Vec<&str> = cases.iter().map(CaseId::as_str).collect();
    let grants = live::live_grants_on(conn, &cases, Channel::Search)?;
    let found = public
        .into_iter()
        .filter(|one| grants.iter().any(|grant| one.is_found_by(grant)));
    Ok(found.map(|one| one.id).collect())
}

/// Writes down that search engines were asked to drop what they keep of a story.
///
/// # Errors
/// `Forbidden` without the role staff; `NotFound` when nothing of the story is to be dropped; `Invalid` without a proof.
pub fn ask_to_drop(
    conn: &mut Conn,
    actor: &Actor,
    story: &StoryId,
    proof: &str,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let client: ClientId = publications::table
        .filter(publications::story_id.eq(story.as_str()))
        .select(publications::client_id)
        .first(&mut **conn)?;
    let all = searched(conn, Some(&client))?;
    let one = all
        .into_iter()
        .find(|one| &one.story == story)
        .ok_or(Error::NotFound)?;
    if proof.is_empty() {
        return Err(Error::field("proof", "field-required"));
    }
    if proof.chars().count() > 2000 {
        return Err(Error::field("proof", "field-too-long"));
    }
    let now = conn.now()?;
    diesel::insert_into(search_removals::table)
        .values((
            search_removals::id.eq(Id::<()>::new().as_str()),
            search_removals::story_id.eq(story.as_str()),
            search_removals::client_id.eq(one.client.as_str()),
            search_removals::case_id.eq(one.case.as_str()),
            search_removals::asked_at.eq(now),
            search_removals::asked_by.eq(actor.id.as_str()),
            search_removals::proof.eq(proof),
        ))
        .execute(&mut **conn)?;
    let subject = format!("story:{story}");
    audit::record(conn, &actor.doer(), "search.ask", &subject, &json!({}))
}
