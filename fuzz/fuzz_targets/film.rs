//! Any bytes as a video: refused, or written anew and clean, without a panic.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;

#[expect(dead_code, unused_imports, reason = "the whole room comes along, and only its doors are used")]
#[path = "../../src/video/mod.rs"]
mod video;

use video::{Limits, inspect, probe, rewrite};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits {
        max_bytes: 1 << 20,
        ..Limits::default()
    };
    let told = probe(&mut Cursor::new(bytes), &limits);
    let mut out = Cursor::new(Vec::new());
    if let Ok(film) = rewrite(&mut Cursor::new(bytes), &mut out, &limits) {
        assert!(told.is_ok(), "written what the tables refused");
        let again = inspect(&mut out, &limits);
        assert!(matches!(again, Ok(again) if again == film));
    }
});
