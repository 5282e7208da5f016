//! One photo: what is said of it, and what is done to it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::drawing::Drawing;
use super::edit_fields::{EditFields, MaskFields};
use super::fields;
use super::progress::{look_at, tell, wants_json};
use super::suggested::{Suggested, added};
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::db::{Conn, PhotoId};
use crate::error::{Error, FieldErrors};
use crate::imaging::{Edits, Level, MaskKind, Shape, Style};
use crate::photos::suggestions::{may_be_suggested, suggestions};
use crate::photos::{
    Angle, Details, Photo, PrintUse, Progress, Proposal, Stage, UNSAID, edit as change,
    outside_levels, photo, photos, progress, proposal, session_days,
};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct EditPage {
    photo: Photo,
    progress: Progress,
    levels: Vec<Level>,
    /// The clinic's logo stands on the versions.
    marked: bool,
    /// Where else it may be seen: the value of the form's field, the place, and how much of the person there.
    outside: Vec<(&'static str, &'static str, &'static str)>,
    /// With two empty lines, for more masks.
    edits: EditFields,
    drawing: Drawing,
    /// Covers can be looked for; it takes a moment, so that a page asks for it of its own.
    may_be_suggested: bool,
    looked: bool,
    suggested: Vec<Suggested>,
    kinds: Vec<MaskKind>,
    shapes: Vec<Shape>,
    styles: Vec<Style>,
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

/// `refused` is what somebody sent that could not be stored: it is shown again as it came.
fn gather(
    conn: &mut Conn,
    id: &PhotoId,
    refused: Option<(&Form, Refill)>,
) -> Result<EditPage, Error> {
    let photo = photo(conn, id)?;
    let all = photos(conn, &photo.case_id)?;
    let place = all.iter().position(|one| one.id == photo.id).unwrap_or(0);
    let beside = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|one| one.id.clone());
    let others = all.iter().filter(|one| one.id != photo.id);
    let proposal = proposal(&photo, &session_days(conn, &photo.case_id)?);
    let progress = progress(conn, std::slice::from_ref(&photo))?;
    let stored = photo.edits().unwrap_or_default();
    let mut edits = match refused {
        Some((form, _)) => EditFields::read(form, &stored),
        None => EditFields::of(&stored),
    };
    let mut wrong = FieldErrors::default();
    let sent = edits.edits(&mut wrong);
    let drawn = match wrong.check().is_ok() && sent.validate().is_ok() {
        true => Drawing::of(&photo, &sent),
        false => Drawing::of(&photo, &stored),
    };
    edits.masks.retain(|mask| !mask.is_empty());
    edits
        .masks
        .extend([MaskFields::default(), MaskFields::default()]);
    Ok(EditPage {
        levels: photo.levels(),
        marked: stored.watermark.is_some(),
        outside: outside_levels(conn, &photo)?
            .into_iter()
            .map(|(at, level)| (PrintUse::Outside(at).as_str(), at.as_str(), level.as_str()))
            .collect(),
        edits,
        drawing: drawn,
        may_be_suggested: may_be_suggested(&photo),
        looked: false,
        suggested: Vec::new(),
        kinds: MaskKind::ALL.to_vec(),
        shapes: Shape::ALL.to_vec(),
        styles: Style::ALL.to_vec(),
        stages: Stage::ALL.to_vec(),
        angles: Angle::ALL.to_vec(),
        same_angle: others
            .filter(|one| photo.angle().is_some() && one.angle() == photo.angle())
            .count(),
        previous: beside(place.checked_sub(1)),
        next: beside(Some(place + 1)),
        form: refused.map_or_else(|| as_stored(&photo, proposal), |(_, refill)| refill),
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
    ])
}

/// `?suggest=yes`: also covers that a person may want.
#[derive(Deserialize)]
pub struct Asked {
    suggest: Option<String>,
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    if wants_json(&request) {
        return tell(&app, move |conn| Ok(vec![photo(conn, &id)?])).await;
    }
    let mut shown = app.db.read(move |conn| gather(conn, &id, None)).await?;
    if asked.suggest.is_some() {
        let found = suggestions(&app, &grant, &shown.photo).await?;
        shown.suggested = found.iter().map(Suggested::of).collect();
        shown.looked = true;
    }
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
    "focus_x",
    "focus_y",
    "turns",
    "turn",
    "add",
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
    let sent = form.clone();
    let done = app
        .db
        .write(move |conn| {
            let stored = photo(conn, &asked)?.edits().unwrap_or_default();
            change(conn, &actor, &asked, &details(&sent, &stored)?)
        })
        .await;
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
        .read(move |conn| gather(conn, &id, Some((&form, refill))))
        .await?;
    page_with_status(&request, status, "photos/edit.html", &shown)
}

fn details(form: &Form, stored: &Edits) -> Result<Details, Error> {
    let mut errors = FieldErrors::default();
    let said = fields::read(form, UNSAID, &mut errors);
    let alt = form.limited("alt", 300, &mut errors);
    let mut fields = EditFields::read(form, stored);
    if let Some(suggested) = form.optional("add") {
        fields.masks.push(added(&suggested)?);
    }
    let mut edits = fields.edits(&mut errors);
    match form.text("turn").as_str() {
        "" => {}
        "left" => edits.turns = (edits.turns + 3) % 4,
        "right" => edits.turns = (edits.turns + 1) % 4,
        _ => errors.add("edits", "field-choice"),
    }
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
