//! Colours as eyes compare them: sRGB, the contrast of WCAG 2.2, and OKLCH to change lightness and keep the hue.

use std::fmt;

/// A colour of a style sheet, `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    pub const BLACK: Self = Self([0, 0, 0]);
    pub const WHITE: Self = Self([255, 255, 255]);

    /// `#` and six hex digits, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// WCAG 2.2: 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", crate::hash::hex(&self.0))
    }
}

/// Lightness 0 to 1, and the two axes of colour of OKLab; hue and chroma are their direction and length.
#[derive(Debug, Clone, Copy)]
pub struct Oklab {
    pub lightness: f64,
    axes: (f64, f64),
}

impl Oklab {
    pub fn of(colour: Rgb) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            axes: (
                1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
                0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
            ),
        }
    }

    /// So far on the straight way to another colour, as `color-mix(in oklab, …)` goes.
    pub fn towards(self, other: Self, share: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * share;
        Self {
            lightness: mix(self.lightness, other.lightness),
            axes: (
                mix(self.axes.0, other.axes.0),
                mix(self.axes.1, other.axes.1),
            ),
        }
    }

    pub fn to_rgb(self) -> Rgb {
        self.at(self.lightness)
    }

    /// The same hue at another lightness, with as much of its chroma as screens can show there.
    pub fn at(self, lightness: f64) -> Rgb {
        let scaled = |factor: f64| Self {
            lightness,
            axes: (self.axes.0 * factor, self.axes.1 * factor),
        };
        if let Some(colour) = self.with(lightness).shown() {
            return colour;
        }
        let (mut grey, mut full) = (0.0, 1.0);
        for _ in 0..16 {
            let middle = (grey + full) / 2.0;
            match scaled(middle).shown() {
                Some(_) => grey = middle,
                None => full = middle,
            }
        }
        scaled(grey).shown().unwrap_or(if lightness < 0.5 {
            Rgb::BLACK
        } else {
            Rgb::WHITE
        })
    }

    fn with(self, lightness: f64) -> Self {
        Self { lightness, ..self }
    }

    /// `None` when no sRGB screen shows it.
    fn shown(self) -> Option<Rgb> {
        let (a, b) = self.axes;
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ];
        let within = linear.iter().all(|part| (-0.0005..=1.0005).contains(part));
        within.then(|| {
            Rgb(linear.map(|part| {
                let part = part.clamp(0.0, 1.0);
                let coded = if part <= 0.003_130_8 {
                    part * 12.92
                } else {
                    1.055 * part.powf(1.0 / 2.4) - 0.055
                };
                (coded * 255.0).round() as u8
            }))
        })
    }
}
