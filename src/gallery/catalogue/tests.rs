//! Lists, choices and nearness, on stories made by hand.

use chrono::{DateTime, NaiveDateTime};

use super::dictionary::Dictionary;
use super::entry::Entry;
use super::finder::Answers;
use super::*;

fn at(second: i64) -> NaiveDateTime {
    DateTime::from_timestamp(second, 0).unwrap().naive_utc()
}

/// Story `n` with these facts; a later one has a smaller number, as lists are read.
fn entry(number: i64, facts: &[(&'static str, &str)], said: &str) -> (Entry, String) {
    let entry = Entry {
        story: format!("s{number}"),
        published_at: at(1000 - number),
        treatment: "smp".to_owned(),
        practitioner: None,
        values: facts
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        weeks: number * 7 % 5,
        spoke: false,
        lent: false,
        lent_words: false,
        words: Box::default(),
    };
    (entry, said.to_owned())
}

fn index(stories: Vec<(Entry, String)>) -> Index {
    let mut dictionary = Dictionary::default();
    let entry = |(mut entry, said): (Entry, String)| {
        let words = crate::fold::words(&said).map(|word| dictionary.number(&word));
        let words: std::collections::BTreeSet<u32> = words.collect();
        entry.words = words.into_iter().collect();
        Arc::new(entry)
    };
    let entries = stories.into_iter().map(entry).collect();
    Index::of(entries, &dictionary)
}

fn texts() -> crate::web::text::Texts {
    crate::web::text::Texts::english().unwrap()
}

fn searched(index: &Index, text: &str) -> (Vec<String>, Option<String>) {
    let mut wish = Wish::default();
    wish.search(text);
    let listed = index.list(&wish, None, 50);
    (listed.stories, listed.corrected)
}

#[test]
fn words_are_found_by_their_beginning_without_accents_and_all_of_them() {
    let index = index(vec![
        entry(1, &[], "A receding hairline"),
        entry(2, &[], "Scars at the crown; Émile"),
        entry(3, &[], "Crown and hairline"),
    ]);
    for (text, found) in [
        ("hairline", &["s1", "s3"][..]),
        ("HAIR", &["s1", "s3"]),
        ("emile", &["s2"]),
        ("Émile", &["s2"]),
        ("crown hairline", &["s3"]),
        ("crown, scar", &["s2"]),
        ("knee", &[]),
    ] {
        let (stories, corrected) = searched(&index, text);
        assert_eq!(stories, found, "{text}");
        assert_eq!(corrected, None, "{text}");
    }
}

#[test]
fn a_slip_is_forgiven_and_said() {
    let index = index(vec![
        entry(1, &[], "receding hairline"),
        entry(2, &[], "scars"),
    ]);
    let (stories, corrected) = searched(&index, "receeding hairlin");
    assert_eq!(stories, ["s1"]);
    assert_eq!(corrected.as_deref(), Some("receding hairlin"));
    assert_eq!(searched(&index, "zebra").0, [""; 0]);
}

#[test]
fn pages_follow_each_other_without_gap_or_repeat_in_both_orders() {
    let index = index((1..=23).map(|n| entry(n, &[], "x")).collect());
    for sort in [Sort::Newest, Sort::Longest] {
        let wish = Wish {
            sort,
            ..Wish::default()
        };
        let whole = index.list(&wish, None, 100).stories;
        assert_eq!(whole.len(), 23);
        let (mut read, mut after) = (Vec::new(), None);
        loop {
            let listed = index.list(&wish, after.as_ref(), 5);
            assert_eq!(listed.total, 23);
            read.extend(listed.stories);
            // As it comes back from an address.
            after = listed
                .next
                .map(|next| crate::web::paging::Cursor::decode(&next.encode()).unwrap());
            if after.is_none() {
                break;
            }
        }
        assert_eq!(read, whole);
    }
    let longest = Wish {
        sort: Sort::Longest,
        ..Wish::default()
    };
    let first = index.list(&longest, None, 1).stories;
    assert_eq!(first, ["s2"], "the newest of those with the most weeks");
}

#[test]
fn a_page_begins_at_its_place_though_the_story_before_it_is_gone() {
    let all = |without: i64| {
        let left = (1..=9).filter(|n| *n != without);
        index(left.map(|n| entry(n, &[], "x")).collect())
    };
    for sort in [Sort::Newest, Sort::Longest] {
        let wish = Wish {
            sort,
            ..Wish::default()
        };
        let first = all(0).list(&wish, None, 4);
        let gone: i64 = first.stories[3][1..].parse().unwrap();
        let rest = all(0).list(&wish, first.next.as_ref(), 9).stories;
        assert_eq!(all(gone).list(&wish, first.next.as_ref(), 9).stories, rest);
    }
}

#[test]
fn s05_choices_and_counts_are_about_three_people_at_least() {
    let facts = |norwood: &'static str, sex: &'static str| [("norwood", norwood), ("sex", sex)];
    let of = |facts: &[[(&'static str, &'static str); 2]]| {
        index(
            facts
                .iter()
                .zip(1..)
                .map(|(facts, n)| entry(n, facts, "x"))
                .collect(),
        )
    };
    let index = of(&[
        facts("3", "male"),
        facts("3", "male"),
        facts("3", "male"),
        facts("3a", "male"),
        facts("4", "female"),
        facts("5", "male"),
        facts("7", "other"),
    ]);
    let offered = |wish: &Wish, name: &str| -> Vec<(String, Option<usize>)> {
        let facets = index.facets(wish, &texts());
        let facet = facets.into_iter().find(|facet| facet.name == name);
        let choices = facet.map(|facet| facet.choices).unwrap_or_default();
        choices
            .into_iter()
            .map(|choice| (choice.value, choice.count))
            .collect()
    };
    let all = Wish::default();
    assert_eq!(
        offered(&all, "norwood"),
        [("3".to_owned(), Some(3)), ("3a..7".to_owned(), Some(4))]
    );
    // One woman and one other: no choice would be about three, and a single choice narrows nothing.
    assert!(offered(&all, "sex").is_empty());
    let mut wish = Wish::default();
    wish.choose("sex", "male").unwrap();
    // Of those left, two men with more than III: too few to be counted.
    assert_eq!(
        offered(&wish, "norwood"),
        [("3".to_owned(), Some(3)), ("3a..7".to_owned(), None)]
    );
    // What was chosen by its address stays chosen.
    assert_eq!(offered(&wish, "sex"), [("male".to_owned(), Some(5))]);
}

#[test]
fn a_range_finds_all_of_its_grades() {
    let index = index(vec![
        entry(1, &[("norwood", "3")], ""),
        entry(2, &[("norwood", "3v")], ""),
        entry(3, &[("norwood", "5")], ""),
        entry(4, &[], ""),
    ]);
    let mut wish = Wish::default();
    wish.choose("norwood", "3..4").unwrap();
    assert_eq!(index.list(&wish, None, 9).stories, ["s1", "s2"]);
    assert_eq!(wish.choose("norwood", "9"), None);
    assert_eq!(wish.choose("name", "Marc"), None);
}

#[test]
fn the_nearest_come_first_and_say_why() {
    let index = index(vec![
        entry(1, &[("norwood", "6"), ("age_band", "35-44")], ""),
        entry(2, &[("norwood", "4a"), ("age_band", "55-64")], ""),
        entry(3, &[("norwood", "4"), ("age_band", "45-54")], ""),
        entry(4, &[("scar_type", "fue")], ""),
    ]);
    let answers = Answers {
        start: Some(("norwood", "4".to_owned())),
        age_band: Some("35-44".to_owned()),
        ..Answers::default()
    };
    let near = index.similar(&answers, &texts(), 9);
    let order: Vec<&str> = near.iter().map(|one| one.story.as_str()).collect();
    assert_eq!(order, ["s3", "s2", "s1"]);
    let reasons: Vec<&str> = near[0].reasons.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(reasons, ["match-norwood-same", "match-age-band-near"]);
    assert_eq!(near[0].reasons[1].value, "45 to 54");
    // Another treatment is never near.
    let elsewhere = Answers {
        treatment: Some("hair".to_owned()),
        ..answers
    };
    assert!(index.similar(&elsewhere, &texts(), 9).is_empty());
    // Without a word about oneself: the newest.
    let silent = index.similar(&Answers::default(), &texts(), 2);
    assert_eq!(silent[0].story, "s1");
    assert!(silent[0].reasons.is_empty());
}
