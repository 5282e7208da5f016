//! Behaviour of the measures, on scenes that the tests draw with a light, a frame and hair of their choosing.

mod colour;
mod comparison;
mod scene;
mod similarity;
