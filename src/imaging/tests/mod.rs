//! Behaviour of the pixel pipeline, on images the tests make themselves and on the corpus when it is there.

mod approval;
mod bad_input;
mod corpus;
mod geometry;
mod limits;
mod line_up;
mod make;
mod masks;
mod orientation;
mod output;
mod words;
