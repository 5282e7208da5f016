//! Giving a code again in an open session, before something that asks for a fresh one.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::accounts::{Actor, second_factor, session_of};
use crate::app::App;
use crate::error::{Error, FieldErrors};
use crate::web::{Form, Refill, page, page_with_status, redirect};

#[derive(Serialize)]
struct NewPage {
    back: String,
    form: Refill,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    back: String,
}

/// Where one came from: a page of ours, or the account's.
fn ours(back: &str) -> String {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-_".contains(&b);
    if back.starts_with('/') && !back.starts_with("//") && back.bytes().all(plain) {
        back.to_owned()
    } else {
        "/account".to_owned()
    }
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let on = app
        .db
        .read(move |conn| second_factor::is_on(conn, &actor.id));
    if !on.await? {
        return Ok(redirect("/account"));
    }
    let (back, form) = (ours(&asked.back), Refill::default());
    page(&request, "accounts/step_up.html", &NewPage { back, form })
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["code", "back"])?;
    let here = session_of(&request).ok_or(Error::SignInRequired)?;
    let (config, typed, back) = (
        app.config.clone(),
        form.text("code"),
        ours(&form.text("back")),
    );
    let fits = app
        .db
        .write(move |conn| second_factor::step_up(conn, &config, &actor, &here, &typed))
        .await?;
    if fits {
        return Ok(redirect(&back));
    }
    let mut errors = FieldErrors::default();
    errors.add("code", "second-factor-wrong");
    let form = Refill::refused(&Form::default(), &errors);
    page_with_status(
        &request,
        StatusCode::UNPROCESSABLE_ENTITY,
        "accounts/step_up.html",
        &NewPage { back, form },
    )
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn s44_one_comes_back_to_our_own_pages_only() {
        assert_eq!(
            ours("/moderation/stories/01a0-b"),
            "/moderation/stories/01a0-b"
        );
        for foreign in [
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "",
            "/a?b=//c",
            "javascript:x",
        ] {
            assert_eq!(ours(foreign), "/account", "{foreign}");
        }
    }
}
