//! The photos of a case: upload, look, edit.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::{Error, FieldErrors};
use crate::imaging::{Edits, Level, Limits, Mask, MaskKind, Rect};
use crate::photos::pairs::{Pair, pairs};
use crate::photos::{
    Angle, Details, NewPhoto, Photo, Stage, Uploaded, edit as change, photo, photos, remove, upload,
};
use crate::web::flash::redirect_with;
use crate::web::upload::Upload;
use crate::web::{Form, Refill, Visit, page, page_with_status};

/// A photo and the version that shows least of the person: what lists show.
#[derive(Serialize)]
pub struct Shown {
    photo: Photo,
    levels: Vec<Level>,
}

impl Shown {
    pub fn of(photo: Photo) -> Self {
        let levels = photo.levels();
        Self { photo, levels }
    }
}

#[derive(Serialize)]
struct IndexPage {
    case: CaseId,
    photos: Vec<Shown>,
    pairs: Vec<Pair>,
    stages: Vec<Stage>,
    angles: Vec<Angle>,
    results: Vec<FileResult>,
    form: Refill,
}

#[derive(Serialize)]
struct FileResult {
    name: String,
    status: u16,
    /// Id of the text.
    message: String,
    photo: Option<PhotoId>,
    case: Option<CaseId>,
}

async fn index_page(
    app: &App,
    case: CaseId,
    results: Vec<FileResult>,
    form: Refill,
) -> Result<IndexPage, Error> {
    let asked = case.clone();
    let (photos, pairs) = app
        .db
        .read(move |conn| {
            crate::photos::queries::case_exists(conn, &asked)?;
            Ok((photos(conn, &asked)?, pairs(conn, &asked)?))
        })
        .await?;
    Ok(IndexPage {
        case,
        photos: photos.into_iter().map(Shown::of).collect(),
        pairs,
        stages: Stage::ALL.to_vec(),
        angles: Angle::ALL.to_vec(),
        results,
        form,
    })
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let shown = index_page(&app, case, Vec::new(), Refill::default()).await?;
    page(&request, "photos/index.html", &shown)
}

/// Takes files one by one: each that has arrived stays, whatever happens to the next.
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
            let form = Refill::refused(&sent.form, &errors);
            let shown = index_page(&app, case, Vec::new(), form).await?;
            return page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "photos/index.html",
                &shown,
            );
        }
        Err(error) => return Err(error),
    };
    let mut results = Vec::new();
    while let Some(arrived) = sent.next_file(Limits::default().max_bytes).await? {
        results.push(match arrived {
            Ok(file) => {
                let name = file.name.clone();
                // A task of its own: a file that has arrived is kept even if the sender goes away now.
                let (app, actor, case, new) =
                    (app.clone(), actor.clone(), case.clone(), new.clone());
                let keep =
                    actix_web::rt::spawn(
                        async move { upload(&app, &actor, &case, &new, file).await },
                    );
                let uploaded = keep
                    .await
                    .map_err(|e| Error::internal(format!("upload: {e}")))?;
                told(name, uploaded?)
            }
            Err((name, error)) => FileResult {
                name,
                status: error.status(),
                message: "photo-refused-too-many-bytes".to_owned(),
                photo: None,
                case: None,
            },
        });
    }
    answer(&app, &request, case, results, &sent.form).await
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
async fn answer(
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
    let wants_json = request
        .headers()
        .get(actix_web::http::header::ACCEPT)
        .is_some_and(|v| v.as_bytes().starts_with(b"application/json"));
    if wants_json {
        let texts = &app.pages.texts;
        let files: Vec<_> = results
            .iter()
            .map(|r| {
                serde_json::json!({ "name": r.name, "status": r.status, "code": r.message,
                "message": texts.get(&r.message), "photo": r.photo, "case": r.case })
            })
            .collect();
        return Ok(HttpResponse::build(status).json(serde_json::json!({ "files": files })));
    }
    let mut refill = Refill::with(form.values().iter().map(|(k, v)| (k.as_str(), v.clone())));
    if results.is_empty() {
        refill
            .errors
            .insert("files".to_owned(), "photo-none-chosen".to_owned());
    }
    let shown = index_page(app, case, results, refill).await?;
    page_with_status(request, status, "photos/index.html", &shown)
}

fn described(form: &Form) -> Result<NewPhoto, Error> {
    let mut errors = FieldErrors::default();
    let (stage, session_number, angle, taken_on) = common(form, &mut errors);
    errors.check()?;
    Ok(NewPhoto {
        stage,
        session_number,
        angle,
        taken_on,
    })
}

fn common(
    form: &Form,
    errors: &mut FieldErrors,
) -> (Stage, Option<i32>, Angle, Option<chrono::NaiveDate>) {
    let stage = Stage::parse(&form.text("stage"));
    let angle = Angle::parse(&form.text("angle"));
    if stage.is_none() {
        errors.add("stage", "field-choice");
    }
    if angle.is_none() {
        errors.add("angle", "field-choice");
    }
    let number = form
        .number("session_number", 1..=20, errors)
        .and_then(|n| i32::try_from(n).ok());
    let taken_on = form.date("taken_on", errors);
    (
        stage.unwrap_or(Stage::Before),
        number,
        angle.unwrap_or(Angle::Front),
        taken_on,
    )
}

#[derive(Serialize)]
struct EditPage {
    photo: Photo,
    levels: Vec<Level>,
    edits: Edits,
    kinds: Vec<MaskKind>,
    stages: Vec<Stage>,
    angles: Vec<Angle>,
    form: Refill,
}

fn edit_page(photo: Photo, form: Option<Refill>) -> EditPage {
    let edits = photo.edits().unwrap_or_default();
    let form = form.unwrap_or_else(|| {
        Refill::with([
            ("stage", photo.stage.clone()),
            ("angle", photo.angle.clone()),
            (
                "session_number",
                photo
                    .session_number
                    .map(|n| n.to_string())
                    .unwrap_or_default(),
            ),
            (
                "taken_on",
                photo.taken_on.map(|d| d.to_string()).unwrap_or_default(),
            ),
            ("alt", photo.alt.clone()),
            ("straighten", edits.straighten.to_string()),
        ])
    });
    EditPage {
        levels: photo.levels(),
        edits,
        kinds: MaskKind::ALL.to_vec(),
        stages: Stage::ALL.to_vec(),
        angles: Angle::ALL.to_vec(),
        form,
        photo,
    }
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let photo = app.db.read(move |conn| photo(conn, &id)).await?;
    page(&request, "photos/edit.html", &edit_page(photo, None))
}

const FIELDS: &[&str] = &[
    "revision",
    "stage",
    "session_number",
    "angle",
    "taken_on",
    "alt",
    "sensitive",
    "faceless",
    "whole_angle",
    "straighten",
    "crop_x",
    "crop_y",
    "crop_width",
    "crop_height",
    "mask_*",
];

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(FIELDS)?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let asked = id.clone();
    let done = match details(&form) {
        Ok(details) => {
            app.db
                .write(move |conn| change(conn, &actor, &asked, &details))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, errors) = match done {
        Ok(photo) => {
            return Ok(redirect_with(
                &visit,
                &format!("/staff/photos/{}", photo.id),
                "notice-photo-saved",
            ));
        }
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Err(Error::Conflict) => {
            let mut errors = FieldErrors::default();
            errors.add("conflict", "photo-conflict");
            (StatusCode::CONFLICT, errors)
        }
        Err(error) => return Err(error),
    };
    let photo = app.db.read(move |conn| photo(conn, &id)).await?;
    let refill = Refill::refused(&form, &errors);
    page_with_status(
        &request,
        status,
        "photos/edit.html",
        &edit_page(photo, Some(refill)),
    )
}

fn details(form: &Form) -> Result<Details, Error> {
    let mut errors = FieldErrors::default();
    let (stage, session_number, angle, taken_on) = common(form, &mut errors);
    let alt = form.limited("alt", 300, &mut errors);
    let edits = edits(form, &mut errors);
    let revision = form.number("revision", 1..=i64::from(i32::MAX), &mut errors);
    errors.check()?;
    Ok(Details {
        revision: revision
            .and_then(|n| i32::try_from(n).ok())
            .ok_or(Error::Conflict)?,
        stage,
        session_number,
        angle,
        taken_on,
        alt,
        sensitive: form.ticked("sensitive"),
        faceless: form.ticked("faceless"),
        edits,
        whole_angle: form.ticked("whole_angle"),
    })
}

/// Number fields in percent of the photo: `crop_x` …, and `mask_kind`, `mask_x` … once for each mask.
fn edits(form: &Form, errors: &mut FieldErrors) -> Edits {
    let crop: Vec<String> = ["crop_x", "crop_y", "crop_width", "crop_height"]
        .iter()
        .map(|f| form.text(f))
        .collect();
    let crop = if crop.iter().all(String::is_empty) {
        None
    } else {
        rect(&crop, "crop", errors)
    };
    let straighten = match form.optional("straighten").map(|text| text.parse::<f32>()) {
        None => 0.0,
        Some(Ok(degrees)) if degrees.is_finite() => degrees,
        Some(_) => {
            errors.add("straighten", "field-number");
            0.0
        }
    };
    let kinds = form.all("mask_kind");
    let columns: Vec<Vec<String>> = ["mask_x", "mask_y", "mask_width", "mask_height"]
        .iter()
        .map(|f| form.all(f))
        .collect();
    let mut masks = Vec::new();
    for (i, kind) in kinds.iter().enumerate() {
        let cells: Vec<String> = columns
            .iter()
            .map(|c| c.get(i).cloned().unwrap_or_default())
            .collect();
        if kind.is_empty() || cells.iter().all(String::is_empty) {
            continue;
        }
        match (MaskKind::parse(kind), rect(&cells, "masks", errors)) {
            (Some(what), Some(rect)) => masks.push(Mask { what, rect }),
            _ => errors.add("masks", "photo-edits-refused"),
        }
    }
    Edits {
        crop,
        straighten,
        masks,
    }
}

fn rect(percent: &[String], name: &str, errors: &mut FieldErrors) -> Option<Rect> {
    let numbers: Option<Vec<f64>> = percent
        .iter()
        .map(|text| {
            text.replace(',', ".")
                .parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
                .map(|n| n / 100.0)
        })
        .collect();
    match numbers.as_deref() {
        Some([x, y, width, height]) => Some(Rect {
            x: *x,
            y: *y,
            width: *width,
            height: *height,
        }),
        _ => {
            errors.add(name, "field-number");
            None
        }
    }
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let case = app.db.write(move |conn| remove(conn, &actor, &id)).await?;
    Ok(redirect_with(
        &visit,
        &format!("/staff/cases/{case}/photos"),
        "notice-photo-removed",
    ))
}
