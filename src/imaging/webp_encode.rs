//! Makes WebP by libwebp.
#![expect(
    unsafe_code,
    reason = "libwebp-sys offers the C functions of libwebp as they are; the safe layer over it is of an old version"
)]

use std::ptr::null_mut;

use libwebp_sys as ffi;

use super::pixels::Pixels;

/// On libwebp's scale of 0 to 100: scores like our JPEG by SSIMULACRA2.
const QUALITY: f32 = 85.0;

/// Lossy, without alpha: a simple file (RFC 9649, clause 2.5). `None` if libwebp fails, as it does beyond 16,383 pixels a side.
pub(super) fn encode(picture: &Pixels) -> Option<Vec<u8>> {
    if picture.data.len() != picture.row_bytes() * picture.height as usize {
        return None;
    }
    let side = |length| i32::try_from(length).ok();
    let (width, height) = (
        side(picture.width as usize)?,
        side(picture.height as usize)?,
    );
    let row_bytes = side(picture.row_bytes())?;
    let mut output = Output(null_mut());
    // SAFETY: the rows of `picture` are as long and as many as checked above, and only read; libwebp sets `output` to a buffer
    // of its own, of as many bytes as it tells, or leaves it empty and tells 0.
    unsafe {
        let rgb = picture.data.as_ptr();
        let length = ffi::WebPEncodeRGB(rgb, width, height, row_bytes, QUALITY, &mut output.0);
        (length > 0 && !output.0.is_null())
            .then(|| std::slice::from_raw_parts(output.0, length).to_vec())
    }
}

struct Output(*mut u8);

impl Drop for Output {
    fn drop(&mut self) {
        // SAFETY: the buffer is libwebp's or null; both may be freed once.
        unsafe { ffi::WebPFree(self.0.cast()) }
    }
}
