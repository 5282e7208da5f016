//! What admins decide about second factors: when one is needed, and that somebody may begin anew.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::accounts::second_factor::set_rule;
use crate::accounts::{Actor, FactorRule, Reset, reset_second_factor};
use crate::app::App;
use crate::db::UserId;
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["rule"])?;
    let rule = FactorRule::parse(&form.text("rule"))
        .ok_or_else(|| Error::field("rule", "field-choice"))?;
    app.db
        .write(move |conn| set_rule(conn, &actor, rule))
        .await?;
    Ok(redirect_with(&visit, "/admin/users", "notice-saved"))
}

/// For someone who lost their phone and their recovery codes.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = UserId::parse(&id).ok_or(Error::NotFound)?;
    app.db
        .write(move |conn| reset_second_factor(conn, Reset::Admin(&actor), &id))
        .await?;
    Ok(redirect_with(
        &visit,
        "/admin/users",
        "notice-second-factor-reset",
    ))
}
