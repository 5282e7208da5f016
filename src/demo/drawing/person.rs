//! The head of one person at one moment: the skin's points, what grows on it, and its colours before fine strokes.

use super::grid::{Grid, Place};
use super::light::Studio;
use super::noise::Rng;
use super::scalp::Scalp;
use super::shape::{Build, Shape};
use super::vector::{V3, mix, smooth, v3};
use super::{HairLength, Head, Loss, Moment, Sex, face, skin};

const COLS: usize = 273;
const ROWS: usize = 246;
/// Latitude of the first row, under the collar.
const LOWEST: f32 = -125.0;

pub(super) struct Person {
    /// The skin, or the surface of short hair where it stands.
    pub grid: Grid,
    /// The same points on the body, before the pose.
    body: Vec<V3>,
    /// Growth of hair, pigment that stands for it, beard: 0 to 1 at each point.
    pub hair: Vec<f32>,
    pub pigment: Vec<f32>,
    pub beard: Vec<f32>,
    pub build: Build,
    pub length: HairLength,
    woman: bool,
    /// Between which latitudes a man's short cut grows from clipped to full.
    fade: (f32, f32),
}

impl Person {
    pub fn new(head: &Head, moment: Moment, build: Build, shape: &Shape, scalp: &Scalp) -> Self {
        // Pigment blends with clipped hair; where hair is thin or long, or clipped anyway, it stays as it was.
        let stays = matches!(head.loss, Loss::Thinning | Loss::StripScar | Loss::FueDots)
            || head.hair_length == HairLength::Long;
        let clipped = moment != Moment::Before && !stays;
        let length = if clipped {
            HairLength::Shaved
        } else {
            head.hair_length
        };
        let many = || Vec::with_capacity(COLS * ROWS);
        let (mut hair, mut pigment, mut beard, mut body) =
            (many(), many(), many(), Vec::with_capacity(COLS * ROWS));
        let mut full = many();
        for row in 0..ROWS {
            for col in 0..COLS {
                let (longitude, latitude) = coordinates(col, row);
                let mut p = shape.point(longitude, latitude);
                let front = front(longitude, latitude);
                if front > 0.0 && p.y > -11.5 {
                    p.z += face::relief(&build, p.x, p.y) * front;
                }
                let on_scalp = latitude > -64.0;
                let (could, does) = if on_scalp {
                    scalp.hair(longitude, latitude)
                } else {
                    (0.0, 0.0)
                };
                full.push(could);
                hair.push(does);
                pigment.push(if on_scalp {
                    scalp.pigment(longitude, latitude)
                } else {
                    0.0
                });
                beard.push(if latitude < -20.0 && head.sex == Sex::Male {
                    skin::beard(p, front)
                } else {
                    0.0
                });
                body.push(p);
            }
        }
        let grid = Grid::new(COLS, ROWS, true, |col, row| body[row * COLS + col]);
        let woman = head.sex == Sex::Female;
        // Scars at the back show on clipped hair.
        let fade = match head.loss {
            Loss::StripScar | Loss::FueDots => (8.0, 66.0),
            _ => (-38.0, 40.0),
        };
        let mut person = Self {
            grid,
            body,
            hair,
            pigment,
            beard,
            build,
            length,
            woman,
            fade,
        };
        if length != HairLength::Shaved {
            person.add_volume(&full, head.loss == Loss::Thinning);
        }
        person
    }

    /// Hair stands off the skull: more on top, hardly at the nape.
    fn add_volume(&mut self, full: &[f32], thin: bool) {
        for (i, full) in full.iter().enumerate() {
            let (longitude, latitude) = coordinates(i % COLS, i / COLS);
            let front = smooth(30.0, 60.0, latitude) * smooth(-0.3, 0.8, longitude.cos());
            let stands = match self.length {
                // It is combed over what is thin.
                HairLength::Long => smooth(0.35, 1.0, *full),
                _ if thin => 0.75 * smooth(0.35, 1.0, *full),
                _ => smooth(0.1, 0.95, self.hair[i]),
            };
            let thick = (0.85 + 0.35 * front) * self.cut(latitude) * stands;
            self.grid.points[i] = self.grid.points[i] + self.grid.normals[i] * thick;
        }
        self.grid.find_normals();
    }

    /// How long a short cut is at a latitude: 0 clipped (nape and temples), 1 full (top).
    pub fn cut(&self, latitude: f32) -> f32 {
        match (self.length, self.woman) {
            (HairLength::Shaved, _) => 0.0,
            (HairLength::Short, false) => smooth(self.fade.0, self.fade.1, latitude).powf(1.2),
            (HairLength::Short, true) => mix(0.4, 1.0, smooth(-50.0, 0.0, latitude)),
            (HairLength::Long, _) => 1.0,
        }
    }

    /// What the camera sees of the skin and of hair as a mass.
    pub fn colour(&mut self, head: &Head, moment: Moment, studio: &Studio, scalp: &Scalp) {
        let base = skin::tone(head);
        let mut rng = Rng::new(head.seed, 8);
        let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 60.0;
        let mut colours = Vec::with_capacity(COLS * ROWS);
        for i in 0..COLS * ROWS {
            let (point, normal, light) = (
                self.grid.points[i],
                self.grid.normals[i],
                self.grid.light[i],
            );
            if normal.z < -0.35 {
                colours.push(V3::default());
                continue;
            }
            let (longitude, latitude) = coordinates(i % COLS, i / COLS);
            let front = front(longitude, latitude);
            let mut c = skin::face_colour(base, &self.build, self.body[i], front, seed);
            let shade = self.beard[i] * if head.beard { 0.55 } else { 0.17 };
            c = c.mix(
                c.mix(skin::hair(head.hair), 0.6)
                    .times(v3(0.75, 0.85, 0.95)),
                shade,
            );
            let scar =
                scalp.scar(longitude, latitude) * if moment == Moment::Before { 0.9 } else { 0.35 };
            c = c.mix(base.mix(v3(0.75, 0.62, 0.56), 0.35), scar);
            if moment == Moment::Fresh {
                let pink = self.pigment[i];
                c = c.times(v3(1.0 + 0.03 * pink, 1.0 - 0.12 * pink, 1.0 - 0.09 * pink));
            }
            let (c, shine) = self.grown(i, c, head, moment, self.cut(latitude));
            colours.push(skin::seen(studio, c, light, point, normal, shine));
        }
        self.grid.colours = colours;
    }

    /// Skin with its hair and pigment seen from afar, and how much of its shine is left.
    fn grown(&self, i: usize, skin: V3, head: &Head, moment: Moment, cut: f32) -> (V3, f32) {
        let colour = skin::hair(head.hair);
        let (hair, pigment) = (self.hair[i], self.pigment[i]);
        // Under a clipped scalp the roots show through, bluish; pigment is made to look like that.
        let pale = (colour.x * 4.0 - 0.15).clamp(0.0, 1.0);
        let hue = colour * (0.45 / colour.x) + v3(0.55, 0.55, 0.55);
        let through = v3(0.29, 0.34, 0.40).mix(v3(0.46, 0.45, 0.44).times(hue), pale);
        let roots = skin.times(through).mix(colour, mix(0.4, 0.5, pale));
        let set = if moment == Moment::Fresh { 0.84 } else { 0.74 };
        let clipped = skin.mix(roots, (0.76 * hair).max(set * pigment) * (1.0 - 0.2 * pale));
        let cover = smooth(0.3, 0.95, hair);
        let mass = skin
            .mix(
                roots.mix(colour * 0.65, 0.75),
                (0.92 * pigment).max(0.5 * hair),
            )
            .mix(colour * 0.7, 0.95 * cover);
        let share = smooth(0.12, 0.5, cut);
        let shine = 1.0 - 0.45 * hair.max(0.8 * pigment);
        (
            clipped.mix(mass, share),
            mix(shine, shine * (1.0 - 0.9 * cover), share),
        )
    }

    /// The place of a longitude (radians) and latitude (degrees) between the points of the grid.
    pub fn at(&self, longitude: f32, latitude: f32) -> Place {
        let col = (longitude / std::f32::consts::TAU + 0.5) * (COLS - 1) as f32;
        let row = (latitude - LOWEST) / (90.0 - LOWEST) * (ROWS - 1) as f32;
        Place::new(&self.grid, col, row)
    }
}

/// How much a place belongs to the face (0 to 1).
fn front(longitude: f32, latitude: f32) -> f32 {
    smooth(0.05, 0.45, longitude.cos()) * smooth(30.0, 18.0, latitude)
}

fn coordinates(col: usize, row: usize) -> (f32, f32) {
    let longitude = (col as f32 / (COLS - 1) as f32 - 0.5) * std::f32::consts::TAU;
    let latitude = mix(LOWEST, 90.0, row as f32 / (ROWS - 1) as f32);
    (longitude, latitude.min(89.95))
}
