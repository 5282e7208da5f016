//! The new file: its tables in front, then the coded pictures and sound, one at a time through a small buffer.

use std::io::{Read, Seek, SeekFrom, Write};

use super::cut::cut;
use super::limits::Limits;
use super::moov::{chunks, ftyp, moov};
use super::movie::{self, Movie};
use super::refusal::Refusal;
use super::track::Coding;
use super::{Failure, Film};

/// Writes the film of `source` anew into `target`, which is empty. Memory is bounded by the limits, whatever the length.
///
/// # Errors
/// `Refused` when the film can't be taken; `Io` when reading or writing fails.
pub fn rewrite(
    source: &mut (impl Read + Seek),
    target: &mut (impl Write + Seek),
    limits: &Limits,
) -> Result<Film, Failure> {
    let (mut movie, millis) = taken(source, limits)?;
    let chunks = chunks(&movie);
    let head = ftyp();
    let mut offsets = vec![0u32; chunks.len()];
    let tables = moov(&movie, &chunks, &offsets);
    target.write_all(&head)?;
    // Written a second time when all sizes are known: it stays as long as it is.
    target.write_all(&tables)?;
    target.write_all(&[0; 8])?;
    let begin = (head.len() + tables.len()) as u64;
    let mut at = begin + 8;
    let (mut coded, mut clean) = (Vec::new(), Vec::new());
    for (chunk, offset) in chunks.iter().zip(&mut offsets) {
        *offset = u32::try_from(at).map_err(|_| Refusal::TooManyBytes)?;
        let track = match chunk.track {
            0 => &mut movie.pictures,
            _ => movie.sound.as_mut().ok_or(Refusal::Damaged)?,
        };
        let coding = &track.coding;
        for sample in track
            .samples
            .get_mut(chunk.from..chunk.to)
            .unwrap_or_default()
        {
            coded.resize(sample.size as usize, 0);
            source.seek(SeekFrom::Start(sample.offset))?;
            source.read_exact(&mut coded)?;
            let out = match coding {
                Coding::Pictures { avc, .. } => {
                    avc.pictures(&coded, &mut clean)?;
                    &clean
                }
                Coding::Sound(_) => &coded,
            };
            target.write_all(out)?;
            sample.size = u32::try_from(out.len()).map_err(|_| Refusal::Damaged)?;
            at += out.len() as u64;
        }
    }
    let size = u32::try_from(at - begin).map_err(|_| Refusal::TooManyBytes)?;
    let tables = moov(&movie, &chunks, &offsets);
    target.seek(SeekFrom::Start(head.len() as u64))?;
    target.write_all(&tables)?;
    target.write_all(&size.to_be_bytes())?;
    target.write_all(b"mdat")?;
    target.flush()?;
    let (width, height) = movie.pictures.seen();
    Ok(Film {
        width,
        height,
        millis,
        has_sound: movie.sound.is_some(),
        bytes: at,
    })
}

/// Looks at the tables alone: whether a file is refused, as far as they tell.
///
/// # Errors
/// As [`rewrite`].
pub fn probe(source: &mut (impl Read + Seek), limits: &Limits) -> Result<(), Failure> {
    taken(source, limits).map(|_| ())
}

/// What is taken of a file, and how long it lasts.
fn taken(source: &mut (impl Read + Seek), limits: &Limits) -> Result<(Movie, u64), Failure> {
    let mut movie = movie::read(source, limits)?;
    cut(&mut movie)?;
    let millis = movie.millis();
    if millis > limits.max_seconds.saturating_mul(1000).saturating_add(999) {
        return Err(Refusal::TooLong.into());
    }
    in_32_bits(&movie)?;
    Ok((movie, millis))
}

/// All times fit into the tables that are written.
fn in_32_bits(movie: &Movie) -> Result<(), Refusal> {
    let most = u64::from(u32::MAX);
    for track in movie.tracks() {
        let whole = track
            .samples
            .last()
            .map_or(0, |one| one.time + u64::from(one.duration));
        if whole > most || track.start.unsigned_abs() > most || track.delay > most {
            return Err(Refusal::TooLong);
        }
    }
    Ok(())
}
