//! What staff do with stories; moderation calls the last two.

use diesel::prelude::*;
use serde_json::json;

use super::queries;
use super::story::{Story, StoryState};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::cases;
use crate::clients;
use crate::clinic;
use crate::consents;
use crate::db::schema::stories;
use crate::db::{CaseId, Conn, StoryId, exactly_one, random_hex};
use crate::error::{Error, FieldErrors};
use crate::web::text::{Texts, Value};

/// Begins the story of a case, drafted from what is known, in the language of `texts`: that of the clinic's public pages. One
/// story a case, so asking twice gives the same.
///
/// # Errors
/// `NotFound` without the case.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    texts: &Texts,
) -> Result<Story, Error> {
    actor.require(Role::Staff)?;
    let case = cases::case(conn, case)?;
    clients::lock(conn, &case.client_id)?;
    if let Some(story) = queries::of_case(conn, &case.id)? {
        return Ok(story);
    }
    let treatment = clinic::treatment(conn, &case.treatment_id)?;
    let sessions = cases::sessions(conn, &case.id)?;
    let known = [
        ("treatment".to_owned(), Value::Text(treatment.name.clone())),
        ("count".to_owned(), Value::Number(sessions.len() as f64)),
    ];
    let narrative = match sessions.len() {
        0 => None,
        _ => texts.find("story-drafted", &known.into()),
    };
    let id = StoryId::new();
    let now = conn.now()?;
    // The address names the treatment and a random number: nothing of the client.
    let slug = format!("{}-{}", treatment.slug, random_hex(4)?);
    diesel::insert_into(stories::table)
        .values((
            stories::id.eq(id.as_str()),
            stories::case_id.eq(case.id.as_str()),
            stories::client_id.eq(case.client_id.as_str()),
            stories::slug.eq(slug),
            stories::title.eq(&treatment.name),
            stories::narrative.eq(narrative.unwrap_or_default()),
            stories::state.eq(StoryState::Draft.as_str()),
            stories::revision.eq(1),
            stories::created_at.eq(now),
            stories::created_by.eq(actor.id.as_str()),
            stories::updated_at.eq(now),
            stories::updated_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "story.create",
        &format!("story:{id}"),
        &json!({ "case": case.id }),
    )?;
    queries::story(conn, &id)
}

/// A story as staff write it.
#[derive(Debug, Clone)]
pub struct StoryForm {
    pub slug: String,
    pub title: String,
    pub narrative: String,
    pub authentic: bool,
    pub marks: bool,
    pub revision: i32,
}

/// Changes a story. What was approved stays public as it was approved.
///
/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` for an address that is taken, badly formed, or was public.
pub fn edit(
    conn: &mut Conn,
    actor: &Actor,
    id: &StoryId,
    form: &StoryForm,
) -> Result<Story, Error> {
    actor.require(Role::Staff)?;
    // An approval under way waits for us, or we for it: what it published keeps its state and address.
    let client = queries::story(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    let story = queries::story(conn, id)?;
    let mut errors = FieldErrors::default();
    let fits = form.slug.len() <= 80
        && !form.slug.is_empty()
        && form
            .slug
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !fits {
        errors.add("slug", "slug-refused");
    }
    if story.first_published_at.is_some() && form.slug != story.slug {
        errors.add("slug", "slug-was-public");
    }
    if form.title.is_empty() {
        errors.add("title", "field-required");
    }
    errors.check()?;
    let now = conn.now()?;
    let kept = |ticked: bool, before| if ticked { before } else { None };
    let authentic = kept(form.authentic, story.authentic_at.or(Some(now)));
    let marks = kept(form.marks, story.marks_at.or(Some(now)));
    let state = match story.state.as_str() {
        "published" | "unpublished" => story.state.as_str(),
        _ => StoryState::Draft.as_str(),
    };
    let changed = diesel::update(
        stories::table
            .find(id.as_str())
            .filter(stories::revision.eq(form.revision)),
    )
    .set((
        stories::slug.eq(&form.slug),
        stories::title.eq(&form.title),
        stories::narrative.eq(&form.narrative),
        stories::authentic_at.eq(authentic),
        stories::authentic_by.eq(authentic.map(|_| actor.id.as_str())),
        stories::marks_at.eq(marks),
        stories::marks_by.eq(marks.map(|_| actor.id.as_str())),
        stories::state.eq(state),
        stories::revision.eq(form.revision + 1),
        stories::updated_at.eq(now),
        stories::updated_by.eq(actor.id.as_str()),
    ))
    .execute(&mut **conn)
    .map_err(Error::from)
    .map_err(|e| {
        if Conn::is_unique_violation(&e) {
            Error::field("slug", "slug-taken")
        } else {
            e
        }
    })?;
    exactly_one(changed)?;
    audit::record(
        conn,
        &actor.doer(),
        "story.edit",
        &format!("story:{id}"),
        &json!({ "revision": form.revision + 1 }),
    )?;
    queries::story(conn, id)
}

/// Hands a story to the moderators; handing it over twice is no error.
///
/// # Errors
/// `NotFound`.
pub fn submit(conn: &mut Conn, actor: &Actor, id: &StoryId) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let client = queries::story(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    let story = queries::story(conn, id)?;
    if story.state == StoryState::Submitted.as_str() {
        return Ok(());
    }
    let now = conn.now()?;
    diesel::update(stories::table.find(id.as_str()))
        .set((
            stories::state.eq(StoryState::Submitted.as_str()),
            stories::submitted_at.eq(Some(now)),
            stories::submitted_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "story.submit",
        &format!("story:{id}"),
        &json!({ "revision": story.revision }),
    )
}

/// Takes a story down at once.
///
/// # Errors
/// `NotFound`.
pub fn unpublish(conn: &mut Conn, actor: &Actor, id: &StoryId) -> Result<usize, Error> {
    if !actor.has(Role::Staff) {
        actor.require(Role::Moderator)?;
    }
    let client = queries::story(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    let now = conn.now()?;
    let ended = consents::unpublish_story(conn, id, "unpublished")?;
    diesel::update(stories::table.find(id.as_str()))
        .set((
            stories::state.eq(StoryState::Unpublished.as_str()),
            stories::unpublished_at.eq(Some(now)),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "story.unpublish",
        &format!("story:{id}"),
        &json!({ "publications": ended }),
    )?;
    Ok(ended)
}

/// Sets the state a moderator decided on (changes requested, refused).
///
/// # Errors
/// `Conflict` when the story is not waiting, or was changed meanwhile.
pub fn set_state(conn: &mut Conn, story: &Story, state: StoryState) -> Result<(), Error> {
    let changed = diesel::update(
        stories::table
            .find(story.id.as_str())
            .filter(stories::state.eq(StoryState::Submitted.as_str()))
            .filter(stories::revision.eq(story.revision)),
    )
    .set(stories::state.eq(state.as_str()))
    .execute(&mut **conn)?;
    exactly_one(changed)
}

/// Notes that a revision was approved and is published now.
///
/// # Errors
/// `Conflict` as [`set_state`].
pub fn mark_published(conn: &mut Conn, story: &Story, approval: &str) -> Result<(), Error> {
    set_state(conn, story, StoryState::Published)?;
    let now = conn.now()?;
    diesel::update(stories::table.find(story.id.as_str()))
        .set((
            stories::approval_id.eq(Some(approval)),
            stories::published_at.eq(Some(story.published_at.unwrap_or(now))),
            stories::first_published_at.eq(Some(story.first_published_at.unwrap_or(now))),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// Puts a story back among those that wait, at its old place, because the decision on it is taken back.
///
/// # Errors
/// `Conflict` when it is no longer as that decision left it, or was changed meanwhile.
pub fn reopen(
    conn: &mut Conn,
    story: &Story,
    decided: StoryState,
    revision: i32,
) -> Result<(), Error> {
    let changed = diesel::update(
        stories::table
            .find(story.id.as_str())
            .filter(stories::state.eq(decided.as_str()))
            .filter(stories::revision.eq(revision)),
    )
    .set(stories::state.eq(StoryState::Submitted.as_str()))
    .execute(&mut **conn)?;
    exactly_one(changed)
}
