//! What staff may say of a photo and do to it, and what must come down when less is to be shown.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::jobs::{MakeRenditions, call_off_versions};
use super::photo::{Angle, Photo, PhotoState, Stage, UNSAID};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::clinic;
use crate::consents;
use crate::db::schema::photos;
use crate::db::{Conn, PhotoId, exactly_one};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Edits;
use crate::jobs;

/// What staff may change about a photo. The original never changes.
#[derive(Debug, Clone)]
pub struct Details {
    pub revision: i32,
    /// `None`: still not said.
    pub stage: Option<Stage>,
    pub session_number: Option<i32>,
    /// `None`: still not said.
    pub angle: Option<Angle>,
    pub taken_on: Option<NaiveDate>,
    pub alt: String,
    pub sensitive: bool,
    /// Staff say: the bare picture shows no face and nothing that tells who it is.
    pub faceless: bool,
    pub edits: Edits,
    /// Apply the edits to all photos of this angle in the case.
    pub whole_angle: bool,
}

/// Changes a photo. Where less is shown than before, what is public of it comes down in this transaction and returns
/// with the new rendition; where more would be shown, the approved rendition stays until the client and a moderator
/// have said yes.
///
/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` for edits that make no sense.
pub fn edit(
    conn: &mut Conn,
    actor: &Actor,
    id: &PhotoId,
    details: &Details,
) -> Result<Photo, Error> {
    actor.require(Role::Staff)?;
    let photo = locked(conn, id)?;
    if details.edits.validate().is_err() {
        return Err(Error::field("edits", "photo-edits-refused"));
    }
    change(conn, actor, &photo, details)?;
    if details.whole_angle {
        for other in queries::photos(conn, &photo.case_id)? {
            if other.id != photo.id && details.angle.is_some() && other.angle() == details.angle {
                let same = Details {
                    revision: other.revision,
                    stage: other.stage(),
                    session_number: other.session_number,
                    taken_on: other.taken_on,
                    alt: other.alt.clone(),
                    edits: carried_over(&details.edits, &other),
                    ..details.clone()
                };
                change(conn, actor, &other, &same)?;
            }
        }
    }
    queries::photo(conn, id)
}

/// The same masks, crop and angle on another photo as it is seen; how that was held and what matters in it is its own.
fn carried_over(edits: &Edits, other: &Photo) -> Edits {
    let own = other.edits().unwrap_or_default();
    Edits {
        focus: own.focus,
        ..edits.after_turns().before_turns(own.turns)
    }
}

/// The photo under its client's lock: an approval under way waits for us, or we for it.
pub(super) fn locked(conn: &mut Conn, id: &PhotoId) -> Result<Photo, Error> {
    let client = queries::photo(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    queries::photo(conn, id)
}

pub(super) fn change(
    conn: &mut Conn,
    actor: &Actor,
    photo: &Photo,
    details: &Details,
) -> Result<(), Error> {
    let bare_level = if details.faceless { 0 } else { 2 };
    let mut wanted = details.edits.clone();
    wanted.watermark = photo.edits().and_then(|stored| stored.watermark);
    let redo = sha256(wanted.canonical_json().as_bytes()) != photo.edits_sha256
        || bare_level != photo.bare_level
        || photo.state == "refused";
    // What is developed anew is developed as the clinic wants it now.
    if redo {
        wanted.watermark = clinic::watermark(conn)?;
    }
    let edits = wanted.canonical_json();
    let edits_sha256 = sha256(edits.as_bytes());
    let state = if redo {
        PhotoState::Processing.as_str()
    } else {
        photo.state.as_str()
    };
    let changed = diesel::update(
        photos::table
            .find(photo.id.as_str())
            .filter(photos::revision.eq(details.revision)),
    )
    .set((
        photos::stage.eq(details.stage.map_or(UNSAID, Stage::as_str)),
        photos::session_number.eq(details.session_number),
        photos::angle.eq(details.angle.map_or(UNSAID, Angle::as_str)),
        photos::taken_on.eq(details.taken_on),
        photos::alt.eq(&details.alt),
        photos::sensitive.eq(details.sensitive),
        photos::bare_level.eq(bare_level),
        photos::edits.eq(&edits),
        photos::edits_sha256.eq(&edits_sha256),
        photos::state.eq(state),
        photos::revision.eq(photo.revision + 1),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    if redo {
        if must_come_down(conn, photo, details, &edits)? {
            consents::unpublish_subject(conn, photo.id.as_str(), "less_shown")?;
        }
        call_off_versions(conn, &photo.id)?;
        jobs::enqueue(
            conn,
            &MakeRenditions {
                photo: photo.id.clone(),
                edits: edits_sha256.clone(),
                bare_level,
            },
        )?;
    }
    let detail = json!({ "edits": edits_sha256, "revision": photo.revision + 1 });
    audit::record(
        conn,
        &actor.doer(),
        "photo.edit",
        &format!("photo:{}", photo.id),
        &detail,
    )
}

/// Whether what is public of a photo must come down now: less of it is to be shown than is, or staff say that the
/// picture tells more of the person than they had said. What would show *more* leaves the approved version up.
fn must_come_down(
    conn: &mut Conn,
    photo: &Photo,
    details: &Details,
    edits: &str,
) -> Result<bool, Error> {
    if !details.faceless && photo.bare_level == 0 {
        return Ok(true);
    }
    let less = |shown: &String| {
        let approved: Option<Edits> = serde_json::from_str(shown).ok();
        shown != edits
            && approved.is_none_or(|approved| details.edits.shows_no_more_than(&approved))
    };
    Ok(consents::published_contents(conn, photo.id.as_str())?
        .iter()
        .any(less))
}
