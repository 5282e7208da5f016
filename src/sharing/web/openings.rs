//! Whether programs may read what the website shows.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::sites::PAGE;
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Error;
use crate::sharing::opening;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| opening::open(conn, &actor))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-api-open"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| opening::close(conn, &actor))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-api-closed"))
}
