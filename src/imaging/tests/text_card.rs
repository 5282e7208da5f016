//! Cards of words: every language is written as it is read, and nothing is written that no font can write.

use image::{ImageFormat, RgbImage};

use crate::imaging::{TextCard, text_card};

const CARD: TextCard<'static> = TextCard {
    kind: "Treatment",
    title: "Scalp micropigmentation",
    foot: "North Light Studio",
    logo: None,
    accent: [0x1f, 0x56, 0x50],
    rtl: false,
};

fn drawn(card: &TextCard<'_>) -> RgbImage {
    let png = text_card(card).unwrap();
    assert!(png.len() < 60_000, "{} bytes", png.len());
    image::load_from_memory_with_format(&png, ImageFormat::Png)
        .unwrap()
        .into_rgb8()
}

/// Columns in which something is written in the title's ink, from the first to the last.
fn title(picture: &RgbImage) -> Option<(u32, u32)> {
    let is_ink = |pixel: [u8; 3]| pixel.iter().all(|part| *part < 0x30);
    let ink = |x: u32| (0..picture.height()).any(|y| is_ink(picture.get_pixel(x, y).0));
    let inside = 40..picture.width() - 40;
    Some((
        inside.clone().find(|x| ink(*x))?,
        inside.rev().find(|x| ink(*x))?,
    ))
}

#[test]
fn lines_begin_where_they_are_read_from() {
    let (left, _) = title(&drawn(&CARD)).unwrap();
    assert!((90..110).contains(&left), "{left}");
    let arabic = TextCard {
        title: "تصبيغ فروة الرأس",
        rtl: true,
        ..CARD
    };
    let picture = drawn(&arabic);
    let (_, right) = title(&picture).unwrap();
    assert!((1090..1110).contains(&right), "{right}");
    assert_eq!(picture.get_pixel(1190, 300).0, CARD.accent);
    assert_ne!(picture.get_pixel(10, 300).0, CARD.accent);
}

#[test]
fn arabic_letters_are_joined() {
    let joined = TextCard {
        title: "بيت",
        rtl: true,
        ..CARD
    };
    // Kept apart by a sign without width that forbids it.
    let apart = TextCard {
        title: "ب\u{200c}ي\u{200c}ت",
        ..joined.clone()
    };
    let width = |card| title(&drawn(card)).map(|(from, to)| to - from).unwrap();
    assert!(width(&joined) < width(&apart));
    assert!(drawn(&joined) != drawn(&apart));
}

#[test]
fn brackets_open_towards_what_they_hold() {
    // Between letters that run the other way an opening sign has the shape of a closing one.
    let opening = |title| {
        let rtl = true;
        drawn(&TextCard { title, rtl, ..CARD })
    };
    assert!(opening("(ن") != opening(")ن"));
    let closing = TextCard { title: ")", ..CARD };
    let (from, to) = title(&opening("(")).unwrap();
    let shape = title(&drawn(&closing)).unwrap();
    assert_eq!(to - from, shape.1 - shape.0);
}

#[test]
fn each_language_can_be_written() {
    for text in [
        "Before and after, “half” a year – it’s fine…",
        "Größe, Weiß, Straße, „geprüft“",
        "Qué significa aquí «verificado», ¿no?, señal",
        "Ce que « vérifié » veut dire : cœur, dès, où, l’été",
        "قبل وبعد: ما الذي تغيّر؟ 3 جلسات",
        "Ægir Łódź Őrs İzmir Σκαλπ Скальп",
    ] {
        let card = TextCard {
            title: text,
            ..CARD
        };
        assert!(title(&drawn(&card)).is_some(), "{text}");
    }
}

#[test]
fn what_no_font_can_write_is_not_written() {
    for text in ["頭皮", "ทดสอบ", "Scalp 頭皮", "\u{e000}"] {
        let card = TextCard {
            title: text,
            ..CARD
        };
        assert_eq!(title(&drawn(&card)), None, "{text}");
    }
    let nothing = TextCard {
        kind: "",
        title: "",
        foot: "",
        ..CARD
    };
    assert_eq!(title(&drawn(&nothing)), None);
}

#[test]
fn whatever_is_written_stays_on_the_card() {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ";
    for title_text in [long.repeat(4), "word ".repeat(80), "a".repeat(400)] {
        let card = TextCard {
            title: &title_text,
            foot: &title_text,
            ..CARD
        };
        let (_, right) = title(&drawn(&card)).unwrap();
        assert!(right <= 1110, "{right}");
    }
}

#[test]
fn what_a_clinic_says_of_itself_takes_two_lines() {
    for (foot, lines) in [
        ("North Light Studio", 1),
        (
            "Scalp micropigmentation by people who had it done themselves, in the old town since 2014",
            2,
        ),
    ] {
        let picture = drawn(&TextCard { foot, ..CARD });
        let accent =
            |y: &u32| (60..picture.width()).any(|x| picture.get_pixel(x, *y).0 == CARD.accent);
        // Rows of letters, with rows of nothing between.
        let rows: Vec<u32> = (picture.height() / 2..picture.height())
            .filter(accent)
            .collect();
        let gaps = rows.windows(2).filter(|pair| pair[1] > pair[0] + 6).count();
        assert_eq!(gaps + 1, lines, "{foot}: {rows:?}");
    }
}

#[test]
fn a_logo_stands_above() {
    let logo = {
        let picture = RgbImage::from_pixel(600, 120, image::Rgb([200, 30, 30]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        crate::imaging::logo(bytes.get_ref()).unwrap().png
    };
    let with = TextCard {
        logo: Some(&logo),
        ..CARD
    };
    assert_eq!(drawn(&with).get_pixel(120, 100).0, [200, 30, 30]);
    assert!(title(&drawn(&with)).is_some());
    let broken = TextCard {
        logo: Some(b"no picture"),
        ..CARD
    };
    assert!(text_card(&broken).is_err());
}

/// `cargo test --lib cards_for_the_eye -- --ignored` writes them to `target/screens`.
#[test]
#[ignore = "long: writes pictures for people to look at"]
fn cards_for_the_eye() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screens");
    std::fs::create_dir_all(&folder).unwrap();
    let cards = [
        (
            "en",
            "Treatment",
            "Scalp micropigmentation",
            "North Light Studio",
            false,
        ),
        (
            "de",
            "Behandlung",
            "Was „geprüft“ hier heißt, und wie lange ein Ergebnis hält",
            "Studio Nordlicht",
            false,
        ),
        (
            "fr",
            "Avant et après",
            "Cœur de métier : l’été, où ça pousse",
            "L’atelier « Été »",
            false,
        ),
        (
            "ar",
            "قبل وبعد",
            "تصبيغ فروة الرأس بتقنية SMP للشعر الخفيف",
            "استوديو ضوء الشمال",
            true,
        ),
        (
            "ar-mixed",
            "العلاج",
            "ماذا تعني «متحقَّق منه» هنا؟ 12 جلسة",
            "North Light Studio",
            true,
        ),
        (
            "none",
            "種類",
            "頭皮の色素沈着",
            "North Light Studio",
            false,
        ),
    ];
    for (name, kind, title, foot, rtl) in cards {
        let card = TextCard {
            kind,
            title,
            foot,
            rtl,
            ..CARD
        };
        let begun = std::time::Instant::now();
        let png = text_card(&card).unwrap();
        println!("{name}: {} bytes in {:?}", png.len(), begun.elapsed());
        std::fs::write(folder.join(format!("card-{name}.png")), png).unwrap();
    }
}
