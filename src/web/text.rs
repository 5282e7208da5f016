//! All words a person sees, by id: Fluent messages of `locales/`, English now.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::Error;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/locales"]
struct Files;

/// The texts of one language.
pub struct Texts(FluentBundle<FluentResource>);

impl Texts {
    /// Reads the English texts.
    ///
    /// # Errors
    /// Names the file that can't be understood, or the id that is there twice.
    pub fn english() -> Result<Self, Error> {
        let english = "en".parse().map_err(|_| Error::internal("language"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        bundle.set_use_isolating(false);
        for name in Files::iter().filter(|name| name.starts_with("en/") && name.ends_with(".ftl")) {
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
        Ok(Self(bundle))
    }

    /// The text of `id`, or `None` if there is no such text.
    pub fn find(&self, id: &str, args: &HashMap<String, Value>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(name.clone(), value.clone().into_fluent());
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&given), &mut errors);
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

/// A value put into a text.
#[derive(Debug, Clone)]
pub enum Value {
    Text(String),
    Number(f64),
}

impl Value {
    fn into_fluent(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text),
            Self::Number(number) => FluentValue::from(number),
        }
    }
}
