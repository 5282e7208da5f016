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

/// A page that these sites may put into a frame, and we ourselves to show how it looks there; nobody while the list is empty.
pub fn framed_by(origins: &[String]) -> String {
    if origins.is_empty() {
        return PAGE.to_owned();
    }
    format!("{} {}", IN_FRAME, origins.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s37_without_a_list_nobody_frames() {
        assert!(framed_by(&[]).ends_with("frame-ancestors 'none'"));
        let two = [
            "https://a.example".to_owned(),
            "https://b.example".to_owned(),
        ];
        let ends = "frame-ancestors 'self' https://a.example https://b.example";
        assert!(framed_by(&two).ends_with(ends));
    }
}
