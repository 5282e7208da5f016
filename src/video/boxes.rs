//! Boxes of an ISO base media file (ISO/IEC 14496-12, clause 4.2), and the numbers in them.

use super::refusal::Refusal;

/// Name and body of one box.
pub(super) type Named<'a> = (&'a [u8; 4], &'a [u8]);

/// All boxes of a body, each whole. Four zero bytes at the end are no box: QuickTime ends lists so.
pub(super) fn boxes(body: &[u8], most: usize) -> Result<Vec<Named<'_>>, Refusal> {
    let (mut found, mut rest) = (Vec::new(), body);
    while rest.len() >= 8 {
        let mut read = Read(rest);
        let length = read.number(4)?;
        let name = read.array::<4>()?;
        let (head, length) = match length {
            0 => (8, rest.len() as u64),
            1 => (16, read.number(8)?),
            length => (8, length),
        };
        let end = usize::try_from(length).map_err(|_| Refusal::Damaged)?;
        found.push((name, rest.get(head..end).ok_or(Refusal::Damaged)?));
        rest = rest.get(end..).ok_or(Refusal::Damaged)?;
        if found.len() > most {
            return Err(Refusal::Damaged);
        }
    }
    match rest {
        [] | [0, 0, 0, 0] => Ok(found),
        _ => Err(Refusal::Damaged),
    }
}

/// The first box of this name.
pub(super) fn find<'a>(boxes: &[Named<'a>], name: &[u8; 4]) -> Option<&'a [u8]> {
    let mut of_name = boxes.iter().filter(|(other, _)| *other == name);
    of_name.next().map(|(_, body)| *body)
}

/// As [`find`], where a file is damaged without it.
pub(super) fn need<'a>(boxes: &[Named<'a>], name: &[u8; 4]) -> Result<&'a [u8], Refusal> {
    find(boxes, name).ok_or(Refusal::Damaged)
}

/// Numbers and bytes one after the other, big-endian.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read<'a>(pub &'a [u8]);

impl<'a> Read<'a> {
    pub fn array<const N: usize>(&mut self) -> Result<&'a [u8; N], Refusal> {
        let (array, rest) = self.0.split_first_chunk::<N>().ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(array)
    }

    pub fn bytes(&mut self, length: usize) -> Result<&'a [u8], Refusal> {
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// A number of up to eight bytes.
    pub fn number(&mut self, length: usize) -> Result<u64, Refusal> {
        let bytes = self.bytes(length.min(8))?;
        Ok(bytes
            .iter()
            .fold(0, |all, byte| all << 8 | u64::from(*byte)))
    }

    pub fn small(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_be_bytes(*self.array::<4>()?))
    }

    /// Version and flags of a full box.
    pub fn full(&mut self) -> Result<(u8, u32), Refusal> {
        let all = self.small()?;
        Ok(((all >> 24) as u8, all & 0x00ff_ffff))
    }

    /// The number of entries of a table, each `size` bytes long: no more than there are.
    pub fn count(&mut self, size: usize) -> Result<usize, Refusal> {
        let count = self.small()? as usize;
        match count.checked_mul(size) {
            Some(length) if length <= self.0.len() => Ok(count),
            _ => Err(Refusal::Damaged),
        }
    }
}
