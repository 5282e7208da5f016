//! Canary pictures: four bands of colour, so that a picture tells which photo it is and how much of it is shown.
//!
//! ```text
//!  0–30 %   the photo's own colour       always shown
//! 30–45 %   a mark                       covered once staff cover it, at every level
//! 50–100 %  a face, its eyes at 60–75 %  covered for "scalp only", the eyes for "eyes covered" too
//! ```

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shows {
    /// Which photo of its case it is.
    pub photo: usize,
    /// 0 scalp only, 1 eyes covered, 2 whole face.
    pub level: usize,
    /// The mark is covered.
    pub covered: bool,
}

/// The names of the levels, from the least on.
pub const LEVELS: [&str; 3] = ["area_only", "covered", "full_face"];

const OWN: [[u8; 3]; 6] = [
    [205, 40, 40],
    [40, 160, 40],
    [40, 60, 205],
    [205, 180, 40],
    [120, 40, 190],
    [40, 170, 170],
];
const MARK: [u8; 3] = [215, 60, 200];
const FACE: [u8; 3] = [235, 190, 160];
const EYES: [u8; 3] = [240, 120, 20];

/// Small, so that many can be developed; each band is wider than the blocks that a mask grows by.
pub const WIDTH: u32 = 200;
const HEIGHT: u32 = 200;

/// The most photos of a case that can be told apart.
pub const MOST: usize = OWN.len();

/// The photo as a camera would send it; `number` makes its bytes unlike those of any other client.
pub fn photo(photo: usize, number: u64) -> Vec<u8> {
    let corner = [0, 8, 16].map(|shift| (number >> shift) as u8 ^ 0x5A);
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| match (x, y * 100 / HEIGHT) {
        (0..2, 0) => Rgb(corner),
        (_, 0..30) => Rgb(OWN[photo]),
        (_, 30..45) => Rgb(MARK),
        (_, 60..75) => Rgb(EYES),
        _ => Rgb(FACE),
    });
    let mut bytes = Cursor::new(Vec::new());
    // Nothing is lost in it, so the corner always tells.
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// What staff draw over it.
pub fn masks(covered: bool) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![("face", "50", "50"), ("eyes", "60", "15")];
    if covered {
        all.push(("mark", "30", "15"));
    }
    all.into_iter()
        .flat_map(|(kind, y, height)| {
            [
                ("mask_kind", kind),
                ("mask_x", "0"),
                ("mask_y", y),
                ("mask_width", "100"),
                ("mask_height", height),
            ]
        })
        .collect()
}

/// Looks at a picture that was served.
pub fn look(bytes: &[u8]) -> Shows {
    let picture = image::load_from_memory(bytes).unwrap().to_rgb8();
    let at =
        |percent: u32| *picture.get_pixel(picture.width() / 2, picture.height() * percent / 100);
    let near = |seen: Rgb<u8>, colour: [u8; 3]| {
        let apart = seen.0.iter().zip(colour).map(|(a, b)| a.abs_diff(b));
        apart.max().unwrap() < 40
    };
    let own = at(12);
    let photo = OWN.iter().position(|colour| near(own, *colour));
    let level = match (near(at(94), FACE), near(at(67), EYES)) {
        (false, false) => 0,
        (true, false) => 1,
        (true, true) => 2,
        (false, true) => panic!("eyes without a face"),
    };
    Shows {
        photo: photo.unwrap_or_else(|| panic!("no photo of ours: {own:?}")),
        level,
        covered: !near(at(37), MARK),
    }
}
