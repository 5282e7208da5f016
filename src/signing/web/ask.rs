//! The questions, one a page, and the signature at the end.

use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::clinic;
use crate::consents::{self, Answers, Attribution, ConsentState, Place, StorySeen};
use crate::db::Conn;
use crate::error::{Error, FieldErrors};
use crate::imaging::Level;
use crate::jobs;
use crate::photos::{Photo, best_level};
use crate::signing::asking::{Asking, gather};
use crate::signing::receipt::SendReceipt;
use crate::signing::session::Client;
use crate::signing::steps::Step;
use crate::testimonials::{self, INCENTIVES, INSIDERS, Told};
use crate::web::client_address::client_address;
use crate::web::{Form, Refill, page_with_status, redirect};

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct PhotoAsked {
    id: String,
    stage: String,
    angle: String,
    alt: String,
    /// The version to show on this page.
    level: Option<&'static str>,
    chosen: Option<bool>,
    /// The versions that exist.
    levels: Vec<&'static str>,
}

#[derive(Serialize)]
struct EditPage {
    clinic: String,
    step: &'static str,
    number: usize,
    of: usize,
    revision: i32,
    photos: Vec<PhotoAsked>,
    levels: Vec<&'static str>,
    level: Option<&'static str>,
    places: Vec<&'static str>,
    place: Option<&'static str>,
    names: Vec<Choice>,
    name: Option<&'static str>,
    incentives: Vec<&'static str>,
    insiders: Vec<&'static str>,
    story: StorySeen,
    narrative: String,
    shown_sha256: String,
    until: NaiveDateTime,
    text: Vec<(String, String)>,
    form: Refill,
}

/// On to the first question without an answer.
pub async fn index(app: Data<App>, client: Client) -> Result<HttpResponse, Error> {
    if !client.0.is_confirmed() {
        return Ok(redirect("/c/code"));
    }
    let id = client.0.link.consent_id.clone();
    let consent = app
        .db
        .read(move |conn| consents::consent(conn, &id))
        .await?;
    Ok(match consent.state() {
        ConsentState::Sent => redirect(&format!(
            "/c/ask/{}",
            Step::next(&consent.answers()).as_str()
        )),
        ConsentState::SignedPending => redirect("/c/receipt"),
        _ => redirect("/c/manage"),
    })
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    step: Path<String>,
) -> Result<HttpResponse, Error> {
    if !client.0.is_confirmed() {
        return Ok(redirect("/c/code"));
    }
    let step = Step::parse(&step).ok_or(Error::NotFound)?;
    show(&app, &request, &client, step, StatusCode::OK, None).await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    step: Step,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let (id, texts) = (client.0.link.consent_id.clone(), app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &id)?;
            if consent.state() != ConsentState::Sent {
                return Ok(None);
            }
            let asking = gather(conn, consent)?;
            edit_page(conn, &texts, step, &asking, form).map(Some)
        })
        .await?;
    match shown {
        Some(shown) => page_with_status(request, status, "signing/ask.html", &shown),
        None => Ok(redirect("/c/ask")),
    }
}

fn edit_page(
    conn: &mut Conn,
    texts: &crate::web::text::Texts,
    step: Step,
    asking: &Asking,
    form: Option<Refill>,
) -> Result<EditPage, Error> {
    let answers = &asking.answers;
    let name = clients::client(conn, &asking.consent.client_id)?.name;
    let names = [
        Attribution::None,
        Attribution::Initials,
        Attribution::FirstName,
    ]
    .into_iter()
    .map(|kind| Choice {
        value: kind.as_str().to_owned(),
        label: kind
            .apply(&name)
            .unwrap_or_else(|| texts.get("ask-name-none")),
    })
    .collect();
    let mut levels: Vec<Level> = asking.photos.iter().flat_map(Photo::levels).collect();
    levels.sort();
    levels.dedup();
    let until = consents::end_of(conn.now()?);
    let text = consents::text(conn, &asking.consent.text_id)?;
    let story = asking.story_seen(conn)?;
    let form = form.unwrap_or_else(|| match &asking.told {
        Some(told) if step == Step::Words => Refill::with([
            ("words", told.words.clone()),
            (
                "rating",
                told.rating.map(|n| n.to_string()).unwrap_or_default(),
            ),
            ("incentive", told.incentive.clone()),
            ("insider", told.insider.clone()),
        ]),
        _ => Refill::default(),
    });
    Ok(EditPage {
        clinic: clinic::clinic(conn)?.name,
        step: step.as_str(),
        number: step.number(),
        of: Step::ALL.len(),
        revision: asking.consent.revision,
        photos: asking
            .photos
            .iter()
            .map(|photo| asked_photo(photo, answers))
            .collect(),
        levels: levels.iter().map(|level| level.as_str()).collect(),
        level: answers.level.map(Level::as_str),
        places: Place::ALL.iter().map(|place| place.as_str()).collect(),
        place: answers.place.map(Place::as_str),
        names,
        name: answers.name.map(Attribution::as_str),
        incentives: INCENTIVES.to_vec(),
        insiders: INSIDERS.to_vec(),
        narrative: crate::web::markdown::to_html(&story.narrative),
        story,
        shown_sha256: asking.shown_sha256(conn)?,
        until,
        text: text
            .blocks()
            .into_iter()
            .map(|(tag, body)| (tag, crate::web::markdown::to_html(&body)))
            .collect(),
        form,
    })
}

fn asked_photo(photo: &Photo, answers: &Answers) -> PhotoAsked {
    let granted = answers.level_of(photo.id.as_str());
    // Before the level is chosen a client sees the version that shows least.
    let level = match granted {
        Some(granted) => best_level(photo, granted),
        None => photo.levels().into_iter().min(),
    };
    PhotoAsked {
        id: photo.id.to_string(),
        stage: photo.stage.clone(),
        angle: photo.angle.clone(),
        alt: photo.alt.clone(),
        level: level.map(Level::as_str),
        chosen: answers.photos.get(photo.id.as_str()).copied(),
        levels: photo.levels().into_iter().map(Level::as_str).collect(),
    }
}

const FIELDS: &[&str] = &[
    "revision",
    "answer",
    "photo",
    "level",
    "level_*",
    "place",
    "name",
    "words",
    "rating",
    "incentive",
    "incentive_tied",
    "insider",
    "fact",
    "facts_asked",
    "signer_name",
    "agree",
    "shown_sha256",
];

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    step: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(FIELDS)?;
    client.0.require_confirmed()?;
    let step = Step::parse(&step).ok_or(Error::NotFound)?;
    let done = match step {
        Step::Story => sign(&app, &request, &client, &form).await,
        _ => answer(&app, &client, step, &form).await,
    };
    match done {
        Ok(path) => Ok(redirect(path)),
        Err(Error::Invalid(errors)) => {
            let refill = Refill::refused(&form, &errors);
            show(
                &app,
                &request,
                &client,
                step,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(refill),
            )
            .await
        }
        Err(Error::Conflict) => {
            let refill = Refill::conflict(&form);
            show(
                &app,
                &request,
                &client,
                step,
                StatusCode::CONFLICT,
                Some(refill),
            )
            .await
        }
        Err(error) => Err(error),
    }
}

async fn answer(
    app: &App,
    client: &Client,
    step: Step,
    form: &Form,
) -> Result<&'static str, Error> {
    let (session, form) = (client.0.clone(), form.clone());
    app.db
        .write(move |conn| {
            let consent = consents::consent(conn, &session.link.consent_id)?;
            if consent.state() != ConsentState::Sent {
                return Err(Error::Conflict);
            }
            if form.text("revision") != consent.revision.to_string() {
                return Err(Error::Conflict);
            }
            let mut asking = gather(conn, consent)?;
            match step {
                Step::Pictures => pictures(&mut asking, &form)?,
                Step::Level => level(&mut asking, &form)?,
                Step::Place => {
                    asking.answers.place =
                        Some(Place::parse(&form.text("place")).ok_or_else(|| choose("place"))?);
                }
                Step::Name => {
                    asking.answers.name =
                        Some(Attribution::parse(&form.text("name")).ok_or_else(|| choose("name"))?);
                }
                Step::Words => {
                    let told = words(&form)?;
                    let says = form.text("answer") == "yes"
                        && (!told.words.is_empty() || told.rating.is_some());
                    if says {
                        testimonials::tell(conn, &session, &told)?;
                    }
                    asking.answers.words = Some(says);
                }
                Step::Story => {}
            }
            consents::record_answers(conn, &asking.consent, &asking.answers)?;
            Ok(())
        })
        .await?;
    Ok("/c/ask")
}

fn choose(field: &str) -> Error {
    Error::field(field, "field-choice")
}

fn pictures(asking: &mut Asking, form: &Form) -> Result<(), Error> {
    let chosen = form.all("photo");
    let show = |id: &str| match form.text("answer").as_str() {
        "all" => Ok(true),
        "none" => Ok(false),
        "some" => Ok(chosen.iter().any(|one| one == id)),
        _ => Err(choose("answer")),
    };
    let mut answers = std::collections::BTreeMap::new();
    for photo in &asking.photos {
        answers.insert(photo.id.to_string(), show(photo.id.as_str())?);
    }
    asking.answers.photos = answers;
    Ok(())
}

fn level(asking: &mut Asking, form: &Form) -> Result<(), Error> {
    asking.answers.level = Some(Level::parse(&form.text("level")).ok_or_else(|| choose("level"))?);
    asking.answers.levels = asking
        .photos
        .iter()
        .filter_map(|photo| {
            let chosen = Level::parse(&form.text(&format!("level_{}", photo.id)))?;
            Some((photo.id.to_string(), chosen))
        })
        .collect();
    Ok(())
}

fn words(form: &Form) -> Result<Told, Error> {
    let mut errors = FieldErrors::default();
    let told = Told {
        words: form.limited("words", 5000, &mut errors),
        rating: form
            .number("rating", 1..=5, &mut errors)
            .and_then(|n| i32::try_from(n).ok()),
        incentive: form.text("incentive"),
        incentive_tied: form.ticked("incentive_tied"),
        insider: form.text("insider"),
    };
    if form.text("answer") == "yes" {
        if told.words.is_empty() && told.rating.is_none() {
            errors.add("words", "ask-words-empty");
        }
        if told.incentive.is_empty() {
            errors.add("incentive", "field-choice");
        }
        if told.insider.is_empty() {
            errors.add("insider", "field-choice");
        }
    } else if form.text("answer") != "no" {
        errors.add("answer", "field-choice");
    }
    errors.check()?;
    Ok(told)
}

/// Signs exactly what the page showed; a form made from anything else binds nothing (S19).
async fn sign(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    form: &Form,
) -> Result<&'static str, Error> {
    let mut errors = FieldErrors::default();
    let name = form.required("signer_name", 200, &mut errors);
    if !form.ticked("agree") {
        errors.add("agree", "ask-agree-required");
    }
    errors.check()?;
    let circumstances = json!({
        "address": client_address(&app.config.web, request).to_string(),
        "user_agent": request.headers().get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default(),
        "delivery": if client.0.witness.is_some() { "tablet" } else { "link" },
        "locale": "en",
    });
    let (config, session) = (app.config.clone(), client.0.clone());
    let (shown, facts) = (form.text("shown_sha256"), form.all("fact"));
    let facts_asked = form.ticked("facts_asked");
    let mail = app.mailer.is_configured();
    app.db
        .write(move |conn| {
            let consent = consents::consent(conn, &session.link.consent_id)?;
            if consent.state() != ConsentState::Sent {
                return Err(Error::Conflict);
            }
            let mut asking = gather(conn, consent)?;
            if asking.shown_sha256(conn)? != shown {
                return Err(Error::Conflict);
            }
            if facts_asked {
                // Facts can be taken out on the last page: less than was shown, never more.
                asking.answers.facts = Some(facts);
            }
            let until = consents::end_of(conn.now()?);
            let signature = asking.signature(conn, &name, until, circumstances)?;
            consents::sign(conn, &config, &session, &signature)?;
            let client = clients::client(conn, &session.link.client_id)?;
            if mail && client.email.is_some() && session.witness.is_none() {
                jobs::enqueue(
                    conn,
                    &SendReceipt {
                        consent: session.link.consent_id.clone(),
                    },
                )?;
            }
            Ok(())
        })
        .await?;
    Ok("/c/receipt")
}
