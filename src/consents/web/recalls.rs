//! Recalling a version of the consent text, after its name was typed.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::texts::text_page;
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{recall_text, text};
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
    form.only(&["typed", "why"])?;
    let id = id.into_inner();
    let (typed, why, asked) = (form.text("typed"), form.text("why"), id.clone());
    let mut errors = FieldErrors::default();
    form.required("why", 500, &mut errors);
    let done = app
        .db
        .write(move |conn| {
            if text(conn, &asked)?.name() != typed.to_lowercase() {
                errors.add("typed", "text-recall-typed-wrong");
            }
            errors.check()?;
            recall_text(conn, &actor, &asked, &why)
        })
        .await;
    match done {
        Ok(()) => Ok(redirect_with(
            &visit,
            "/admin/texts",
            "notice-text-recalled",
        )),
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            text_page(&app, &request, id, status, form).await
        }
        Err(error) => Err(error),
    }
}
