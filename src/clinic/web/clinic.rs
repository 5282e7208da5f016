//! The clinic's own words, and the lists of its places and people.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{CLINIC, Written, refill, refused, stored};
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::queries::{self, Archived};
use crate::clinic::{self, Clinic, ClinicForm, Location, Practitioner};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Language, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    clinic: Clinic,
    locations: Vec<Location>,
    practitioners: Vec<Practitioner>,
    archived: Archived,
    stored: Vec<(&'static str, String)>,
    /// What visitors can be spoken to in.
    languages: Vec<Choice>,
    form: Refill,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

/// The fields of the form: name, label, what is stored.
fn written(clinic: &Clinic) -> Vec<Written> {
    vec![
        ("name", "clinic-name", clinic.name.clone()),
        ("tagline", "clinic-tagline", clinic.tagline.clone()),
        ("about", "clinic-about-text", clinic.about.clone()),
        (
            "language",
            "clinic-language",
            clinic.language.code().to_owned(),
        ),
        ("time_zone", "clinic-time-zone", clinic.time_zone.clone()),
        ("phone", "clinic-phone", clinic.phone.clone()),
        ("email", "clinic-email", clinic.email.clone()),
        ("booking_url", "clinic-booking", clinic.booking_url.clone()),
        (
            "enquiry_email",
            "clinic-enquiries",
            clinic.enquiry_email.clone(),
        ),
        ("collecting", "clinic-collecting", clinic.collecting.clone()),
    ]
}

async fn show(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let (clinic, locations, practitioners, archived) = app
        .db
        .read(|conn| {
            Ok((
                queries::clinic(conn)?,
                queries::locations(conn)?,
                queries::practitioners(conn)?,
                queries::archived(conn)?,
            ))
        })
        .await?;
    let written = written(&clinic);
    let edit = EditPage {
        form: form.unwrap_or_else(|| refill(&written)),
        stored: stored(written),
        languages: languages(app),
        clinic,
        locations,
        practitioners,
        archived,
    };
    page_with_status(request, status, "clinic/edit.html", &edit)
}

fn languages(app: &App) -> Vec<Choice> {
    let choice = |language: Language| Choice {
        value: language.code(),
        label: app
            .pages
            .texts
            .get(&format!("language-{}", language.code())),
    };
    Language::ALL.map(choice).into()
}

pub async fn edit(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    show(&app, &request, StatusCode::OK, None).await
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| clinic::edit_clinic(conn, &actor, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, refill) = match done {
        Ok(()) => return Ok(redirect_with(&visit, CLINIC, "notice-saved")),
        Err(error) => refused(&form, error)?,
    };
    show(&app, &request, status, Some(refill)).await
}

fn read(form: &Form) -> Result<ClinicForm, Error> {
    form.only(&[
        "name",
        "language",
        "time_zone",
        "tagline",
        "about",
        "phone",
        "email",
        "booking_url",
        "enquiry_email",
        "collecting",
        "revision",
    ])?;
    let mut errors = FieldErrors::default();
    let chosen = form.text("language");
    let language = Language::parse(&chosen);
    if language.is_none() && !chosen.is_empty() {
        errors.add("language", "field-choice");
    }
    let wanted = ClinicForm {
        name: form.required("name", 120, &mut errors),
        language,
        time_zone: form.required("time_zone", 60, &mut errors),
        tagline: form.limited("tagline", 160, &mut errors),
        about: form.limited("about", 20_000, &mut errors),
        phone: form.limited("phone", 40, &mut errors),
        email: form.limited("email", 200, &mut errors),
        booking_url: form.limited("booking_url", 500, &mut errors),
        enquiry_email: form.limited("enquiry_email", 200, &mut errors),
        collecting: form.limited("collecting", 20_000, &mut errors),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    errors.check()?;
    Ok(wanted)
}
