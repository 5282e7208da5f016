//! Stories as cards.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::angles::{PublicStage, weeks_between};
use super::story::{Place, PublicStory, seen};
use crate::db::Conn;
use crate::error::Error;

/// One entry of the gallery.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub slug: String,
    pub title: String,
    pub a: PublicStage,
    pub b: PublicStage,
    pub weeks: Option<i64>,
    pub facts: Vec<(String, String)>,
    pub sessions: usize,
    pub sensitive: bool,
}

/// Those of the stories of which something is public now, in the order of the ids.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn shown(conn: &mut Conn, ids: &[String]) -> Result<Vec<Arc<PublicStory>>, Error> {
    shown_on(conn, ids, Place::Website)
}

/// [`shown`], as they may be seen in a place.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn shown_on(
    conn: &mut Conn,
    ids: &[String],
    place: Place,
) -> Result<Vec<Arc<PublicStory>>, Error> {
    let seen = seen(conn, ids, place)?;
    let found: HashMap<&str, &Arc<PublicStory>> = seen
        .iter()
        .map(|story| (story.id.as_str(), story))
        .collect();
    let find = |id: &String| found.get(id.as_str()).map(|story| Arc::clone(story));
    Ok(ids.iter().filter_map(find).collect())
}

/// [`shown`] as cards.
///
/// # Errors
/// When the database does not answer.
pub fn cards(conn: &mut Conn, ids: &[String]) -> Result<Vec<Card>, Error> {
    let shown = shown(conn, ids)?;
    Ok(shown.iter().filter_map(|story| card(story)).collect())
}

/// The story as a card: its first angle, from the first picture to the last healed one.
pub fn card(story: &PublicStory) -> Option<Card> {
    let angle = story.angles.first()?;
    let (first, last) = angle.first_and_last();
    let (a, b) = (angle.stage(first)?.clone(), angle.stage(last)?.clone());
    Some(Card {
        slug: story.slug.clone(),
        title: story.title.clone(),
        weeks: weeks_between(&a, &b),
        sensitive: a.sensitive || b.sensitive,
        facts: story.facts.clone(),
        sessions: story.sessions,
        a,
        b,
    })
}
