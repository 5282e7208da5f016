//! A treatment's place in the list.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, Towards};
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["to"])?;
    let to = match form.text("to").as_str() {
        "up" => Towards::Start,
        "down" => Towards::End,
        _ => return Err(Error::field("to", "field-choice")),
    };
    app.db
        .write(move |conn| clinic::move_treatment(conn, &actor, &id, to))
        .await?;
    Ok(redirect_with(&visit, "/admin/treatments", "notice-saved"))
}
