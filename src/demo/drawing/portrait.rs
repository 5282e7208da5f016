//! Puts a person together: surfaces, light, colours, then hair and pigment upon them.

use super::camera::Camera;
use super::canvas::Canvas;
use super::grid::{Grid, Place};
use super::light::Studio;
use super::noise::Rng;
use super::scalp::Scalp;
use super::shape::{Build, Shape};
use super::vector::{V3, mix, smooth, v3};
use super::{HairLength, Head, Loss, Moment, View, backdrop, cape, ear, face, skin, strands};

const COLS: usize = 273;
const ROWS: usize = 246;
/// Latitude of the first row, under the collar.
const LOWEST: f32 = -125.0;

/// The skin of the head with what grows on it, point by point.
pub(super) struct Person {
    pub grid: Grid,
    /// The same points on the body.
    pub body: Vec<V3>,
    pub hair: Vec<f32>,
    pub pigment: Vec<f32>,
    pub build: Build,
    pub length: HairLength,
}

pub(super) fn paint(head: &Head, view: View, moment: Moment) -> Vec<u8> {
    let camera = Camera::new(head, view, moment);
    let studio = Studio::new(head, view, moment);
    let build = Build::of(head);
    let shape = Shape::new(&build);
    let scalp = Scalp::new(head, moment);
    let mut person = Person::new(head, moment, build, &shape, &scalp);
    let mut ears = [
        ear::ear(&build, &shape, 1.0),
        ear::ear(&build, &shape, -1.0),
    ];
    let mut cloth = cape::cape(head, &build);

    let place = |grid: &mut Grid| {
        for p in &mut grid.points {
            *p = camera.place(*p);
        }
        for n in &mut grid.normals {
            *n = camera.turn(*n);
        }
    };
    place(&mut person.grid);
    place(&mut cloth);
    let [left, right] = &mut ears;
    place(left);
    place(right);
    studio.shine(&mut [&mut person.grid, left, right, &mut cloth]);

    person.colour(head, moment, &studio, &scalp);
    let base = skin::tone(head);
    for grid in [left, right] {
        let warm = base.times(v3(1.02, 0.9, 0.88));
        grid.colours = (0..grid.points.len())
            .map(|i| {
                skin::seen(
                    &studio,
                    warm,
                    grid.light[i],
                    grid.points[i],
                    grid.normals[i],
                    0.6,
                )
            })
            .collect();
    }
    let linen = cape::colour(head);
    cloth.colours = (0..cloth.points.len())
        .map(|i| {
            skin::seen(
                &studio,
                linen,
                cloth.light[i],
                cloth.points[i],
                cloth.normals[i],
                0.12,
            )
        })
        .collect();

    let mut canvas = Canvas::new(backdrop::wall(0.01));
    canvas.surface(&cloth, &camera, false);
    canvas.surface(&person.grid, &camera, false);
    for grid in &ears {
        canvas.surface(grid, &camera, true);
    }
    strands::grow(&mut canvas, &camera, &studio, &person, head, moment);
    let mut rgb = canvas.rgb;
    backdrop::grain(&mut rgb, head.seed ^ moment as u64);
    rgb
}

impl Person {
    fn new(head: &Head, moment: Moment, build: Build, shape: &Shape, scalp: &Scalp) -> Self {
        // Pigment is set on clipped hair where it stands for a lost hairline.
        let clipped = moment != Moment::Before && matches!(head.loss, Loss::Receding(_));
        let length = if clipped {
            HairLength::Shaved
        } else {
            head.hair_length
        };
        let (mut hair, mut pigment) = (
            Vec::with_capacity(COLS * ROWS),
            Vec::with_capacity(COLS * ROWS),
        );
        let mut body = Vec::with_capacity(COLS * ROWS);
        for row in 0..ROWS {
            for col in 0..COLS {
                let (longitude, latitude) = coordinates(col, row);
                let mut p = shape.point(longitude, latitude);
                let front = smooth(0.05, 0.45, longitude.cos()) * smooth(30.0, 18.0, latitude);
                if front > 0.0 && p.y > -11.5 {
                    p.z += face::relief(&build, p.x, p.y) * front;
                }
                let grows = if latitude > -64.0 {
                    scalp.hair(longitude, latitude)
                } else {
                    0.0
                };
                hair.push(grows);
                pigment.push(if latitude > -64.0 {
                    scalp.pigment(longitude, latitude)
                } else {
                    0.0
                });
                body.push(p);
            }
        }
        let mut grid = Grid::new(COLS, ROWS, true, |col, row| body[row * COLS + col]);
        if length != HairLength::Shaved {
            let thick = 0.75;
            for (i, p) in grid.points.iter_mut().enumerate() {
                let latitude = coordinates(0, i / COLS).1;
                let flat = mix(0.15, 1.0, smooth(-45.0, 12.0, latitude));
                *p = *p + grid.normals[i] * (thick * flat * smooth(0.15, 0.95, hair[i]));
            }
            grid.find_normals();
        }
        Self {
            grid,
            body,
            hair,
            pigment,
            build,
            length,
        }
    }

    fn colour(&mut self, head: &Head, moment: Moment, studio: &Studio, scalp: &Scalp) {
        let base = skin::tone(head);
        let colour = skin::hair(head.hair);
        let mut rng = Rng::new(head.seed, 8);
        let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 60.0;
        let mut colours = Vec::with_capacity(COLS * ROWS);
        for row in 0..ROWS {
            for col in 0..COLS {
                let i = row * COLS + col;
                if self.grid.normals[i].z < -0.35 {
                    colours.push(V3::default());
                    continue;
                }
                let (longitude, latitude) = coordinates(col, row);
                let p = self.body[i];
                let front = smooth(0.05, 0.45, longitude.cos()) * smooth(30.0, 18.0, latitude);
                let mut c = skin::face_colour(base, &self.build, p, front, seed);
                if head.sex == super::Sex::Male {
                    let shade = skin::beard(p, front) * if head.beard { 0.75 } else { 0.2 };
                    c = c.mix(c.mix(colour, 0.5).times(v3(0.8, 0.9, 1.0)), shade);
                }
                let scar = scalp.scar(longitude, latitude);
                let pale = base.mix(v3(0.75, 0.62, 0.56), 0.35);
                c = c.mix(
                    pale,
                    scar * if moment == Moment::Before { 0.9 } else { 0.45 },
                );
                let hair = self.hair[i];
                let pigment = self.pigment[i] * (1.0 - hair);
                let mut shine = 1.0;
                if self.length == HairLength::Shaved {
                    let shadow = c.times(v3(0.36, 0.39, 0.43)).mix(colour, 0.45);
                    let given = c
                        .times(v3(0.36, 0.39, 0.43))
                        .mix(colour.times(v3(0.9, 1.0, 1.1)), 0.42);
                    c = c.mix(shadow, 0.7 * hair);
                    c = c.mix(
                        given,
                        pigment * if moment == Moment::Fresh { 0.72 } else { 0.64 },
                    );
                    shine -= 0.45 * hair + 0.3 * pigment;
                } else {
                    let given = c.times(v3(0.42, 0.42, 0.44)).mix(colour, 0.4);
                    c = c.mix(given, 0.75 * pigment);
                    let cover = smooth(0.05, 0.8, hair);
                    let depth = colour.times(v3(0.62, 0.6, 0.6));
                    c = c.mix(depth, 0.94 * cover);
                    shine -= 0.85 * cover;
                }
                if moment == Moment::Fresh {
                    let pink = self.pigment[i] * 0.8;
                    c = c.times(v3(1.0 + 0.04 * pink, 1.0 - 0.13 * pink, 1.0 - 0.1 * pink));
                }
                colours.push(skin::seen(
                    studio,
                    c,
                    self.grid.light[i],
                    self.grid.points[i],
                    self.grid.normals[i],
                    shine,
                ));
            }
        }
        self.grid.colours = colours;
    }

    /// The place of a longitude (radians) and latitude (degrees) between the points of the grid.
    pub fn at(&self, longitude: f32, latitude: f32) -> Place {
        let col = (longitude / std::f32::consts::TAU + 0.5) * (COLS - 1) as f32;
        let row = (latitude - LOWEST) / (90.0 - LOWEST) * (ROWS - 1) as f32;
        Place::new(&self.grid, col, row)
    }
}

fn coordinates(col: usize, row: usize) -> (f32, f32) {
    let longitude = (col as f32 / (COLS - 1) as f32 - 0.5) * std::f32::consts::TAU;
    let latitude = mix(LOWEST, 90.0, row as f32 / (ROWS - 1) as f32);
    (longitude, latitude.min(89.8))
}
