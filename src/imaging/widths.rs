//! How wide the renditions are.

/// The widths of renditions, in pixels; a photo is never enlarged.
pub const WIDTHS: [u32; 5] = [2048, 1600, 1024, 640, 320];

/// The width of a veil, the few soft colours that stand for a photo until someone asks to see it: narrower than any
/// rendition of [`WIDTHS`], so that its width tells what it is.
pub const VEIL_WIDTH: u32 = 40;

/// The sizes of the part that stands for a photo in previews of links, the larger first: no rendition of [`WIDTHS`] is as wide
/// as either, so that its width tells what it is.
pub const OPEN_GRAPH: [(u32, u32); 2] = [(1200, 630), (600, 315)];

/// What a file that was made of a photo shows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The photo in one of its sizes.
    Photo,
    /// A few soft colours.
    Veil,
    /// The part that stands for it in previews of links.
    OpenGraph,
}

impl Kind {
    /// Told by how wide it is.
    pub fn of_width(width: u32) -> Self {
        match width {
            VEIL_WIDTH => Self::Veil,
            width if OPEN_GRAPH.iter().any(|size| size.0 == width) => Self::OpenGraph,
            _ => Self::Photo,
        }
    }
}

/// The size of the picture that all others are made of: the widest rendition, or `most` wide where more is asked for.
pub(super) fn widest((width, height): (u32, u32), most: u32) -> (u32, u32) {
    if most <= WIDTHS[0] {
        return sizes((width, height))
            .first()
            .copied()
            .unwrap_or((width, height));
    }
    let wide = width.min(most);
    let high = f64::from(wide) * f64::from(height) / f64::from(width);
    (wide, (high.round() as u32).max(1))
}

/// The sizes of the renditions, widest first. Heights come from the edited photo, not from the step before: rounding
/// would add up.
pub(super) fn sizes((width, height): (u32, u32)) -> Vec<(u32, u32)> {
    let at = |step: u32| {
        let height = (f64::from(step) * f64::from(height) / f64::from(width)).round();
        (step, (height as u32).max(1))
    };
    let steps: Vec<_> = WIDTHS
        .into_iter()
        .filter(|step| *step <= width)
        .map(at)
        .collect();
    if steps.is_empty() {
        vec![(width, height)]
    } else {
        steps
    }
}
