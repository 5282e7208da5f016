//! A drawn head that a face detector takes for one; the tests of pixels draw it too.

/// A head seen from the front before a grey wall: eyes at (238, 190) and (322, 190), the mouth at (280, 280).
pub fn head() -> image::RgbImage {
    image::RgbImage::from_fn(560, 420, |x, y| {
        let (x, y) = (f64::from(x), f64::from(y));
        let spot = |(u, v): (f64, f64), (across, down): (f64, f64)| {
            (-((x - u) / across).powi(2) - ((y - v) / down).powi(2)).exp()
        };
        let away = ((x - 280.0) / 105.0).powi(2) + ((y - 210.0) / 140.0).powi(2);
        let mut light = if away < 1.0 {
            205.0 - 45.0 * away
        } else {
            90.0
        };
        for side in [-1.0, 1.0] {
            let at = |across: f64, down: f64| (280.0 + side * across, down);
            light -= 130.0 * spot(at(42.0, 190.0), (16.0, 8.0));
            light -= 70.0 * spot(at(42.0, 166.0), (26.0, 7.0));
            light -= 25.0 * spot(at(42.0, 182.0), (30.0, 22.0));
            light -= 60.0 * spot(at(14.0, 246.0), (8.0, 6.0));
            light += 12.0 * spot(at(50.0, 235.0), (26.0, 20.0));
            light -= 18.0 * spot(at(20.0, 220.0), (7.0, 34.0));
        }
        light += 18.0 * spot((280.0, 220.0), (9.0, 40.0));
        light -= 85.0 * spot((280.0, 280.0), (36.0, 7.0));
        light -= 25.0 * spot((280.0, 300.0), (26.0, 7.0));
        let light = light.clamp(0.0, 255.0);
        image::Rgb([light as u8, (light * 0.82) as u8, (light * 0.7) as u8])
    })
}
