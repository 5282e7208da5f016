//! A word for one that was misspelled.

use std::cmp::Reverse;

/// The known word with the fewest slips between it and `word`, of equals the one that occurs most often, with what is known of
/// it; none when all are too far: one slip is forgiven in four letters, two in eight.
pub(super) fn nearest<'a, T>(
    word: &str,
    known: impl Iterator<Item = (&'a str, T)>,
    often: impl Fn(&T) -> usize,
) -> Option<(&'a str, T)> {
    let length = word.chars().count();
    let forgiven = (length / 4).min(2);
    if forgiven == 0 {
        return None;
    }
    let own = letters(word);
    // Nearly all are told apart by their length, or by letters that the other lacks: a slip changes two at most.
    let near = |(one, _): &(&str, T)| {
        one.len().abs_diff(word.len()) <= forgiven * 4
            && (letters(one) ^ own).count_ones() as usize <= 2 * forgiven
            && one.chars().count().abs_diff(length) <= forgiven
    };
    known
        .filter(near)
        .map(|(one, of)| (strsim::osa_distance(word, one), one, of))
        .filter(|(slips, _, _)| *slips <= forgiven)
        .min_by_key(|(slips, _, of)| (*slips, Reverse(often(of))))
        .map(|(_, one, of)| (one, of))
}

/// Which letters occur, in a set of 64 that some share.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << (c as u32 % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["hair", "hairline", "scar", "scars", "crown"];

    fn found(word: &str) -> Option<&'static str> {
        often(word, str::len)
    }

    fn often(word: &str, how: impl Fn(&str) -> usize) -> Option<&'static str> {
        let known = KNOWN.into_iter().map(|one| (one, one));
        nearest(word, known, |one| how(one)).map(|(one, _)| one)
    }

    #[test]
    fn slips_are_forgiven_by_length() {
        assert_eq!(found("hairlnie"), Some("hairline"));
        assert_eq!(found("harilnie"), Some("hairline"));
        assert_eq!(found("crwon"), Some("crown"));
        assert_eq!(found("scra"), Some("scar"));
        assert_eq!(found("scr"), None);
        assert_eq!(found("browline"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn of_equals_the_word_that_occurs_more_often_is_meant() {
        assert_eq!(
            often("scarz", |one| usize::from(one == "scar")),
            Some("scar")
        );
        assert_eq!(
            often("scarz", |one| usize::from(one == "scars")),
            Some("scars")
        );
    }
}
