//! The eight ways a camera may have been held (EXIF 2.32, tag 0x0112), as maps between the shown and the stored picture.

use super::pixels::{Area, Pixels};

/// A point of the shown picture lies in the stored one with its coordinates swapped (or not) and then mirrored (or not).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation {
    swap: bool,
    mirror_x: bool,
    mirror_y: bool,
}

impl Orientation {
    /// From the EXIF number; anything but 2 to 8 leaves the picture as it is.
    pub fn from_exif(number: u8) -> Self {
        let (swap, mirror_x, mirror_y) = match number {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, false, true),
            7 => (true, true, true),
            8 => (true, true, false),
            _ => (false, false, false),
        };
        Self {
            swap,
            mirror_x,
            mirror_y,
        }
    }

    /// Turned clockwise by so many quarters.
    pub fn quarters(turns: u8) -> Self {
        Self::from_exif([1, 6, 3, 8][usize::from(turns % 4)])
    }

    /// As EXIF numbers it, 1 to 8.
    pub fn number(self) -> u8 {
        (1..=8)
            .find(|number| Self::from_exif(*number) == self)
            .unwrap_or(1)
    }

    /// First this, then `next` on what that shows.
    pub fn then(self, next: Self) -> Self {
        let (x, y) = match self.swap {
            true => (next.mirror_y, next.mirror_x),
            false => (next.mirror_x, next.mirror_y),
        };
        Self {
            swap: self.swap ^ next.swap,
            mirror_x: self.mirror_x ^ x,
            mirror_y: self.mirror_y ^ y,
        }
    }

    /// The size as shown of a picture stored in this size, and the other way round.
    pub fn turned<T>(self, (width, height): (T, T)) -> (T, T) {
        if self.swap {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// Where a point of the shown picture lies in the stored one; `stored` is the stored size, all in one unit.
    pub fn point_to_stored(self, (x, y): (f64, f64), stored: (f64, f64)) -> (f64, f64) {
        let (x, y) = if self.swap { (y, x) } else { (x, y) };
        (
            if self.mirror_x { stored.0 - x } else { x },
            if self.mirror_y { stored.1 - y } else { y },
        )
    }

    /// As [`point_to_stored`](Self::point_to_stored) for an area.
    pub fn area_to_stored(self, area: &Area, stored: (f64, f64)) -> Area {
        let (x0, y0) = self.point_to_stored((area.left, area.top), stored);
        let (x1, y1) = self.point_to_stored((area.right, area.bottom), stored);
        Area {
            left: x0.min(x1),
            top: y0.min(y1),
            right: x0.max(x1),
            bottom: y0.max(y1),
        }
    }

    /// The picture as shown.
    pub fn show(self, stored: Pixels) -> Pixels {
        if self == Self::from_exif(1) {
            return stored;
        }
        let (width, height) = self.turned((stored.width, stored.height));
        let mut shown = Pixels::black(width, height);
        let (across, down) = (3, stored.row_bytes());
        let last = (stored.width as usize - 1, stored.height as usize - 1);
        let origin = if self.mirror_x { last.0 * across } else { 0 }
            + if self.mirror_y { last.1 * down } else { 0 };
        let along_x = step(across, self.mirror_x);
        let along_y = step(down, self.mirror_y);
        let (step_right, step_down) = if self.swap {
            (along_y, along_x)
        } else {
            (along_x, along_y)
        };
        let mut row_start = origin;
        for row in shown.data.chunks_exact_mut(width as usize * 3) {
            let mut at = row_start;
            for pixel in row.chunks_exact_mut(3) {
                pixel.copy_from_slice(&stored.data[at..at + 3]);
                at = at.wrapping_add_signed(step_right);
            }
            row_start = row_start.wrapping_add_signed(step_down);
        }
        shown
    }
}

fn step(bytes: usize, backwards: bool) -> isize {
    let bytes = bytes as isize;
    if backwards { -bytes } else { bytes }
}
