//! Describing many photos in one step: when, from where, on which day, and whether a face can be seen.

use chrono::NaiveDate;

use super::details::{Details, change, locked};
use super::photo::{Angle, Photo, Stage};
use super::proposal::{SessionDay, by_date, session_days};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::clients;
use crate::db::{CaseId, Conn, PhotoId};
use crate::error::Error;

/// What is said of several photos at once; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Description {
    /// `None` confirms what the date proposes, where nobody had said anything yet.
    pub stage: Option<Stage>,
    pub session_number: Option<i32>,
    pub angle: Option<Angle>,
    pub taken_on: Option<NaiveDate>,
    /// See [`Details::faceless`].
    pub faceless: Option<bool>,
}

/// Describes photos of one case: all of them, or none. `alt` words what is known for those without a description.
///
/// # Errors
/// `NotFound` if only one of them is not of this case (S11); `Invalid` when none was chosen.
pub fn describe(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    ids: &[PhotoId],
    said: &Description,
    alt: Option<&dyn Fn(Stage, Angle) -> String>,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let client = queries::client_of(conn, case)?;
    if ids.is_empty() {
        return Err(Error::field("photos", "photos-none-ticked"));
    }
    clients::lock(conn, &client)?;
    let all = queries::photos(conn, case)?;
    let sessions = session_days(conn, case)?;
    for id in ids {
        let photo = all.iter().find(|photo| &photo.id == id);
        let photo = photo.ok_or(Error::NotFound)?;
        let mut details = described(photo, said, &sessions)?;
        if let (Some(alt), Some(stage), Some(angle)) = (alt, details.stage, details.angle)
            && details.alt.is_empty()
        {
            details.alt = alt(stage, angle);
        }
        change(conn, actor, photo, &details)?;
    }
    Ok(())
}

/// The photo as it is, with what was said put over it.
fn described(photo: &Photo, said: &Description, sessions: &[SessionDay]) -> Result<Details, Error> {
    let taken_on = said.taken_on.or(photo.taken_on);
    let known = said.stage.or_else(|| photo.stage());
    let proposed = taken_on.and_then(|day| by_date(day, sessions));
    let (stage, session_number) = match (known, proposed) {
        (Some(stage), _) => (Some(stage), said.session_number.or(photo.session_number)),
        (None, Some(proposed)) => (Some(proposed.stage), proposed.session_number),
        (None, None) => (None, None),
    };
    Ok(Details {
        revision: photo.revision,
        stage,
        session_number,
        angle: said.angle.or_else(|| photo.angle()),
        taken_on,
        alt: photo.alt.clone(),
        sensitive: photo.sensitive,
        faceless: said.faceless.unwrap_or(photo.bare_level == 0),
        edits: photo
            .edits()
            .ok_or_else(|| Error::internal("edits can't be read"))?,
        whole_angle: false,
    })
}

/// The description of one photo for people who can't see it.
///
/// # Errors
/// `Conflict` when the photo was changed meanwhile.
pub fn word(
    conn: &mut Conn,
    actor: &Actor,
    id: &PhotoId,
    revision: i32,
    alt: &str,
) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let photo = locked(conn, id)?;
    let mut details = described(&photo, &Description::default(), &[])?;
    details.revision = revision;
    alt.clone_into(&mut details.alt);
    change(conn, actor, &photo, &details)?;
    Ok(photo.case_id)
}
