//! How long it lasts: what is public of a treatment, by the time that has passed since the last session.

use std::sync::Arc;

use serde::Serialize;

use super::angles::PublicStage;
use super::story::PublicStory;
use crate::photos::Stage;

/// Pictures taken about as long after.
#[derive(Debug, Clone, Serialize)]
pub struct Lasting {
    /// Id of the text that names the time.
    pub text: &'static str,
    pub looks: Vec<Look>,
}

/// One picture, and the story that it is from.
#[derive(Debug, Clone, Serialize)]
pub struct Look {
    pub slug: String,
    pub title: String,
    pub stage: PublicStage,
}

/// The times, and the day from which each counts.
const TIMES: [(&str, i64); 6] = [
    ("lasting-fresh", 0),
    ("lasting-healed", 21),
    ("lasting-half-year", 170),
    ("lasting-year", 330),
    ("lasting-two-years", 640),
    ("lasting-three-years", 1000),
];
/// Of each time so many are shown.
const LOOKS: usize = 3;

/// The strip; empty while there are not two times to compare.
pub(super) fn lasting(stories: &[Arc<PublicStory>]) -> Vec<Lasting> {
    let mut seen: Vec<Vec<(usize, Look)>> = vec![Vec::new(); TIMES.len()];
    for story in stories {
        let looks = looks(story);
        // Who shows the longest course tells most: the same head at several times.
        let times = looks.iter().filter(|look| look.is_some()).count();
        for (place, look) in seen.iter_mut().zip(looks) {
            place.extend(look.map(|look| (times, look)));
        }
    }
    let strip: Vec<Lasting> = TIMES
        .iter()
        .zip(seen)
        .filter(|(_, looks)| !looks.is_empty())
        .map(|((text, _), mut looks)| {
            looks.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
            looks.truncate(LOOKS);
            Lasting {
                text,
                looks: looks.into_iter().map(|(_, look)| look).collect(),
            }
        })
        .collect();
    if strip.len() < 2 { Vec::new() } else { strip }
}

/// One picture of a story for each time: the latest of its first angle, and none that is hard to look at.
fn looks(story: &PublicStory) -> [Option<Look>; 6] {
    let mut looks: [Option<Look>; 6] = Default::default();
    let Some(angle) = story.angles.first() else {
        return looks;
    };
    for stage in angle.stages.iter().filter(|stage| is_result(stage)) {
        let Some(days) = stage.days else { continue };
        // A picture that is called fresh is fresh, whatever came before it.
        let days = if stage.settled { days } else { 0 };
        let place = TIMES.iter().rposition(|(_, from)| days >= *from);
        if let Some(look) = place.and_then(|place| looks.get_mut(place)) {
            *look = Some(Look {
                slug: story.slug.clone(),
                title: story.title.clone(),
                stage: stage.clone(),
            });
        }
    }
    looks
}

fn is_result(stage: &PublicStage) -> bool {
    let fresh = stage.stage == Stage::Fresh.as_str();
    (fresh || stage.settled) && !stage.sensitive
}
