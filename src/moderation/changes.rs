//! What is different from the revision that was approved last: a pure comparison of two snapshots.

use serde::Serialize;

use crate::stories::Snapshot;

/// One difference. Texts: `change-<what>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub what: &'static str,
    pub before: String,
    pub now: String,
}

/// The differences, in the order of the page.
pub fn changes(before: &Snapshot, now: &Snapshot) -> Vec<Change> {
    let mut found = Vec::new();
    let mut compare = |what: &'static str, before: String, now: String| {
        if before != now {
            found.push(Change { what, before, now });
        }
    };
    let or_nothing = |text: &Option<String>| text.clone().unwrap_or_default();
    compare("title", before.title.clone(), now.title.clone());
    compare(
        "pairs",
        before.pairs.len().to_string(),
        now.pairs.len().to_string(),
    );
    compare("photos", String::new(), photos(before, now));
    compare("narrative", before.narrative.clone(), now.narrative.clone());
    compare("facts", facts(before), facts(now));
    compare(
        "sessions",
        before.sessions.len().to_string(),
        now.sessions.len().to_string(),
    );
    compare("words", or_nothing(&before.words), or_nothing(&now.words));
    compare("rating", rating(before), rating(now));
    compare("video", seconds(before), seconds(now));
    compare("captions", captions(before), captions(now));
    compare(
        "practitioner",
        or_nothing(&before.practitioner),
        or_nothing(&now.practitioner),
    );
    found
}

fn facts(snapshot: &Snapshot) -> String {
    let all: Vec<String> = snapshot
        .facts
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    all.join(", ")
}

fn rating(snapshot: &Snapshot) -> String {
    snapshot
        .rating
        .map(|stars| stars.to_string())
        .unwrap_or_default()
}

/// How long the video is; another video of the same length has other captions, since those go with it.
fn seconds(snapshot: &Snapshot) -> String {
    let video = snapshot.video.as_ref();
    video.map_or(String::new(), |one| format!("{} s", one.millis / 1000))
}

fn captions(snapshot: &Snapshot) -> String {
    let video = snapshot.video.as_ref();
    video.map(|one| one.captions.clone()).unwrap_or_default()
}

/// How many photos are new or were edited; empty when none.
fn photos(before: &Snapshot, now: &Snapshot) -> String {
    let changed = now
        .photos()
        .filter(|photo| {
            !before.photos().any(|known| {
                known.original_sha256 == photo.original_sha256
                    && known.edits_sha256 == photo.edits_sha256
                    && known.alt == photo.alt
            })
        })
        .count();
    if changed == 0 {
        String::new()
    } else {
        changed.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot() -> Snapshot {
        Snapshot {
            slug: "smp-1".to_owned(),
            title: "A fuller crown".to_owned(),
            narrative: "Two sessions.".to_owned(),
            treatment_id: "t".to_owned(),
            practitioner: None,
            location: None,
            facts: vec![("norwood".to_owned(), "4".to_owned())],
            sessions: Vec::new(),
            pairs: Vec::new(),
            testimonial_id: None,
            words: None,
            rating: None,
            disclosures: Vec::new(),
            video: None,
        }
    }

    #[test]
    fn nothing_changed() {
        assert_eq!(changes(&snapshot(), &snapshot()), []);
    }

    #[test]
    fn each_change_is_named_with_both_versions() {
        let mut now = snapshot();
        now.title = "A full crown".to_owned();
        now.words = Some("I like it.".to_owned());
        let found = changes(&snapshot(), &now);
        let what: Vec<_> = found.iter().map(|change| change.what).collect();
        assert_eq!(what, ["title", "words"]);
        assert_eq!(found[0].before, "A fuller crown");
        assert_eq!(found[1].now, "I like it.");
    }
}
