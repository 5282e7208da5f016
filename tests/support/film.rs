//! Little films made by hand: pictures of H.264 in which every macroblock is its plain samples (I_PCM), and silence in AAC.
//! A browser plays them. Around them stands whatever a phone may write.

/// What a file holds.
#[derive(Clone)]
pub struct Film {
    /// In macroblocks of 16 pixels.
    pub across: u32,
    pub down: u32,
    /// One each tenth of a second.
    pub frames: u32,
    pub sound: bool,
    /// The matrix of `tkhd`: a, b, c, d.
    pub turn: [i32; 4],
    /// `elst` of the pictures: length (in thousandths), start (in thousandths), one after the other.
    pub edits: Vec<(u32, i32)>,
    /// Boxes and tracks as an iPhone writes them, with the place.
    pub as_phone: bool,
    /// `moov` behind the pictures, as cameras leave it.
    pub tables_last: bool,
    /// Name of the sample entry of the pictures.
    pub coding: [u8; 4],
    /// Notes of the encoder between the pictures.
    pub notes: bool,
}

impl Default for Film {
    fn default() -> Self {
        Self {
            across: 4,
            down: 3,
            frames: 20,
            sound: true,
            turn: [1 << 16, 0, 0, 1 << 16],
            edits: Vec::new(),
            as_phone: true,
            tables_last: true,
            coding: *b"avc1",
            notes: true,
        }
    }
}

/// What must not come out again.
pub const SECRETS: [&str; 6] = [
    "+52.5200+013.4050/",
    "iPhone of Ana",
    "Core Media Video",
    "place-track",
    "encoder-note",
    "H.264-name",
];

pub fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = (body.len() as u32 + 8).to_be_bytes();
    [&length[..], name, &body].concat()
}

#[derive(Default)]
struct Bits(Vec<u8>, u32);

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            if self.1.is_multiple_of(8) {
                self.0.push(0);
            }
            *self.0.last_mut().unwrap() |= ((value >> place & 1) as u8) << (7 - self.1 % 8);
            self.1 += 1;
        }
    }

    fn golomb(&mut self, value: u32) {
        let bits = 32 - (value + 1).leading_zeros();
        self.put(0, bits - 1);
        self.put(value + 1, bits);
    }

    fn align(&mut self) {
        self.1 = self.0.len() as u32 * 8;
    }

    /// With its last bit, and guarded so that nothing in it looks like a beginning.
    fn unit(mut self, head: u8) -> Vec<u8> {
        self.put(1, 1);
        let (mut out, mut zeros) = (vec![head], 0);
        for byte in self.0 {
            if zeros == 2 && byte <= 3 {
                out.push(3);
                zeros = 0;
            }
            zeros = if byte == 0 { zeros + 1 } else { 0 };
            out.push(byte);
        }
        out
    }
}

fn sps(film: &Film) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(66, 8);
    bits.put(0xc0, 8);
    bits.put(30, 8);
    for value in [0, 0, 2, 0] {
        bits.golomb(value);
    }
    bits.put(0, 1);
    bits.golomb(film.across - 1);
    bits.golomb(film.down - 1);
    bits.put(0b1100, 4);
    bits.unit(0x67)
}

fn pps() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.golomb(0);
    bits.golomb(0);
    bits.put(0, 2);
    for _ in 0..3 {
        bits.golomb(0);
    }
    bits.put(0, 3);
    for _ in 0..3 {
        bits.golomb(0);
    }
    bits.put(0b100, 3);
    bits.unit(0x68)
}

fn picture(film: &Film, number: u32) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.golomb(0);
    bits.golomb(7);
    bits.golomb(0);
    bits.put(0, 4);
    bits.golomb(number % 2);
    bits.put(0, 2);
    bits.golomb(0);
    bits.golomb(1);
    for block in 0..film.across * film.down {
        bits.golomb(25);
        bits.align();
        let light = (16 + (number * 10 + block * 16) % 180) as u8;
        bits.0.extend([light; 256]);
        bits.0.extend([100 + (number % 40) as u8; 64]);
        bits.0.extend([140; 64]);
        bits.align();
    }
    bits.unit(0x65)
}

/// The file.
pub fn film(film: &Film) -> Vec<u8> {
    let note = [&[6u8, 5, 12][..], b"encoder-note", &[0x80]].concat();
    let pictures: Vec<Vec<u8>> = (0..film.frames)
        .map(|number| {
            let unit = picture(film, number);
            let noted = [&(note.len() as u32).to_be_bytes()[..], &note].concat();
            let head = if film.notes { noted } else { Vec::new() };
            [&head[..], &(unit.len() as u32).to_be_bytes(), &unit].concat()
        })
        .collect();
    let silence: Vec<Vec<u8>> = match film.sound {
        true => {
            vec![vec![0x00, 0xc8, 0x00, 0x80, 0x23, 0x80]; film.frames as usize * 48000 / 10240]
        }
        false => Vec::new(),
    };
    let place = vec![b"place-track".to_vec()];
    let ftyp = boxed(b"ftyp", &[b"qt  ", &[0; 4], b"qt  "]);
    let wide = boxed(b"wide", &[]);
    let data = [pictures.concat(), silence.concat(), place.concat()].concat();
    let mdat = boxed(b"mdat", &[&data]);
    let length = tables(film, &pictures, &silence, &place, 0).len();
    let front = ftyp.len() + wide.len();
    let begin = (front + if film.tables_last { 0 } else { length }) as u32 + 8;
    let tables = tables(film, &pictures, &silence, &place, begin);
    let parts = match film.tables_last {
        true => [ftyp, wide, mdat, tables],
        false => [ftyp, wide, tables, mdat],
    };
    parts.concat()
}

fn tables(
    film: &Film,
    pictures: &[Vec<u8>],
    silence: &[Vec<u8>],
    place: &[Vec<u8>],
    begin: u32,
) -> Vec<u8> {
    let date = 0xd0d0_d0d0u32.to_be_bytes();
    let millis = film.frames * 100;
    let mvhd = [
        &[0; 4][..],
        &date,
        &date,
        &1000u32.to_be_bytes(),
        &millis.to_be_bytes(),
        &[0; 80],
    ]
    .concat();
    let size = |all: &[Vec<u8>]| all.iter().map(|one| one.len() as u32).sum::<u32>();
    let avcc = {
        let (sps, pps) = (sps(film), pps());
        let lengths = |set: &[u8]| (set.len() as u16).to_be_bytes();
        [
            &[1, 66, 0xc0, 30, 0xff, 0xe1][..],
            &lengths(&sps),
            &sps,
            &[1],
            &lengths(&pps),
            &pps,
        ]
        .concat()
    };
    let (width, height) = ((film.across * 16) as u16, (film.down * 16) as u16);
    let name = [&[10][..], b"H.264-name", &[0; 21]].concat();
    let entry = [
        &[0, 0, 0, 0, 0, 0, 0, 1][..],
        &[0; 16],
        &width.to_be_bytes(),
        &height.to_be_bytes(),
        &[0, 72, 0, 0, 0, 72, 0, 0, 0, 0, 0, 0, 0, 1],
        &name,
        &[0, 24, 0xff, 0xff],
        &boxed(b"avcC", &[&avcc]),
    ]
    .concat();
    let pictures_track = track(
        film,
        b"vide",
        &boxed(&film.coding, &[&entry]),
        pictures,
        (1, 1000, 100),
        begin,
    );
    let mut all = vec![boxed(b"mvhd", &[&mvhd]), pictures_track];
    if film.sound {
        let config = [0x11, 0x88];
        let decoder = [&[4, 17, 0x40, 0x15][..], &[0; 11], &[5, 2], &config].concat();
        let stream = [&[3, 25, 0, 0, 0][..], &decoder, &[6, 1, 2]].concat();
        let esds = boxed(b"esds", &[&[0; 4], &stream]);
        let entry = [
            &[0, 0, 0, 0, 0, 0, 0, 1][..],
            &[0; 8],
            &[0, 1, 0, 16, 0, 0, 0, 0, 0xbb, 0x80, 0, 0],
            &esds,
        ]
        .concat();
        all.push(track(
            film,
            b"soun",
            &boxed(b"mp4a", &[&entry]),
            silence,
            (2, 48000, 1024),
            begin + size(pictures),
        ));
    }
    if film.as_phone {
        let entry = boxed(b"mebx", &[&[0; 8], b"com.apple.quicktime.location.ISO6709"]);
        let at = begin + size(pictures) + size(silence);
        all.push(track(film, b"meta", &entry, place, (3, 1000, millis), at));
        let names = boxed(b"\xa9xyz", &[&[0, 18, 0x15, 0xc7], b"+52.5200+013.4050/"]);
        all.push(boxed(b"udta", &[&names]));
        all.push(boxed(b"meta", &[b"iPhone of Ana"]));
        all.push(boxed(b"free", &[b"iPhone of Ana"]));
    }
    boxed(b"moov", &all.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn track(
    film: &Film,
    handler: &[u8; 4],
    entry: &[u8],
    samples: &[Vec<u8>],
    (id, scale, each): (u32, u32, u32),
    begin: u32,
) -> Vec<u8> {
    let date = 0xd0d0_d0d0u32.to_be_bytes();
    let number = |value: u32| value.to_be_bytes();
    let millis = film.frames * 100;
    let is_picture = handler == b"vide";
    let [a, b, c, d] = if is_picture {
        film.turn
    } else {
        [1 << 16, 0, 0, 1 << 16]
    };
    let matrix: Vec<u8> = [a, b, 0, c, d, 0, 0, 0, 1 << 30]
        .into_iter()
        .flat_map(i32::to_be_bytes)
        .collect();
    let (width, height) = if is_picture {
        (film.across << 20, film.down << 20)
    } else {
        (0, 0)
    };
    let tkhd = [
        &[0, 0, 0, 15][..],
        &date,
        &date,
        &number(id),
        &[0; 4],
        &number(millis),
        &[0; 16],
        &matrix,
        &number(width),
        &number(height),
    ]
    .concat();
    let mdhd = [
        &[0; 4][..],
        &date,
        &date,
        &number(scale),
        &number(each * samples.len() as u32),
        &[0x15, 0xc7, 0, 0],
    ]
    .concat();
    let hdlr = [
        &[0; 4][..],
        b"mhlr",
        handler,
        b"appl",
        &[0; 8],
        b"\x10Core Media Video",
    ]
    .concat();
    let sizes: Vec<u8> = samples
        .iter()
        .flat_map(|one| number(one.len() as u32))
        .collect();
    let count = number(samples.len() as u32);
    let table = [
        boxed(b"stsd", &[&[0; 4], &number(1), entry]),
        boxed(b"stts", &[&[0; 4], &number(1), &count, &number(each)]),
        boxed(
            b"stsc",
            &[&[0; 4], &number(1), &number(1), &count, &number(1)],
        ),
        boxed(b"stsz", &[&[0; 8], &count, &sizes]),
        boxed(b"stco", &[&[0; 4], &number(1), &number(begin)]),
    ]
    .concat();
    let media = if is_picture {
        boxed(b"vmhd", &[&[0; 12]])
    } else {
        boxed(b"smhd", &[&[0; 8]])
    };
    let minf = boxed(b"minf", &[&media, &boxed(b"stbl", &[&table])]);
    let mdia = boxed(
        b"mdia",
        &[&boxed(b"mdhd", &[&mdhd]), &boxed(b"hdlr", &[&hdlr]), &minf],
    );
    let edits: Vec<u8> = film
        .edits
        .iter()
        .flat_map(|(length, start)| {
            [number(*length), start.to_be_bytes(), number(1 << 16)].concat()
        })
        .collect();
    let edts = match film.edits.is_empty() || !is_picture {
        true => Vec::new(),
        false => boxed(
            b"edts",
            &[&boxed(
                b"elst",
                &[&[0; 4], &number(film.edits.len() as u32), &edits],
            )],
        ),
    };
    boxed(b"trak", &[&boxed(b"tkhd", &[&tkhd]), &edts, &mdia])
}
