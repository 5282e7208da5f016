//! Any bytes as a photo: developed or refused, at every level, without a panic; and what comes out is clean.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[expect(dead_code, unused_imports, reason = "the whole room comes along, and only its doors are used")]
#[path = "../../src/imaging/mod.rs"]
mod imaging;

use imaging::{Edits, Format, Level, Limits, Mask, MaskKind, Rect, develop, inspect_output, probe};

const LEVELS: [Level; 3] = [Level::AreaOnly, Level::Covered, Level::FullFace];

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits {
        max_bytes: 1 << 20,
        max_pixels: 1 << 18,
        max_side: 4096,
        min_side: 1,
        max_decoded_bytes: 1 << 23,
        encoders: 1,
        ..Limits::default()
    };
    let told = probe(bytes, &limits);
    let rect = Rect {
        x: 0.25,
        y: 0.25,
        width: 0.5,
        height: 0.5,
    };
    let edits = Edits {
        masks: vec![Mask::new(MaskKind::Eyes, rect)],
        ..Edits::default()
    };
    let level = LEVELS[bytes.len() % 3];
    if let Ok(made) = develop(bytes, &edits, level, &limits, &[Format::Jpeg]) {
        assert!(told.is_ok(), "developed what the header refused");
        for one in &made.renditions {
            assert!(inspect_output(&one.bytes, one.format).is_ok());
        }
    }
});
