//! Whether the clinic's logo is put on its photos.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::look::answer;
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::set_watermark;
use crate::error::Error;
use crate::web::{Form, Visit};

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["revision", "watermark"])?;
    let seen = form.text("revision").parse().unwrap_or(-1);
    let done = set_watermark(&app, &actor, seen, form.ticked("watermark")).await;
    answer(&app, &request, &visit, &Form::default(), done).await
}
