//! What a page may load, and who may put it into a frame.

/// The policy of every page, and what is said of frames.
macro_rules! policy {
    ($frames:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; \
             font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ",
            $frames
        )
    };
}

/// No frames, neither in it nor around it.
pub const PAGE: &str = policy!("frame-ancestors 'none'");
/// A page of ours that shows another page of ours in a frame.
pub const WITH_FRAME: &str = policy!("frame-src 'self'; frame-ancestors 'none'");
/// The page in that frame.
pub const IN_FRAME: &str = policy!("frame-ancestors 'self'");
