//! Spots that a person marked on both photos of a pair, and the frame that brings them onto each other.

use super::framing::size;
use super::photo::Photo;
use crate::imaging::measure::{Place, Similarity};
use crate::imaging::{Edits, Measured, line_up, shown_part};

/// The same spot on the before and on the after, in fractions of what is shown of each.
pub type Mark = (Place, Place);

/// The most that can be marked: two are met exactly, of more the squares of what is left over are least.
pub const MOST_MARKS: usize = 4;
/// Marks nearer to each other than this part of a picture's width say too little of its turn and size.
const FAR_ENOUGH: f64 = 0.08;
/// What is left over of a mark, as a part of the width, that a person should look at.
const MISSED: f64 = 0.02;
/// Pixels of the pictures in which marks are reckoned.
const WIDTH: f64 = 1024.0;

/// What comes of marks.
#[derive(Debug, Clone, PartialEq)]
pub enum Marked {
    /// Fewer than two.
    TooFew,
    /// On one of the photos they lie so near together that they say little.
    TooNear,
    /// The photos can't be shown in one frame by these marks.
    NoFrame,
    Framed {
        edits: Box<(Edits, Edits)>,
        /// The mark, counted from 1, that lies farthest from where the others want it, if that is far.
        odd: Option<usize>,
    },
}

/// The frame that marks give to a pair.
pub fn marked(before: &Photo, after: &Photo, marks: &[Mark]) -> Marked {
    let (Some(first), Some(second)) = (before.edits(), after.edits()) else {
        return Marked::NoFrame;
    };
    if marks.len() < 2 {
        return Marked::TooFew;
    }
    let looks = [(before, &first), (after, &second)].map(|(photo, edits)| look(photo, edits));
    let marks: Vec<Mark> = marks
        .iter()
        .map(|(one, other)| (pixels(*one, looks[0]), pixels(*other, looks[1])))
        .collect();
    let far = |side: fn(&Mark) -> Place| {
        let places = marks.iter().map(side);
        let apart = |(x, y): Place, (u, v): Place| (x - u).hypot(y - v);
        let farthest = places
            .clone()
            .flat_map(|one| places.clone().map(move |other| apart(one, other)));
        farthest.fold(0.0, f64::max) > FAR_ENOUGH * WIDTH
    };
    if !far(|mark| mark.0) || !far(|mark| mark.1) {
        return Marked::TooNear;
    }
    let Some(change) = Similarity::by_hand(&marks) else {
        return Marked::NoFrame;
    };
    let seen = |photo, edits, look| Measured {
        size: size(photo),
        edits,
        look,
    };
    let framed = line_up(
        &seen(before, &first, looks[0]),
        &seen(after, &second, looks[1]),
        &change,
    );
    framed.map_or(Marked::NoFrame, |edits| Marked::Framed {
        edits: Box::new(edits),
        odd: odd(&marks, &change),
    })
}

/// The size of the picture of what is shown.
fn look(photo: &Photo, edits: &Edits) -> (u32, u32) {
    let [_, _, width, height] = shown_part(size(photo), edits);
    let tall = (WIDTH * height / width.max(1.0)).round().max(1.0);
    (WIDTH as u32, tall as u32)
}

/// From fractions to pixels, counted from the centre of the first.
fn pixels((x, y): Place, look: (u32, u32)) -> Place {
    (x * f64::from(look.0) - 0.5, y * f64::from(look.1) - 0.5)
}

fn odd(marks: &[Mark], change: &Similarity) -> Option<usize> {
    let missed = marks.iter().map(|(one, other)| {
        let (x, y) = change.place(*one);
        (x - other.0).hypot(y - other.1)
    });
    missed
        .enumerate()
        .filter(|(_, missed)| *missed > MISSED * WIDTH)
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(number, _)| number + 1)
}
