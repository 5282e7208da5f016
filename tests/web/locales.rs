//! The files of `locales/`: every language says what English says to visitors, with the same values, in all its plural forms.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// What visitors and clients read. The pages of staff are in English.
const TRANSLATED: [&str; 8] = [
    "client", "dates", "errors", "openness", "public", "shared", "sharing", "video",
];
/// Groups of these files that only staff read.
const FOR_STAFF: [&str; 4] = [
    "For admins",
    "For moderators and staff",
    "The admin's page",
    "The reference of the API",
];
/// Each language with the plural forms of its whole numbers (CLDR).
const LANGUAGES: [(&str, &[&str]); 4] = [
    ("ar", &["few", "many", "one", "other", "two", "zero"]),
    ("de", &["one", "other"]),
    ("es", &["one", "other"]),
    ("fr", &["one", "other"]),
];

/// What a message is made of.
#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    /// The plural forms of each choice by number.
    choices: Vec<BTreeSet<String>>,
    text: String,
}

impl Message {
    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.text.push('…');
                    self.expression(expression);
                }
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let forms = variants.iter().filter_map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => Some(name.clone()),
                    VariantKey::NumberLiteral { .. } => None,
                });
                self.choices.push(forms.collect());
                for variant in variants {
                    self.read(&variant.value);
                    self.text.push('\n');
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::StringLiteral { .. } => {}
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => panic!("texts hold values and choices only"),
        }
    }
}

fn messages(language: &str, file: &str) -> BTreeMap<String, Message> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{language}/{file}.ftl"));
    let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    let resource =
        fluent_syntax::parser::parse(source).unwrap_or_else(|(_, e)| panic!("{path:?}: {e:?}"));
    let mut found = BTreeMap::new();
    let mut for_staff = false;
    for entry in resource.body {
        match entry {
            Entry::GroupComment(comment) => {
                let title = comment.content.first().map(String::as_str);
                for_staff = title.is_some_and(|title| FOR_STAFF.contains(&title));
            }
            Entry::Message(message) if !for_staff => {
                let mut read = Message::default();
                read.read(&message.value.expect("a text"));
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                found.insert(message.id.name, read);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_language_says_all_that_english_says_with_the_same_values() {
    for (language, _) in LANGUAGES {
        for file in TRANSLATED {
            let (english, other) = (messages("en", file), messages(language, file));
            let ids = |all: &BTreeMap<String, Message>| all.keys().cloned().collect::<Vec<_>>();
            assert_eq!(ids(&other), ids(&english), "{language}/{file}.ftl");
            for (id, message) in &other {
                assert_eq!(message.variables, english[id].variables, "{language}: {id}");
                assert!(!message.text.contains("  "), "{language}: {id}");
            }
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("locales")
            .join(language);
        let files = std::fs::read_dir(folder).unwrap();
        for name in files.map(|file| file.unwrap().file_name().into_string().unwrap()) {
            let name = name.trim_end_matches(".ftl");
            assert!(
                TRANSLATED.contains(&name) || name.ends_with(".md"),
                "{language}: {name}"
            );
        }
    }
}

#[test]
fn a_choice_by_number_has_all_forms_of_its_language() {
    for (language, forms) in LANGUAGES {
        let forms: BTreeSet<String> = forms.iter().map(|form| (*form).to_owned()).collect();
        for file in TRANSLATED {
            for (id, message) in messages(language, file) {
                for choice in &message.choices {
                    // French says the first of a month otherwise than the rest: no plural, only a number.
                    let by_number = choice.len() == 1 && choice.contains("other");
                    assert!(
                        by_number || *choice == forms,
                        "{language}: {id}: {choice:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn arabic_has_no_words_in_other_letters() {
    // Grades, methods and formats have the same names everywhere.
    let same = regex::Regex::new(
        r"\b(I{1,3}|I?V|VI{0,2})a?\b|\bFU[TE]\b|\bCandor\b|\b(MP4|MOV|WebM|HEVC|HDR?|4K|iPhone)\b",
    )
    .unwrap();
    let latin = regex::Regex::new("[A-Za-z]").unwrap();
    for file in TRANSLATED {
        for (id, message) in messages("ar", file) {
            let rest = same.replace_all(&message.text, "");
            assert!(!latin.is_match(&rest), "{id}: {rest}");
        }
    }
}

#[test]
fn french_signs_stay_with_the_word_before_them() {
    let parted = regex::Regex::new("[ '](?:[:;!?»%])|« ").unwrap();
    for file in TRANSLATED {
        for (id, message) in messages("fr", file) {
            assert!(!parted.is_match(&message.text), "{id}: {}", message.text);
            assert!(!message.text.contains('\''), "{id}: {}", message.text);
        }
    }
}
