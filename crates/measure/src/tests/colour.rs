//! The formulas against published values.

use super::super::colour::{delta_e, kelvin, lab};

#[test]
fn white_and_grey_are_neutral_and_white_has_daylight_temperature() {
    let [lightness, a, b] = lab([1.0; 3]);
    assert!((lightness - 100.0).abs() < 0.01 && a.abs() < 0.1 && b.abs() < 0.1);
    let [lightness, ..] = lab([0.184_2; 3]);
    assert!((lightness - 50.0).abs() < 0.05, "{lightness}");
    let daylight = kelvin([1.0; 3]).unwrap();
    assert!((daylight - 6504.0).abs() < 15.0, "{daylight}");
    // CIE illuminant A, 2856 K, has x = 0.4476, y = 0.4074.
    let [x, y, z] = [0.4476 / 0.4074, 1.0, 0.145 / 0.4074];
    let lamp = [
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    ];
    let lamp = kelvin(lamp).unwrap();
    assert!((lamp - 2856.0).abs() < 15.0, "{lamp}");
    assert_eq!(kelvin([0.0, 0.0, 1.0]), None);
}

/// sRGB red is L* 53.24, a* 80.09, b* 67.20.
#[test]
fn a_primary_lies_where_tables_say() {
    let distance = delta_e(lab([1.0, 0.0, 0.0]), [53.24, 80.09, 67.20]);
    assert!(distance < 0.5, "{distance}");
}
