//! The places where people are treated.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{CLINIC, Written, known_already, refill, refused, stored};
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, Location, LocationForm, queries};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    location: Location,
    stored: Vec<(&'static str, String)>,
    form: Refill,
}

fn written(location: &Location) -> Vec<Written> {
    vec![
        ("name", "location-name", location.name.clone()),
        ("address", "location-address", location.address.clone()),
        ("town", "location-town", location.town.clone()),
        ("map_url", "location-map", location.map_url.clone()),
        ("slug", "location-slug", location.slug.clone()),
        ("hours", "location-hours", location.hours.clone()),
        (
            "directions",
            "location-directions",
            location.directions.clone(),
        ),
    ]
}

/// By name and town; the rest is written on the place's own page.
pub async fn create(
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
    let location = app
        .db
        .read(move |conn| queries::location(conn, &id))
        .await?;
    let written = written(&location);
    let edit = EditPage {
        form: form.unwrap_or_else(|| refill(&written)),
        stored: stored(written),
        location,
    };
    page_with_status(request, status, "clinic/location.html", &edit)
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
                .write(move |conn| clinic::edit_location(conn, &actor, &asked, &wanted))
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

fn read(form: &Form) -> Result<LocationForm, Error> {
    form.only(&[
        "name",
        "town",
        "address",
        "map_url",
        "slug",
        "hours",
        "directions",
        "revision",
    ])?;
    let mut errors = FieldErrors::default();
    let wanted = LocationForm {
        name: form.required("name", 120, &mut errors),
        town: form.required("town", 120, &mut errors),
        address: form.limited("address", 400, &mut errors),
        map_url: form.limited("map_url", 500, &mut errors),
        slug: form.text("slug"),
        hours: form.limited("hours", 600, &mut errors),
        directions: form.limited("directions", 6000, &mut errors),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    errors.check()?;
    Ok(wanted)
}
