//! What was put together before: of the next catalogue only the stories are read again of which something changed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::dictionary::Dictionary;
use super::entry::{Entry, Source};
use super::index::Index;
use crate::clinic;
use crate::consents::{self, Channel, LiveGrant, PublicPublication};
use crate::db::Conn;
use crate::error::Error;
use crate::stories::{self, Approved};
use crate::web::text::Texts;

/// So many stories are read at once.
const BATCH: usize = 500;

/// Of one story: a mark of what its entry was made from, and the entry, where it has a page.
type Made = (u64, Option<Arc<Entry>>);

/// The stories of the last catalogue.
#[derive(Default)]
pub(super) struct Known {
    /// A mark of what all of them were made from.
    common: u64,
    /// By approval, which never changes.
    made: HashMap<String, Made>,
    dictionary: Dictionary,
}

impl Known {
    /// Reads what is public now.
    pub fn read(&mut self, conn: &mut Conn, texts: &Texts) -> Result<Index, Error> {
        let treatments = clinic::treatments(conn)?.into_iter();
        let treatments: HashMap<String, String> = treatments.map(|t| (t.id, t.name)).collect();
        let common = common_mark(&treatments, texts);
        if self.common != common {
            *self = Self {
                common,
                ..Self::default()
            };
        }
        // Nobody to show it to, nothing to read.
        let lent = match clinic::partner_origins(conn)?.is_empty() {
            true => Vec::new(),
            false => consents::all_live_grants_on(conn, Channel::PartnerEmbed)?,
        };
        let mut lent_of: HashMap<&str, Vec<&LiveGrant>> = HashMap::new();
        for grant in &lent {
            lent_of.entry(&grant.subject_id).or_default().push(grant);
        }
        let approved = stories::approved(conn)?;
        let mut made = HashMap::with_capacity(approved.len());
        let mut entries = Vec::with_capacity(approved.len());
        for batch in approved.chunks(BATCH) {
            let public = public_of(conn, batch)?;
            let source = |story| Source::of(story, &public, &lent_of);
            let sources: Vec<Source<'_>> = batch.iter().filter_map(source).collect();
            let is_new = |source: &&Source<'_>| {
                let before = self.made.get(source.approval());
                before.is_none_or(|(mark, _)| *mark != source.mark())
            };
            let new: Vec<&str> = sources
                .iter()
                .filter(is_new)
                .map(Source::approval)
                .collect();
            let snapshots = stories::snapshots(conn, &new)?;
            for source in &sources {
                let approval = source.approval();
                let one = match snapshots.get(approval) {
                    None => self.made.remove(approval),
                    Some(snapshot) => {
                        let entry =
                            Entry::of(source, snapshot, &treatments, texts, &mut self.dictionary);
                        Some((source.mark(), entry.map(Arc::new)))
                    }
                };
                let Some(one) = one else { continue };
                entries.extend(one.1.clone());
                made.insert(approval.to_owned(), one);
            }
        }
        // What is gone is forgotten, its words too once they are many.
        self.made = made;
        let index = Index::of(entries, &self.dictionary);
        if self.dictionary.len() > 2 * index.words() + 1000 {
            *self = Self::default();
        }
        Ok(index)
    }
}

/// What is public of each of these stories, by the story.
fn public_of(
    conn: &mut Conn,
    batch: &[Approved],
) -> Result<HashMap<String, Vec<PublicPublication>>, Error> {
    let ids: Vec<&str> = batch.iter().map(|story| story.id.as_str()).collect();
    let mut public: HashMap<String, Vec<PublicPublication>> = HashMap::new();
    for one in consents::public_of_stories(conn, &ids, Channel::Website)? {
        public.entry(one.story_id.clone()).or_default().push(one);
    }
    Ok(public)
}

fn common_mark(treatments: &HashMap<String, String>, texts: &Texts) -> u64 {
    let mut names: Vec<_> = treatments.iter().collect();
    names.sort_unstable();
    let mut hasher = DefaultHasher::new();
    (names, texts.language()).hash(&mut hasher);
    hasher.finish()
}
