//! Video without decoding: a file as phones make it goes in, a new one for the web comes out, or a [`Refusal`] that says why.
//!
//! ```text
//! file ──► movie ──► cut ──► write ──► inspect
//!        (tables)  (edits)  (a new file)  (read again: nothing else is in it)
//! ```
//! Only the coded pictures of one track and the coded sound of at most one other are copied; every table around them is
//! written anew. So whatever else a phone keeps (the place, dates, names, tracks of sensors, previews, what an encoder
//! notes between the pictures, what was cut away at either end) is not left out but never taken. What is inside the coded
//! pictures and the coded sound stays: that is what the person shows and says.
//!
//! The crates for these boxes read each table into memory as a file asks for it; here limits speak first.

mod aac;
mod avc;
mod bits;
mod boxes;
mod cut;
mod inspect;
mod limits;
mod moov;
mod movie;
mod refusal;
mod samples;
mod track;
mod write;

#[cfg(test)]
mod tests;

use std::io;

pub use inspect::inspect;
pub use limits::Limits;
pub use refusal::Refusal;
pub use write::{probe, rewrite};

/// What a file that was made for the web shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Film {
    /// As seen: turned, with square pixels.
    pub width: u32,
    pub height: u32,
    pub millis: u64,
    pub has_sound: bool,
    pub bytes: u64,
}

/// Why nothing came out.
#[derive(Debug)]
pub enum Failure {
    Refused(Refusal),
    /// The disk, or whoever runs it, said no: trying again may help.
    Io(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Refused(Refusal::Damaged),
            _ => Self::Io(error),
        }
    }
}
