//! A blur can't be undone: two well-known ways to sharpen a picture whose blur is known bring back nothing of what was there.

use std::f64::consts::TAU;

use super::make::*;
use crate::imaging::*;

/// Of the part that is covered, in pixels: a square, so that a cover of 4 × 4 blocks lies on it.
const SIDE: usize = 64;
/// Blocks of a cover along a side.
const BLOCKS: usize = 4;
type Plane = Vec<f64>;

/// Eyes, nose and mouth, with a fine texture that is another for each seed.
fn face(seed: u32) -> image::RgbImage {
    let ground = gradient(SIDE as u32, SIDE as u32);
    let mut picture = with_secret(ground, [0, 0, SIDE as u32, SIDE as u32], seed);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (u, v) = (f64::from(x) / 64.0, f64::from(y) / 64.0);
        let spot = |a: f64, b: f64, size: f64| (-(u - a).hypot(v - b).powi(2) / size).exp();
        let shade = 210.0
            - 110.0 * v * v
            - 120.0 * (spot(0.31, 0.36, 0.002) + spot(0.69, 0.36, 0.002))
            - 60.0 * spot(0.5, 0.6, 0.002)
            - 90.0 * (spot(0.42, 0.8, 0.002) + spot(0.58, 0.8, 0.002));
        let noise = f64::from(pixel.0[1]) / 255.0 - 0.5;
        *pixel = image::Rgb([(shade + 12.0 * noise) as u8; 3]);
    }
    picture
}

/// What is seen of it under a blur.
fn covered(picture: &image::RgbImage) -> Plane {
    let whole = Mask {
        style: Style::Blur,
        ..Mask::new(MaskKind::Mark, Rect::WHOLE)
    };
    let large = image::imageops::resize(
        picture,
        SIDE as u32 * 4,
        SIDE as u32 * 4,
        image::imageops::FilterType::Nearest,
    );
    let edits = Edits {
        masks: vec![whole],
        ..Edits::default()
    };
    let png = encoded(large, image::ImageFormat::Png);
    let shown = open(&develop_jpeg(&png, &edits, Level::FullFace).renditions[0]);
    let small = image::imageops::resize(
        &shown,
        SIDE as u32,
        SIDE as u32,
        image::imageops::FilterType::Triangle,
    );
    plane(&small)
}

fn plane(picture: &image::RgbImage) -> Plane {
    picture.pixels().map(|p| f64::from(p.0[1])).collect()
}

/// The blur as an attacker knows it: the spread of one block, which its neighbours meet half way.
fn kernel() -> Plane {
    let block = SIDE as f64 / BLOCKS as f64;
    let along = |place: usize| {
        let away = place.min(SIDE - place) as f64;
        (1.0 - away / (1.5 * block)).max(0.0)
    };
    let kernel: Plane = (0..SIDE * SIDE)
        .map(|i| along(i % SIDE) * along(i / SIDE))
        .collect();
    let sum: f64 = kernel.iter().sum();
    kernel.iter().map(|value| value / sum).collect()
}

/// Real and imaginary parts.
type Waves = Vec<(f64, f64)>;

/// The discrete Fourier transform, forwards (−1) or backwards (1), along rows and then columns.
fn waves(plane: &Waves, way: f64) -> Waves {
    let turns: Waves = (0..SIDE)
        .map(|i| (way * TAU * i as f64 / SIDE as f64).sin_cos())
        .map(|(sin, cos)| (cos, sin))
        .collect();
    let line = |at: &dyn Fn(usize) -> (f64, f64), k: usize| {
        (0..SIDE).fold((0.0, 0.0), |sum, n| {
            let ((a, b), (c, d)) = (at(n), turns[k * n % SIDE]);
            (sum.0 + a * c - b * d, sum.1 + a * d + b * c)
        })
    };
    let rows: Waves = (0..SIDE * SIDE)
        .map(|i| line(&|n| plane[i / SIDE * SIDE + n], i % SIDE))
        .collect();
    let scale = if way > 0.0 { (SIDE * SIDE) as f64 } else { 1.0 };
    (0..SIDE * SIDE)
        .map(|i| line(&|n| rows[n * SIDE + i % SIDE], i / SIDE))
        .map(|(a, b)| (a / scale, b / scale))
        .collect()
}

fn forwards(plane: &Plane) -> Waves {
    waves(&plane.iter().map(|value| (*value, 0.0)).collect(), -1.0)
}

fn backwards(of: &Waves) -> Plane {
    waves(of, 1.0).iter().map(|(real, _)| *real).collect()
}

/// Wiener's filter: each wave divided by what the blur left of it, as far as noise lets it.
fn wiener(seen: &Plane, blur: &Waves, noise: f64) -> Plane {
    let restored: Waves = forwards(seen)
        .iter()
        .zip(blur)
        .map(|((a, b), (c, d))| {
            let power = c * c + d * d + noise;
            ((a * c + b * d) / power, (b * c - a * d) / power)
        })
        .collect();
    backwards(&restored)
}

/// Richardson and Lucy: again and again what is guessed is blurred, compared with what is seen, and corrected.
fn richardson_lucy(seen: &Plane, blur: &Waves, rounds: usize) -> Plane {
    let blurred = |plane: &Plane| {
        let waves: Waves = forwards(plane)
            .iter()
            .zip(blur)
            .map(|((a, b), (c, d))| (a * c - b * d, a * d + b * c))
            .collect();
        backwards(&waves)
    };
    let mut guess = seen.clone();
    for _ in 0..rounds {
        let ratio: Plane = seen
            .iter()
            .zip(blurred(&guess))
            .map(|(seen, guessed)| seen / guessed.max(1e-3))
            .collect();
        // The kernel is the same upside down.
        for (guess, correction) in guess.iter_mut().zip(blurred(&ratio)) {
            *guess *= correction;
        }
    }
    guess
}

/// How alike two pictures are, −1 to 1: Pearson's correlation of their pixels.
fn alike(one: &Plane, other: &Plane) -> f64 {
    let spread = |plane: &Plane| {
        let mean = plane.iter().sum::<f64>() / plane.len() as f64;
        plane.iter().map(|value| value - mean).collect::<Plane>()
    };
    let (one, other) = (spread(one), spread(other));
    let product = |a: &Plane, b: &Plane| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    product(&one, &other) / (product(&one, &one) * product(&other, &other)).sqrt()
}

#[test]
fn s35_sharpening_brings_back_nothing_that_a_blur_covered() {
    let original = face(1);
    let (truth, seen) = (plane(&original), covered(&original));
    let blur = forwards(&kernel());
    let before = alike(&truth, &seen);
    let attempts = [
        ("Wiener, little noise", wiener(&seen, &blur, 1e-6)),
        ("Wiener, some noise", wiener(&seen, &blur, 1e-3)),
        ("Richardson-Lucy", richardson_lucy(&seen, &blur, 12)),
    ];
    for (name, attempt) in attempts {
        let after = alike(&truth, &attempt);
        assert!(after <= before + 0.02, "{name}: {before:.3} → {after:.3}");
    }
}

/// The same attempts do bring something back of an ordinary blur: they are no straw men.
#[test]
fn s35_the_same_sharpening_undoes_an_ordinary_blur() {
    let truth = plane(&face(1));
    let ordinary = {
        let along = |place: usize| (-(place.min(SIDE - place) as f64).powi(2) / 18.0).exp();
        let kernel: Plane = (0..SIDE * SIDE)
            .map(|i| along(i % SIDE) * along(i / SIDE))
            .collect();
        let sum: f64 = kernel.iter().sum();
        forwards(&kernel.iter().map(|value| value / sum).collect())
    };
    let seen: Plane = backwards(
        &forwards(&truth)
            .iter()
            .zip(&ordinary)
            .map(|((a, b), (c, d))| (a * c - b * d, a * d + b * c))
            .collect(),
    );
    let before = alike(&truth, &seen);
    for restored in [
        wiener(&seen, &ordinary, 1e-6),
        richardson_lucy(&seen, &ordinary, 12),
    ] {
        let after = alike(&truth, &restored);
        let lost = (1.0 - after) / (1.0 - before);
        assert!(lost < 0.75, "{before:.3} → {after:.3}");
    }
}
