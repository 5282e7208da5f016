//! The page a story is written on.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{Story, StoryForm, actions, queries};
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{self, Consent};
use crate::db::{CaseId, Conn};
use crate::error::{Error, FieldErrors};
use crate::photos::{Pair, pairs};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    case: CaseId,
    story: Option<Story>,
    pairs: Vec<Pair>,
    consent: Option<Consent>,
    decisions: Vec<super::queries::Decided>,
    form: Refill,
}

fn edit_page(conn: &mut Conn, case: CaseId, form: Option<Refill>) -> Result<EditPage, Error> {
    crate::cases::case(conn, &case)?;
    let story = queries::of_case(conn, &case)?;
    let form = form.unwrap_or_else(|| match &story {
        None => Refill::default(),
        Some(story) => Refill::with([
            ("slug", story.slug.clone()),
            ("title", story.title.clone()),
            ("narrative", story.narrative.clone()),
            (
                "authentic",
                story
                    .authentic_at
                    .map(|_| "yes".to_owned())
                    .unwrap_or_default(),
            ),
            (
                "marks",
                story.marks_at.map(|_| "yes".to_owned()).unwrap_or_default(),
            ),
            ("revision", story.revision.to_string()),
        ]),
    });
    Ok(EditPage {
        pairs: pairs(conn, &case)?,
        consent: consents::latest_for_case(conn, &case)?,
        decisions: match &story {
            Some(story) => queries::decisions(conn, &story.id)?,
            None => Vec::new(),
        },
        story,
        case,
        form,
    })
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let shown = app.db.read(move |conn| edit_page(conn, case, None)).await?;
    page_with_status(&request, StatusCode::OK, "stories/edit.html", &shown)
}

/// Begins the story (no revision given yet) or changes it.
pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[
        "slug",
        "title",
        "narrative",
        "authentic",
        "marks",
        "revision",
    ])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/story");
    if form.optional("revision").is_none() {
        app.db
            .write(move |conn| actions::create(conn, &actor, &case))
            .await?;
        return Ok(redirect_with(&visit, &back, "notice-story-drafted"));
    }
    let mut errors = FieldErrors::default();
    let wanted = StoryForm {
        slug: form.text("slug"),
        title: form.required("title", 140, &mut errors),
        narrative: form.limited("narrative", 20_000, &mut errors),
        authentic: form.ticked("authentic"),
        marks: form.ticked("marks"),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    let asked = case.clone();
    let done = match errors.check() {
        Err(error) => Err(error),
        Ok(()) => {
            app.db
                .write(move |conn| {
                    let story = queries::of_case(conn, &asked)?.ok_or(Error::NotFound)?;
                    actions::edit(conn, &actor, &story.id, &wanted)
                })
                .await
        }
    };
    let (status, refill) = match done {
        Ok(_) => return Ok(redirect_with(&visit, &back, "notice-saved")),
        Err(Error::Invalid(errors)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        ),
        Err(Error::Conflict) => (StatusCode::CONFLICT, Refill::conflict(&form)),
        Err(error) => return Err(error),
    };
    let shown = app
        .db
        .read(move |conn| edit_page(conn, case, Some(refill)))
        .await?;
    page_with_status(&request, status, "stories/edit.html", &shown)
}

pub async fn create_submission(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/story");
    app.db
        .write(move |conn| {
            let story = queries::of_case(conn, &case)?.ok_or(Error::NotFound)?;
            actions::submit(conn, &actor, &story.id)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-submitted"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/story");
    app.db
        .write(move |conn| {
            let story = queries::of_case(conn, &case)?.ok_or(Error::NotFound)?;
            actions::unpublish(conn, &actor, &story.id)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-unpublished"))
}
