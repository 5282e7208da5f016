//! Puts a picture together: a person, an ear on each side and a cape before a wall, in the studio's light.

use super::brush::Brush;
use super::camera::Camera;
use super::canvas::Canvas;
use super::curtain::curtain;
use super::grid::Grid;
use super::light::Studio;
use super::person::Person;
use super::scalp::Scalp;
use super::shape::{Build, Shape};
use super::vector::{V3, v3};
use super::{
    HairLength, Head, Moment, View, backdrop, brows, cape, curtain, ear, pores, roots, skin,
};

pub(super) fn paint(head: &Head, view: View, moment: Moment) -> Vec<u8> {
    let camera = Camera::new(head, view, moment);
    let studio = Studio::new(head, view, moment);
    let build = Build::of(head);
    let shape = Shape::new(&build);
    let scalp = Scalp::new(head, moment);

    let mut person = Person::new(head, moment, build, &shape, &scalp);
    let mut left = ear::ear(&build, &shape, 1.0);
    let mut right = ear::ear(&build, &shape, -1.0);
    let mut cloth = cape::cape(head, &build, &shape);
    let mut sheet = (person.length == HairLength::Long).then(|| curtain(head, &shape));
    let mut grids = vec![&mut person.grid, &mut left, &mut right, &mut cloth];
    grids.extend(sheet.as_mut());
    for grid in &mut grids {
        grid.pose(&camera);
    }
    studio.shine(&mut grids);

    person.colour(head, moment, &studio, &scalp);
    for ear in [&mut left, &mut right] {
        colour(
            ear,
            &studio,
            skin::tone(head).times(v3(1.02, 0.9, 0.88)),
            0.6,
        );
    }
    colour(&mut cloth, &studio, cape::colour(head), 0.12);

    let mut canvas = Canvas::new(backdrop::wall(studio.warmth));
    // What is nearest first: then little is painted twice.
    if let Some(sheet) = &mut sheet {
        colour(sheet, &studio, skin::hair(head.hair) * 0.5, 0.1);
        canvas.surface(sheet, &camera, true);
    }
    canvas.surface(&left, &camera, false);
    canvas.surface(&right, &camera, false);
    canvas.surface(&person.grid, &camera, false);
    canvas.surface(&cloth, &camera, true);
    let mut brush = Brush {
        canvas: &mut canvas,
        camera: &camera,
        studio: &studio,
        person: &person,
        head,
        moment,
    };
    pores::draw(&mut brush);
    brows::draw(&mut brush);
    roots::grow(&mut brush);
    if let Some(sheet) = &sheet {
        curtain::strands(&mut brush, sheet);
    }
    canvas.soften_edges();
    let mut rgb = canvas.rgb;
    backdrop::grain(&mut rgb, head.seed ^ moment as u64);
    rgb
}

/// A surface of one material.
fn colour(grid: &mut Grid, studio: &Studio, albedo: V3, shine: f32) {
    grid.colours = (0..grid.points.len())
        .map(|i| {
            skin::seen(
                studio,
                albedo,
                grid.light[i],
                grid.points[i],
                grid.normals[i],
                shine,
            )
        })
        .collect();
}
