//! A container of our own around one coded picture: all that libavif's own reader gets to see of a file from outside.

use crate::imaging::heif::canvas::Tile;

/// ISO/IEC 23008-12 with one item of one piece, whose size and coding are those of its own sequence header.
pub(super) fn around(tile: &Tile<'_>) -> Vec<u8> {
    let head = boxed(b"ftyp", b"avif\0\0\0\0avifmif1miaf");
    let at = head.len() + meta(tile, 0).len() + 8;
    [head, meta(tile, at as u32), boxed(b"mdat", &tile.data)].concat()
}

fn meta(tile: &Tile<'_>, data_at: u32) -> Vec<u8> {
    let place = [data_at, tile.data.len() as u32].map(u32::to_be_bytes);
    let location = [b"\x44\0\0\x01\0\x01\0\0\0\x01".as_slice(), &place.concat()];
    let entry = full(b"infe", 2, b"\0\x01\0\0av01\0");
    let tables = [
        full(b"hdlr", 0, b"\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        full(b"pitm", 0, b"\0\x01"),
        full(b"iloc", 0, &location.concat()),
        full(b"iinf", 0, &[b"\0\x01", entry.as_slice()].concat()),
        boxed(b"iprp", &properties(tile)),
    ];
    full(b"meta", 0, &tables.concat())
}

fn properties(tile: &Tile<'_>) -> Vec<u8> {
    let size = [tile.size().0, tile.size().1].map(u32::to_be_bytes);
    let all = [
        full(b"ispe", 0, &size.concat()),
        boxed(b"av1C", &configuration(tile)),
    ];
    // Two properties of the item; the second must be understood.
    let links = full(b"ipma", 0, b"\0\0\0\x01\0\x01\x02\x01\x82");
    [boxed(b"ipco", &all.concat()), links].concat()
}

/// AV1 Codec ISO Media File Format Binding, clause 2.3.
fn configuration(tile: &Tile<'_>) -> [u8; 4] {
    let sequence = &tile.sequence;
    let bit = |flag: bool, place: u32| u32::from(flag) << place;
    let kind = sequence.profile << 5 | sequence.level;
    let form = bit(sequence.high_tier, 7)
        | bit(sequence.depth > 8, 6)
        | bit(sequence.depth > 10, 5)
        | bit(sequence.grey, 4)
        | bit(sequence.halved.0, 3)
        | bit(sequence.halved.1, 2)
        | sequence.chroma_place;
    [0x81, kind as u8, form as u8, 0]
}

fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32 + 8).to_be_bytes();
    [&length, name.as_slice(), body].concat()
}

fn full(name: &[u8; 4], version: u8, body: &[u8]) -> Vec<u8> {
    boxed(name, &[&[version, 0, 0, 0], body].concat())
}
