//! The people who treat: added by name, then each on a page of their own.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{CLINIC, Written, known_already, refill, refused, stored};
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, Practitioner, PractitionerForm, queries};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    practitioner: Practitioner,
    stored: Vec<(&'static str, String)>,
    form: Refill,
}

fn written(practitioner: &Practitioner) -> Vec<Written> {
    vec![
        ("name", "practitioner-name", practitioner.name.clone()),
        ("title", "practitioner-title", practitioner.title.clone()),
        ("slug", "practitioner-slug", practitioner.slug.clone()),
        ("bio", "practitioner-bio", practitioner.bio.clone()),
        (
            "register_name",
            "practitioner-register-name",
            practitioner.register_name.clone(),
        ),
        (
            "registration",
            "practitioner-registration",
            practitioner.registration.clone(),
        ),
        (
            "register_url",
            "practitioner-register-url",
            practitioner.register_url.clone(),
        ),
    ]
}

/// By name; the rest is written on the person's own page.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["name", "title", "registration"])?;
    let mut errors = FieldErrors::default();
    let wanted = PractitionerForm {
        name: form.required("name", 120, &mut errors),
        title: form.limited("title", 120, &mut errors),
        registration: form.limited("registration", 120, &mut errors),
        ..PractitionerForm::default()
    };
    errors.check()?;
    app.db
        .write(move |conn| clinic::add_practitioner(conn, &actor, &wanted))
        .await
        .map(|_| ())
        .or_else(known_already)?;
    Ok(redirect_with(&visit, CLINIC, "notice-saved"))
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    show(&app, &request, &id, StatusCode::OK, None).await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    id: &str,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let id = id.to_owned();
    let practitioner = app
        .db
        .read(move |conn| queries::practitioner(conn, &id))
        .await?;
    let written = written(&practitioner);
    let edit = EditPage {
        form: form.unwrap_or_else(|| refill(&written)),
        stored: stored(written),
        practitioner,
    };
    page_with_status(request, status, "clinic/practitioner.html", &edit)
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let asked = id.clone();
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| clinic::edit_practitioner(conn, &actor, &asked, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, refill) = match done {
        Ok(_) => return Ok(redirect_with(&visit, CLINIC, "notice-saved")),
        Err(error) => refused(&form, error)?,
    };
    show(&app, &request, &id, status, Some(refill)).await
}

fn read(form: &Form) -> Result<PractitionerForm, Error> {
    form.only(&[
        "name",
        "title",
        "slug",
        "bio",
        "register_name",
        "registration",
        "register_url",
        "revision",
    ])?;
    let mut errors = FieldErrors::default();
    let wanted = PractitionerForm {
        name: form.required("name", 120, &mut errors),
        title: form.limited("title", 120, &mut errors),
        slug: form.required("slug", 80, &mut errors),
        bio: form.limited("bio", 10_000, &mut errors),
        register_name: form.limited("register_name", 160, &mut errors),
        registration: form.limited("registration", 120, &mut errors),
        register_url: form.limited("register_url", 500, &mut errors),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    errors.check()?;
    Ok(wanted)
}
