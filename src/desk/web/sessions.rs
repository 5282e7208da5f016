//! The days of treatment of a case.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::case::answer;
use crate::accounts::Actor;
use crate::app::App;
use crate::cases;
use crate::db::CaseId;
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit};

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["kind", "number", "held_on"])?;
    let case = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let number = form.number("number", 1..=20, &mut errors);
    let held_on = form.date("held_on", &mut errors);
    if held_on.is_none() && errors.0.is_empty() {
        errors.add("held_on", "field-required");
    }
    let (kind, asked) = (form.text("kind"), case.clone());
    let done = match (errors.check(), held_on) {
        (Ok(()), Some(day)) => {
            let number = number.and_then(|n| i32::try_from(n).ok()).unwrap_or(1);
            app.db
                .write(move |conn| cases::add_session(conn, &actor, &asked, &kind, number, day))
                .await
        }
        (Err(error), _) => Err(error),
        (Ok(()), None) => Err(Error::field("held_on", "field-required")),
    };
    match done {
        Ok(()) => Ok(redirect_with(
            &visit,
            &format!("/staff/cases/{case}"),
            "notice-saved",
        )),
        Err(Error::Invalid(errors)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let refill = Refill::refused(&form, &errors);
            answer(&app, &request, status, case, refill).await
        }
        Err(error) => Err(error),
    }
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let (id, session) = path.into_inner();
    let case = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}");
    app.db
        .write(move |conn| cases::remove_session(conn, &actor, &case, &session))
        .await?;
    Ok(redirect_with(&visit, &back, "notice-saved"))
}
