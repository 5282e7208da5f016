//! Any edits of one small photo: those that are valid are carried out, always to the same bytes; the others are named.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[expect(dead_code, unused_imports, reason = "the whole room comes along, and only its doors are used")]
#[path = "../../src/imaging/mod.rs"]
mod imaging;

use imaging::{
    Edits, Format, Level, Limits, Mask, MaskKind, Point, Rect, Refusal, Shape, Style, develop,
    encode_jpeg, inspect_output, ledger,
};

/// Steps of a hundredth, somewhat beyond the photo to every side; one value in many is no number at all.
#[derive(Debug, Arbitrary)]
struct Place(i8);

impl Place {
    fn fraction(&self) -> f64 {
        match self.0 {
            i8::MIN => f64::NAN,
            place => f64::from(place) / 100.0,
        }
    }
}

#[derive(Debug, Arbitrary)]
struct Drawn {
    place: [Place; 4],
    what: u8,
    ellipse: bool,
    blur: bool,
}

#[derive(Debug, Arbitrary)]
struct Asked {
    crop: Option<[Place; 4]>,
    straighten: Place,
    turns: u8,
    focus: Option<[Place; 2]>,
    masks: Vec<Drawn>,
    level: u8,
}

fn rect([x, y, width, height]: &[Place; 4]) -> Rect {
    Rect {
        x: x.fraction(),
        y: y.fraction(),
        width: width.fraction(),
        height: height.fraction(),
    }
}

fn mask(drawn: &Drawn) -> Mask {
    Mask {
        shape: if drawn.ellipse {
            Shape::Ellipse
        } else {
            Shape::default()
        },
        style: if drawn.blur {
            Style::Blur
        } else {
            Style::default()
        },
        ..Mask::new(
            MaskKind::ALL[usize::from(drawn.what) % 3],
            rect(&drawn.place),
        )
    }
}

static PHOTO: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let pixels: Vec<u8> = (0..96 * 64 * 3u32)
        .map(|at| (at * at % 251) as u8)
        .collect();
    encode_jpeg(96, 64, pixels, 90).unwrap()
});

fuzz_target!(|asked: Asked| {
    let edits = Edits {
        crop: asked.crop.as_ref().map(rect),
        straighten: asked.straighten.fraction() as f32 * 15.0,
        turns: asked.turns % 6,
        focus: asked.focus.as_ref().map(|[x, y]| Point {
            x: x.fraction(),
            y: y.fraction(),
        }),
        masks: asked.masks.iter().map(mask).collect(),
        watermark: None,
    };
    let level = [Level::AreaOnly, Level::Covered, Level::FullFace][usize::from(asked.level) % 3];
    let limits = Limits {
        min_side: 1,
        encoders: 1,
        ..Limits::default()
    };
    let made = || develop(&PHOTO, &edits, level, &limits, &[Format::Jpeg]);
    match (edits.validate(), made()) {
        (Ok(()), Ok(one)) => {
            assert_eq!(one.renditions[0].bytes, made().unwrap().renditions[0].bytes);
            assert!(
                one.renditions
                    .iter()
                    .all(|r| inspect_output(&r.bytes, r.format).is_ok())
            );
            assert!(
                !ledger(&PHOTO, &edits, level, &limits, &[Format::Jpeg])
                    .unwrap()
                    .is_empty()
            );
        }
        (Err(_), Err(Refusal::BadEdits)) => {}
        (valid, made) => panic!("{valid:?}, but {:?}", made.map(|one| one.renditions.len())),
    }
});
