//! How the photos of a story were made, step by step, from the edits that were approved: for whoever asks whether a result
//! was made to look better than it is. Nothing else is ever done to a photo; see `imaging/ledger.rs`.

use serde::Serialize;

use super::angles::PublicStage;
use super::story::PublicStory;
use crate::db::Conn;
use crate::error::Error;
use crate::imaging::{Edits, Level, MaskKind, Style};
use crate::photos;

/// One photo.
#[derive(Debug, Clone, Serialize)]
pub struct Made {
    pub angle: String,
    pub label: String,
    pub label_number: i32,
    /// The fingerprint of the sealed original.
    pub original_sha256: String,
    /// Of the original, in pixels.
    pub width: i32,
    pub height: i32,
    pub steps: Vec<MadeStep>,
}

/// The id of a text and the numbers in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeStep {
    pub text: String,
    pub number: f64,
    pub other: f64,
}

/// Of each photo that the page shows. Empty in a preview: nothing was approved yet.
///
/// # Errors
/// When the database does not answer.
pub(super) fn made(conn: &mut Conn, story: &PublicStory) -> Result<Vec<Made>, Error> {
    let stages = story.angles.iter().flat_map(|angle| &angle.stages);
    let published: Vec<&str> = stages
        .map(|stage| stage.picture.publication.as_str())
        .filter(|id| !id.is_empty())
        .collect();
    let edits = photos::published_edits(conn, &published)?;
    let of = |angle: &str, stage: &PublicStage| {
        let (edits, level) = edits.get(&stage.picture.publication)?;
        Some(Made {
            angle: angle.to_owned(),
            label: stage.label.clone(),
            label_number: stage.label_number,
            original_sha256: stage.original.sha256.clone(),
            width: stage.original.size.0,
            height: stage.original.size.1,
            steps: steps(edits, *level),
        })
    };
    let all = story.angles.iter().flat_map(|angle| {
        let stages = angle.stages.iter();
        stages.filter_map(|stage| of(&angle.angle, stage))
    });
    Ok(all.collect())
}

/// In the order in which they are taken.
fn steps(edits: &Edits, level: Level) -> Vec<MadeStep> {
    let step = |text: &str, number: f64, other: f64| MadeStep {
        text: format!("made-{text}"),
        number,
        other,
    };
    let mut steps = Vec::new();
    for kind in MaskKind::ALL.into_iter().filter(|kind| level.burns(*kind)) {
        for (style, how) in [(Style::Solid, "covered"), (Style::Blur, "blurred")] {
            let masks = edits.masks.iter();
            let count = masks.filter(|m| m.what == kind && m.style == style).count();
            if count > 0 {
                let text = format!("{how}-{}", kind.as_str());
                steps.push(step(&text, count as f64, 0.0));
            }
        }
    }
    if edits.turns > 0 {
        steps.push(step("turned", f64::from(edits.turns) * 90.0, 0.0));
    }
    if edits.straighten != 0.0 {
        let degrees = (f64::from(edits.straighten) * 10.0).round() / 10.0;
        steps.push(step("straightened", degrees.abs(), 0.0));
    }
    if let Some(rect) = edits.crop {
        let percent = |fraction: f64| (fraction * 100.0).round();
        steps.push(step("cropped", percent(rect.width), percent(rect.height)));
    }
    if edits.watermark.is_some() {
        steps.push(step("logo", 0.0, 0.0));
    }
    steps.push(step("web", 0.0, 0.0));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imaging::{Mask, Rect};

    #[test]
    fn a_step_is_told_when_it_was_taken_at_this_level() {
        let edits = Edits {
            masks: vec![
                Mask::new(MaskKind::Face, Rect::WHOLE),
                Mask::new(MaskKind::Mark, Rect::WHOLE),
                Mask::new(MaskKind::Mark, Rect::WHOLE),
            ],
            crop: Some(Rect {
                width: 0.8,
                ..Rect::WHOLE
            }),
            turns: 1,
            ..Edits::default()
        };
        let told = |level| {
            let told = steps(&edits, level).into_iter();
            told.map(|step| (step.text, step.number))
                .collect::<Vec<_>>()
        };
        let step = |text: &str, number: f64| (text.to_owned(), number);
        let rest = [
            step("made-covered-mark", 2.0),
            step("made-turned", 90.0),
            step("made-cropped", 80.0),
            step("made-web", 0.0),
        ];
        assert_eq!(told(Level::FullFace), rest);
        assert_eq!(told(Level::AreaOnly)[0], step("made-covered-face", 1.0));
        assert_eq!(told(Level::AreaOnly)[1..], rest);
    }
}
