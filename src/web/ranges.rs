//! Which part of something long a request asks for (RFC 9110, 14): one part, or all of it.

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderName, IF_RANGE, RANGE};

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Whole,
    /// From the first byte to the last.
    Part(u64, u64),
    /// A part that is not there.
    Nothing,
}

/// What is asked for of `length` bytes with this entity tag (with its quotes). A list of parts is answered with the whole, and
/// so is a part of what has changed since (`If-Range`).
pub fn wanted(request: &HttpRequest, tag: &str, length: u64) -> Wanted {
    let text = |name: HeaderName| {
        let value = request.headers().get(name)?;
        Some(value.to_str().unwrap_or("?").trim())
    };
    if text(IF_RANGE).is_some_and(|known| known != tag) {
        return Wanted::Whole;
    }
    text(RANGE).map_or(Wanted::Whole, |asked| part(asked, length))
}

fn part(asked: &str, length: u64) -> Wanted {
    let bounds = asked
        .strip_prefix("bytes=")
        .and_then(|range| range.trim().split_once('-'));
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse::<u64>().ok(),
        false => None,
    };
    match bounds.map(|(from, to)| (from, number(from), to, number(to))) {
        Some(("", _, _, Some(0))) => Wanted::Nothing,
        Some(("", _, _, Some(_))) if length == 0 => Wanted::Nothing,
        Some(("", _, _, Some(last))) => Wanted::Part(length.saturating_sub(last), length - 1),
        Some((_, Some(from), _, Some(to))) if to < from => Wanted::Whole,
        Some((_, Some(from), "", _) | (_, Some(from), _, Some(_))) if from >= length => {
            Wanted::Nothing
        }
        Some((_, Some(from), "", _)) => Wanted::Part(from, length - 1),
        Some((_, Some(from), _, Some(to))) => Wanted::Part(from, to.min(length - 1)),
        _ => Wanted::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_as_it_is_meant() {
        for (asked, wanted) in [
            ("bytes=0-", Wanted::Part(0, 99)),
            ("bytes=0-0", Wanted::Part(0, 0)),
            ("bytes=10-19", Wanted::Part(10, 19)),
            ("bytes=90-500", Wanted::Part(90, 99)),
            ("bytes=-10", Wanted::Part(90, 99)),
            ("bytes=-500", Wanted::Part(0, 99)),
            ("bytes=100-", Wanted::Nothing),
            ("bytes=100-200", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            ("bytes=20-10", Wanted::Whole),
            ("bytes=0-1,5-6", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=+1-5", Wanted::Whole),
            ("pages=1-2", Wanted::Whole),
            ("bytes=99999999999999999999-", Wanted::Whole),
        ] {
            assert_eq!(part(asked, 100), wanted, "{asked}");
        }
        assert_eq!(part("bytes=0-", 0), Wanted::Nothing);
        assert_eq!(part("bytes=-5", 0), Wanted::Nothing);
    }
}
