//! Stories that a text of the clinic names: an address on a line of its own becomes the story's card, for as long as it is
//! public. Afterwards the line is simply not there.

use super::cards::{Card, cards};
use crate::db::Conn;
use crate::error::Error;
use crate::stories;

/// So many stories stand below one text.
const MOST: usize = 3;
const PATH: &str = "/stories/";

/// The text without such lines, and the slugs that they name.
pub(super) fn apart(markdown: &str) -> (String, Vec<String>) {
    let mut text = Vec::new();
    let mut slugs = Vec::new();
    for line in markdown.lines() {
        match slug(line) {
            Some(slug) => slugs.push(slug.to_owned()),
            None => text.push(line),
        }
    }
    slugs.truncate(MOST);
    (text.join("\n"), slugs)
}

/// `/stories/crown-1a2b`, or the same with the site before it (and the path that it lives below), and nothing else.
fn slug(line: &str) -> Option<&str> {
    let line = line.trim();
    let line = line.strip_prefix('<').unwrap_or(line);
    let line = line.strip_suffix('>').unwrap_or(line);
    let start = line.find(PATH)?;
    let (site, slug) = (&line[..start], &line[start + PATH.len()..]);
    let is_site = site.is_empty()
        || (site.starts_with("http")
            && (2..=3).contains(&site.matches('/').count())
            && !site.contains(' '));
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (is_site && !slug.is_empty() && slug.bytes().all(plain)).then_some(slug)
}

/// Those of them that are public now.
///
/// # Errors
/// When the database does not answer.
pub(super) fn named(conn: &mut Conn, slugs: &[String]) -> Result<Vec<Card>, Error> {
    let mut ids = Vec::new();
    for slug in slugs {
        let story = stories::by_slug(conn, slug)?;
        ids.extend(story.map(|story| story.id.to_string()));
    }
    cards(conn, &ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_a_line_of_its_own_names_a_story() {
        let text = "No. We see it often.\n/stories/crown-1a2b\nhttps://clinic.example/stories/scars-77\n\nSee /stories/x too.";
        let (rest, slugs) = apart(text);
        assert_eq!(rest, "No. We see it often.\n\nSee /stories/x too.");
        assert_eq!(slugs, ["crown-1a2b", "scars-77"]);
        for line in [
            "/stories/",
            "/stories/Marc",
            "/stories/a/b",
            "so /stories/a",
            "/stories",
        ] {
            assert_eq!(slug(line), None, "{line}");
        }
        assert_eq!(slug(" </stories/a-1> "), Some("a-1"));
        let below = "https://studio.example/results/stories/a-1";
        assert_eq!(slug(below), Some("a-1"));
    }
}
