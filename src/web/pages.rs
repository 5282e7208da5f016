//! Templates and how a page is made of one: the page's own values, and the frame that all pages share.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use super::text::{Texts, Value};
use super::{Visit, csrf};
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
        tera.autoescape_on(vec![".html"]);
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
    tera.register_filter("date", |value: &str, _: Kwargs, _: &State| -> String {
        date_in_words(value)
    });
}

/// `2026-11-23…` as `23 November 2026`; other text stays as it is.
pub fn date_in_words(text: &str) -> String {
    let date = text
        .get(..10)
        .and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    match date {
        Some(date) => date.format("%-d %B %Y").to_string(),
        None => text.to_owned(),
    }
}

/// What every page's frame shows.
#[derive(Serialize)]
struct Frame {
    form_token: String,
    person: Option<super::visit::Person>,
    flash: Option<String>,
    request_id: String,
    path: String,
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
        form_token: if has_forms(template) {
            csrf::token(&app.config, &visit)?
        } else {
            String::new()
        },
        person: visit.person(),
        flash: visit.take_flash(),
        request_id: visit.request_id(),
        path: request.path().to_owned(),
    };
    context.insert("frame", &frame);
    let body = app.pages.tera.render(template, &context)?;
    Ok(HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}
