//! What is new, for those who follow it. Feeds are collected and kept by strangers, as search engines do: only stories of which
//! all may be found by search are in them. They tell the day of a publication and nothing finer.

use chrono::NaiveDate;
use serde::Serialize;

use crate::clinic;
use crate::config::WebConfig;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Index, PublicStory, Wish, shown};
use crate::hash::sha256;
use crate::web::markdown::to_html;
use crate::web::text::{Texts, Value};

/// So many stories are in a feed.
const ENTRIES: usize = 20;
/// So many are looked at together, and so often at most.
const LOOK: usize = 40;
const LOOKS: usize = 10;

/// One story.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Stays the same when the story's address changes, and tells nothing.
    pub id: String,
    pub address: String,
    pub title: String,
    pub summary: String,
    /// HTML made safe.
    pub html: String,
    /// The beginning of the day of its publication, as RFC 3339 has it.
    pub published: String,
    /// The part that may stand where others link to the story.
    pub picture: Option<String>,
}

/// The newest ones first.
///
/// # Errors
/// When the database does not answer.
pub fn entries(
    conn: &mut Conn,
    stories: &Index,
    web: &WebConfig,
    texts: &Texts,
) -> Result<Vec<Entry>, Error> {
    let all = stories.list(&Wish::default(), None, LOOK * LOOKS).stories;
    let treatments = clinic::treatments(conn)?;
    let mut found = Vec::new();
    for some in all.chunks(LOOK) {
        for story in shown(conn, some)?.iter().filter(|story| story.indexable) {
            let treatment = treatments.iter().find(|t| t.id == story.treatment_id);
            let treatment = treatment.map(|t| t.name.as_str()).unwrap_or_default();
            found.extend(entry(story, treatment, web, texts));
        }
        if found.len() >= ENTRIES {
            break;
        }
    }
    found.truncate(ENTRIES);
    Ok(found)
}

fn entry(story: &PublicStory, treatment: &str, web: &WebConfig, texts: &Texts) -> Option<Entry> {
    let count = Value::Number(story.sessions as f64);
    let sessions = texts.find("sessions-count", &[("count".to_owned(), count)].into());
    let host = web.base_url.host_str()?;
    Some(Entry {
        id: format!(
            "tag:{host},2026:story/{}",
            &sha256(format!("feed:{}", story.id).as_bytes())[..32]
        ),
        address: web.link(&format!("/stories/{}", story.slug)),
        title: story.title.clone(),
        summary: format!("{treatment}: {}", sessions.unwrap_or_default()),
        html: to_html(&story.narrative),
        published: midnight(story.published_at?.date()),
        picture: story
            .open_graph()
            .map(|(picture, _)| web.link(&picture.src)),
    })
}

/// When anything in it changed last; a feed without entries is as old as time.
pub fn updated(entries: &[Entry]) -> String {
    let newest = entries.iter().map(|entry| entry.published.as_str()).max();
    newest.map_or_else(|| midnight(NaiveDate::default()), str::to_owned)
}

fn midnight(day: NaiveDate) -> String {
    format!("{}T00:00:00Z", day.format("%Y-%m-%d"))
}
