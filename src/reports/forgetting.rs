//! What visitors reported about stories of a client who is forgotten: settled, and emptied as always.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::report::Outcome;
use crate::accounts::Actor;
use crate::db::schema::reports;
use crate::db::{Conn, StoryId};
use crate::error::Error;

/// Settles what is open: the stories are down for good.
///
/// # Errors
/// When the database refuses.
pub fn forget(
    conn: &mut Conn,
    by: Option<&Actor>,
    stories: &[StoryId],
    at: NaiveDateTime,
) -> Result<(), Error> {
    let stories = stories.iter().map(StoryId::as_str);
    let open = reports::table
        .filter(reports::story_id.eq_any(stories))
        .filter(reports::settled_at.is_null());
    diesel::update(open)
        .set((
            reports::words.eq(""),
            reports::contact.eq(""),
            reports::settled_at.eq(Some(at)),
            reports::settled_by.eq(by.map(|actor| actor.id.as_str())),
            reports::outcome.eq(Some(Outcome::TakenDown.as_str())),
        ))
        .execute(&mut **conn)?;
    Ok(())
}
