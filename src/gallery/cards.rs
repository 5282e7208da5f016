//! Stories as cards, page by page: candidates come from the table of stories, the predicate decides what is shown.

use serde::Serialize;

use super::angles::{PublicStage, weeks_between};
use super::story::{PublicStory, public_story};
use crate::db::Conn;
use crate::error::Error;
use crate::stories::{self, Wanted};
use crate::web::paging::Cursor;

/// How many candidates one page looks at: a rare fact in a large gallery is looked for on the next page.
const LOOKED_AT: usize = 240;
const BATCH: i64 = 24;

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

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub wanted: Wanted,
    /// Names and values, of the facts that are public: a fact that is not shown can't be asked for either.
    pub facts: Vec<(&'static str, String)>,
}

impl Filter {
    fn admits(&self, story: &PublicStory) -> bool {
        self.facts.iter().all(|(name, value)| {
            let mut known = story.facts.iter();
            known.any(|(known, is)| known == name && is == value)
        })
    }
}

/// The stories after `cursor` of which `show` makes something, and where the next page begins.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub(super) fn listed<T>(
    conn: &mut Conn,
    filter: &Filter,
    mut cursor: Option<Cursor>,
    wanted: usize,
    show: impl Fn(PublicStory) -> Option<T>,
) -> Result<(Vec<T>, Option<Cursor>), Error> {
    let mut found = Vec::new();
    let mut looked_at = 0;
    loop {
        let batch = stories::newest_published(conn, &filter.wanted, cursor.as_ref(), BATCH)?;
        if batch.is_empty() {
            return Ok((found, None));
        }
        for (story, published_at) in batch {
            if found.len() == wanted || looked_at == LOOKED_AT {
                return Ok((found, cursor));
            }
            looked_at += 1;
            cursor = Some(Cursor {
                at: published_at,
                id: story.id.to_string(),
            });
            let public = public_story(conn, &story)?.filter(|story| filter.admits(story));
            found.extend(public.and_then(&show));
        }
    }
}

/// [`listed`] as cards.
///
/// # Errors
/// When the database does not answer.
pub(super) fn cards(
    conn: &mut Conn,
    filter: &Filter,
    cursor: Option<Cursor>,
    wanted: usize,
) -> Result<(Vec<Card>, Option<Cursor>), Error> {
    listed(conn, filter, cursor, wanted, card)
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
