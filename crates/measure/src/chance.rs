//! Chance that is the same each time: numbers from a fixed seed.

/// The generator of Marsaglia 2003 ("xorshift"), 64 bits.
pub(super) struct Chance(u64);

impl Chance {
    pub fn seeded(seed: u64) -> Self {
        Self(seed | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to less than `end`, which is above zero.
    pub fn below(&mut self, end: usize) -> usize {
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }

    /// About normal around zero, with standard deviation one: the sum of twelve even numbers.
    pub fn normal(&mut self) -> f64 {
        let even = (0..12).map(|_| self.below(1 << 20) as f64 / f64::from(1 << 20));
        even.sum::<f64>() - 6.0
    }
}
