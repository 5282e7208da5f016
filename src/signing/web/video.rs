//! "Or say it in a video": a client sends one, plays it back, says whether it may be shown, or drops it.

use actix_web::http::StatusCode;
use actix_web::http::header::ACCEPT;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;

use crate::app::App;
use crate::clinic;
use crate::consents::{self, ClientGrant, ConsentState};
use crate::db::{Conn, VideoId};
use crate::error::{Error, FieldErrors};
use crate::signing::asking::{Asking, gather};
use crate::signing::session::Client;
use crate::testimonials::{self, INCENTIVES, INSIDERS, Told};
use crate::video::Limits;
use crate::videos::{self, Standing, Video, VideoFile};
use crate::web::upload::Upload;
use crate::web::{Form, Refill, page_with_status, redirect};

const HERE: &str = "/c/video";

#[derive(Serialize)]
struct VideoPage {
    clinic: String,
    revision: i32,
    video: Option<Video>,
    file: Option<VideoFile>,
    standing: Option<Standing>,
    /// It was sent in answer to this question, and can be dropped.
    own: bool,
    /// What was answered.
    shown: Option<bool>,
    most_minutes: u64,
    most_megabytes: u64,
    incentives: Vec<&'static str>,
    insiders: Vec<&'static str>,
    form: Refill,
}

fn video_page(conn: &mut Conn, asking: Asking, form: Option<Refill>) -> Result<VideoPage, Error> {
    let (video, file) = match asking.video {
        Some((video, file)) => (Some(video), file),
        None => (None, None),
    };
    let standing = match &video {
        Some(video) => Some(videos::standing(conn, video, file.as_ref())?),
        None => None,
    };
    let limits = Limits::default();
    let said_before = || match &asking.told {
        Some(told) => Refill::with([
            ("incentive", told.incentive.clone()),
            ("insider", told.insider.clone()),
        ]),
        None => Refill::default(),
    };
    Ok(VideoPage {
        clinic: clinic::clinic(conn)?.name,
        revision: asking.consent.revision,
        own: video
            .as_ref()
            .is_some_and(|video| video.consent_id == asking.consent.id),
        shown: asking.answers.video,
        most_minutes: limits.max_seconds / 60,
        most_megabytes: limits.max_bytes >> 20,
        incentives: INCENTIVES.to_vec(),
        insiders: INSIDERS.to_vec(),
        form: form.unwrap_or_else(said_before),
        video,
        file,
        standing,
    })
}

async fn answer(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let id = client.0.link.consent_id.clone();
    let shown = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &id)?;
            if consent.state() != ConsentState::Sent {
                return Ok(None);
            }
            let asking = gather(conn, consent)?;
            video_page(conn, asking, form).map(Some)
        })
        .await?;
    match shown {
        Some(shown) => page_with_status(request, status, "signing/video.html", &shown),
        None => Ok(redirect("/c/ask")),
    }
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
) -> Result<HttpResponse, Error> {
    if !client.0.is_confirmed() {
        return Ok(redirect("/c/code"));
    }
    answer(&app, &request, &client, StatusCode::OK, None).await
}

/// One video on its way; a script is told in a word what became of it.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    mut sent: Upload,
) -> Result<HttpResponse, Error> {
    client.0.require_confirmed()?;
    sent.form.only(&[])?;
    let arrived = sent.next_file(Limits::default().max_bytes).await?;
    let refused = match arrived {
        None => Some("video-none-chosen".to_owned()),
        Some(Err(_)) => Some("video-refused-too-many-bytes".to_owned()),
        // A browser sends an empty file where none was chosen.
        Some(Ok(file)) if file.bytes == 0 && file.name == "photo" => {
            Some("video-none-chosen".to_owned())
        }
        Some(Ok(file)) => {
            let (app, session) = (app.clone(), client.0.clone());
            // A task of its own: what has arrived is kept even if the sender goes away now.
            let task =
                actix_web::rt::spawn(async move { videos::receive(&app, &session, file).await });
            let done = task
                .await
                .map_err(|e| Error::internal(format!("video: {e}")))?;
            done?.err()
        }
    };
    let script = request.headers().get(ACCEPT);
    let script = script.is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
    match refused {
        None if script => Ok(HttpResponse::Created().json(json!({}))),
        None => Ok(redirect(HERE)),
        Some(why) if script => {
            let said = app.pages.texts_in(client.0.language).get(&why);
            Ok(HttpResponse::UnprocessableEntity().json(json!({ "message": said })))
        }
        Some(why) => {
            let mut form = Refill::default();
            form.errors.insert("video".to_owned(), why);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            answer(&app, &request, &client, status, Some(form)).await
        }
    }
}

/// Whether it may be shown, and what has to stand beside it.
pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[
        "revision",
        "answer",
        "incentive",
        "incentive_tied",
        "insider",
    ])?;
    client.0.require_confirmed()?;
    let (session, said) = (client.0.clone(), form.clone());
    let done = app.db.write(move |conn| {
        let consent = consents::consent(conn, &session.link.consent_id)?;
        let current = said.text("revision") == consent.revision.to_string();
        if consent.state() != ConsentState::Sent || !current {
            return Err(Error::Conflict);
        }
        let mut asking = gather(conn, consent)?;
        let shows = match said.text("answer").as_str() {
            "yes" => true,
            "no" => false,
            _ => return Err(Error::field("answer", "field-choice")),
        };
        if shows {
            // There is something to say yes to: it was played on this page.
            if asking.video.as_ref().is_none_or(|(_, file)| file.is_none()) {
                return Err(Error::Conflict);
            }
            testimonials::tell(conn, &session, &told(&asking, &said)?)?;
            // Words that were not asked about are no yes.
            asking.answers.words = asking.answers.words.or(Some(false));
        }
        asking.answers.video = Some(shows);
        consents::record_answers(conn, &asking.consent, &asking.answers)
    });
    let (status, refill) = match done.await {
        Ok(()) => return Ok(redirect("/c/ask/story")),
        Err(Error::Invalid(errors)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        ),
        Err(Error::Conflict) => {
            let mut errors = FieldErrors::default();
            errors.add("conflict", "ask-changed");
            (StatusCode::CONFLICT, Refill::refused(&form, &errors))
        }
        Err(error) => return Err(error),
    };
    answer(&app, &request, &client, status, Some(refill)).await
}

/// What was told before, with what is said now of gifts and belonging.
fn told(asking: &Asking, form: &Form) -> Result<Told, Error> {
    let mut errors = FieldErrors::default();
    for name in ["incentive", "insider"] {
        if form.text(name).is_empty() {
            errors.add(name, "field-choice");
        }
    }
    errors.check()?;
    let before = asking.told.as_ref();
    Ok(Told {
        words: before.map(|told| told.words.clone()).unwrap_or_default(),
        rating: before.and_then(|told| told.rating),
        incentive: form.text("incentive"),
        incentive_tied: form.ticked("incentive_tied"),
        insider: form.text("insider"),
    })
}

pub async fn delete(app: Data<App>, client: Client, form: Form) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let session = client.0.clone();
    app.db
        .write(move |conn| videos::drop_video(conn, &session))
        .await?;
    Ok(redirect("/c/ask/story"))
}

/// A client's own video, for the client who proved to be one.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let grant = ClientGrant::of(&client.0).map_err(|_| Error::NotFound)?;
    let id = VideoId::parse(&id).ok_or(Error::NotFound)?;
    let reel = app
        .db
        .read(move |conn| videos::client_reel(conn, &grant, &id))
        .await?;
    Ok(videos::film(&app, &request, reel, "private, no-store"))
}
