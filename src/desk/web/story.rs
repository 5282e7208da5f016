//! The page a story is written on: its words, what staff attest, and the four lights that say what is still missing.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::checklist::{Check, checklist};
use super::rows::Stands;
use crate::accounts::Actor;
use crate::app::App;
use crate::cases::Wanted;
use crate::db::{CaseId, Conn};
use crate::desk::gather;
use crate::desk::words::Words;
use crate::error::{Error, FieldErrors};
use crate::photos::{self, MeasuredPairs, Pair, PairAdvice};
use crate::stories::{self, Decided, Story, StoryForm};
use crate::web::flash::redirect_with;
use crate::web::{Form, House, Refill, Visit, page_with_status, policy};

#[derive(Serialize)]
struct EditPage {
    case: CaseId,
    client: String,
    status: Stands,
    story: Option<Story>,
    /// The four lights; empty without a story.
    lights: Vec<Check>,
    /// All lights are green.
    passes: bool,
    /// Whether before and after can be compared: told, never asked for.
    advice: Vec<PairAdvice>,
    decisions: Vec<Decided>,
    form: Refill,
}

/// What a page is made for: the request's own facts, to take into the database's thread.
struct Asking {
    app: App,
    actor: Actor,
    zone: String,
    case: CaseId,
    form: Option<Refill>,
}

fn edit_page(conn: &mut Conn, asking: Asking) -> Result<(EditPage, Vec<Pair>), Error> {
    let found = gather(conn, &Wanted::One(asking.case.clone()))?;
    let facts = found.first().ok_or(Error::NotFound)?;
    let words = Words {
        texts: &asking.app.pages.texts,
        zone: &asking.zone,
    };
    let story = stories::of_case(conn, &asking.case)?;
    let lights = match &story {
        Some(story) => checklist(conn, &asking.app.config, &asking.actor, story)?,
        None => Vec::new(),
    };
    let pairs = match &story {
        Some(_) => photos::pairs(conn, &asking.case)?,
        None => Vec::new(),
    };
    let shown = EditPage {
        client: facts.case.client.clone(),
        status: Stands::of(&words, facts),
        passes: lights.iter().all(|light| light.passed),
        lights,
        decisions: match &story {
            Some(story) => stories::decisions(conn, &story.id)?,
            None => Vec::new(),
        },
        form: asking.form.unwrap_or_else(|| as_stored(story.as_ref())),
        story,
        case: asking.case,
        advice: Vec::new(),
    };
    Ok((shown, pairs))
}

fn as_stored(story: Option<&Story>) -> Refill {
    let Some(story) = story else {
        return Refill::default();
    };
    let yes = |said: bool| if said { "yes" } else { "" }.to_owned();
    Refill::with([
        ("slug", story.slug.clone()),
        ("title", story.title.clone()),
        ("narrative", story.narrative.clone()),
        ("authentic", yes(story.authentic_at.is_some())),
        ("marks", yes(story.marks_at.is_some())),
        ("revision", story.revision.to_string()),
    ])
}

async fn answer(
    app: &Data<App>,
    kept: &MeasuredPairs,
    request: &HttpRequest,
    actor: Actor,
    status: StatusCode,
    case: CaseId,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let asking = Asking {
        app: app.get_ref().clone(),
        zone: House::of(request).time_zone,
        actor,
        case,
        form,
    };
    let who = asking.actor.clone();
    let (mut shown, pairs) = app.db.read(move |conn| edit_page(conn, asking)).await?;
    shown.advice = photos::pair_advice(app, &who, kept, &pairs).await?;
    let mut answer = page_with_status(request, status, "desk/story.html", &shown)?;
    // It shows the preview in a frame.
    answer.headers_mut().insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy::WITH_FRAME),
    );
    Ok(answer)
}

pub async fn edit(
    app: Data<App>,
    kept: Data<MeasuredPairs>,
    request: HttpRequest,
    actor: Actor,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    answer(&app, &kept, &request, actor, StatusCode::OK, case, None).await
}

/// Begins the story (no revision given yet) or changes it; `then=submit` hands it over in the same step.
pub async fn update(
    app: Data<App>,
    kept: Data<MeasuredPairs>,
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
        "then",
    ])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/story");
    if form.optional("revision").is_none() {
        let texts = app.pages.texts_in(House::of(&request).language);
        app.db
            .write(move |conn| stories::create(conn, &actor, &case, &texts))
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
    let (asked, who) = (case.clone(), actor.clone());
    let hand_over = form.text("then") == "submit";
    let done = match errors.check() {
        Err(error) => Err(error),
        Ok(()) => {
            app.db
                .write(move |conn| {
                    let story = stories::of_case(conn, &asked)?.ok_or(Error::NotFound)?;
                    let story = stories::edit(conn, &who, &story.id, &wanted)?;
                    if hand_over {
                        stories::submit(conn, &who, &story.id)?;
                    }
                    Ok(())
                })
                .await
        }
    };
    let (status, refill) = match done {
        Ok(()) if hand_over => return Ok(redirect_with(&visit, &back, "notice-submitted")),
        Ok(()) => return Ok(redirect_with(&visit, &back, "notice-saved")),
        Err(error) => Refill::after(&form, error)?,
    };
    answer(&app, &kept, &request, actor, status, case, Some(refill)).await
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
            let story = stories::of_case(conn, &case)?.ok_or(Error::NotFound)?;
            stories::submit(conn, &actor, &story.id)
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
            let story = stories::of_case(conn, &case)?.ok_or(Error::NotFound)?;
            stories::unpublish(conn, &actor, &story.id)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-unpublished"))
}
