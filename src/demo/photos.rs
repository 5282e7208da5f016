//! Draws the photos of a person and hands them in, as staff would from a camera.

use std::io::Write;

use chrono::NaiveDate;
use tempfile::NamedTempFile;

use super::Demo;
use super::alt::alt;
use super::dates::Days;
use super::drawing::{self, Moment, View};
use super::people::{Ends, Person};
use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{Edits, Level, Mask, MaskKind, Rect};
use crate::photos::{self, Angle, Details, NewPhoto, Stage, Uploaded};
use crate::web::upload::ReceivedFile;

pub(super) const MOMENTS: [Moment; 3] = [Moment::Before, Moment::Fresh, Moment::Healed];

/// A photo that was kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub id: PhotoId,
    pub view: View,
    pub moment: Moment,
}

/// Draws and uploads all photos of a person, then describes and covers them in one transaction.
pub(super) async fn hand_in(
    app: &App,
    demo: &Demo,
    staff: &Actor,
    person: &Person,
    case: &CaseId,
    today: NaiveDate,
) -> Result<Vec<Kept>, Error> {
    let days = person.course.days(today);
    let mut all = Vec::new();
    for view in &person.views {
        for moment in MOMENTS {
            let (head, draw, view) = (person.head, demo.draw, *view);
            let bytes = tokio::task::spawn_blocking(move || draw(&head, view, moment))
                .await
                .map_err(|e| Error::internal(format!("drawing: {e}")))??;
            let id = upload(app, staff, case, new(view, moment, &days), &bytes).await?;
            all.push(Kept { id, view, moment });
        }
    }
    // Someone whose photos have just arrived is not described yet.
    if person.ends != Ends::Uploaded {
        let (staff, person, kept) = (staff.clone(), person.clone(), all.clone());
        app.db
            .write(move |conn| {
                for one in &kept {
                    let details = details(&person, one, &days);
                    photos::edit(conn, &staff, &one.id, &details)?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(all)
}

fn new(view: View, moment: Moment, days: &Days) -> NewPhoto {
    NewPhoto {
        stage: Some(stage(moment)),
        session_number: None,
        angle: Some(angle(view)),
        taken_on: Some(days.of(moment)),
    }
}

async fn upload(
    app: &App,
    staff: &Actor,
    case: &CaseId,
    new: NewPhoto,
    bytes: &[u8],
) -> Result<PhotoId, Error> {
    let folder = app.config.data_dir.join("uploads");
    let told = |e: std::io::Error| Error::unavailable(format!("upload folder: {e}"));
    std::fs::create_dir_all(&folder).map_err(told)?;
    let mut file = NamedTempFile::new_in(&folder).map_err(told)?;
    file.write_all(bytes).map_err(told)?;
    let received = ReceivedFile {
        name: "drawing.jpg".to_owned(),
        file,
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
    };
    match photos::upload(app, staff, case, &new, received).await? {
        Uploaded::Kept(id) => Ok(id),
        other => Err(Error::internal(format!(
            "a drawn photo was not kept: {other:?}"
        ))),
    }
}

fn details(person: &Person, one: &Kept, days: &Days) -> Details {
    let faceless = one.view == View::Back;
    Details {
        revision: 1,
        stage: Some(stage(one.moment)),
        session_number: None,
        angle: Some(angle(one.view)),
        taken_on: Some(days.of(one.moment)),
        alt: alt(
            &person.head,
            one.view,
            one.moment,
            person.said.level != Level::AreaOnly,
        ),
        sensitive: false,
        faceless,
        edits: if faceless {
            Edits::default()
        } else {
            covers(person, one)
        },
        whole_angle: false,
    }
}

/// The masks that the person's answer needs, and where only the scalp is shown, a crop to it. Where the answer is not
/// known yet, the masks for every answer.
fn covers(person: &Person, one: &Kept) -> Edits {
    let regions = drawing::regions(&person.head, one.view, one.moment);
    let open = matches!(person.ends, Ends::Drafted | Ends::Asked);
    let mut edits = Edits::default();
    let mut cover = |what, rect| edits.masks.push(Mask::new(what, rect));
    if open || person.said.level == Level::AreaOnly {
        cover(MaskKind::Face, regions.face);
    }
    if let Some(eyes) = regions.eyes
        && (open || person.said.level == Level::Covered)
    {
        cover(MaskKind::Eyes, eyes);
    }
    if !open && person.said.level == Level::AreaOnly {
        // One frame for all moments of a view.
        let face = drawing::regions(&person.head, one.view, Moment::Before).face;
        edits.crop = Some(scalp(one.view, face));
    }
    edits
}

/// From above the head down to where the face begins; from the side a little further.
fn scalp(view: View, face: Rect) -> Rect {
    let top = 0.06;
    let bottom = match view {
        View::Left | View::Right => face.y + face.height * 0.6,
        _ => face.y + 0.015,
    };
    Rect {
        x: 0.1,
        y: top,
        width: 0.8,
        height: (bottom - top).clamp(0.3, 0.9),
    }
}

fn stage(moment: Moment) -> Stage {
    match moment {
        Moment::Before => Stage::Before,
        Moment::Fresh => Stage::Fresh,
        Moment::Healed => Stage::Healed,
    }
}

fn angle(view: View) -> Angle {
    match view {
        View::Front => Angle::Front,
        View::Left => Angle::Left,
        View::Right => Angle::Right,
        View::Top => Angle::Top,
        View::Back => Angle::Back,
    }
}
