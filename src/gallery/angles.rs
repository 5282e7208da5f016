//! The photos of a story by angle, in order of time: from each angle a line from before to healed.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::picture::Picture;
use crate::photos::Stage;
use crate::stories::{PhotoShown, Snapshot};

/// All that is public of one angle.
#[derive(Debug, Clone, Serialize)]
pub struct PublicAngle {
    pub angle: String,
    /// At least a before and an after; the first is a before.
    pub stages: Vec<PublicStage>,
}

/// One photo on the line from before to healed.
#[derive(Debug, Clone, Serialize)]
pub struct PublicStage {
    /// 1 for the first of its angle.
    pub number: usize,
    pub stage: String,
    /// Id of the text that names it, and the number of the session it may speak of.
    pub label: String,
    pub label_number: i32,
    pub before: bool,
    /// The result has settled: it may stand as "after" without a word of caution.
    pub settled: bool,
    /// A month, never a day: `2026-06`.
    pub month: Option<String>,
    pub since: Option<Since>,
    pub sensitive: bool,
    pub picture: Picture,
    #[serde(skip)]
    taken_on: Option<NaiveDate>,
    /// Days after the latest session before it.
    #[serde(skip)]
    pub(super) days: Option<i64>,
    #[serde(skip)]
    pub(super) original: Original,
    #[serde(skip)]
    photo: String,
}

/// The sealed file that a picture was made of.
#[derive(Debug, Clone)]
pub(super) struct Original {
    pub sha256: String,
    /// In pixels.
    pub size: (i32, i32),
}

/// How long after a session a photo was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Since {
    /// Id of the text: `since-same-day`, `since-days`, `since-weeks` or `since-months`.
    pub text: &'static str,
    pub count: i64,
    /// 1 for the first.
    pub session: usize,
}

impl PublicAngle {
    /// The numbers compared when nothing else is asked for: the first with the last healed one, else with the last.
    pub fn first_and_last(&self) -> (usize, usize) {
        let settled = self.stages.iter().rev().find(|stage| stage.settled);
        let last = settled.or(self.stages.last());
        (1, last.map_or(1, |stage| stage.number))
    }

    /// The stage of a number.
    pub fn stage(&self, number: usize) -> Option<&PublicStage> {
        self.stages.iter().find(|stage| stage.number == number)
    }
}

/// Whole weeks between two photos.
pub fn weeks_between(first: &PublicStage, second: &PublicStage) -> Option<i64> {
    Some((second.taken_on? - first.taken_on?).num_weeks())
}

/// The pairs of which both pictures are public, by angle: what is left alone can't be compared and is not shown.
pub(super) fn by_angle(
    snapshot: &Snapshot,
    picture: impl Fn(&PhotoShown) -> Option<Picture>,
) -> Vec<PublicAngle> {
    let mut angles: Vec<PublicAngle> = Vec::new();
    for pair in &snapshot.pairs {
        let Some(pictures) = picture(&pair.before).zip(picture(&pair.after)) else {
            continue;
        };
        let place = angles.iter().position(|known| known.angle == pair.angle);
        let angle = match place {
            Some(place) => &mut angles[place],
            None => {
                angles.push(PublicAngle {
                    angle: pair.angle.clone(),
                    stages: Vec::new(),
                });
                let last = angles.len() - 1;
                &mut angles[last]
            }
        };
        for (photo, shown) in [(&pair.before, pictures.0), (&pair.after, pictures.1)] {
            if angle.stages.iter().all(|stage| stage.photo != photo.id) {
                let stage = stage(photo, shown, &snapshot.sessions);
                angle.stages.push(stage);
            }
        }
    }
    for angle in &mut angles {
        in_order(&mut angle.stages);
    }
    angles
}

fn stage(photo: &PhotoShown, picture: Picture, sessions: &[NaiveDate]) -> PublicStage {
    let kind = Stage::parse(&photo.stage);
    let month = |day: NaiveDate| format!("{}-{:02}", day.year(), day.month());
    let (label, label_number) = label(photo);
    PublicStage {
        number: 0,
        stage: photo.stage.clone(),
        label,
        label_number,
        before: kind.is_some_and(Stage::is_before),
        settled: kind.is_some_and(Stage::is_settled),
        month: photo.taken_on.map(month),
        since: photo.taken_on.and_then(|day| since(day, sessions)),
        days: photo.taken_on.and_then(|day| days_after(day, sessions)),
        original: Original {
            sha256: photo.original_sha256.clone(),
            size: (photo.width, photo.height),
        },
        sensitive: photo.sensitive,
        picture,
        taken_on: photo.taken_on,
        photo: photo.id.clone(),
    }
}

/// "Session 2" where the number is known.
fn label(photo: &PhotoShown) -> (String, i32) {
    match photo.session_number {
        Some(number) if photo.stage == Stage::Session.as_str() => {
            ("stage-session-number".to_owned(), number)
        }
        _ => (format!("stage-{}", photo.stage.replace('_', "-")), 0),
    }
}

/// By date where all have one; a before always comes first.
fn in_order(stages: &mut [PublicStage]) {
    let dated = stages.iter().all(|stage| stage.taken_on.is_some());
    stages.sort_by_key(|stage| {
        let rank = Stage::ALL
            .iter()
            .position(|one| one.as_str() == stage.stage);
        let day = stage.taken_on.filter(|_| dated);
        (!stage.before, day, rank, stage.label_number)
    });
    for (place, stage) in stages.iter_mut().enumerate() {
        stage.number = place + 1;
    }
}

fn days_after(day: NaiveDate, sessions: &[NaiveDate]) -> Option<i64> {
    let held = sessions.iter().filter(|held| **held <= day);
    Some((day - *held.max()?).num_days())
}

fn since(day: NaiveDate, sessions: &[NaiveDate]) -> Option<Since> {
    let session = sessions.iter().filter(|held| **held <= day).count();
    let days = days_after(day, sessions)?;
    let (text, count) = match days {
        0 => ("since-same-day", 0),
        1..14 => ("since-days", days),
        14..371 => ("since-weeks", days / 7),
        _ => ("since-months", days * 12 / 365),
    };
    Some(Since {
        text,
        count,
        session,
    })
}
