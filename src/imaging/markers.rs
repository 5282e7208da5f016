//! Walks the markers of a JPEG (ITU-T T.81 annex B) without decoding anything.

/// Start of image.
pub(super) const SOI: u8 = 0xD8;
/// End of image.
pub(super) const EOI: u8 = 0xD9;
/// Start of a scan: entropy-coded data follows its parameters.
pub(super) const SOS: u8 = 0xDA;

/// One marker with its parameters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker<'a> {
    pub code: u8,
    /// Without the two length bytes; empty for markers that have none.
    pub payload: &'a [u8],
    /// Whether bytes that belong to nothing stood before it.
    pub after_junk: bool,
}

/// All markers up to and including EOI. Ends early when the file does.
#[derive(Debug, Clone)]
pub(super) struct Markers<'a> {
    rest: &'a [u8],
    in_scan: bool,
    ended: bool,
}

impl<'a> Markers<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            in_scan: false,
            ended: false,
        }
    }

    /// What has not been walked yet; after EOI: what trails the picture.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next code after 0xFF that is a marker here, skipping fill bytes and, in a scan, stuffed zeros and restarts.
    fn next_code(&mut self) -> Option<(u8, bool)> {
        let mut junk = false;
        loop {
            let at = memchr::memchr(0xFF, self.rest)?;
            junk |= at > 0 && !self.in_scan;
            self.rest = self.rest.get(at + 1..)?;
            match *self.rest.first()? {
                0xFF => {}
                0x00 => junk |= !self.in_scan,
                0xD0..=0xD7 if self.in_scan => {}
                code => {
                    self.rest = self.rest.get(1..)?;
                    return Some((code, junk));
                }
            }
        }
    }
}

impl<'a> Iterator for Markers<'a> {
    type Item = Marker<'a>;

    fn next(&mut self) -> Option<Marker<'a>> {
        if self.ended {
            return None;
        }
        let (code, after_junk) = self.next_code()?;
        self.in_scan = code == SOS;
        self.ended = code == EOI;
        if matches!(code, SOI | EOI | 0x01 | 0xD0..=0xD7) {
            return Some(Marker {
                code,
                payload: &[],
                after_junk,
            });
        }
        let length = usize::from(u16::from_be_bytes([
            *self.rest.first()?,
            *self.rest.get(1)?,
        ]));
        let payload = self.rest.get(2..length)?;
        self.rest = self.rest.get(length..)?;
        Some(Marker {
            code,
            payload,
            after_junk,
        })
    }
}
