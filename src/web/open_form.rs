//! A form that anyone may send, without an account and without a cookie. What keeps floods and robots out needs no third
//! party: a token signed for one address and moment, a field that people don't see, and few forms from each sender.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::{DateTime, Duration, NaiveDateTime};

use super::client_address::client_address;
use super::csrf;
use super::forms::Form;
use super::senders::Senders;
use crate::app::App;
use crate::config::Config;
use crate::db::random_hex;
use crate::error::{Error, FieldErrors};
use crate::hash::hex;

/// Nobody reads a page and writes sooner than this.
const SOONEST: Duration = Duration::seconds(3);
/// A page that was open for longer is asked to be sent again.
const LATEST: Duration = Duration::hours(4);
/// More than any of these forms holds.
const MAX_BYTES: usize = 32 * 1024;
/// The field that people don't see and robots fill in.
pub const TRAP: &str = "website";

/// The token of a form that is shown at `path` now.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn token(config: &Config, path: &str, now: NaiveDateTime) -> Result<String, Error> {
    let (at, nonce) = (now.and_utc().timestamp(), random_hex(16)?);
    let tag = config.secrets.session.sign(&message(path, at, &nonce));
    Ok(format!("{at}.{nonce}.{}", hex(&tag)))
}

/// The fields of such a form. To be had only with a token of ours for this address, and not from those who send too many.
#[derive(Debug)]
pub struct OpenForm {
    pub form: Form,
    /// Random, and the same when the form is sent twice.
    pub nonce: String,
    /// When it was sent.
    pub now: NaiveDateTime,
    shown: NaiveDateTime,
    senders: Senders,
}

impl OpenForm {
    /// Whether it counts as sent without being looked at: a robot's, or one that was taken before.
    pub fn is_void(&self) -> bool {
        !self.form.text(TRAP).is_empty() || self.senders.has_taken(&self.nonce)
    }

    /// Remembers that it was taken: sent again, it is void.
    pub fn take(&self) {
        self.senders.take(&self.nonce, self.now);
    }

    /// Refuses unknown fields, as [`Form::only`].
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    pub fn only(&self, known: &[&str]) -> Result<(), Error> {
        let mut known = known.to_vec();
        known.push(TRAP);
        self.form.only(&known)
    }

    /// Adds to `errors` when the form is too new or too old; it comes back as it was filled in, to be sent once more.
    pub fn check_age(&self, errors: &mut FieldErrors) {
        match self.now - self.shown {
            age if age < SOONEST => errors.add("form", "form-too-soon"),
            age if age > LATEST => errors.add("form", "form-too-old"),
            _ => {}
        }
    }
}

/// A text of one line; adds to `errors` when it holds more: in a mail, lines are how headers are made (S26).
pub fn line(form: &Form, name: &str, max: usize, errors: &mut FieldErrors) -> String {
    let text = form.limited(name, max, errors);
    if text.contains(['\n', '\t']) {
        errors.add(name, "field-one-line");
    }
    text
}

fn message(path: &str, at: i64, nonce: &str) -> Vec<u8> {
    format!("open:{path}:{at}:{nonce}").into_bytes()
}

/// When the form was shown, and its nonce.
fn read(config: &Config, path: &str, token: &str) -> Option<(NaiveDateTime, String)> {
    let mut parts = token.split('.');
    let (at, nonce, tag) = (parts.next()?, parts.next()?, parts.next()?);
    let at = at.parse().ok()?;
    let tag = csrf::decode(tag)?;
    let ours = config
        .secrets
        .session
        .verify(&message(path, at, nonce), &tag);
    let shown = DateTime::from_timestamp(at, 0)?.naive_utc();
    (ours && parts.next().is_none()).then(|| (shown, nonce.to_owned()))
}

impl FromRequest for OpenForm {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let (app, senders) = request
                .app_data::<web::Data<App>>()
                .zip(request.app_data::<web::Data<Senders>>())
                .ok_or_else(|| Error::internal("no application"))?;
            csrf::same_origin(&app.config, &request)?;
            let form = Form::read(&mut payload, MAX_BYTES).await?;
            let (shown, nonce) = read(&app.config, request.path(), &form.text(csrf::FIELD))
                .ok_or(Error::Forbidden)?;
            let now = app.db.read(crate::db::Conn::now).await?;
            senders.admit(client_address(&app.config.web, &request), now)?;
            Ok(Self {
                form,
                nonce,
                now,
                shown,
                senders: senders.get_ref().clone(),
            })
        })
    }
}
