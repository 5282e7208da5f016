//! The clinic's look: colour, corners, logo; seen in light and in dark before it is saved.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::refused;
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::colour::Rgb;
use crate::clinic::logo::{LogoUploaded, remove_logo, upload_logo};
use crate::clinic::theme::{Accent, Theme};
use crate::clinic::{self, Clinic, ThemeForm, queries};
use crate::error::{Error, FieldErrors};
use crate::imaging::LOGO_BYTES;
use crate::web::flash::redirect_with;
use crate::web::upload::Upload;
use crate::web::{Form, Refill, Visit, page_with_status, redirect};

const PAGE: &str = "/admin/clinic/look";

/// A look that is tried out, as the address carries it.
#[derive(Deserialize, Default)]
pub struct Tried {
    accent: Option<String>,
    radius: Option<String>,
}

impl Tried {
    /// `None` when nothing, or nothing sensible, is tried out.
    fn theme(&self) -> Option<Theme> {
        let radius = self.radius.as_deref().and_then(|text| text.parse().ok());
        let theme = Theme::of(self.accent.as_deref(), radius);
        (theme != Theme::default()).then_some(theme)
    }

    fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("accent", self.accent.as_deref().unwrap_or_default());
        query.append_pair("radius", self.radius.as_deref().unwrap_or_default());
        query.finish()
    }
}

/// What a chosen colour becomes.
#[derive(Serialize)]
struct Swatches {
    chosen: String,
    light: String,
    dark: String,
    light_adjusted: bool,
    dark_adjusted: bool,
}

impl Swatches {
    fn of(chosen: Rgb) -> Self {
        let accent = Accent::of(chosen);
        Self {
            chosen: chosen.to_string(),
            light: accent.light.to_string(),
            dark: accent.dark.to_string(),
            light_adjusted: accent.light != chosen,
            dark_adjusted: accent.dark != chosen,
        }
    }
}

#[derive(Serialize)]
struct LookPage {
    clinic: Clinic,
    swatches: Option<Swatches>,
    /// Address of the style sheet of a look that is tried out.
    tried: Option<String>,
    stored: Vec<(&'static str, String)>,
    form: Refill,
}

async fn show(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    tried: &Tried,
    again: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let clinic = app.db.read(queries::clinic).await?;
    let theme = tried.theme();
    let radius = clinic.radius.map(|r| r.to_string()).unwrap_or_default();
    let accent = clinic.accent.clone().unwrap_or_default();
    let stored = vec![
        ("look-accent", accent.clone()),
        ("look-radius", radius.clone()),
    ];
    let mut form = Refill::with([
        ("accent", tried.accent.clone().unwrap_or(accent)),
        ("radius", tried.radius.clone().unwrap_or(radius)),
    ]);
    if let Some(again) = again {
        form.values.extend(again.values);
        form.errors = again.errors;
    }
    let accent = theme.unwrap_or(clinic.theme()).accent;
    page_with_status(
        request,
        status,
        "clinic/look.html",
        &LookPage {
            clinic,
            swatches: accent.map(Swatches::of),
            tried: theme.map(|_| format!("{PAGE}.css?{}", tried.query())),
            stored,
            form,
        },
    )
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    tried: Query<Tried>,
) -> Result<HttpResponse, Error> {
    show(&app, &request, StatusCode::OK, &tried, None).await
}

/// `/admin/clinic/look.css`: the tokens of a look that is tried out, for this page alone.
pub async fn sheet(tried: Query<Tried>) -> Result<HttpResponse, Error> {
    let sheet = tried.theme().and_then(|theme| theme.sheet());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .body(sheet.ok_or(Error::NotFound)?.css))
}

/// Saves, or goes back to the page with the look on it.
pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["accent", "radius", "revision", "try"])?;
    let mut errors = FieldErrors::default();
    let wanted = ThemeForm {
        accent: form.limited("accent", 7, &mut errors),
        radius: form
            .number("radius", 0..=16, &mut errors)
            .and_then(|n| i32::try_from(n).ok()),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    let tried = Tried {
        accent: Some(wanted.accent.clone()),
        radius: Some(form.text("radius")),
    };
    let checked = errors.check().and_then(|()| wanted.check());
    let done = match checked {
        Ok(()) if form.ticked("try") => {
            return Ok(redirect(&format!("{PAGE}?{}#preview", tried.query())));
        }
        Ok(()) => {
            app.db
                .write(move |conn| clinic::edit_theme(conn, &actor, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    answer(&app, &request, &visit, &form, done).await
}

/// The logo's file comes after the form's fields.
pub async fn create_logo(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    mut upload: Upload,
) -> Result<HttpResponse, Error> {
    upload.form.only(&["revision"])?;
    let seen = upload.form.text("revision").parse().unwrap_or(-1);
    let refusal = |text: &str| Error::field("logo", text);
    let done = match upload.next_file(LOGO_BYTES).await? {
        None => Err(refusal("logo-refused-empty")),
        Some(Err((_, Error::TooLarge))) => Err(refusal("logo-refused-large")),
        Some(Err((_, error))) => Err(error),
        Some(Ok(file)) => {
            let bytes = tokio::fs::read(file.file.path())
                .await
                .map_err(|e| Error::unavailable(format!("upload folder: {e}")))?;
            match upload_logo(&app, &actor, seen, bytes).await {
                Ok(LogoUploaded::Kept) => Ok(()),
                Ok(LogoUploaded::Refused(text)) => Err(refusal(text)),
                Err(error) => Err(error),
            }
        }
    };
    answer(&app, &request, &visit, &Form::default(), done).await
}

pub async fn delete_logo(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["revision"])?;
    let seen = form.text("revision").parse().unwrap_or(-1);
    let done = app
        .db
        .write(move |conn| remove_logo(conn, &actor, seen))
        .await;
    answer(&app, &request, &visit, &Form::default(), done).await
}

/// On, or the page again with what was wrong.
pub(super) async fn answer(
    app: &App,
    request: &HttpRequest,
    visit: &Visit,
    form: &Form,
    done: Result<(), Error>,
) -> Result<HttpResponse, Error> {
    let (status, refill) = match done {
        Ok(()) => return Ok(redirect_with(visit, PAGE, "notice-saved")),
        Err(error) => refused(form, error)?,
    };
    show(app, request, status, &Tried::default(), Some(refill)).await
}
