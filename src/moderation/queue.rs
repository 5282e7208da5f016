//! The queue: what waits for a moderator, longest waiting first, with its lights.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::gate::Light;
use super::review::review;
use crate::accounts::{self, Actor};
use crate::clinic;
use crate::config::Config;
use crate::db::{Conn, StoryId, UserId};
use crate::error::Error;
use crate::stories;

/// A photo in the version that would be published.
#[derive(Debug, Clone, Serialize)]
pub struct Thumb {
    pub id: String,
    pub level: &'static str,
}

/// A story that waits.
#[derive(Debug, Clone, Serialize)]
pub struct Waiting {
    pub id: StoryId,
    pub title: String,
    pub treatment: String,
    pub submitted_by: String,
    pub since: Option<NaiveDateTime>,
    /// Each light, and whether it is green.
    pub lights: Vec<(Light, bool)>,
    pub before: Option<Thumb>,
    pub after: Option<Thumb>,
    /// It was public before: this is a new revision.
    pub again: bool,
}

/// So many are shown with their lights at a time.
const PAGE: usize = 40;

/// The first of those that wait, and how many there are.
///
/// # Errors
/// When the database does not answer.
pub fn queue(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
) -> Result<(Vec<Waiting>, usize), Error> {
    let all = stories::waiting(conn)?;
    let count = all.len();
    let mut shown = Vec::new();
    for story in all.into_iter().take(PAGE) {
        let review = review(conn, config, actor, &story.id)?;
        let facts = &review.facts;
        let thumb = |id: &str| {
            let one = facts.photo(id)?;
            Some(Thumb {
                id: id.to_owned(),
                level: one.level?.as_str(),
            })
        };
        let pair = facts.snapshot.pairs.first();
        shown.push(Waiting {
            treatment: clinic::treatment(conn, &facts.snapshot.treatment_id)?.name,
            submitted_by: match story.submitted_by.as_deref().and_then(UserId::parse) {
                Some(id) => accounts::user(conn, &id)?.name,
                None => String::new(),
            },
            since: story.submitted_at,
            lights: review.lights(),
            before: pair.and_then(|pair| thumb(&pair.before.id)),
            after: pair.and_then(|pair| thumb(&pair.after.id)),
            again: story.approval_id.is_some(),
            title: story.title,
            id: story.id,
        });
    }
    Ok((shown, count))
}
