//! Templates and how a page is made of one: the page's own values, and the frame that all pages share.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use super::text::{Texts, Value};
use super::{House, Visit, csrf};
use crate::app::App;
use crate::error::Error;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Files;

/// All templates and texts.
pub struct Pages {
    tera: Tera,
    pub texts: Arc<Texts>,
}

impl Pages {
    /// Reads templates and texts.
    ///
    /// # Errors
    /// Names the template or text that can't be understood.
    pub fn load() -> Result<Self, Error> {
        let texts = Arc::new(Texts::english()?);
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html", ".xml"]);
        register(&mut tera, texts.clone());
        let files: Vec<(String, String)> = Files::iter()
            .filter_map(|name| {
                let file = Files::get(&name)?;
                Some((
                    name.to_string(),
                    String::from_utf8_lossy(&file.data).into_owned(),
                ))
            })
            .collect();
        tera.add_raw_templates(files)?;
        Ok(Self { tera, texts })
    }

    /// Renders `template` with the values of `page` alone (mails).
    ///
    /// # Errors
    /// When the template asks for what is not there.
    pub fn render<P: Serialize>(&self, template: &str, page: &P) -> Result<String, Error> {
        Ok(self
            .tera
            .render(template, &Context::from_serialize(page)?)?)
    }
}

/// `t(id="…", name=value)`, filters for dates, and what tera 2 leaves to us to switch on.
fn register(tera: &mut Tera, texts: Arc<Texts>) {
    tera.register_function(
        "t",
        move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
            let mut args: HashMap<String, Value> = HashMap::new();
            let mut id = String::new();
            for (key, value) in kwargs.deserialize::<HashMap<String, serde_json::Value>>()? {
                match (key.as_str(), value) {
                    ("id", serde_json::Value::String(text)) => id = text,
                    (_, serde_json::Value::String(text)) => {
                        args.insert(key, Value::Text(text));
                    }
                    (_, serde_json::Value::Number(number)) => {
                        args.insert(key, Value::Number(number.as_f64().unwrap_or_default()));
                    }
                    (_, other) => {
                        args.insert(key, Value::Text(other.to_string()));
                    }
                }
            }
            texts
                .find(&id, &args)
                .ok_or_else(|| tera::Error::message(format!("no text has the id {id:?}")))
        },
    );
    tera.register_function("asset", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(super::assets::address(kwargs.must_get::<&str>("path")?))
    });
    tera.register_function(
        "modules",
        |kwargs: Kwargs, _: &State| -> TeraResult<tera::Value> {
            let found = super::assets::modules(kwargs.must_get::<&str>("path")?)
                .map_err(|error| tera::Error::message(error.to_string()))?;
            Ok(tera::Value::from_serializable(&found))
        },
    );
    tera.register_filter("date", date);
}

/// `{{ one.created_at | date(zone=frame.house.time_zone) }}`: a moment as the day it was in the clinic;
/// a plain date needs no zone.
fn date(text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
    if text.contains('T') {
        Ok(day_in_words(text, kwargs.must_get::<&str>("zone")?))
    } else {
        Ok(date_in_words(text))
    }
}

/// The day of a moment (UTC, ISO 8601) in a time zone (IANA name; UTC when unknown), in words.
fn day_in_words(moment: &str, zone: &str) -> String {
    let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
    match moment.parse::<chrono::NaiveDateTime>() {
        Ok(utc) => in_words(utc.and_utc().with_timezone(&zone).date_naive()),
        Err(_) => moment.to_owned(),
    }
}

/// `2026-11-23` as `23 November 2026`; other text stays as it is.
fn date_in_words(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), in_words)
}

fn in_words(date: chrono::NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// What every page's frame shows.
#[derive(Serialize)]
struct Frame {
    house: House,
    form_token: String,
    person: Option<super::visit::Person>,
    flash: Option<String>,
    request_id: String,
    path: String,
    /// Where this page lives, whatever the address asked for says: the configured base URL and the path.
    canonical: String,
}

/// Answers 200 with `template` filled from `page`.
///
/// # Errors
/// When the template asks for what is not there.
pub fn page<P: Serialize>(
    request: &HttpRequest,
    template: &str,
    page: &P,
) -> Result<HttpResponse, Error> {
    page_with_status(request, StatusCode::OK, template, page)
}

/// Public pages and error pages post nothing, so they need no token and set no cookie.
fn has_forms(template: &str) -> bool {
    !template.starts_with("gallery/") && !template.starts_with("errors/")
}

/// [`page`] with another status, such as 422 for a form that was refused.
///
/// # Errors
/// When the template asks for what is not there.
pub fn page_with_status<P: Serialize>(
    request: &HttpRequest,
    status: StatusCode,
    template: &str,
    page: &P,
) -> Result<HttpResponse, Error> {
    let app = request
        .app_data::<Data<App>>()
        .ok_or_else(|| Error::internal("no application"))?;
    let visit = Visit::of(request);
    let mut context = Context::from_serialize(page)?;
    let frame = Frame {
        house: House::of(request),
        form_token: if has_forms(template) {
            csrf::token(&app.config, &visit)?
        } else {
            String::new()
        },
        person: visit.person(),
        flash: visit.take_flash(),
        request_id: visit.request_id(),
        path: request.path().to_owned(),
        canonical: app.config.web.link(request.path()),
    };
    context.insert("frame", &frame);
    let body = app.pages.tera.render(template, &context)?;
    let mut answer = HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body);
    let personal = has_forms(template) || frame.person.is_some() || frame.flash.is_some();
    if status == StatusCode::OK && !personal {
        super::kept::may_be_kept(&mut answer);
    }
    Ok(answer)
}
