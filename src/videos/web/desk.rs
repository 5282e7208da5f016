//! A client's video at the clinic: watched by those who work with the case, and written down line by line.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::film::film;
use super::media::vtt;
use crate::accounts::{self, Actor};
use crate::app::App;
use crate::cases;
use crate::clients;
use crate::consents::{self, StaffGrant};
use crate::db::{CaseId, Conn, VideoId};
use crate::error::Error;
use crate::videos::serving::staff_reel;
use crate::videos::{self, Standing, Video, VideoFile, queries};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

const PRIVATE: &str = "private, no-store";

/// `/staff/videos/{id}/video.mp4` for those who work with it.
pub async fn view(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let id = VideoId::parse(&id).ok_or(Error::NotFound)?;
    let found = app.db.read(move |conn| staff_reel(conn, &grant, &id));
    Ok(film(&app, &request, found.await?, PRIVATE))
}

/// `/staff/videos/{id}/video.vtt`: what is written down now.
pub async fn captions(
    app: Data<App>,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    StaffGrant::of(&actor)?;
    let id = VideoId::parse(&id).ok_or(Error::NotFound)?;
    let (video, file) = app.db.read(move |conn| queries::video(conn, &id)).await?;
    let file = file.ok_or(Error::NotFound)?;
    let captions = video.captions_for(&file).ok_or(Error::NotFound)?;
    let mut answer = vtt(&captions.vtt(file.millis));
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(PRIVATE));
    Ok(answer)
}

#[derive(Serialize)]
struct EditPage {
    case: CaseId,
    client: String,
    video: Option<Video>,
    file: Option<VideoFile>,
    standing: Option<Standing>,
    /// Address of the captions that are there; empty without.
    captions_at: String,
    /// May be shown on the website, as the client said.
    granted: bool,
    watched_by: Option<String>,
    form: Refill,
}

fn edit_page(conn: &mut Conn, case: CaseId, form: Option<Refill>) -> Result<EditPage, Error> {
    let client = cases::case(conn, &case)?.client_id;
    let client = clients::client(conn, &client)?.name;
    let found = queries::of_case(conn, &case)?;
    let Some((video, file)) = found else {
        return Ok(EditPage {
            case,
            client,
            video: None,
            file: None,
            standing: None,
            captions_at: String::new(),
            granted: false,
            watched_by: None,
            form: Refill::default(),
        });
    };
    let live = consents::live_grants(conn, &case)?;
    let is_video = |one: &&consents::LiveGrant| one.subject_id == video.id.as_str();
    let kept = || {
        Refill::with([
            ("captions", video.captions.clone()),
            ("revision", video.captions_revision.to_string()),
        ])
    };
    Ok(EditPage {
        granted: live
            .iter()
            .filter(is_video)
            .any(|one| one.channel == "website"),
        standing: Some(videos::standing(conn, &video, file.as_ref())?),
        watched_by: match &video.watched_by {
            Some(id) => Some(accounts::user(conn, id)?.name),
            None => None,
        },
        form: form.unwrap_or_else(kept),
        captions_at: match video.captions.is_empty() {
            true => String::new(),
            false => format!("/staff/videos/{}/video.vtt", video.id),
        },
        case,
        client,
        file,
        video: Some(video),
    })
}

async fn answer(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    case: CaseId,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let shown = app.db.read(move |conn| edit_page(conn, case, form)).await?;
    page_with_status(request, status, "videos/edit.html", &shown)
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    answer(&app, &request, StatusCode::OK, case, None).await
}

fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Video, Error> {
    let found = queries::of_case(conn, case)?;
    found.map(|(video, _)| video).ok_or(Error::NotFound)
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["captions", "watched", "revision"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let revision = form.text("revision").parse().unwrap_or(-1);
    let (asked, text, watched) = (case.clone(), form.text("captions"), form.ticked("watched"));
    let done = app.db.write(move |conn| {
        let video = of_case(conn, &asked)?;
        videos::caption(conn, &actor, &video.id, (&text, watched, revision))
    });
    let (status, refill) = match done.await {
        Ok(()) => {
            let back = format!("/staff/cases/{case}/video");
            return Ok(redirect_with(&visit, &back, "notice-saved"));
        }
        Err(error) => Refill::after(&form, error)?,
    };
    answer(&app, &request, status, case, Some(refill)).await
}

/// Has its file made again.
pub async fn create_file(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/video");
    app.db
        .write(move |conn| {
            let video = of_case(conn, &case)?;
            videos::make_again(conn, &actor, &video)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-video-making"))
}
