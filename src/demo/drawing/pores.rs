//! The grain of skin: pores, small unevenness, freckles.

use super::brush::Brush;
use super::noise::Rng;
use super::vector::{hill, mix, v3};
use super::{HairColour, face};

const PORES: usize = 9_000;

pub(super) fn draw(brush: &mut Brush) {
    let mut rng = Rng::new(brush.head.seed, 51);
    for _ in 0..PORES {
        let longitude = rng.signed() * std::f32::consts::PI;
        let latitude = rng.between(-100.0, 70.0);
        let (size, strength) = (rng.between(0.7, 1.7), rng.between(0.1, 0.34));
        let place = brush.person.at(longitude, latitude);
        let normal = place.of(&brush.person.grid.normals);
        if normal.z < 0.15 || place.scalar(&brush.person.hair) > 0.5 {
            continue;
        }
        let here = place.of(&brush.person.grid.colours);
        let at = brush.camera.project(place.of(&brush.person.grid.points));
        let shade = if size < 1.35 {
            here * 0.84
        } else {
            here.times(v3(1.05, 1.04, 1.04))
        };
        let shade = v3(shade.x.min(255.0), shade.y.min(255.0), shade.z.min(255.0));
        brush.canvas.dot(at, size, shade, strength * normal.z);
    }
    let sunny = matches!(brush.head.hair, HairColour::Red | HairColour::Blond) || rng.unit() < 0.25;
    if brush.head.skin <= 2 && sunny {
        freckles(brush, &mut rng);
    }
}

/// Over the nose and the cheeks, fewer on the forehead.
fn freckles(brush: &mut Brush, rng: &mut Rng) {
    for _ in 0..2_600 {
        let longitude = rng.signed() * 1.25;
        let latitude = rng.between(-62.0, 22.0);
        let (size, strength, chance) = (rng.between(0.9, 2.6), rng.between(0.08, 0.3), rng.unit());
        let place = brush.person.at(longitude, latitude);
        let normal = place.of(&brush.person.grid.normals);
        let p = v3(9.0 * longitude.sin(), 3.5 + latitude / 6.4, 0.0);
        let band = hill(((p.y + 1.6) / 4.2).powi(2));
        let wanted = mix(0.12, 1.0, band) * (0.35 + 0.65 * face::blush(p.x, p.y));
        if normal.z < 0.2 || chance > wanted {
            continue;
        }
        let here = place.of(&brush.person.grid.colours);
        let at = brush.camera.project(place.of(&brush.person.grid.points));
        brush
            .canvas
            .dot(at, size, here.times(v3(0.86, 0.74, 0.66)), strength);
    }
}
