//! Behaviour of the pixel pipeline, on images the tests make themselves and on the corpus when it is there.

mod words;
