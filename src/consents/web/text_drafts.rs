//! Writing the next version of the consent text.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, Block};
use crate::consents;
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status, redirect};

const DRAFT: &str = "/admin/texts/draft";
/// Longest part, in characters: people are to read it.
const LONGEST: usize = 3000;

pub async fn create(app: Data<App>, actor: Actor, form: Form) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| consents::begin_text(conn, &actor))
        .await?;
    Ok(redirect(DRAFT))
}

#[derive(Serialize)]
struct EditPage {
    profile: &'static str,
    blocks: &'static [Block],
    revision: i32,
    /// Tags of the parts that are still missing.
    lacks: Vec<&'static str>,
    form: Refill,
}

pub async fn edit(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    draft_page(&app, &request, StatusCode::OK, None).await
}

async fn draft_page(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let read = app
        .db
        .read(|conn| Ok((consents::text_draft(conn)?, clinic::profile(conn)?)));
    let (Some(draft), profile) = read.await? else {
        return Ok(redirect("/admin/texts"));
    };
    let stored = || Refill {
        values: draft.blocks(),
        errors: BTreeMap::new(),
    };
    let edit = EditPage {
        profile: &profile.id,
        blocks: &profile.blocks,
        revision: draft.revision,
        lacks: draft.lacks(profile),
        form: form.unwrap_or_else(stored),
    };
    page_with_status(request, status, "consents/text_draft.html", &edit)
}

/// Saves; `then=publish` puts it in force in the same step.
pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    let profile = app.db.read(clinic::profile).await?;
    let mut known: Vec<&str> = profile.blocks.iter().map(|b| b.tag.as_str()).collect();
    known.extend(["revision", "then"]);
    form.only(&known)?;
    let mut errors = FieldErrors::default();
    let blocks = profile.blocks.iter();
    let parts: BTreeMap<String, String> = blocks
        .map(|block| {
            let text = form.limited(&block.tag, LONGEST, &mut errors);
            (block.tag.clone(), text)
        })
        .collect();
    let revision = form.text("revision").parse().unwrap_or(-1);
    let publish = form.text("then") == "publish";
    let who = actor.clone();
    let saved = match errors.check() {
        Err(error) => Err(error),
        Ok(()) => {
            app.db
                .write(move |conn| consents::save_text(conn, &who, &parts, revision))
                .await
        }
    };
    // Kept even when it can't be put in force yet.
    let done = match saved {
        Ok(()) if publish => app
            .db
            .write(move |conn| consents::publish_text(conn, &actor))
            .await
            .map(|_| ()),
        saved => saved,
    };
    let (status, refill) = match done {
        Ok(()) if publish => {
            return Ok(redirect_with(
                &visit,
                "/admin/texts",
                "notice-text-published",
            ));
        }
        Ok(()) => return Ok(redirect_with(&visit, DRAFT, "notice-saved")),
        Err(error) => Refill::after(&form, error)?,
    };
    draft_page(&app, &request, status, Some(refill)).await
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| consents::discard_text(conn, &actor))
        .await?;
    Ok(redirect_with(
        &visit,
        "/admin/texts",
        "notice-text-discarded",
    ))
}
