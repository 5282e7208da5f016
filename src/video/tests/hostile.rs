//! What is no film of ours, and what pretends to be one.

use proptest::prelude::*;

use super::film::{Film as Given, boxed, film};
use super::*;

fn refusal(file: &[u8]) -> Refusal {
    made(file).unwrap_err()
}

#[test]
fn what_is_no_film_of_ours_is_refused_by_name() {
    assert_eq!(refusal(&[]), Refusal::Empty);
    assert_eq!(
        refusal(b"\xff\xd8\xff\xe0 a photo by its bytes"),
        Refusal::NotAVideo
    );
    assert_eq!(
        refusal(&[0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0, 0, 0, 0, 0]),
        Refusal::Webm
    );
    for coding in [b"hvc1", b"hev1", b"dvh1"] {
        let given = Given {
            coding: *coding,
            ..Given::default()
        };
        assert_eq!(refusal(&film(&given)), Refusal::Hevc);
    }
    let given = Given {
        coding: *b"ap4h",
        ..Given::default()
    };
    assert_eq!(refusal(&film(&given)), Refusal::Codec);
    let given = Given {
        coding: *b"encv",
        ..Given::default()
    };
    assert_eq!(refusal(&film(&given)), Refusal::Encrypted);
    let pieces = [film(&Given::default()), boxed(b"moof", &[])].concat();
    assert_eq!(refusal(&pieces), Refusal::Fragmented);
    let mut other_sound = film(&Given::default());
    let at = memchr::memmem::find(&other_sound, b"mp4a").unwrap();
    other_sound[at..at + 4].copy_from_slice(b"sowt");
    assert_eq!(refusal(&other_sound), Refusal::Sound);
}

#[test]
fn too_much_of_anything_is_refused_before_it_is_copied() {
    let file = film(&Given::default());
    let limits = Limits {
        max_bytes: 1000,
        ..Limits::default()
    };
    assert_eq!(
        made_within(&file, &limits).unwrap_err(),
        Refusal::TooManyBytes
    );
    let limits = Limits {
        max_seconds: 1,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::TooLong);
    let limits = Limits {
        max_side: 48,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::TooLarge);
    let limits = Limits {
        max_samples: 19,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::TooLong);
    let limits = Limits {
        max_tracks: 2,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::Damaged);
    let limits = Limits {
        max_table_bytes: 500,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::TooLong);
    let limits = Limits {
        max_boxes: 3,
        ..Limits::default()
    };
    assert_eq!(made_within(&file, &limits).unwrap_err(), Refusal::Damaged);
}

/// A table may say that every picture is the same megabyte: what comes out is never more than what came in.
#[test]
fn a_small_file_makes_no_large_one() {
    let file = film(&Given {
        sound: false,
        ..Given::default()
    });
    let at = memchr::memmem::find(&file, b"stsz").unwrap();
    let mut lies = file.clone();
    lies[at + 8..at + 12].copy_from_slice(&(file.len() as u32 / 4).to_be_bytes());
    assert_eq!(refusal(&lies), Refusal::Damaged);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    for tables_last in [true, false] {
        let file = film(&Given {
            frames: 3,
            tables_last,
            ..Given::default()
        });
        for length in (0..file.len())
            .step_by(97)
            .chain(file.len() - 20..file.len())
        {
            assert!(made(&file[..length]).is_err(), "{length} of {}", file.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is changed in a file: it is refused, or what comes out is clean.
    #[test]
    fn a_changed_file_is_refused_or_comes_out_clean(
        changes in prop::collection::vec((0usize..3000, any::<u8>()), 1..6),
        behind in any::<bool>(),
    ) {
        let mut file = film(&Given { across: 1, down: 1, frames: 3, tables_last: behind, ..Given::default() });
        let length = file.len();
        for (place, value) in changes {
            // The tables lie at either end.
            let place = if behind { length - 1 - place % length } else { place % length };
            file[place] = value;
        }
        if let Ok((told, out)) = made(&file) {
            prop_assert_eq!(inspected(&out), Ok(told));
            prop_assert!(out.len() <= file.len() + 2000);
        }
    }

    #[test]
    fn any_bytes_are_no_film(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(made(&bytes).is_err());
        prop_assert!(made(&[&boxed(b"ftyp", &[b"isom"])[..], &boxed(b"moov", &[&bytes])].concat()).is_err());
    }
}
