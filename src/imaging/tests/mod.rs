//! Behaviour of the pixel pipeline, on images the tests make themselves and on the corpus when it is there.

mod any_edits;
mod approval;
mod avif;
mod avif_bad;
mod bad_input;
mod blur;
mod corpus;
mod extras;
mod faces;
mod geometry;
mod heif;
mod ledger;
mod limits;
mod line_up;
mod looks;
mod make;
mod make_avif;
mod make_heif;
mod masks;
mod orientation;
mod output;
mod text_card;
mod watermark;
mod words;
