//! A posted form: its token checked, its fields cleaned, unknown fields refused.

use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::NaiveDate;

use super::csrf;
use super::patience::Patience;
use crate::app::App;
use crate::error::{Error, FieldErrors};

/// A body of fields larger than this is refused (photos come another way).
const MAX_BYTES: usize = 256 * 1024;
/// More fields than any page of ours has.
const MAX_FIELDS: usize = 2000;

/// The fields of a posted form, in order. To be had only with a valid form token.
#[derive(Debug, Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// A form made of fields, such as those of a multipart body.
    pub fn from_fields(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// Reads a body of fields of at most so many bytes; whether it may be believed is for the caller to ask.
    ///
    /// # Errors
    /// `TooLarge`; 408 for who is too slow; 400 for what is no form.
    pub(super) async fn read(payload: &mut Payload, most: usize) -> Result<Self, Error> {
        let mut body = web::BytesMut::new();
        let mut patience = Patience::new(Instant::now());
        while let Some(chunk) = patience.next(payload).await? {
            if body.len() + chunk.len() > most {
                return Err(Error::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let fields: Vec<(String, String)> =
            serde_urlencoded::from_bytes(&body).map_err(|_| Error::refused(400, "error-body"))?;
        if fields.len() > MAX_FIELDS {
            return Err(Error::TooLarge);
        }
        Ok(Self(fields))
    }

    /// The value of `name`, or an empty text. Leading and trailing white space and NULs are dropped.
    pub fn text(&self, name: &str) -> String {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| clean(value))
            .unwrap_or_default()
    }

    /// [`Form::text`], `None` when empty.
    pub fn optional(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// All values of `name`.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| clean(value))
            .collect()
    }

    /// Whether a tick box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// A required text of at most `max` characters; adds to `errors` otherwise.
    pub fn required(&self, name: &str, max: usize, errors: &mut FieldErrors) -> String {
        let text = self.limited(name, max, errors);
        if text.is_empty() {
            errors.add(name, "field-required");
        }
        text
    }

    /// A text of at most `max` characters; adds to `errors` otherwise.
    pub fn limited(&self, name: &str, max: usize, errors: &mut FieldErrors) -> String {
        let text = self.text(name);
        if text.chars().count() > max {
            errors.add(name, "field-too-long");
        }
        text
    }

    /// A date as `2026-11-23`, or `None` when empty; adds to `errors` when it is no date or far from our time.
    pub fn date(&self, name: &str, errors: &mut FieldErrors) -> Option<NaiveDate> {
        let text = self.optional(name)?;
        let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d")
            .ok()
            .filter(|date| (1900..=2100).contains(&chrono::Datelike::year(date)));
        if date.is_none() {
            errors.add(name, "field-date");
        }
        date
    }

    /// A whole number, or `None` when empty; adds to `errors` when it is none or outside of the range.
    pub fn number(
        &self,
        name: &str,
        range: std::ops::RangeInclusive<i64>,
        errors: &mut FieldErrors,
    ) -> Option<i64> {
        let text = self.optional(name)?;
        let number = text.parse().ok().filter(|n| range.contains(n));
        if number.is_none() {
            errors.add(name, "field-number");
        }
        number
    }

    /// Refuses a form with a field that is not in `known`: nobody sets a state, a role or a date by adding a field.
    ///
    /// # Errors
    /// `Invalid`, naming the field. A trailing `*` in `known` stands for any ending.
    pub fn only(&self, known: &[&str]) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        for (name, _) in &self.0 {
            let fits = known.iter().any(|k| match k.strip_suffix('*') {
                Some(prefix) => name.starts_with(prefix),
                None => name == k,
            });
            if !fits && name != csrf::FIELD {
                errors.add(name, "field-unknown");
            }
        }
        errors.check()
    }

    /// The fields as they came, to fill a refused form again.
    pub fn values(&self) -> std::collections::BTreeMap<String, String> {
        self.0
            .iter()
            .filter(|(name, _)| name != csrf::FIELD && !name.contains("password"))
            .map(|(name, value)| (name.clone(), clean(value)))
            .collect()
    }
}

/// A form's fields and what was wrong with them, for showing it again.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Refill {
    pub values: std::collections::BTreeMap<String, String>,
    pub errors: std::collections::BTreeMap<String, String>,
}

impl Refill {
    /// A form that is shown for the first time, with these values in it.
    pub fn with<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self {
            values: values
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            errors: Default::default(),
        }
    }

    /// The form again with the status that says why, where the person can do something about it.
    ///
    /// # Errors
    /// The error itself, where they can't.
    pub fn after(form: &Form, error: Error) -> Result<(StatusCode, Self), Error> {
        match error {
            Error::Invalid(errors) => Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                Self::refused(form, &errors),
            )),
            Error::Conflict => Ok((StatusCode::CONFLICT, Self::conflict(form))),
            error => Err(error),
        }
    }

    /// A form that somebody else overtook: the person's own version, beside which the page shows the stored one.
    pub fn conflict(form: &Form) -> Self {
        let mut errors = FieldErrors::default();
        errors.add("conflict", "form-conflict");
        Self::refused(form, &errors)
    }

    /// A form that was refused: what the person typed, and what to do about it.
    pub fn refused(form: &Form, errors: &FieldErrors) -> Self {
        Self {
            values: form.values(),
            errors: errors.0.iter().cloned().collect(),
        }
    }
}

/// Text as people mean it: no control characters but line breaks and tabs, one kind of line break, no direction
/// overrides (they make a text read as another).
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

impl FromRequest for Form {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let form = Self::read(&mut payload, MAX_BYTES).await?;
            let app = request
                .app_data::<web::Data<App>>()
                .ok_or_else(|| Error::internal("no application"))?;
            csrf::check(&app.config, &request, &form.text(csrf::FIELD))?;
            Ok(form)
        })
    }
}
