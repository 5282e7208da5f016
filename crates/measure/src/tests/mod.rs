//! Behaviour of the measures, on scenes that the tests draw with a light, a frame and hair of their choosing.

mod align;
mod colour;
mod comparison;
mod likeness;
mod scene;
mod similarity;
