//! From an upload and its edits to the renditions of one level.

use std::sync::Arc;

use super::colour::ToSrgb;
use super::cut::cut;
use super::decode::decode;
use super::encode::{Tray, encode_while};
use super::extras::veil_of;
use super::frame::Frame;
use super::mask::burn;
use super::open_graph::{focus_of, open_graph_of};
use super::orientation::Orientation;
use super::pixels::Pixels;
use super::probe::Header;
use super::resize::resize;
use super::widths::{sizes, widest};
use super::{Edits, Format, Level, Limits, Refusal, Stop, WIDTHS, Warning, Watermark};

/// One file to store and serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// What is to be made of a photo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    pub formats: Vec<Format>,
    /// Also the part that stands for it in previews of links.
    pub open_graph: bool,
    /// The logo that the edits name.
    pub watermark: Option<Arc<Watermark>>,
}

impl Order {
    /// The renditions in these formats.
    pub fn of(formats: &[Format]) -> Self {
        Self {
            formats: formats.to_vec(),
            ..Self::default()
        }
    }

    /// The logo to put on a photo of these edits.
    ///
    /// # Errors
    /// `BadEdits` when they name another than there is.
    fn watermark_of(&self, edits: &Edits) -> Result<Option<&Watermark>, Refusal> {
        let Some(wanted) = &edits.watermark else {
            return Ok(None);
        };
        let there = self.watermark.as_deref();
        let named = there.filter(|one| one.name() == wanted);
        named.map(Some).ok_or(Refusal::BadEdits)
    }
}

/// All files of one photo at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Of the edited photo at full size, in pixels: what heights and aspect ratios come from.
    pub width: u32,
    /// Of the edited photo at full size, in pixels.
    pub height: u32,
    /// Widest first; of one width in the order in which the formats were asked for.
    pub renditions: Vec<Rendition>,
    /// Where JPEG was asked for: [`VEIL_WIDTH`](super::VEIL_WIDTH) wide, a few soft colours, made of the masked pixels.
    pub veil: Option<Rendition>,
    /// Where it was asked for and the photo fills one of the sizes of [`OPEN_GRAPH`](super::OPEN_GRAPH); of the masked pixels.
    pub open_graph: Option<Rendition>,
    /// A placeholder of about 25 bytes, made of the masked pixels.
    pub thumbhash: Vec<u8>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

/// Makes the renditions of a photo at a level in the formats asked for: those of [`WIDTHS`] that the edited photo fills,
/// or its own width if it is narrower than all. The same input gives the same bytes.
///
/// # Errors
/// As [`probe`](super::probe()), and what only decoding can tell; `BadEdits` if the edits are not valid.
pub fn develop(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    formats: &[Format],
) -> Result<Developed, Refusal> {
    let order = Order::of(formats);
    develop_until(bytes, edits, level, limits, &order, &Stop::default())
}

/// [`develop`], of all that is ordered; given up at the next rendition once `stop` is asked.
///
/// # Errors
/// As [`develop`]; `NotEncoded` when it was stopped.
pub fn develop_until(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    order: &Order,
    stop: &Stop,
) -> Result<Developed, Refusal> {
    let watermark = order.watermark_of(edits)?;
    let shown = show(bytes, edits, level, limits, WIDTHS[0])?;
    let (width, height) = shown.frame.size();
    let focus = focus_of(&shown, edits);
    let sizes = sizes((width, height));
    let make = |tray: &mut Tray<'_>| {
        let widest = Arc::new(shown.picture);
        let smallest = chain(widest.clone(), &sizes, |picture| {
            tray.put(&marked(picture, watermark, focus)?);
            Ok(())
        })?;
        let veil = match order.formats.contains(&Format::Jpeg) {
            true => veil_of(&smallest)?,
            false => None,
        };
        let open_graph = match order.open_graph {
            true => open_graph_of(&widest, focus, watermark)?,
            false => None,
        };
        Ok((thumbhash(&smallest)?, veil, open_graph))
    };
    let (made, renditions) = encode_while(&order.formats, limits.encoders, stop, make)?;
    let (thumbhash, veil, open_graph) = made;
    Ok(Developed {
        width,
        height,
        renditions,
        veil,
        open_graph,
        thumbhash,
        warnings: shown.warnings,
    })
}

/// A photo as it is shown, before files are made of it.
pub(super) struct Shown {
    /// In sRGB, masked, upright; as wide as the edited photo, and at most as was asked for.
    pub picture: Pixels,
    pub frame: Frame,
    pub warnings: Vec<Warning>,
}

/// Decodes, masks, cuts and turns a photo, down to a picture of one of [`WIDTHS`] or of `most`.
///
/// # Errors
/// As [`develop`].
pub(super) fn show(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    most: u32,
) -> Result<Shown, Refusal> {
    edits.validate().map_err(|_| Refusal::BadEdits)?;
    let header = Header::read(bytes, limits)?;
    let orientation = header
        .orientation()
        .then(Orientation::quarters(edits.turns));
    let (edits, stored) = (edits.canonical().after_turns(), header.stored);
    let frame = Frame::new(orientation.turned(stored), &edits);
    let size = widest(frame.size(), most);

    let mut decoded = decode(bytes, &header, limits, (frame.part.width(), most))?;
    let to_srgb = ToSrgb::new(&decoded.space, decoded.grey)?;
    let scale = (1.0 / f64::from(decoded.divisor), decoded.grain);
    burn(
        &mut decoded.pixels,
        &edits,
        level,
        orientation,
        stored,
        scale,
        to_srgb.mask(),
    );
    let warnings = decoded.damaged.then_some(Warning::Damaged);
    Ok(Shown {
        picture: cut(decoded, &frame, orientation, stored, &to_srgb, size)?,
        frame,
        warnings: warnings.into_iter().collect(),
    })
}

/// With the logo of the clinic, if it wants one: of each size the same share, and as sharp.
fn marked(
    picture: &Arc<Pixels>,
    watermark: Option<&Watermark>,
    focus: (f64, f64),
) -> Result<Arc<Pixels>, Refusal> {
    let Some(watermark) = watermark else {
        return Ok(picture.clone());
    };
    let mut marked = Pixels::clone(picture);
    watermark.draw(&mut marked, focus)?;
    Ok(Arc::new(marked))
}

/// Each step from the one before; hands out each, and gives the last.
fn chain(
    widest: Arc<Pixels>,
    sizes: &[(u32, u32)],
    mut hand_out: impl FnMut(&Arc<Pixels>) -> Result<(), Refusal>,
) -> Result<Arc<Pixels>, Refusal> {
    let mut last = widest;
    hand_out(&last)?;
    for size in sizes.iter().skip(1) {
        last = Arc::new(resize(&last, *size)?);
        hand_out(&last)?;
    }
    Ok(last)
}

/// The placeholder's encoder takes at most 100 pixels a side.
fn thumbhash(smallest: &Pixels) -> Result<Vec<u8>, Refusal> {
    let factor = 100.0 / f64::from(smallest.width.max(smallest.height)).max(100.0);
    let side = |length: u32| ((f64::from(length) * factor).round() as u32).clamp(1, 100);
    let small = resize(smallest, (side(smallest.width), side(smallest.height)))?;
    let rgba: Vec<u8> = small
        .data
        .chunks_exact(3)
        .flat_map(|p| [p[0], p[1], p[2], 255])
        .collect();
    Ok(thumbhash::rgba_to_thumb_hash(
        small.width as usize,
        small.height as usize,
        &rgba,
    ))
}
