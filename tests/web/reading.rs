//! What clients read before they sign can be read after eight years of school.
//!
//! Measured as in J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, *Derivation of New Readability Formulas for
//! Navy Enlisted Personnel* (Research Branch Report 8-75, 1975):
//! `grade = 0.39 × words/sentences + 11.8 × syllables/words − 15.59`. It is made for English; the other languages say the same
//! in as few words.

use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

/// The highest grade that clients are asked to read at.
const HIGHEST: f64 = 8.0;
/// Of fewer words one long word alone makes a high grade: those count in the whole only.
const ENOUGH_WORDS: usize = 20;

/// What the formula counts.
#[derive(Default)]
struct Count {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Count {
    fn of(text: &str) -> Self {
        let mut count = Self::default();
        // Neither a colon nor a semicolon ends a sentence.
        for sentence in text.split(['.', '!', '?', '\n']) {
            let words = sentence.split(|c: char| !c.is_alphabetic() && !"'’-".contains(c));
            let words: Vec<_> = words
                .filter(|word| word.chars().any(char::is_alphabetic))
                .collect();
            count.sentences += usize::from(!words.is_empty());
            count.words += words.len();
            count.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        }
        count
    }

    fn and(self, other: &Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    fn grade(&self) -> f64 {
        let (words, syllables) = (self.words as f64, self.syllables as f64);
        0.39 * words / self.sentences as f64 + 11.8 * syllables / words - 15.59
    }
}

/// Groups of vowels, without an `e` at the end that is written and not spoken. Off by one in words that are put together ("anyone"
/// is one short, "something" one long), which evens out over a text.
fn syllables(word: &str) -> usize {
    let word: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let is_vowel = |at: usize| {
        word.get(at)
            .is_some_and(|c| "aeiou".contains(*c) || (*c == 'y' && at > 0))
    };
    let groups = (0..word.len())
        .filter(|at| is_vowel(*at) && (*at == 0 || !is_vowel(at - 1)))
        .count();
    let ends = |end: &str| word.iter().collect::<String>().ends_with(end);
    let before_last = word.len().checked_sub(2);
    // "make" and "shape", yet "people" and "table".
    let silent_e = ends("e")
        && before_last.is_some_and(|at| !is_vowel(at))
        && (!ends("le") || word.len().checked_sub(3).is_some_and(is_vowel));
    // "allowed", yet "wanted" and "ended".
    let silent_ed = ends("ed")
        && !ends("ted")
        && !ends("ded")
        && word.len().checked_sub(3).is_some_and(|at| !is_vowel(at));
    groups
        .saturating_sub(usize::from(silent_e || silent_ed))
        .max(1)
}

#[test]
fn syllables_and_grades_are_what_people_count() {
    let known = [
        ("you", 1),
        ("see", 1),
        ("make", 1),
        ("shown", 1),
        ("allowed", 2),
        ("people", 2),
        ("table", 2),
        ("wanted", 2),
        ("copied", 2),
        ("treatment", 2),
        ("receipt", 2),
        ("clinic", 2),
        ("decide", 2),
        ("photograph", 3),
        ("original", 4),
        ("artificial", 4),
        ("intelligence", 4),
        ("photography", 4),
        ("conditionality", 6),
    ];
    for (word, spoken) in known {
        assert_eq!(syllables(word), spoken, "{word}");
    }
    let plain = Count::of("You can stop at any time. You need not say why.");
    assert!(plain.grade() < 4.0, "{}", plain.grade());
    // Regulation (EU) 2016/679, Article 7(3).
    let law = Count::of(
        "The withdrawal of consent shall not affect the lawfulness of processing based on consent before its withdrawal.",
    );
    assert!(law.grade() > HIGHEST + 2.0, "{}", law.grade());
}

#[test]
fn a_consent_text_is_read_after_eight_years_of_school() {
    let text = read("consent-general-1.md");
    let mut whole = Count::default();
    for block in text.split("::: ").skip(1) {
        let (tag, body) = block.split_once('\n').unwrap();
        let count = Count::of(body);
        assert!(count.grade() <= HIGHEST, "{tag}: {:.1}", count.grade());
        whole = whole.and(&count);
    }
    println!("consent text: grade {:.1}", whole.grade());
    assert!(whole.words > 150, "{} words", whole.words);
    assert!(whole.grade() <= HIGHEST, "{:.1}", whole.grade());
}

#[test]
fn the_clients_pages_are_read_after_eight_years_of_school() {
    let resource = fluent_syntax::parser::parse(read("client.ftl")).unwrap();
    let mut whole = Count::default();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut texts = Vec::new();
        said(message.value.as_ref().unwrap(), &mut texts);
        for text in texts {
            let count = Count::of(&text);
            let name = &message.id.name;
            let hard = count.words >= ENOUGH_WORDS && count.grade() > HIGHEST;
            assert!(!hard, "{name}: {:.1}: {text}", count.grade());
            // Words on buttons are no sentences, and would make the whole look easier than it is.
            if text.contains(['.', '!', '?']) {
                whole = whole.and(&count);
            }
        }
    }
    println!("clients' pages: grade {:.1}", whole.grade());
    assert!(whole.words > 1000, "{} words", whole.words);
    assert!(whole.grade() <= HIGHEST, "{:.1}", whole.grade());
}

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    std::fs::read_to_string(folder.join(file)).unwrap()
}

/// Every text that this can become; what it is told stands there as a short word.
fn said(pattern: &Pattern<String>, texts: &mut Vec<String>) {
    let mut line = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => line.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => variants
                .iter()
                .for_each(|variant| said(&variant.value, texts)),
            PatternElement::Placeable { .. } => line.push_str("this"),
        }
    }
    if !line.trim().is_empty() {
        texts.push(line);
    }
}
