//! Stories as cards.

use std::collections::HashMap;

use serde::Serialize;

use super::angles::{PublicStage, weeks_between};
use super::story::{Place, PublicStory, public_stories_on};
use crate::db::Conn;
use crate::error::Error;
use crate::stories;

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
pub fn shown(conn: &mut Conn, ids: &[String]) -> Result<Vec<PublicStory>, Error> {
    shown_on(conn, ids, Place::Website)
}

/// [`shown`], as they may be seen in a place.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn shown_on(conn: &mut Conn, ids: &[String], place: Place) -> Result<Vec<PublicStory>, Error> {
    let asked: Vec<&str> = ids.iter().map(String::as_str).collect();
    let order: HashMap<&str, usize> = asked.iter().copied().zip(0..).collect();
    let mut found = stories::by_ids(conn, &asked)?;
    found.sort_by_key(|story| order.get(story.id.as_str()).copied());
    public_stories_on(conn, &found, place)
}

/// [`shown`] as cards.
///
/// # Errors
/// When the database does not answer.
pub fn cards(conn: &mut Conn, ids: &[String]) -> Result<Vec<Card>, Error> {
    Ok(shown(conn, ids)?.into_iter().filter_map(card).collect())
}

/// The story as a card: its first angle, from the first picture to the last healed one.
pub fn card(story: PublicStory) -> Option<Card> {
    let angle = story.angles.first()?;
    let (first, last) = angle.first_and_last();
    let (a, b) = (angle.stage(first)?.clone(), angle.stage(last)?.clone());
    Some(Card {
        slug: story.slug,
        title: story.title,
        weeks: weeks_between(&a, &b),
        sensitive: a.sensitive || b.sensitive,
        facts: story.facts,
        sessions: story.sessions,
        a,
        b,
    })
}
