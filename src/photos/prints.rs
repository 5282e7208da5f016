//! Prints: a version of a photo for paper, made when someone asks for it and kept nowhere. Each is written down before any
//! byte leaves, and what leaves the clinic needs the client's yes to print.

use serde::Serialize;
use serde_json::json;

use super::photo::Photo;
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::consents::{self, Channel, StaffGrant, What};
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::imaging::{Edits, Level};

/// Where a print is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintUse {
    /// In the client's own file: it does not leave the clinic.
    File,
    /// By others, on leaflets or walls.
    Outside,
}

impl PrintUse {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Outside => "outside",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::File, Self::Outside]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

/// The proof that it was written down who takes a print; without it none is made.
#[derive(Debug)]
pub struct TakenPrint {
    pub(super) photo: Photo,
    pub(super) edits: Edits,
    pub(super) level: Level,
}

/// Writes down that a member of staff takes a print of a photo, how much it shows and for what.
///
/// # Errors
/// `NotFound` for a photo or a version that isn't; `Forbidden` for those who don't work with clients' photos; `Refused` for use
/// outside without a live grant for print that covers it.
pub fn take_print(
    conn: &mut Conn,
    actor: &Actor,
    _grant: &StaffGrant,
    id: &PhotoId,
    level: Level,
    purpose: PrintUse,
) -> Result<TakenPrint, Error> {
    actor.require(Role::Staff)?;
    let photo = queries::photo(conn, id)?;
    let edits = photo
        .edits()
        .filter(|_| photo.is_ready() && photo.levels().contains(&level))
        .ok_or(Error::NotFound)?;
    if purpose == PrintUse::Outside {
        let most = print_level(conn, &photo)?;
        if most.is_none_or(|most| level > most) {
            return Err(Error::refused(409, "print-not-granted"));
        }
    }
    audit::record(
        conn,
        &actor.doer(),
        "photo.print",
        &format!("photo:{id}"),
        &json!({ "level": level.as_str(), "use": purpose.as_str() }),
    )?;
    Ok(TakenPrint {
        photo,
        edits,
        level,
    })
}

/// How much of the person may be seen on prints outside the clinic now; `None` when the client allowed none of this photo as it
/// is.
///
/// # Errors
/// When the database does not answer.
pub fn print_level(conn: &mut Conn, photo: &Photo) -> Result<Option<Level>, Error> {
    let id = photo.id.as_str();
    let grant = consents::covering_grant(conn, &photo.case_id, What::Photo, id, Channel::Print)?;
    let covers = |grant: &consents::LiveGrant| {
        let seen: Option<Edits> = serde_json::from_str(&grant.source).ok();
        let now = photo.edits();
        grant.source_sha256 == photo.sha256
            && now
                .zip(seen)
                .is_some_and(|(now, seen)| now.shows_no_more_than(&seen))
    };
    Ok(grant
        .filter(covers)
        .and_then(|grant| Level::try_from(grant.level).ok()))
}
