//! Films made by hand go through the whole room.

mod clean;
mod hostile;

#[path = "../../../tests/support/film.rs"]
mod film;

use std::io::Cursor;

use super::{Failure, Film, Limits, Refusal, inspect, rewrite};

/// What comes out of a file.
fn made(file: &[u8]) -> Result<(Film, Vec<u8>), Refusal> {
    made_within(file, &Limits::default())
}

fn made_within(file: &[u8], limits: &Limits) -> Result<(Film, Vec<u8>), Refusal> {
    let mut out = Cursor::new(Vec::new());
    match rewrite(&mut Cursor::new(file), &mut out, limits) {
        Ok(film) => Ok((film, out.into_inner())),
        Err(Failure::Refused(refusal)) => Err(refusal),
        Err(Failure::Io(error)) => panic!("{error}"),
    }
}

fn inspected(file: &[u8]) -> Result<Film, Refusal> {
    match inspect(&mut Cursor::new(file), &Limits::default()) {
        Ok(film) => Ok(film),
        Err(Failure::Refused(refusal)) => Err(refusal),
        Err(Failure::Io(error)) => panic!("{error}"),
    }
}
