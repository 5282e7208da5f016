//! Pairs that were measured already: the same two photos with the same edits measure alike, so they are measured once.
//! Numbers only, in memory, and few; nothing of a photo can be had from them.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use super::framing::PairMeasures;
use super::pairs::Pair;
use crate::hash::sha256;
use crate::imaging::PIPELINE;

/// Pairs that are remembered; the oldest goes first.
const MOST: usize = 256;

/// One for each instance, shared by its threads.
#[derive(Clone, Default)]
pub struct MeasuredPairs {
    known: Arc<Mutex<VecDeque<Known>>>,
    /// Names of those that are being measured.
    begun: Arc<Mutex<HashSet<String>>>,
}

struct Known {
    name: String,
    measures: Arc<PairMeasures>,
}

impl MeasuredPairs {
    pub(super) fn get(&self, pair: &Pair) -> Option<Arc<PairMeasures>> {
        let (name, kept) = (name(pair), self.known.lock());
        let kept = kept.unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().find(|known| known.name == name);
        known.map(|known| known.measures.clone())
    }

    pub(super) fn keep(&self, pair: &Pair, measures: Arc<PairMeasures>) {
        let mut kept = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == MOST {
            kept.pop_front();
        }
        let name = name(pair);
        kept.push_back(Known { name, measures });
    }

    /// To measure a pair once, however many ask; `None` when it is known or someone is at it.
    pub(super) fn begin(&self, pair: &Pair) -> Option<Begun> {
        if self.get(pair).is_some() {
            return None;
        }
        let name = name(pair);
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        begun.insert(name.clone()).then(|| Begun {
            all: self.begun.clone(),
            name,
        })
    }
}

/// Someone is measuring a pair, until this goes.
pub(super) struct Begun {
    all: Arc<Mutex<HashSet<String>>>,
    name: String,
}

impl Drop for Begun {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(&self.name);
    }
}

/// What was measured: two sealed originals, their edits, and the way we measure.
fn name(pair: &Pair) -> String {
    let photo = |photo: &super::Photo| format!("{}:{}", photo.sha256, photo.edits_sha256);
    let both = format!("{}:{}:{PIPELINE}", photo(&pair.before), photo(&pair.after));
    sha256(both.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(sha256: &str, edits: &str) -> super::super::Photo {
        let now = chrono::NaiveDateTime::default();
        super::super::Photo {
            id: crate::db::PhotoId::new(),
            case_id: crate::db::CaseId::new(),
            client_id: crate::db::ClientId::new(),
            object_id: String::new(),
            sha256: sha256.to_owned(),
            bytes: 1,
            width: 1,
            height: 1,
            stage: String::new(),
            session_number: None,
            angle: String::new(),
            taken_on: None,
            alt: String::new(),
            sensitive: false,
            bare_level: 2,
            edits: String::new(),
            edits_sha256: edits.to_owned(),
            state: String::new(),
            refusal: None,
            warning: None,
            revision: 1,
            uploaded_at: now,
            removed_at: None,
            likeness: None,
        }
    }

    fn pair(before: &str, after: &str, edits: &str) -> Pair {
        Pair {
            id: crate::db::PhotoId::new().to_string(),
            before: photo(before, "none"),
            after: photo(after, edits),
        }
    }

    fn measures() -> Arc<PairMeasures> {
        let picture = crate::imaging::measure::Unsure::NoAgreement;
        Arc::new(PairMeasures {
            comparison: serde_json::from_str(
                r#"{"aligned":false,"stops":null,"white_balance":null,"blur_before":null,
                    "blur_after":null,"blur_times":null,"scale":null,"degrees":null,
                    "background":null,"findings":[]}"#,
            )
            .unwrap(),
            alignment: Err(picture),
            one_photo: false,
            proposal: None,
        })
    }

    #[test]
    fn the_same_photos_with_the_same_edits_are_known_again_and_no_others() {
        let kept = MeasuredPairs::default();
        kept.keep(&pair("a", "b", "none"), measures());
        assert!(kept.get(&pair("a", "b", "none")).is_some());
        for other in [
            pair("b", "a", "none"),
            pair("a", "b", "turned"),
            pair("a", "c", "none"),
        ] {
            assert!(kept.get(&other).is_none());
        }
    }

    #[test]
    fn one_at_a_time_measures_a_pair() {
        let kept = MeasuredPairs::default();
        let first = kept.begin(&pair("a", "b", "none"));
        assert!(first.is_some());
        assert!(kept.begin(&pair("a", "b", "none")).is_none());
        assert!(kept.begin(&pair("a", "c", "none")).is_some());
        drop(first);
        assert!(kept.begin(&pair("a", "b", "none")).is_some());
        kept.keep(&pair("a", "b", "none"), measures());
        assert!(kept.begin(&pair("a", "b", "none")).is_none());
    }

    #[test]
    fn the_oldest_is_forgotten() {
        let kept = MeasuredPairs::default();
        for number in 0..=MOST {
            kept.keep(&pair("a", &number.to_string(), "none"), measures());
        }
        assert!(kept.get(&pair("a", "0", "none")).is_none());
        assert!(kept.get(&pair("a", "1", "none")).is_some());
    }
}
