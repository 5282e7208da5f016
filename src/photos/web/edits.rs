//! One photo: what is said of it, its crop and its masks.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::fields;
use super::progress::{look_at, tell, wants_json};
use crate::accounts::Actor;
use crate::app::App;
use crate::db::{Conn, PhotoId};
use crate::error::{Error, FieldErrors};
use crate::imaging::{Edits, Level, Mask, MaskKind, Rect};
use crate::photos::{
    Angle, Details, Photo, Progress, Proposal, Stage, UNSAID, edit as change, photo, photos,
    progress, proposal, session_days,
};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct EditPage {
    photo: Photo,
    progress: Progress,
    levels: Vec<Level>,
    edits: Edits,
    kinds: Vec<MaskKind>,
    stages: Vec<Stage>,
    angles: Vec<Angle>,
    /// What the date suggests, while nobody has said it.
    proposal: Option<Proposal>,
    /// Other photos of this angle in the case.
    same_angle: usize,
    previous: Option<PhotoId>,
    next: Option<PhotoId>,
    form: Refill,
}

fn gather(conn: &mut Conn, id: &PhotoId, form: Option<Refill>) -> Result<EditPage, Error> {
    let photo = photo(conn, id)?;
    let all = photos(conn, &photo.case_id)?;
    let place = all.iter().position(|one| one.id == photo.id).unwrap_or(0);
    let beside = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|one| one.id.clone());
    let others = all.iter().filter(|one| one.id != photo.id);
    let proposal = proposal(&photo, &session_days(conn, &photo.case_id)?);
    let progress = progress(conn, std::slice::from_ref(&photo))?;
    Ok(EditPage {
        levels: photo.levels(),
        edits: photo.edits().unwrap_or_default(),
        kinds: MaskKind::ALL.to_vec(),
        stages: Stage::ALL.to_vec(),
        angles: Angle::ALL.to_vec(),
        same_angle: others
            .filter(|one| photo.angle().is_some() && one.angle() == photo.angle())
            .count(),
        previous: beside(place.checked_sub(1)),
        next: beside(Some(place + 1)),
        form: form.unwrap_or_else(|| as_stored(&photo, proposal)),
        proposal,
        progress: progress
            .get(&photo.id)
            .copied()
            .unwrap_or(Progress::Complete),
        photo,
    })
}

/// The form as it is first shown; a stage that nobody has said yet is filled with the one proposed.
fn as_stored(photo: &Photo, proposal: Option<Proposal>) -> Refill {
    let stage = proposal.map_or(photo.stage.clone(), |p| p.stage.as_str().to_owned());
    let number = photo
        .session_number
        .or(proposal.and_then(|p| p.session_number));
    let text = |value: Option<String>| value.unwrap_or_default();
    Refill::with([
        ("stage", stage),
        ("angle", photo.angle.clone()),
        ("session_number", text(number.map(|n| n.to_string()))),
        ("taken_on", text(photo.taken_on.map(|day| day.to_string()))),
        ("alt", photo.alt.clone()),
        (
            "straighten",
            photo.edits().unwrap_or_default().straighten.to_string(),
        ),
    ])
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    if wants_json(&request) {
        return tell(&app, move |conn| Ok(vec![photo(conn, &id)?])).await;
    }
    let shown = app.db.read(move |conn| gather(conn, &id, None)).await?;
    look_at(&app, std::iter::once((&shown.photo, shown.progress)));
    page(&request, "photos/edit.html", &shown)
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
    let refill = Refill::refused(&form, &errors);
    let shown = app
        .db
        .read(move |conn| gather(conn, &id, Some(refill)))
        .await?;
    page_with_status(&request, status, "photos/edit.html", &shown)
}

fn details(form: &Form) -> Result<Details, Error> {
    let mut errors = FieldErrors::default();
    let said = fields::read(form, UNSAID, &mut errors);
    let alt = form.limited("alt", 300, &mut errors);
    let edits = edits(form, &mut errors);
    let revision = form.number("revision", 1..=i64::from(i32::MAX), &mut errors);
    errors.check()?;
    Ok(Details {
        revision: revision
            .and_then(|n| i32::try_from(n).ok())
            .ok_or(Error::Conflict)?,
        stage: said.stage,
        session_number: said.session_number,
        angle: said.angle,
        taken_on: said.taken_on,
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
            (Some(what), Some(rect)) => masks.push(Mask::new(what, rect)),
            _ => errors.add("masks", "photo-edits-refused"),
        }
    }
    Edits {
        crop,
        straighten,
        masks,
        ..Edits::default()
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
