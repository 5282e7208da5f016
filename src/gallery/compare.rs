//! What `<ba-compare>` shows: two stages of one angle in one mode, each choice an address of its own.

use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use super::angles::{PublicAngle, PublicStage, weeks_between};
use super::story::PublicStory;

/// The ways to look at two pictures; the first is the usual one.
const MODES: [&str; 4] = ["slider", "side", "fade", "toggle"];

/// The choices an address makes. What is not there (any more) gives way to the usual view: a shared address outlives a
/// photo that was taken down.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    mode: Option<String>,
    angle: Option<String>,
    a: Option<String>,
    b: Option<String>,
    /// `sensitive`: the visitor asked to see what staff marked as hard to look at.
    show: Option<String>,
}

impl Asked {
    /// The same view for those whose work it is to look: nothing is veiled.
    pub fn revealed(self) -> Self {
        Self {
            show: Some("sensitive".to_owned()),
            ..self
        }
    }
}

/// One view, complete.
#[derive(Debug, Clone, Serialize)]
pub struct Compare {
    /// Address of the page, for the form that chooses stages.
    pub path: String,
    /// What the page's own address says besides, and every view keeps.
    pub kept: Vec<(String, String)>,
    pub mode: &'static str,
    pub angle: String,
    /// `tall`, `square` or `wide`: how much room the pictures take before they are there.
    pub shape: &'static str,
    pub a: PublicStage,
    pub b: PublicStage,
    /// Between the two.
    pub weeks: Option<i64>,
    pub modes: Vec<Choice>,
    pub angles: Vec<Choice>,
    /// The stages of this angle.
    pub stages: Vec<Stop>,
    /// A picture is hard to look at and nobody asked for it: it is not sent.
    pub veiled: bool,
    /// The visitor asked for sensitive pictures.
    pub revealed: bool,
    /// Where they are shown.
    pub reveal: String,
}

/// A stage that can be chosen.
#[derive(Debug, Clone, Serialize)]
pub struct Stop {
    pub number: usize,
    pub label: String,
    pub label_number: i32,
}

/// A link to another view.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub name: String,
    pub url: String,
    pub current: bool,
}

/// The view that was asked for. A story has at least one angle, else there is nothing to compare. `path` may carry a query of
/// its own.
pub fn compare(story: &PublicStory, path: &str, asked: &Asked) -> Option<Compare> {
    let angle = asked
        .angle
        .as_deref()
        .and_then(|name| story.angles.iter().find(|one| one.angle == name))
        .or(story.angles.first())?;
    let mode = MODES
        .into_iter()
        .find(|mode| asked.mode.as_deref() == Some(*mode))
        .unwrap_or(MODES[0]);
    let (first, second) = stages(angle, asked);
    let (a, b) = (angle.stage(first)?, angle.stage(second)?);
    let revealed = asked.show.as_deref() == Some("sensitive");
    let address = |mode: &str, angle: &str, numbers: Option<(usize, usize)>, revealed: bool| {
        let numbers = numbers.map_or(String::new(), |(a, b)| format!("&a={a}&b={b}"));
        let show = if revealed { "&show=sensitive" } else { "" };
        let more = if path.contains('?') { '&' } else { '?' };
        format!("{path}{more}mode={mode}&angle={angle}{numbers}{show}#compare")
    };
    let here = Some((first, second));
    let (plain, query) = path.split_once('?').unwrap_or((path, ""));
    Some(Compare {
        mode,
        angle: angle.angle.clone(),
        shape: shape(a),
        weeks: weeks_between(a, b),
        modes: MODES
            .iter()
            .map(|name| Choice {
                name: (*name).to_owned(),
                url: address(name, &angle.angle, here, revealed),
                current: *name == mode,
            })
            .collect(),
        angles: story
            .angles
            .iter()
            .map(|one| Choice {
                name: one.angle.clone(),
                // Another angle may have other stages: it begins with its own first and last.
                url: address(mode, &one.angle, None, revealed),
                current: one.angle == angle.angle,
            })
            .collect(),
        stages: angle.stages.iter().map(stop).collect(),
        veiled: (a.sensitive || b.sensitive) && !revealed,
        revealed,
        reveal: address(mode, &angle.angle, here, true),
        a: a.clone(),
        b: b.clone(),
        path: plain.to_owned(),
        kept: form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect(),
    })
}

fn stop(stage: &PublicStage) -> Stop {
    Stop {
        number: stage.number,
        label: stage.label.clone(),
        label_number: stage.label_number,
    }
}

/// Two different numbers in order of time.
fn stages(angle: &PublicAngle, asked: &Asked) -> (usize, usize) {
    let number = |text: &Option<String>| {
        let number = text.as_deref()?.parse().ok()?;
        angle.stage(number).map(|stage| stage.number)
    };
    let (first, last) = angle.first_and_last();
    match (number(&asked.a), number(&asked.b)) {
        (Some(a), Some(b)) if a != b => (a.min(b), a.max(b)),
        (Some(a), None) if a != last => (a.min(last), a.max(last)),
        (None, Some(b)) if b != first => (first, b),
        _ => (first, last),
    }
}

fn shape(stage: &PublicStage) -> &'static str {
    let ratio = f64::from(stage.picture.width) / f64::from(stage.picture.height.max(1));
    match ratio {
        r if r < 0.9 => "tall",
        r if r > 1.15 => "wide",
        _ => "square",
    }
}
