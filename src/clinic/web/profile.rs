//! What the clinic's jurisdiction profile checks and why, with the source of each rule; and choosing another.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{
    self, Display, Profile, WordKind, choose_profile, profile_by_id, set_display, word_kinds,
};
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

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
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let read = app
        .db
        .read(|conn| Ok((clinic::profile(conn)?, clinic::display(conn)?)));
    let (chosen, display) = read.await?;
    let all = clinic::profiles()?;
    let shown = match &asked.id {
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
    };
    page(&request, "clinic/profile.html", &shown)
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
