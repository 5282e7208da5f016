//! All words a person sees, by id: Fluent messages of `locales/`, a folder for each language. What a language does not say, such
//! as the pages of staff, is said in English.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::language::Language;
use super::numbers::{plural_stand_in, written};
use crate::error::Error;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/locales"]
struct Files;

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What is said where this language says nothing.
    english: Option<Arc<Self>>,
}

impl Texts {
    /// Reads the English texts.
    ///
    /// # Errors
    /// Names the file that can't be understood, or the id that is there twice.
    pub fn english() -> Result<Self, Error> {
        Self::read(Language::English, None)
    }

    /// Reads the texts of a language, with English behind them.
    ///
    /// # Errors
    /// As [`Texts::english`].
    pub fn of(language: Language, english: Arc<Self>) -> Result<Self, Error> {
        Self::read(language, Some(english))
    }

    fn read(language: Language, english: Option<Arc<Self>>) -> Result<Self, Error> {
        let mut bundle = bundle(language)?;
        let folder = format!("{}/", language.code());
        for name in Files::iter().filter(|n| n.starts_with(&folder) && n.ends_with(".ftl")) {
            let Some(file) = Files::get(&name) else {
                continue;
            };
            let source = String::from_utf8_lossy(&file.data).into_owned();
            let resource = FluentResource::try_new(source)
                .map_err(|(_, errors)| Error::internal(format!("{name}: {errors:?}")))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| Error::internal(format!("{name}: {errors:?}")))?;
        }
        Ok(Self {
            language,
            bundle,
            english,
        })
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `id`, or `None` if there is no such text.
    pub fn find(&self, id: &str, args: &HashMap<String, Value>) -> Option<String> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|found| found.value()) else {
            return self.english.as_ref()?.find(id, args);
        };
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(name.clone(), value.clone().into_fluent(self.language));
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&given), &mut errors);
        if !errors.is_empty() {
            tracing::warn!(id, ?errors, "text with a missing value");
        }
        Some(Cow::into_owned(text))
    }

    /// The text of `id` without values; the id itself when there is none, so that a slip shows.
    pub fn get(&self, id: &str) -> String {
        self.find(id, &HashMap::new())
            .unwrap_or_else(|| id.to_owned())
    }

    /// The text of `id` with values.
    pub fn format(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::Text((*value).to_owned())))
            .collect();
        self.find(id, &args).unwrap_or_else(|| id.to_owned())
    }
}

/// An empty bundle that picks plural forms and writes numbers as the language does.
fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, Error> {
    let locale = language
        .code()
        .parse()
        .map_err(|_| Error::internal("language"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Among letters that run the other way a name or a number must not turn the sentence round.
    bundle.set_use_isolating(language.direction() == "rtl");
    match language {
        Language::English => bundle.set_formatter(Some(|v, _| number(v, Language::English))),
        Language::German => bundle.set_formatter(Some(|v, _| number(v, Language::German))),
        Language::Spanish => bundle.set_formatter(Some(|v, _| number(v, Language::Spanish))),
        Language::French => bundle.set_formatter(Some(|v, _| number(v, Language::French))),
        Language::Arabic => bundle.set_formatter(Some(|v, _| number(v, Language::Arabic))),
    }
    Ok(bundle)
}

fn number(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { options, .. }) if options.currency.is_some() => {
            options.currency.clone()
        }
        FluentValue::Number(number) => Some(written(number.value, language)),
        _ => None,
    }
}

/// A value put into a text.
#[derive(Debug, Clone)]
pub enum Value {
    Text(String),
    Number(f64),
}

impl Value {
    /// What is written of a number goes beside the one that picks its plural form, in the place of a currency, which we never use.
    fn into_fluent(self, language: Language) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text),
            Self::Number(number) => {
                let stand_in = plural_stand_in(number, language);
                let currency = (stand_in != number).then(|| written(number, language));
                let options = FluentNumberOptions {
                    currency,
                    ..FluentNumberOptions::default()
                };
                FluentValue::Number(FluentNumber::new(stand_in, options))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_forms_of_arabic_go_by_the_last_two_digits() {
        let english = Arc::new(Texts::english().unwrap());
        let arabic = Texts::of(Language::Arabic, english).unwrap();
        let say = |count: f64| {
            let args = HashMap::from([("count".to_owned(), Value::Number(count))]);
            let text = arabic.find("sessions-count", &args).unwrap();
            text.replace(['\u{2068}', '\u{2069}'], "")
        };
        // Few, many, and what is neither (CLDR): the numeral as it is, the noun in the form that belongs to it.
        assert_eq!(say(3.0), "3 جلسات");
        assert_eq!(say(103.0), "103 جلسات");
        assert_eq!(say(110.0), "110 جلسات");
        assert_eq!(say(11.0), "11 جلسة");
        assert_eq!(say(111.0), "111 جلسة");
        assert_eq!(say(1_199.0), "1,199 جلسة");
        assert_eq!(say(102.0), "102 جلسة");
        assert_eq!(say(1.0), "جلسة واحدة");
    }
}
