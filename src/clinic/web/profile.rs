//! What the clinic's jurisdiction profile checks and why, with the source of each rule; and choosing another.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{
    self, Display, Profile, WordKind, choose_profile, profile_by_id, set_display,
    set_evidence_months, word_kinds,
};
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

const PAGE: &str = "/admin/profile";

#[derive(Deserialize)]
pub struct Asked {
    /// A profile to read before choosing it.
    id: Option<String>,
}

#[derive(Serialize)]
struct ShowPage {
    shown: &'static Profile,
    kinds: &'static [WordKind],
    chosen: String,
    profiles: Vec<&'static str>,
    display: Display,
    modes: [Display; 2],
    /// For how long evidence is kept, as things are.
    months: u32,
    most_months: u32,
    form: Refill,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let id = asked.into_inner().id;
    answer(&app, &request, id, (StatusCode::OK, None)).await
}

async fn answer(
    app: &App,
    request: &HttpRequest,
    asked: Option<String>,
    (status, form): (StatusCode, Option<Refill>),
) -> Result<HttpResponse, Error> {
    let read = app.db.read(|conn| {
        let months = clinic::evidence_months(conn)?;
        Ok((clinic::profile(conn)?, clinic::display(conn)?, months))
    });
    let (chosen, display, months) = read.await?;
    let all = clinic::profiles()?;
    let shown = match &asked {
        Some(id) => profile_by_id(id)?,
        None => chosen,
    };
    let shown = ShowPage {
        shown,
        kinds: word_kinds()?,
        chosen: chosen.id.clone(),
        profiles: all.iter().map(|one| one.id.as_str()).collect(),
        display,
        modes: Display::ALL,
        form: form.unwrap_or_else(|| Refill::with([("months", months.to_string())])),
        most_months: clinic::MOST_MONTHS,
        months,
    };
    page_with_status(request, status, "clinic/profile.html", &shown)
}

pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["profile"])?;
    let wanted = form.text("profile");
    app.db
        .write(move |conn| choose_profile(conn, &actor, &wanted))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-profile-chosen"))
}

pub async fn update_display(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["mode"])?;
    let mode =
        Display::parse(&form.text("mode")).ok_or_else(|| Error::field("mode", "field-choice"))?;
    app.db
        .write(move |conn| set_display(conn, &actor, mode))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-saved"))
}

pub async fn update_evidence(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["months"])?;
    // What is no number is refused as one that is out of range.
    let months = form.text("months").parse().unwrap_or(u32::MAX);
    let done = app
        .db
        .write(move |conn| set_evidence_months(conn, &actor, months))
        .await;
    match done {
        Ok(()) => Ok(redirect_with(&visit, PAGE, "notice-saved")),
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            let refused = (StatusCode::UNPROCESSABLE_ENTITY, Some(form));
            answer(&app, &request, None, refused).await
        }
        Err(error) => Err(error),
    }
}
