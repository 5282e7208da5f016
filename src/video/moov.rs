//! The tables of a new file, written from what is known and nothing else: no dates, names, places or free space.

use super::movie::Movie;
use super::samples::Sample;
use super::track::{Coding, Track};

/// Samples of one track that lie together: the track, and the first and the last but one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    pub track: usize,
    pub from: usize,
    pub to: usize,
}

/// About half a second of each track in turn, so that a browser finds together what it shows together.
pub(super) fn chunks(movie: &Movie) -> Vec<Chunk> {
    let mut all: Vec<(u128, Chunk)> = Vec::new();
    for (number, track) in movie.tracks().enumerate() {
        let half = u64::from(track.scale / 2).max(1);
        let mut from = 0;
        for (place, sample) in track.samples.iter().enumerate() {
            let begun = track.samples.get(from).map_or(0, |one| one.time);
            let last = place + 1 == track.samples.len();
            if last || sample.time + u64::from(sample.duration) - begun >= half {
                let at = u128::from(begun) * 1_000_000 / u128::from(track.scale);
                let chunk = Chunk {
                    track: number,
                    from,
                    to: place + 1,
                };
                all.push((at, chunk));
                from = place + 1;
            }
        }
    }
    all.sort_by_key(|(at, chunk)| (*at, chunk.track));
    all.into_iter().map(|(_, chunk)| chunk).collect()
}

/// The beginning of every file of ours.
pub(super) fn ftyp() -> Vec<u8> {
    boxed(b"ftyp", &[&b"isom"[..], &[0, 0, 2, 0], b"isomiso2avc1mp41"])
}

/// A `moov`. How long it is depends on the number of samples and chunks alone. `offsets` is one for each chunk; the sizes are
/// those of the samples.
pub(super) fn moov(movie: &Movie, chunks: &[Chunk], offsets: &[u32]) -> Vec<u8> {
    let lengths = movie
        .tracks()
        .map(|track| track.delay + in_movie(movie, track));
    let length = number(lengths.max().unwrap_or(0));
    let mut head = vec![0; 12];
    head.extend(movie.scale.to_be_bytes());
    head.extend(length.to_be_bytes());
    head.extend([0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    head.extend(matrix([1 << 16, 0, 0, 1 << 16]));
    head.extend([0; 24]);
    head.extend(3u32.to_be_bytes());
    let mut body = vec![boxed(b"mvhd", &[&head])];
    for (place, track) in movie.tracks().enumerate() {
        let own: Vec<(Chunk, u32)> = chunks
            .iter()
            .zip(offsets)
            .filter(|(chunk, _)| chunk.track == place)
            .map(|(chunk, offset)| (*chunk, *offset))
            .collect();
        body.push(trak(movie, track, place as u32 + 1, &own));
    }
    boxed(b"moov", &body.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn trak(movie: &Movie, track: &Track, id: u32, chunks: &[(Chunk, u32)]) -> Vec<u8> {
    let shown = in_movie(movie, track);
    let (width, height, turn, volume) = match &track.coding {
        Coding::Pictures { avc, pixel, turn } => {
            let width = u64::from(avc.width) * u64::from(pixel.0) / u64::from(pixel.1);
            (number(width << 16), avc.height << 16, *turn, 0u16)
        }
        Coding::Sound(_) => (0, 0, [1 << 16, 0, 0, 1 << 16], 0x0100),
    };
    // Enabled, and part of the film.
    let mut tkhd = vec![0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
    tkhd.extend(id.to_be_bytes());
    tkhd.extend([0; 4]);
    tkhd.extend(number(track.delay + shown).to_be_bytes());
    tkhd.extend([0; 12]);
    tkhd.extend(volume.to_be_bytes());
    tkhd.extend([0; 2]);
    tkhd.extend(matrix(turn));
    tkhd.extend(width.to_be_bytes());
    tkhd.extend(height.to_be_bytes());
    let mut mdhd = vec![0; 12];
    mdhd.extend(track.scale.to_be_bytes());
    let whole: u64 = track
        .samples
        .iter()
        .map(|one| u64::from(one.duration))
        .sum();
    mdhd.extend(number(whole).to_be_bytes());
    // "und", no language.
    mdhd.extend([0x55, 0xc4, 0, 0]);
    let (handler, media): (&[u8; 4], _) = match track.coding {
        Coding::Pictures { .. } => (b"vide", boxed(b"vmhd", &[&[0, 0, 0, 1], &[0; 8]])),
        Coding::Sound(_) => (b"soun", boxed(b"smhd", &[&[0; 8]])),
    };
    let hdlr = boxed(b"hdlr", &[&[0; 8], handler, &[0; 13]]);
    let here = boxed(b"url ", &[&[0, 0, 0, 1]]);
    let dref = boxed(b"dref", &[&[0; 4], &[0, 0, 0, 1], &here]);
    let minf = boxed(
        b"minf",
        &[&media, &boxed(b"dinf", &[&dref]), &stbl(track, chunks)],
    );
    let mdia = boxed(b"mdia", &[&boxed(b"mdhd", &[&mdhd]), &hdlr, &minf]);
    let edts = boxed(b"edts", &[&elst(track, shown)]);
    boxed(b"trak", &[&boxed(b"tkhd", &[&tkhd]), &edts, &mdia])
}

fn elst(track: &Track, shown: u64) -> Vec<u8> {
    let mut edits = Vec::new();
    if track.delay > 0 {
        edits.push((number(track.delay), u32::MAX));
    }
    edits.push((number(shown), number(track.start.unsigned_abs())));
    let entries = edits
        .iter()
        .map(|(length, start)| [length.to_be_bytes(), start.to_be_bytes(), [0, 1, 0, 0]].concat());
    table(b"elst", 0, entries)
}

fn stbl(track: &Track, chunks: &[(Chunk, u32)]) -> Vec<u8> {
    let all = &track.samples;
    let times = runs(all.iter().map(|one| one.duration));
    let shifts = runs(all.iter().map(|one| one.shift as u32));
    let in_chunks = runs(
        chunks
            .iter()
            .map(|(chunk, _)| (chunk.to - chunk.from) as u32),
    );
    let mut first = 1u32;
    let in_chunks = in_chunks.into_iter().map(|(count, samples)| {
        let entry = [
            first.to_be_bytes(),
            samples.to_be_bytes(),
            1u32.to_be_bytes(),
        ]
        .concat();
        first += count;
        entry
    });
    let pair = |(count, value): &(u32, u32)| [count.to_be_bytes(), value.to_be_bytes()].concat();
    let stsd = boxed(b"stsd", &[&[0; 4], &[0, 0, 0, 1], &described(track)]);
    let mut parts = vec![stsd, table(b"stts", 0, times.iter().map(pair))];
    if all.iter().any(|one| one.shift != 0) {
        let version = u8::from(all.iter().any(|one| one.shift < 0));
        parts.push(table(b"ctts", version, shifts.iter().map(pair)));
    }
    if all.iter().any(|one| !one.sync) {
        let sync = |(place, one): (usize, &Sample)| {
            one.sync
                .then_some((place as u32 + 1).to_be_bytes().to_vec())
        };
        let numbers: Vec<_> = all.iter().enumerate().filter_map(sync).collect();
        parts.push(table(b"stss", 0, numbers.into_iter()));
    }
    parts.push(table(b"stsc", 0, in_chunks.collect::<Vec<_>>().into_iter()));
    let sizes: Vec<u8> = all.iter().flat_map(|one| one.size.to_be_bytes()).collect();
    let count = (all.len() as u32).to_be_bytes();
    parts.push(boxed(b"stsz", &[&[0; 8], &count, &sizes]));
    parts.push(table(
        b"stco",
        0,
        chunks
            .iter()
            .map(|(_, offset)| offset.to_be_bytes().to_vec()),
    ));
    boxed(
        b"stbl",
        &parts.iter().map(Vec::as_slice).collect::<Vec<_>>(),
    )
}

fn described(track: &Track) -> Vec<u8> {
    match &track.coding {
        Coding::Pictures { avc, pixel, .. } => {
            let mut entry = vec![0, 0, 0, 0, 0, 0, 0, 1];
            entry.extend([0; 16]);
            entry.extend((avc.width as u16).to_be_bytes());
            entry.extend((avc.height as u16).to_be_bytes());
            // 72 dots an inch, one frame a sample, no name of a compressor, 24 bits.
            entry.extend([0, 72, 0, 0, 0, 72, 0, 0, 0, 0, 0, 0, 0, 1]);
            entry.extend([0; 32]);
            entry.extend([0, 24, 0xff, 0xff]);
            let shape = [pixel.0.to_be_bytes(), pixel.1.to_be_bytes()].concat();
            let pasp = match pixel {
                (1, 1) => Vec::new(),
                _ => boxed(b"pasp", &[&shape]),
            };
            boxed(
                b"avc1",
                &[&entry, &boxed(b"avcC", &[&avc.written()]), &pasp],
            )
        }
        Coding::Sound(aac) => {
            let mut entry = vec![0, 0, 0, 0, 0, 0, 0, 1];
            entry.extend([0; 8]);
            entry.extend((aac.channels as u16).to_be_bytes());
            entry.extend([0, 16, 0, 0, 0, 0]);
            let rate = u16::try_from(aac.samples_a_second()).unwrap_or(0);
            entry.extend(rate.to_be_bytes());
            entry.extend([0; 2]);
            boxed(b"mp4a", &[&entry, &boxed(b"esds", &[&aac.written()])])
        }
    }
}

/// How long a track is shown, in the time of the file.
fn in_movie(movie: &Movie, track: &Track) -> u64 {
    let shown = u128::from(track.shown().unsigned_abs()) * u128::from(movie.scale);
    u64::try_from(shown.div_ceil(u128::from(track.scale))).unwrap_or(u64::MAX)
}

/// Times beyond 32 bits were refused before.
fn number(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn runs(values: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for value in values {
        match found.last_mut() {
            Some((count, known)) if *known == value => *count += 1,
            _ => found.push((1, value)),
        }
    }
    found
}

fn table(name: &[u8; 4], version: u8, entries: impl ExactSizeIterator<Item = Vec<u8>>) -> Vec<u8> {
    let count = (entries.len() as u32).to_be_bytes();
    let all: Vec<u8> = entries.flatten().collect();
    boxed(name, &[&[version, 0, 0, 0], &count, &all])
}

fn matrix([a, b, c, d]: [i32; 4]) -> Vec<u8> {
    let rows = [a, b, 0, c, d, 0, 0, 0, 1 << 30];
    rows.into_iter().flat_map(i32::to_be_bytes).collect()
}

fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let length = 8 + parts.iter().map(|part| part.len()).sum::<usize>();
    let mut out = Vec::with_capacity(length);
    out.extend((length as u32).to_be_bytes());
    out.extend(name);
    parts.iter().for_each(|part| out.extend(*part));
    out
}
