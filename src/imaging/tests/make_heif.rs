//! HEIC files that the tests put together themselves, around one small picture: four corners in four colours.

use super::make::exif;

/// Decoder configuration (`hvcC`) and the one coded picture, 256 × 256: red, green / blue, white. Drawn and coded for these
/// tests; the program holds no HEVC encoder.
const CONFIGURATION: &str = "\
    0103700000009000000000003cf000fcfdf8f800000f03600001001840010c01ffff03700000030090000003000003003cba02406100\
    01002c42010103700000030090000003000003003ca00808040596ea4929ae6e021a0c0800000300c800000300084062000100074401\
    c172b06240";
const PICTURE: &str = "\
    000000f42801af1321d75157e6a870d3fffda051fff0099e1f93dccb49e6f643b9aecee00eee3f643ebfea0bd7ff3f6a288e64fe0e34\
    7dbf0b0250a302296d297c22a254baf6df8661b3c7f1f8fb8007116ca0af18e3c0dbe3b4277a845351396a9b086d6c80038aa14c30ab\
    6ab30c79b475ef9b1b3ca4038c2974ec0f0ae78cd58daf053b854249801000ae8096e7625bfff851c11fd42f0fff26a44e202ebce208\
    195fe89facc83bfef8e9b7cec0ca21e75f9f917314a2f68700006c0dc321d4692260f9b0d0f87c6d8ab82fb801f19a4cf75a141aa50e\
    ca384000538102d2d768866dd45e93f94e03dc282e190cc1dc7f74fb8d004ec0";

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect()
}

/// A photo to be put together: one picture, or a grid of copies of it.
#[derive(Default, Clone)]
pub(super) struct Heif {
    /// Properties of the photo, such as `irot`, in their order.
    pub properties: Vec<([u8; 4], Vec<u8>)>,
    /// Columns, rows, width, height.
    pub grid: Option<(u8, u8, u16, u16)>,
    pub with_exif: bool,
    /// Says of each piece how long it is; the length as it is otherwise.
    pub piece_length: Option<u32>,
    /// Pieces of the first picture, all the same.
    pub pieces: u16,
    /// One more part (NAL unit) behind each coded picture.
    pub part: Vec<u8>,
}

pub(super) fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32 + 8).to_be_bytes();
    [&length, name.as_slice(), body].concat()
}

fn full(name: &[u8; 4], version: u8, body: &[u8]) -> Vec<u8> {
    boxed(name, &[&[version, 0, 0, 0], body].concat())
}

struct Item {
    kind: &'static [u8; 4],
    data: Vec<u8>,
}

impl Heif {
    pub fn turned(turns: u8) -> Self {
        Self::default().and(b"irot", &[turns])
    }

    pub fn and(mut self, name: &[u8; 4], body: &[u8]) -> Self {
        self.properties.push((*name, body.to_vec()));
        self
    }

    pub fn build(&self) -> Vec<u8> {
        let items = self.items();
        let head = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
        let at = head.len() + self.meta(&items, 0).len() + 8;
        let data: Vec<u8> = items.iter().flat_map(|item| item.data.clone()).collect();
        [head, self.meta(&items, at as u32), boxed(b"mdat", &data)].concat()
    }

    /// Numbered from 1: the photo, then tiles, then EXIF.
    fn items(&self) -> Vec<Item> {
        let picture = || {
            let mut data = bytes(PICTURE);
            if !self.part.is_empty() {
                data.extend((self.part.len() as u32).to_be_bytes());
                data.extend(&self.part);
            }
            Item {
                kind: b"hvc1",
                data,
            }
        };
        let mut items = match self.grid {
            None => vec![picture()],
            Some((columns, rows, width, height)) => {
                let sizes = [width.to_be_bytes(), height.to_be_bytes()].concat();
                let data = [&[0, 0, rows - 1, columns - 1], sizes.as_slice()].concat();
                let tiles = usize::from(columns) * usize::from(rows);
                let grid = Item {
                    kind: b"grid",
                    data,
                };
                let tiles = (0..tiles).map(|_| picture());
                std::iter::once(grid).chain(tiles).collect()
            }
        };
        if self.with_exif {
            // Says that the picture lies on its side, which is not so.
            let data = [&[0, 0, 0, 6], exif(6).as_slice()].concat();
            items.push(Item {
                kind: b"Exif",
                data,
            });
        }
        items
    }

    fn meta(&self, items: &[Item], data_at: u32) -> Vec<u8> {
        let handler = full(b"hdlr", 0, b"\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0");
        let primary = full(b"pitm", 0, &[0, 1]);
        let tables = [
            handler,
            primary,
            self.places(items, data_at),
            infos(items),
            self.all_properties(items),
            references(items),
        ];
        full(b"meta", 0, &tables.concat())
    }

    fn places(&self, items: &[Item], data_at: u32) -> Vec<u8> {
        let mut body = vec![0x44, 0, 0, items.len() as u8];
        let mut at = data_at;
        for (number, item) in (1_u16..).zip(items) {
            let pieces = if number == 1 { self.pieces.max(1) } else { 1 };
            body.extend(number.to_be_bytes());
            body.extend([0, 0]);
            body.extend(pieces.to_be_bytes());
            let length = self.piece_length.unwrap_or(item.data.len() as u32);
            for _ in 0..pieces {
                body.extend(at.to_be_bytes());
                body.extend(length.to_be_bytes());
            }
            at += item.data.len() as u32;
        }
        full(b"iloc", 0, &body)
    }

    /// The configuration is the first property, of every picture; the photo has the others.
    fn all_properties(&self, items: &[Item]) -> Vec<u8> {
        let mut properties = boxed(b"hvcC", &bytes(CONFIGURATION));
        for (name, body) in &self.properties {
            properties.extend(boxed(name, body));
        }
        let mut links = (items.len() as u32).to_be_bytes().to_vec();
        for (number, item) in (1_u16..).zip(items) {
            let own = 1..=u8::from(item.kind == b"hvc1");
            let more = 2..=1 + self.properties.len() as u8;
            let all: Vec<u8> = match number {
                1 => own.chain(more).collect(),
                _ => own.collect(),
            };
            links.extend(number.to_be_bytes());
            links.push(all.len() as u8);
            links.extend(all);
        }
        let links = full(b"ipma", 0, &links);
        boxed(b"iprp", &[boxed(b"ipco", &properties), links].concat())
    }
}

fn infos(items: &[Item]) -> Vec<u8> {
    let mut body = (items.len() as u16).to_be_bytes().to_vec();
    for (number, item) in (1_u16..).zip(items) {
        let entry = [&number.to_be_bytes(), [0, 0].as_slice(), item.kind, &[0]].concat();
        body.extend(full(b"infe", 2, &entry));
    }
    full(b"iinf", 0, &body)
}

fn references(items: &[Item]) -> Vec<u8> {
    let numbered = || (1_u16..).zip(items);
    let list = |name, from: u16, to: &[u16]| {
        let numbers = [&[from, to.len() as u16], to].concat();
        let body: Vec<u8> = numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
        boxed(name, &body)
    };
    let mut body = Vec::new();
    if items[0].kind == b"grid" {
        let tiles: Vec<u16> = numbered()
            .filter(|(_, item)| item.kind == b"hvc1")
            .map(|(number, _)| number)
            .collect();
        body.extend(list(b"dimg", 1, &tiles));
    }
    if let Some((number, _)) = numbered().find(|(_, item)| item.kind == b"Exif") {
        body.extend(list(b"cdsc", number, &[1]));
    }
    full(b"iref", 0, &body)
}
