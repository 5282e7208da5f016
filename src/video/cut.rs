//! What was cut away at either end is only hidden by phones, by a list of edits. Here it goes.

use super::movie::Movie;
use super::refusal::Refusal;
use super::samples::Sample;
use super::track::{Coding, Track};

/// Pieces of sound before the first that is heard: a decoder needs them to begin well.
const LEAD: usize = 2;

/// Leaves out what is not shown. Pictures begin at the last one that needs none before it: what was cut away of its group
/// stays coded in the file, since it can't be left out without decoding; that is at most a second or so.
pub(super) fn cut(movie: &mut Movie) -> Result<(), Refusal> {
    let scale = movie.scale;
    cut_track(&mut movie.pictures, scale)?;
    if let Some(sound) = &mut movie.sound
        && cut_track(sound, scale).is_err()
    {
        movie.sound = None;
    }
    Ok(())
}

fn cut_track(track: &mut Track, movie_scale: u32) -> Result<(), Refusal> {
    let is_sound = matches!(track.coding, Coding::Sound(_));
    let length = u128::from(track.length) * u128::from(track.scale) / u128::from(movie_scale);
    let end = match track.length {
        0 => i64::MAX,
        // A file's own time may be coarser than a track's: what begins with the end still counts.
        _ => track
            .start
            .saturating_add(i64::try_from(length).unwrap_or(i64::MAX))
            .saturating_add(1),
    };
    let begins = |one: &Sample| one.shown() <= track.start && one.sync;
    let from = track.samples.iter().rposition(begins).unwrap_or(0);
    let from = if is_sound {
        from.saturating_sub(LEAD)
    } else {
        from
    };
    let to = track.samples.iter().rposition(|one| one.shown() < end);
    let to = to.filter(|to| *to >= from).ok_or(Refusal::NoPicture)?;
    track.samples.truncate(to + 1);
    track.samples.drain(..from);
    let first = track.samples.first().map_or(0, |one| one.time);
    for one in &mut track.samples {
        one.time -= first;
    }
    track.start = track
        .start
        .saturating_sub(i64::try_from(first).unwrap_or(i64::MAX))
        .max(0);
    track.length = 0;
    if track.shown() == 0 {
        return Err(Refusal::NoPicture);
    }
    Ok(())
}
