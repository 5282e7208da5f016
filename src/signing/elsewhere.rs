//! Copies in places that are not the clinic's, as the client sees them: where, since when, and what became of them.

use chrono::NaiveDate;
use serde::Serialize;

use super::pictures::{Album, Shot};
use crate::db::{ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::external_uses::{self, Standing};
use crate::photos;

/// One copy.
#[derive(Serialize)]
pub struct Elsewhere {
    pub what: String,
    /// The photo, as far as it is still kept.
    pub shot: Option<Shot>,
    pub channel: String,
    pub place: String,
    pub address: Option<String>,
    pub since: NaiveDate,
    pub standing: Standing,
    pub gone_on: Option<NaiveDate>,
}

/// All copies of a client's things that left, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn elsewhere(conn: &mut Conn, client: &ClientId) -> Result<Vec<Elsewhere>, Error> {
    let mut all = Vec::new();
    for (one, standing) in external_uses::of_client(conn, client)? {
        let id = PhotoId::parse(&one.subject_id).filter(|_| one.what == "photo");
        let photo = match id.map(|id| photos::photo(conn, &id)) {
            Some(Ok(photo)) => Some(photo),
            Some(Err(Error::NotFound)) | None => None,
            Some(Err(error)) => return Err(error),
        };
        let shot = match &photo {
            Some(photo) => Some(Album::of(conn, &one.case_id)?.shot(conn, photo, None)?),
            None => None,
        };
        all.push(Elsewhere {
            shot,
            address: one.address().map(str::to_owned),
            what: one.what,
            channel: one.channel,
            place: one.place,
            since: one.used_on,
            standing,
            gone_on: one.removed_on,
        });
    }
    Ok(all)
}
