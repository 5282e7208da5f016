//! A word for one that was misspelled.

/// The known word with the fewest slips between it and `word`, of equals the one that occurs most often; none when all are too
/// far: one slip is forgiven in four letters, two in eight.
pub(super) fn nearest<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str>,
    often: impl Fn(&str) -> usize,
) -> Option<&'a str> {
    let length = word.chars().count();
    let forgiven = length / 4;
    let near = |one: &&str| one.chars().count().abs_diff(length) <= forgiven.min(2);
    known
        .filter(near)
        .map(|one| (strsim::osa_distance(word, one), one))
        .filter(|(slips, _)| *slips <= forgiven.min(2))
        .min_by_key(|(slips, one)| (*slips, std::cmp::Reverse(often(one))))
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["hair", "hairline", "scar", "scars", "crown"];

    fn found(word: &str) -> Option<&'static str> {
        nearest(word, KNOWN.into_iter(), |one| one.len())
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
            nearest("scarz", KNOWN.into_iter(), |one| usize::from(one == "scar")),
            Some("scar")
        );
        assert_eq!(
            nearest("scarz", KNOWN.into_iter(), |one| usize::from(
                one == "scars"
            )),
            Some("scars")
        );
    }
}
