//! From sRGB to light and to what the eye makes of it (IEC 61966-2-1, CIE 15).

/// Linear red, green and blue, 1 for white.
pub(super) type Rgb = [f64; 3];

/// The light behind each encoded value.
pub(super) fn decode_table() -> [f32; 256] {
    std::array::from_fn(|value| {
        let encoded = value as f64 / 255.0;
        let light = if encoded <= 0.040_45 {
            encoded / 12.92
        } else {
            ((encoded + 0.055) / 1.055).powf(2.4)
        };
        light as f32
    })
}

/// Luminance, 1 for white.
pub(super) fn luminance([red, green, blue]: Rgb) -> f64 {
    0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
}

/// CIE XYZ, D65 white at Y = 1.
pub(super) fn xyz(rgb: Rgb) -> [f64; 3] {
    let [red, green, blue] = rgb;
    [
        0.412_4 * red + 0.357_6 * green + 0.180_5 * blue,
        luminance(rgb),
        0.019_3 * red + 0.119_2 * green + 0.950_5 * blue,
    ]
}

/// CIELAB under D65.
pub(super) fn lab(rgb: Rgb) -> [f64; 3] {
    let [x, y, z] = xyz(rgb);
    let f = |t: f64| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    };
    let (x, y, z) = (f(x / 0.950_5), f(y), f(z / 1.089));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The distance of two CIELAB colours (CIE 1976).
pub(super) fn delta_e(one: [f64; 3], other: [f64; 3]) -> f64 {
    let square = |i: usize| (one[i] - other[i]).powi(2);
    (square(0) + square(1) + square(2)).sqrt()
}

/// The colour temperature that a light of this colour is nearest to, in kelvin (McCamy 1992); `None` beyond 2,000 to
/// 12,500 K, where the formula does not hold; nor does it for colours far from daylight and lamps, which it can't tell.
pub(super) fn kelvin(light: Rgb) -> Option<f64> {
    let [x, y, z] = xyz(light);
    let sum = x + y + z;
    let n = (x / sum - 0.332_0) / (0.185_8 - y / sum);
    let kelvin = ((449.0 * n + 3525.0) * n + 6823.3) * n + 5520.33;
    (2_000.0..=12_500.0).contains(&kelvin).then_some(kelvin)
}
