//! What everything fine is painted with: the canvas and all that is known of the person before it.

use super::camera::Camera;
use super::canvas::Canvas;
use super::light::Studio;
use super::person::Person;
use super::vector::{V3, v3};
use super::{Head, Moment};

pub(super) struct Brush<'a> {
    pub canvas: &'a mut Canvas,
    pub camera: &'a Camera,
    pub studio: &'a Studio,
    pub person: &'a Person,
    pub head: &'a Head,
    pub moment: Moment,
}

impl Brush<'_> {
    /// One hair through three points of the room.
    pub fn hair(&mut self, [from, over, to]: [V3; 3], width: f32, colour: V3, strength: f32) {
        let width = width * self.camera.scale(from) / 50.0;
        let points = [
            self.camera.project(from),
            self.camera.project(over),
            self.camera.project(to),
        ];
        self.canvas.stroke(points, width, colour, strength);
    }

    /// What a hair that runs along a direction sends to the camera: its colour, and a gleam where it lies across the light.
    pub fn sheen(&self, colour: V3, light: V3, along: V3, normal: V3, tint: f32) -> V3 {
        let half = (self.studio.key + v3(0.0, 0.0, 1.0)).unit();
        let across = (1.0 - along.dot(half).powi(2)).max(0.0);
        let facing = normal.dot(half).max(0.0);
        let gleam = across.powi(10) * facing.powi(3);
        let body = colour * (tint * (0.75 + 0.5 * across * facing));
        body.times(light) + (colour * 1.6 + v3(0.035, 0.033, 0.032)).times(light) * (gleam * tint)
    }
}
