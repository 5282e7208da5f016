//! The two facts we take from EXIF: how the camera was held and when the photo was taken.

use chrono::{NaiveDate, NaiveDateTime};
use exif::{In, Reader, Tag, Value};

/// EXIF larger than this is not read; JPEG cannot hold more in its segment (64 KiB).
const MAX_BYTES: usize = 1 << 20;

/// What EXIF says; a broken block says nothing rather than refusing the photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exif {
    /// 1 to 8.
    pub orientation: u8,
    pub taken_at: Option<NaiveDateTime>,
}

impl Exif {
    const NOTHING: Self = Self {
        orientation: 1,
        taken_at: None,
    };

    /// Reads a TIFF block, with or without the `Exif\0\0` that JPEG puts before it.
    pub fn read(block: Option<&[u8]>) -> Self {
        let Some(block) = block.filter(|block| block.len() <= MAX_BYTES) else {
            return Self::NOTHING;
        };
        let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        let parsed = Reader::new()
            .continue_on_error(true)
            .read_raw(tiff.to_vec())
            .or_else(|error| error.distill_partial_result(|_| {}));
        let Ok(fields) = parsed else {
            return Self::NOTHING;
        };
        let orientation = fields
            .get_field(Tag::Orientation, In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .and_then(|number| u8::try_from(number).ok())
            .filter(|number| (1..=8).contains(number));
        let taken_at = fields
            .get_field(Tag::DateTimeOriginal, In::PRIMARY)
            .and_then(|field| match &field.value {
                Value::Ascii(lines) => lines.first(),
                _ => None,
            })
            .and_then(|text| date_time(text));
        Self {
            orientation: orientation.unwrap_or(1),
            taken_at,
        }
    }
}

/// `YYYY:MM:DD HH:MM:SS`; cameras without a set clock write zeros or spaces, which is no date.
fn date_time(text: &[u8]) -> Option<NaiveDateTime> {
    let read = exif::DateTime::from_ascii(text).ok()?;
    NaiveDate::from_ymd_opt(read.year.into(), read.month.into(), read.day.into())?.and_hms_opt(
        read.hour.into(),
        read.minute.into(),
        read.second.into(),
    )
}
