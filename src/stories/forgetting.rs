//! The stories of a client who is forgotten: the address stays where it was public, so that it goes on answering "gone" and
//! search engines can be asked to drop it; what stood there is emptied.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::story::StoryState;
use crate::db::schema::{approvals, cases, decisions, stories, treatments};
use crate::db::{ClientId, Conn, StoryId, random_hex};
use crate::error::Error;

/// Empties the stories, what was approved of them and what was said about them; codes and counts stay. The client's row is
/// locked. Gives the stories.
///
/// # Errors
/// When the database refuses.
pub fn forget(
    conn: &mut Conn,
    client: &ClientId,
    at: NaiveDateTime,
) -> Result<Vec<StoryId>, Error> {
    let own: Vec<(StoryId, String, Option<NaiveDateTime>)> = stories::table
        .inner_join(cases::table.inner_join(treatments::table))
        .filter(stories::client_id.eq(client.as_str()))
        .select((stories::id, treatments::name, stories::first_published_at))
        .load(&mut **conn)?;
    for (story, treatment, public) in &own {
        let row = stories::table.find(story.as_str());
        let state = match public {
            Some(_) => StoryState::Unpublished,
            None => StoryState::Draft,
        };
        diesel::update(row)
            .set((
                stories::title.eq(treatment),
                stories::narrative.eq(""),
                stories::state.eq(state.as_str()),
                stories::approval_id.eq(None::<String>),
                stories::published_at.eq(None::<NaiveDateTime>),
                stories::unpublished_at.eq(Some(at)),
                stories::revision.eq(stories::revision + 1),
            ))
            .execute(&mut **conn)?;
        if public.is_none() {
            diesel::update(row)
                .set(stories::slug.eq(format!("forgotten-{}", random_hex(8)?)))
                .execute(&mut **conn)?;
        }
        diesel::update(approvals::table.filter(approvals::story_id.eq(story.as_str())))
            .set((approvals::snapshot.eq(""), approvals::sources_sha256.eq("")))
            .execute(&mut **conn)?;
        diesel::update(decisions::table.filter(decisions::story_id.eq(story.as_str())))
            .set((decisions::note.eq(""), decisions::gates.eq("[]")))
            .execute(&mut **conn)?;
    }
    Ok(own.into_iter().map(|(id, ..)| id).collect())
}
