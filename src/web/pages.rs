//! Templates and how a page is made of one: the page's own values, and the frame that all pages share.

use std::sync::{Arc, OnceLock};

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;
use tera::{Context, Tera};

use super::language::Language;
use super::text::Texts;
use super::{House, Visit, csrf, prefix, speech};
use crate::app::App;
use crate::error::Error;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Files;

/// All templates and texts.
pub struct Pages {
    /// English: what staff read.
    pub texts: Arc<Texts>,
    tongues: [Tongue; Language::ALL.len()],
}

/// What pages in one language are made with; made when first needed, since most clinics need one beside English.
#[derive(Default)]
struct Tongue {
    texts: OnceLock<Arc<Texts>>,
    tera: OnceLock<Tera>,
}

impl Pages {
    /// Reads templates and English texts.
    ///
    /// # Errors
    /// Names the template or text that can't be understood.
    pub fn load() -> Result<Self, Error> {
        let english = Arc::new(Texts::english()?);
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html", ".xml"]);
        speech::teach(&mut tera, &english);
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
        let tongues = Language::ALL.map(|_| Tongue::default());
        let own = &tongues[Language::English as usize];
        own.texts.get_or_init(|| english.clone());
        own.tera.get_or_init(|| tera);
        Ok(Self {
            texts: english,
            tongues,
        })
    }

    /// The texts of a language, with English behind them.
    pub fn texts_in(&self, language: Language) -> Arc<Texts> {
        let texts = self.tongues[language as usize].texts.get_or_init(|| {
            let texts = Texts::of(language, self.texts.clone());
            texts.map(Arc::new).unwrap_or_else(|error| {
                tracing::error!(%error, ?language, "the texts of a language can't be read: English stands in");
                self.texts.clone()
            })
        });
        texts.clone()
    }

    /// Renders `template` in English with the values of `page` alone.
    ///
    /// # Errors
    /// When the template asks for what is not there.
    pub fn render<P: Serialize>(&self, template: &str, page: &P) -> Result<String, Error> {
        self.render_in(Language::English, template, page)
    }

    /// Renders `template` in a language with the values of `page` alone (mails).
    ///
    /// # Errors
    /// When the template asks for what is not there.
    pub fn render_in<P: Serialize>(
        &self,
        language: Language,
        template: &str,
        page: &P,
    ) -> Result<String, Error> {
        let context = Context::from_serialize(page)?;
        let text = self.tera(language).render(template, &context)?;
        // Marks that keep directions apart would become part of an address in a mail.
        Ok(text.replace(['\u{2068}', '\u{2069}'], ""))
    }

    fn tera(&self, language: Language) -> &Tera {
        let tongue = &self.tongues[language as usize];
        tongue.tera.get_or_init(|| {
            let english = self.tongues[Language::English as usize].tera.get();
            let mut tera = english.cloned().unwrap_or_default();
            speech::teach(&mut tera, &self.texts_in(language));
            tera
        })
    }
}

/// What every page's frame shows.
#[derive(Serialize)]
struct Frame {
    /// The language of this page, and where its lines begin.
    language: Language,
    direction: &'static str,
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
    let without = ["gallery/", "sharing/", "errors/"];
    !without.iter().any(|folder| template.starts_with(folder))
}

/// Visitors read the language of the clinic, also the page that says what went wrong; clients that of the text that they are
/// asked to sign; who works here reads English.
fn language_of(request: &HttpRequest, template: &str) -> Language {
    let visit = Visit::of(request);
    let house = || House::of(request).language;
    if request.path().starts_with("/c/") {
        return visit.language().unwrap_or_else(house);
    }
    let is_error = template.starts_with("errors/");
    if template.starts_with("gallery/") || is_error && visit.person().is_none() {
        return house();
    }
    Language::English
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
    let language = language_of(request, template);
    page_in(request, language, status, template, page)
}

/// [`page_with_status`] in this language.
///
/// # Errors
/// When the template asks for what is not there.
pub fn page_in<P: Serialize>(
    request: &HttpRequest,
    language: Language,
    status: StatusCode,
    template: &str,
    page: &P,
) -> Result<HttpResponse, Error> {
    let token = if has_forms(template) {
        csrf::token(&app(request)?.config, &Visit::of(request))?
    } else {
        String::new()
    };
    let personal = !token.is_empty();
    for_visit(request, language, status, template, page, (token, personal))
}

/// A public page with a form that anyone may send ([`super::OpenForm`]): it sets no cookie, and it is never kept, since
/// its token is of this moment.
///
/// # Errors
/// When the template asks for what is not there.
pub fn open_page<P: Serialize>(
    request: &HttpRequest,
    status: StatusCode,
    template: &str,
    page: &P,
    now: chrono::NaiveDateTime,
) -> Result<HttpResponse, Error> {
    let token = super::open_form::token(&app(request)?.config, request.path(), now)?;
    let language = House::of(request).language;
    let mut answer = for_visit(request, language, status, template, page, (token, true))?;
    // A form is nothing to be found, and the picture beside it stands on a page of its own.
    answer.headers_mut().insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, noai, noimageai"),
    );
    Ok(answer)
}

fn app(request: &HttpRequest) -> Result<&Data<App>, Error> {
    let app = request.app_data::<Data<App>>();
    app.ok_or_else(|| Error::internal("no application"))
}

fn for_visit<P: Serialize>(
    request: &HttpRequest,
    language: Language,
    status: StatusCode,
    template: &str,
    page: &P,
    (form_token, personal): (String, bool),
) -> Result<HttpResponse, Error> {
    let app = app(request)?;
    let visit = Visit::of(request);
    let frame = Frame {
        language,
        direction: language.direction(),
        house: House::of(request),
        form_token,
        person: visit.person(),
        flash: visit.take_flash(),
        request_id: visit.request_id(),
        path: request.path().to_owned(),
        canonical: app.config.web.link(request.path()),
    };
    let mut answer = rendered(app, status, template, page, &frame)?;
    let personal = personal || frame.person.is_some() || frame.flash.is_some();
    if status == StatusCode::OK && !personal {
        super::kept::may_be_kept(&mut answer);
    }
    Ok(answer)
}

/// A page for frames on other sites, in the clinic's language: whoever looks, it knows nothing of them, shows them no message and sets no cookie.
///
/// # Errors
/// When the template asks for what is not there.
pub fn page_for_anyone<P: Serialize>(
    request: &HttpRequest,
    status: StatusCode,
    template: &str,
    page: &P,
) -> Result<HttpResponse, Error> {
    let app = app(request)?;
    let house = House::of(request);
    let frame = Frame {
        language: house.language,
        direction: house.language.direction(),
        house,
        form_token: String::new(),
        person: None,
        flash: None,
        request_id: String::new(),
        path: request.path().to_owned(),
        canonical: app.config.web.link(request.path()),
    };
    let mut answer = rendered(app, status, template, page, &frame)?;
    if status == StatusCode::OK {
        super::kept::may_be_kept(&mut answer);
    }
    Ok(answer)
}

fn rendered<P: Serialize>(
    app: &App,
    status: StatusCode,
    template: &str,
    page: &P,
    frame: &Frame,
) -> Result<HttpResponse, Error> {
    let mut context = Context::from_serialize(page)?;
    context.insert("frame", frame);
    let body = app.pages.tera(frame.language).render(template, &context)?;
    let body = prefix::addressed(app.config.web.prefix(), body);
    Ok(HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}
