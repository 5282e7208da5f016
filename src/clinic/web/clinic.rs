//! Name, time zone, locations, practitioners.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{
    self, Clinic, ClinicForm, Location, LocationForm, Practitioner, PractitionerForm, queries,
};
use crate::db::Conn;
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    clinic: Clinic,
    locations: Vec<Location>,
    practitioners: Vec<Practitioner>,
    form: Refill,
}

async fn show(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let (clinic, locations, practitioners) = app
        .db
        .read(|conn| {
            Ok((
                queries::clinic(conn)?,
                queries::locations(conn)?,
                queries::practitioners(conn)?,
            ))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        Refill::with([
            ("name", clinic.name.clone()),
            ("time_zone", clinic.time_zone.clone()),
            ("tagline", clinic.tagline.clone()),
            ("about", clinic.about.clone()),
            ("phone", clinic.phone.clone()),
            ("email", clinic.email.clone()),
            ("booking_url", clinic.booking_url.clone()),
            ("collecting", clinic.collecting.clone()),
            ("revision", clinic.revision.to_string()),
        ])
    });
    page_with_status(
        request,
        status,
        "clinic/edit.html",
        &EditPage {
            clinic,
            locations,
            practitioners,
            form,
        },
    )
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
    form.only(&[
        "name",
        "time_zone",
        "tagline",
        "about",
        "phone",
        "email",
        "booking_url",
        "collecting",
        "revision",
    ])?;
    let mut errors = FieldErrors::default();
    let wanted = ClinicForm {
        name: form.required("name", 120, &mut errors),
        time_zone: form.required("time_zone", 60, &mut errors),
        tagline: form.limited("tagline", 160, &mut errors),
        about: form.limited("about", 20_000, &mut errors),
        phone: form.limited("phone", 40, &mut errors),
        email: form.limited("email", 200, &mut errors),
        booking_url: form.limited("booking_url", 500, &mut errors),
        collecting: form.limited("collecting", 20_000, &mut errors),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    let done = match errors.check() {
        Ok(()) => {
            app.db
                .write(move |conn| clinic::edit_clinic(conn, &actor, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(redirect_with(&visit, "/admin/clinic", "notice-saved")),
        Err(Error::Invalid(errors)) => {
            show(
                &app,
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(Refill::refused(&form, &errors)),
            )
            .await
        }
        Err(Error::Conflict) => {
            show(
                &app,
                &request,
                StatusCode::CONFLICT,
                Some(Refill::conflict(&form)),
            )
            .await
        }
        Err(error) => Err(error),
    }
}

/// What is in the list already is there: the button was pressed twice.
fn known_already(error: Error) -> Result<(), Error> {
    if Conn::is_unique_violation(&error) {
        Ok(())
    } else {
        Err(error)
    }
}

pub async fn create_location(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["name", "town"])?;
    let mut errors = FieldErrors::default();
    let wanted = LocationForm {
        name: form.required("name", 120, &mut errors),
        town: form.required("town", 120, &mut errors),
        ..LocationForm::default()
    };
    errors.check()?;
    app.db
        .write(move |conn| clinic::add_location(conn, &actor, &wanted))
        .await
        .map(|_| ())
        .or_else(known_already)?;
    Ok(redirect_with(&visit, "/admin/clinic", "notice-saved"))
}

pub async fn create_practitioner(
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
    Ok(redirect_with(&visit, "/admin/clinic", "notice-saved"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let (kind, id) = path.into_inner();
    let back = if kind == "treatments" {
        "/admin/treatments"
    } else {
        "/admin/clinic"
    };
    app.db
        .write(move |conn| clinic::archive(conn, &actor, &kind, &id))
        .await?;
    Ok(redirect_with(&visit, back, "notice-archived"))
}
