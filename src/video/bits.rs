//! Single bits, first to last, as coded parameters are kept.

use super::refusal::Refusal;

#[derive(Clone)]
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub fn bit(&mut self) -> Result<bool, Refusal> {
        let byte = self.bytes.get(self.at / 8).ok_or(Refusal::Damaged)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Ok(bit == 1)
    }

    /// At most 32.
    pub fn number(&mut self, count: u32) -> Result<u32, Refusal> {
        let mut all = 0;
        for _ in 0..count.min(32) {
            all = all << 1 | u32::from(self.bit()?);
        }
        Ok(all)
    }

    /// Exp-Golomb, `ue(v)`.
    pub fn golomb(&mut self) -> Result<u32, Refusal> {
        let mut zeros = 0;
        while !self.bit()? {
            zeros += 1;
            if zeros > 31 {
                return Err(Refusal::Damaged);
            }
        }
        let rest = self.number(zeros)?;
        Ok(((1u64 << zeros) - 1) as u32 + rest)
    }

    /// Exp-Golomb with a sign, `se(v)`.
    pub fn signed(&mut self) -> Result<i64, Refusal> {
        let code = i64::from(self.golomb()?);
        Ok(if code % 2 == 0 {
            -(code / 2)
        } else {
            (code + 1) / 2
        })
    }
}

/// Bits written one after the other, the last byte filled with zeros.
#[derive(Default)]
pub(super) struct Written {
    pub bytes: Vec<u8>,
    used: u32,
}

impl Written {
    pub fn put(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> place & 1) as u8) << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }
}
