//! A film comes out clean, whatever it came with.

use super::film::{Film as Given, SECRETS, boxed, film};
use super::*;

fn holds(file: &[u8], text: &str) -> bool {
    memchr::memmem::find(file, text.as_bytes()).is_some()
}

#[test]
fn g13_a_video_comes_out_without_place_dates_names_and_notes() {
    let given = film(&Given::default());
    for secret in SECRETS {
        assert!(holds(&given, secret), "{secret} is there to begin with");
    }
    let (told, out) = made(&given).unwrap();
    for secret in SECRETS {
        assert!(!holds(&out, secret), "{secret}");
    }
    assert!(!out.windows(4).any(|four| four == [0xd0; 4]), "a date");
    assert_eq!((told.width, told.height, told.millis), (64, 48, 2000));
    assert!(told.has_sound);
    assert_eq!(inspected(&out), Ok(told));
    assert_eq!(
        out.get(36..40),
        Some(&b"moov"[..]),
        "it begins to play at once"
    );
}

#[test]
fn g13_whatever_is_added_to_a_file_of_ours_is_found() {
    let (_, out) = made(&film(&Given::default())).unwrap();
    assert!(inspected(&out).is_ok());
    let free = boxed(b"free", &[b"hidden"]);
    assert!(inspected(&[&out[..], &free].concat()).is_err(), "behind");
    assert!(
        inspected(&[&out[..32], &free, &out[32..]].concat()).is_err(),
        "between"
    );
    assert!(inspected(&film(&Given::default())).is_err(), "as it came");
    // Each single byte of the tables is known, but for what says how a film looks and lasts.
    let tables = 32 + u32::from_be_bytes(out[32..36].try_into().unwrap()) as usize;
    let mut unnoticed = Vec::new();
    for place in 40..tables {
        let mut changed = out.clone();
        changed[place] ^= 0x20;
        if inspected(&changed).is_ok() {
            unnoticed.push(place);
        }
    }
    assert!(unnoticed.len() < 120, "{unnoticed:?}");
}

#[test]
fn what_came_out_comes_out_again_as_it_is() {
    let (_, once) = made(&film(&Given::default())).unwrap();
    let (_, twice) = made(&once).unwrap();
    assert!(once == twice);
}

#[test]
fn a_film_is_seen_as_the_phone_was_held() {
    let one = 1 << 16;
    for (turn, size) in [
        ([0, one, -one, 0], (48, 64)),
        ([0, -one, one, 0], (48, 64)),
        ([-one, 0, 0, -one], (64, 48)),
        ([5, 0, 0, 9], (64, 48)),
    ] {
        let (told, out) = made(&film(&Given {
            turn,
            ..Given::default()
        }))
        .unwrap();
        assert_eq!((told.width, told.height), size, "{turn:?}");
        assert_eq!(inspected(&out), Ok(told));
    }
}

#[test]
fn what_was_cut_away_is_not_in_it() {
    let whole = made(&film(&Given::default())).unwrap();
    let edits = vec![(500, 1000)];
    let (told, out) = made(&film(&Given {
        edits,
        sound: false,
        ..Given::default()
    }))
    .unwrap();
    assert_eq!(told.millis, 600, "what begins with the end still counts");
    assert!(out.len() * 3 < whole.1.len());
    assert_eq!(inspected(&out), Ok(told));
    let twice = vec![(500, 0), (500, 1000)];
    let refused = made(&film(&Given {
        edits: twice,
        ..Given::default()
    }));
    assert_eq!(refused.unwrap_err(), Refusal::Cuts);
    let late = vec![(300, -1), (1000, 0)];
    let (told, out) = made(&film(&Given {
        edits: late,
        sound: false,
        ..Given::default()
    }))
    .unwrap();
    assert_eq!(told.millis, 1400);
    assert_eq!(inspected(&out), Ok(told));
}

#[test]
fn pictures_alone_are_a_film_and_sound_alone_is_none() {
    let (told, _) = made(&film(&Given {
        sound: false,
        ..Given::default()
    }))
    .unwrap();
    assert!(!told.has_sound);
    let mut given = film(&Given::default());
    let at = memchr::memmem::find(&given, b"vide").unwrap();
    given[at..at + 4].copy_from_slice(b"text");
    assert_eq!(made(&given).unwrap_err(), Refusal::NoPicture);
}
