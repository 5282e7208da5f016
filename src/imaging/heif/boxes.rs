//! Boxes of an ISO base media file (ISO/IEC 14496-12, clause 4.2): a length, a name, a body.

/// (name, body) of each whole box. Ends where a box would reach beyond the bytes.
pub(super) struct Boxes<'a>(pub &'a [u8]);

pub(super) type Named<'a> = (&'a [u8; 4], &'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = Named<'a>;

    fn next(&mut self) -> Option<Named<'a>> {
        let mut read = Read(self.0);
        let length = read.number(4)?;
        let name = read.array::<4>()?;
        let (head, length) = match length {
            0 => (8, self.0.len() as u64),
            1 => (16, read.number(8)?),
            length => (8, length),
        };
        let end = usize::try_from(length).ok()?;
        let body = self.0.get(head..end)?;
        self.0 = self.0.get(end..)?;
        Some((name, body))
    }
}

/// Numbers and bytes one after the other, big-endian.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read<'a>(pub &'a [u8]);

impl<'a> Read<'a> {
    pub fn array<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (array, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(array)
    }

    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// A number of up to eight bytes; of none it is 0.
    pub fn number(&mut self, length: usize) -> Option<u64> {
        let bytes = self.bytes(length.min(8))?;
        Some(
            bytes
                .iter()
                .fold(0, |all, byte| all << 8 | u64::from(*byte)),
        )
    }

    /// One of at most four bytes.
    pub fn small(&mut self, length: usize) -> Option<u32> {
        u32::try_from(self.number(length.min(4))?).ok()
    }

    /// The version of a full box, past its flags.
    pub fn version(&mut self) -> Option<u8> {
        let [version, ..] = self.array::<4>()?;
        Some(*version)
    }
}
