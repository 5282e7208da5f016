//! Prints: a version of a photo for paper or for another place, made when someone asks for it and kept nowhere. Each is
//! written down before any byte leaves; what leaves the clinic needs the client's yes to exactly that place, and is a copy
//! that has to be taken down when that yes ends (G28).

use serde_json::json;

use super::photo::Photo;
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::consents::{self, Channel, StaffGrant, What};
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::external_uses::{self, NewUse};
use crate::imaging::{Edits, Level};

/// Where a print is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintUse {
    /// In the client's own file: it does not leave the clinic.
    File,
    /// By others, in one place that is not ours: on leaflets or walls, in a post.
    Outside(Channel),
}

impl PrintUse {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            // What paper was called before there were other places.
            Self::Outside(Channel::Print) => "outside",
            Self::Outside(channel) => channel.as_str(),
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "file" => Some(Self::File),
            "outside" => Some(Self::Outside(Channel::Print)),
            text => Channel::parse(text)
                .filter(|one| one.is_outside() && *one != Channel::Print)
                .map(Self::Outside),
        }
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
/// outside without a live grant for that place that covers it.
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
    if let PrintUse::Outside(channel) = purpose {
        let most = outside_level(conn, &photo, channel)?;
        if most.is_none_or(|most| level > most) {
            return Err(Error::refused(409, "print-not-granted"));
        }
        let new = NewUse {
            case: photo.case_id.clone(),
            what: What::Photo,
            subject: photo.id.to_string(),
            channel,
            place: String::new(),
            used_on: conn.now()?.date(),
        };
        external_uses::open(conn, actor, &photo.client_id, &new, i32::from(level))?;
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

/// The places outside where this photo, as it is, may be seen now, and how much of the person there.
///
/// # Errors
/// When the database does not answer.
pub fn outside_levels(conn: &mut Conn, photo: &Photo) -> Result<Vec<(Channel, Level)>, Error> {
    let mut levels = Vec::new();
    for channel in Channel::ALL.iter().copied().filter(|one| one.is_outside()) {
        if let Some(level) = outside_level(conn, photo, channel)? {
            levels.push((channel, level));
        }
    }
    Ok(levels)
}

/// `None` when the client allowed none of this photo as it is, in this place.
fn outside_level(conn: &mut Conn, photo: &Photo, channel: Channel) -> Result<Option<Level>, Error> {
    let id = photo.id.as_str();
    let grant = consents::covering_grant(conn, &photo.case_id, What::Photo, id, channel)?;
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
