//! The clinic's look: one accent it chose, made readable on light and on dark surfaces, and how round corners are.

use serde::Serialize;

use super::colour::{Oklab, Rgb};
use crate::hash::sha256;

/// `--bone`, `--paper` and `--sunk` of `static/css/tokens.css`, in light and in dark.
const LIGHT: [Rgb; 3] = [
    Rgb([0xf7, 0xf4, 0xef]),
    Rgb([0xff, 0xfd, 0xfa]),
    Rgb([0xef, 0xea, 0xe2]),
];
const DARK: [Rgb; 3] = [
    Rgb([0x16, 0x15, 0x13]),
    Rgb([0x1f, 0x1d, 0x1b]),
    Rgb([0x10, 0x0f, 0x0e]),
];
/// `--accent` on light surfaces, where nobody chose one.
const OWN: Rgb = Rgb([0x1f, 0x56, 0x50]);
/// `--wash`: so much of the accent in `--paper`.
const WASH: f64 = 0.09;
/// Text on an accent that is too light for white.
const INK: Rgb = Rgb([0x14, 0x12, 0x0f]);
/// WCAG 2.2, success criterion 1.4.3.
pub const READABLE: f64 = 4.5;
/// Pixels.
pub const MAX_RADIUS: i32 = 16;

/// What an accent becomes on each kind of surface, with the text colour on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    pub light: Rgb,
    pub on_light: Rgb,
    pub dark: Rgb,
    pub on_dark: Rgb,
}

impl Accent {
    /// The chosen colour where it reads well already, else the nearest lightness of the same hue that does.
    pub fn of(chosen: Rgb) -> Self {
        let light = readable(chosen, LIGHT, 0.0);
        let dark = readable(chosen, DARK, 1.0);
        Self {
            light,
            on_light: text_on(light),
            dark,
            on_dark: text_on(dark),
        }
    }
}

/// `end` is the lightness that surely reads well on these surfaces: 0 on light ones, 1 on dark ones.
fn readable(chosen: Rgb, surfaces: [Rgb; 3], end: f64) -> Rgb {
    let reads = |colour: Rgb| least_contrast(colour, surfaces) >= READABLE;
    if reads(chosen) {
        return chosen;
    }
    let colour = Oklab::of(chosen);
    let (mut good, mut bad) = (end, colour.lightness);
    let mut found = colour.at(good);
    for _ in 0..16 {
        let middle = (good + bad) / 2.0;
        let tried = colour.at(middle);
        if reads(tried) {
            (good, found) = (middle, tried);
        } else {
            bad = middle;
        }
    }
    found
}

/// With the surface it reads worst on.
fn least_contrast(colour: Rgb, surfaces: [Rgb; 3]) -> f64 {
    let wash = Oklab::of(surfaces[1])
        .towards(Oklab::of(colour), WASH)
        .to_rgb();
    surfaces
        .into_iter()
        .chain([wash])
        .map(|surface| colour.contrast(surface))
        .fold(f64::INFINITY, f64::min)
}

fn text_on(accent: Rgb) -> Rgb {
    if accent.contrast(Rgb::WHITE) >= READABLE {
        Rgb::WHITE
    } else {
        INK
    }
}

/// What an admin chose; `None` leaves our own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Theme {
    pub accent: Option<Rgb>,
    pub radius: Option<i32>,
}

impl Theme {
    /// As the database keeps it.
    pub fn of(accent: Option<&str>, radius: Option<i32>) -> Self {
        Self {
            accent: accent.and_then(Rgb::parse),
            radius: radius.filter(|radius| (0..=MAX_RADIUS).contains(radius)),
        }
    }

    /// `--accent` on light surfaces.
    pub fn accent_on_light(&self) -> [u8; 3] {
        self.accent.map_or(OWN, |chosen| Accent::of(chosen).light).0
    }

    /// The style sheet that overrides our tokens, or `None` when nothing was chosen.
    pub fn sheet(&self) -> Option<Sheet> {
        if *self == Self::default() {
            return None;
        }
        let mut tokens = String::new();
        if let Some(chosen) = self.accent {
            let Accent {
                light,
                on_light,
                dark,
                on_dark,
            } = Accent::of(chosen);
            tokens.push_str(&format!(
                "--accent: light-dark({light}, {dark}); --on-accent: light-dark({on_light}, {on_dark}); "
            ));
        }
        if let Some(radius) = self.radius {
            tokens.push_str(&format!("--radius: {radius}px; "));
        }
        let css = format!("@layer tokens {{ :root {{ {tokens}}} }}\n");
        let hash = sha256(css.as_bytes()).chars().take(16).collect();
        Some(Sheet { css, hash })
    }
}

/// A generated style sheet; its address says what is in it, so that browsers may keep it for good.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    pub css: String,
    pub hash: String,
}

impl Sheet {
    pub fn address(&self) -> String {
        format!("/theme-{}.css", self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Rgb {
        Rgb::parse(text).unwrap_or(Rgb::BLACK)
    }

    #[test]
    fn surfaces_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../static/css/tokens.css");
        for (at, name) in ["bone", "paper", "sunk"].into_iter().enumerate() {
            let (light, dark) = (LIGHT[at], DARK[at]);
            let line = format!("--{name}: light-dark({light}, {dark})");
            assert!(tokens.contains(&line), "{line}");
        }
        assert!(tokens.contains(&format!("--accent: light-dark({OWN}, ")));
        let wash = format!("var(--accent) {}%, var(--paper)", WASH * 100.0);
        assert!(tokens.contains(&wash), "{wash}");
    }

    #[test]
    fn every_accent_reads_well_on_every_surface() {
        let steps = (0..=255).step_by(15);
        for red in steps.clone() {
            for green in steps.clone() {
                for blue in steps.clone() {
                    let chosen = Rgb([red, green, blue]);
                    let accent = Accent::of(chosen);
                    assert!(least_contrast(accent.light, LIGHT) >= READABLE, "{chosen}");
                    assert!(least_contrast(accent.dark, DARK) >= READABLE, "{chosen}");
                    assert!(
                        accent.light.contrast(accent.on_light) >= READABLE,
                        "{chosen}"
                    );
                    assert!(accent.dark.contrast(accent.on_dark) >= READABLE, "{chosen}");
                }
            }
        }
    }

    #[test]
    fn what_reads_well_already_stays_as_chosen() {
        assert_eq!(Accent::of(colour("#1f5650")).light, colour("#1f5650"));
        assert_eq!(Accent::of(colour("#93cdc1")).dark, colour("#93cdc1"));
    }

    #[test]
    fn hue_survives_and_the_change_is_the_smallest() {
        let accent = Accent::of(colour("#0033cc"));
        let Rgb([red, _, blue]) = accent.dark;
        assert!(blue > red, "{} is still blue", accent.dark);
        assert!(least_contrast(accent.dark, DARK) < READABLE + 0.2);
    }

    #[test]
    fn only_colours_are_colours() {
        for text in [
            "", "#fff", "red", "#12345g", "#1234567", "123456", "#12 456", "#+1+2+3",
        ] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
        assert_eq!(colour("#AbCdEf").to_string(), "#abcdef");
    }

    #[test]
    fn a_sheet_holds_what_was_chosen_and_nothing_else() {
        assert!(Theme::default().sheet().is_none());
        assert!(
            Theme::of(Some("red; } body { display: none"), Some(99))
                .sheet()
                .is_none()
        );
        let Some(sheet) = Theme::of(None, Some(0)).sheet() else {
            panic!("a radius was chosen");
        };
        assert_eq!(sheet.css, "@layer tokens { :root { --radius: 0px; } }\n");
    }
}
