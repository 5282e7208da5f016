//! What a visitor left behind: a report that waits for a moderator.

use super::people::Offer;
use crate::db::{Conn, random_hex};
use crate::error::Error;
use crate::reports::{self, NewReport, Reason};
use crate::stories;

const WORDS: &str = "The light in the second picture looks warmer to me. Was it the same lamp?";

/// Reports a story, if there is one.
pub(super) fn report(conn: &mut Conn, shown: Option<&(Offer, String)>) -> Result<(), Error> {
    let Some((_, slug)) = shown else {
        return Ok(());
    };
    let story = stories::by_slug(conn, slug)?.ok_or(Error::NotFound)?;
    let new = NewReport {
        id: random_hex(16)?,
        reason: Reason::Misleading,
        words: WORDS.to_owned(),
        contact: String::new(),
    };
    reports::report(conn, &story.id, &new)
}
