//! Words as shapes, set as each script is written: letters joined, lines that run from right to left, accents in place. The fonts
//! are those that our crates carry; what none of them has a shape for is not written at all.

use std::ops::Range;

use swash::scale::{Render, ScaleContext, Source};
use swash::shape::{Direction, ShapeContext};
use swash::text::{Codepoint, Script};
use swash::zeno::{Format, Vector};
use swash::{FontRef, GlyphId};
use unicode_bidi::{BidiInfo, Level};

use super::pixels::Pixels;

mod lines;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// What a text is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Pixels to an em.
    pub size: f32,
    /// Its lines begin at the right.
    pub rtl: bool,
}

/// One line, ready to be drawn.
pub(super) struct Line {
    setting: Setting,
    glyphs: Vec<Placed>,
    pub width: f32,
}

struct Placed {
    font: usize,
    glyph: GlyphId,
    x: f32,
    y: f32,
}

impl Line {
    pub fn size(&self) -> f32 {
        self.setting.size
    }
}

/// A part of a line in one font, one script and one direction.
struct Run {
    range: Range<usize>,
    font: usize,
    script: Script,
    rtl: bool,
}

/// Sets and draws. Not cheap to make anew for each word, so one is used for a whole picture.
pub(super) struct Letters {
    shape: ShapeContext,
    scale: ScaleContext,
    fonts: Vec<FontRef<'static>>,
}

impl Letters {
    /// Noto Sans for what is written in Latin, Greek and Cyrillic letters, DejaVu Sans for Arabic ones.
    pub fn new(weight: Weight) -> Self {
        let files = match weight {
            Weight::Regular => [notosans::REGULAR_TTF, dejavu::sans::regular()],
            Weight::Bold => [notosans::BOLD_TTF, dejavu::sans::bold()],
        };
        let fonts = files.into_iter();
        Self {
            shape: ShapeContext::new(),
            scale: ScaleContext::new(),
            fonts: fonts
                .filter_map(|file| FontRef::from_index(file, 0))
                .collect(),
        }
    }

    /// The text on one line; `None` when there is a letter in it that no font has.
    pub fn line(&mut self, text: &str, setting: Setting) -> Option<Line> {
        let level = match setting.rtl {
            true => Level::rtl(),
            false => Level::ltr(),
        };
        let bidi = BidiInfo::new(text, Some(level));
        let paragraph = bidi.paragraphs.first()?;
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        let mut line = Line {
            setting,
            glyphs: Vec::new(),
            width: 0.0,
        };
        for range in runs {
            let rtl = levels.get(range.start)?.is_rtl();
            let mut runs = self.runs(text, range, rtl)?;
            if rtl {
                runs.reverse();
            }
            for run in runs {
                self.set(text, &run, &mut line);
            }
        }
        Some(line)
    }

    /// The parts of a stretch of one direction, in the order in which they are read.
    fn runs(&self, text: &str, range: Range<usize>, rtl: bool) -> Option<Vec<Run>> {
        let mut runs: Vec<Run> = Vec::new();
        for (at, letter) in text.get(range.clone())?.char_indices() {
            let (start, end) = (range.start + at, range.start + at + letter.len_utf8());
            let script = letter.script();
            let own = |script| !matches!(script, Script::Common | Script::Inherited);
            if let Some(run) = runs.last_mut() {
                // Marks, digits and spaces stay with what they stand beside.
                let fits = !own(script) || !own(run.script) || script == run.script;
                if fits && self.has(run.font, letter) {
                    run.range.end = end;
                    if own(script) {
                        run.script = script;
                    }
                    continue;
                }
            }
            runs.push(Run {
                range: start..end,
                font: (0..self.fonts.len()).find(|font| self.has(*font, letter))?,
                script,
                rtl,
            });
        }
        Some(runs)
    }

    fn has(&self, font: usize, letter: char) -> bool {
        is_unseen(letter)
            || self
                .fonts
                .get(font)
                .is_some_and(|font| font.charmap().map(letter) != 0)
    }

    fn set(&mut self, text: &str, run: &Run, line: &mut Line) {
        let direction = match run.rtl {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        };
        let (Some(font), Some(part)) = (self.fonts.get(run.font), text.get(run.range.clone()))
        else {
            return;
        };
        let mut shaper = self
            .shape
            .builder(*font)
            .script(run.script)
            .direction(direction)
            .size(line.setting.size)
            .build();
        match run.rtl {
            // Brackets open towards what they hold.
            true => shaper.add_str(&part.chars().map(mirrored).collect::<String>()),
            false => shaper.add_str(part),
        }
        let mut clusters: Vec<Vec<swash::shape::cluster::Glyph>> = Vec::new();
        shaper.shape_with(|cluster| clusters.push(cluster.glyphs.to_vec()));
        // They come as they are read.
        if run.rtl {
            clusters.reverse();
        }
        for glyph in clusters.into_iter().flatten() {
            line.glyphs.push(Placed {
                font: run.font,
                glyph: glyph.id,
                x: line.width + glyph.x,
                y: glyph.y,
            });
            line.width += glyph.advance;
        }
    }

    /// Draws a line with its left end and its baseline there.
    pub fn draw(&mut self, line: &Line, picture: &mut Pixels, at: (f32, f32), colour: [u8; 3]) {
        let outlines = [Source::Outline];
        for placed in &line.glyphs {
            let Some(font) = self.fonts.get(placed.font) else {
                continue;
            };
            let mut scaler = self
                .scale
                .builder(*font)
                .size(line.setting.size)
                .hint(false)
                .build();
            let (x, y) = (at.0 + placed.x, (at.1 - placed.y).round());
            let image = Render::new(&outlines)
                .format(Format::Alpha)
                .offset(Vector::new(x.fract(), 0.0))
                .render(&mut scaler, placed.glyph);
            if let Some(image) = image {
                let place = image.placement;
                let corner = (x.trunc() as i32 + place.left, y as i32 - place.top);
                cover(picture, corner, place.width, &image.data, colour);
            }
        }
    }
}

/// Puts the colour where the letter covers, by how much it does.
fn cover(picture: &mut Pixels, (left, top): (i32, i32), width: u32, cover: &[u8], colour: [u8; 3]) {
    if width == 0 {
        return;
    }
    for (row, covers) in cover.chunks_exact(width as usize).enumerate() {
        for (column, covers) in covers.iter().enumerate() {
            let (x, y) = (left + column as i32, top + row as i32);
            let inside =
                (0..picture.width as i32).contains(&x) && (0..picture.height as i32).contains(&y);
            // Sixteen steps: the eye sees no more, and the file is smaller.
            let covers = (u32::from(*covers) + 8) / 17 * 17;
            if covers == 0 || !inside {
                continue;
            }
            let at = y as usize * picture.row_bytes() + x as usize * 3;
            for (under, over) in picture.data[at..at + 3].iter_mut().zip(colour) {
                let (seen, through) = (covers, 255 - covers);
                *under = ((u32::from(*under) * through + u32::from(over) * seen + 127) / 255) as u8;
            }
        }
    }
}

fn mirrored(letter: char) -> char {
    letter.mirror().unwrap_or(letter)
}

/// Joiners and marks of direction: they shape what is beside them, and have no shape of their own.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{00ad}' | '\u{fe0f}')
}
