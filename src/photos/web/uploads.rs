//! Files on their way in: each that has arrived stays, whatever happens to the next.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;

use super::fields;
use super::photos::{Sent, answer};
use super::progress::wants_json;
use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::{Error, FieldErrors};
use crate::imaging::Limits;
use crate::photos::proposal::angle_by_name;
use crate::photos::{NewPhoto, Uploaded, upload};
use crate::web::upload::{ReceivedFile, Upload};
use crate::web::{Form, Refill};

/// What became of one file.
#[derive(Serialize)]
pub(super) struct FileResult {
    name: String,
    status: u16,
    /// Id of the text.
    message: String,
    photo: Option<PhotoId>,
    case: Option<CaseId>,
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    case: Path<String>,
    mut sent: Upload,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    sent.form
        .only(&["stage", "session_number", "angle", "taken_on"])?;
    let new = match described(&sent.form) {
        Ok(new) => new,
        Err(Error::Invalid(errors)) => {
            let refused = Sent {
                form: Refill::refused(&sent.form, &errors),
                ..Sent::default()
            };
            return answer(
                &app,
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                case,
                refused,
            )
            .await;
        }
        Err(error) => return Err(error),
    };
    let mut results = Vec::new();
    while let Some(arrived) = sent.next_file(Limits::default().max_bytes).await? {
        results.push(match arrived {
            Ok(file) => keep(&app, &actor, &case, &new, file).await?,
            Err((name, error)) => FileResult {
                name,
                status: error.status(),
                message: "photo-refused-too-many-bytes".to_owned(),
                photo: None,
                case: None,
            },
        });
    }
    say(&app, &request, case, results, &sent.form).await
}

async fn keep(
    app: &Data<App>,
    actor: &Actor,
    case: &CaseId,
    new: &NewPhoto,
    file: ReceivedFile,
) -> Result<FileResult, Error> {
    let name = file.name.clone();
    let (app, actor, case, mut new) = (app.clone(), actor.clone(), case.clone(), new.clone());
    // A guess may stand only where a person confirms the photo anyway.
    if new.stage.is_none() && new.angle.is_none() {
        new.angle = angle_by_name(&name);
    }
    // A task of its own: a file that has arrived is kept even if the sender goes away now.
    let task = actix_web::rt::spawn(async move { upload(&app, &actor, &case, &new, file).await });
    let uploaded = task
        .await
        .map_err(|e| Error::internal(format!("upload: {e}")))?;
    Ok(told(name, uploaded?))
}

fn told(name: String, uploaded: Uploaded) -> FileResult {
    let (status, message, photo, case) = match uploaded {
        Uploaded::Kept(id) => (201, "photo-kept".to_owned(), Some(id), None),
        Uploaded::AlsoIn(id, case) => (201, "photo-also-in".to_owned(), Some(id), Some(case)),
        Uploaded::Duplicate(id) => (200, "photo-duplicate".to_owned(), Some(id), None),
        Uploaded::Refused { status, message } => (status, message, None, None),
    };
    FileResult {
        name,
        status,
        message,
        photo,
        case,
    }
}

/// 201 when something was kept; else the status of the first refusal. The page names each file.
async fn say(
    app: &App,
    request: &HttpRequest,
    case: CaseId,
    results: Vec<FileResult>,
    form: &Form,
) -> Result<HttpResponse, Error> {
    let kept = results.iter().find(|r| r.status < 300);
    let status = match (kept, results.first()) {
        (Some(kept), _) => kept.status,
        (None, Some(first)) => first.status,
        (None, None) => 422,
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    if wants_json(request) {
        let texts = &app.pages.texts;
        let files: Vec<_> = results
            .iter()
            .map(|r| {
                json!({ "name": r.name, "status": r.status, "code": r.message,
                "message": texts.get(&r.message), "photo": r.photo, "case": r.case })
            })
            .collect();
        return Ok(HttpResponse::build(status).json(json!({ "files": files })));
    }
    let mut refill = Refill::with(form.values().iter().map(|(k, v)| (k.as_str(), v.clone())));
    if results.is_empty() {
        refill
            .errors
            .insert("files".to_owned(), "photo-none-chosen".to_owned());
    }
    let sent = Sent {
        results,
        form: refill,
        ..Sent::default()
    };
    answer(app, request, status, case, sent).await
}

/// The choice that leaves stage and angle for later.
const LATER: &str = "later";

fn described(form: &Form) -> Result<NewPhoto, Error> {
    let mut errors = FieldErrors::default();
    let said = fields::read(form, LATER, &mut errors);
    errors.check()?;
    Ok(NewPhoto {
        stage: said.stage,
        session_number: said.session_number,
        angle: said.angle,
        taken_on: said.taken_on,
    })
}
