//! What forgetting a client would mean: what goes, what stays, until when and why.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::cases;
use crate::clients::{self, Client};
use crate::clinic::{self, Keeping};
use crate::consents;
use crate::db::{ClientId, Conn};
use crate::error::Error;
use crate::external_uses::{self, Standing};
use crate::photos;
use crate::stories;

/// Said before it is done.
#[derive(Debug, Clone, Serialize)]
pub struct Outlook {
    pub client: Client,
    pub cases: usize,
    pub photos: usize,
    /// Stories, and how many of them had a public address.
    pub stories: usize,
    pub addresses: usize,
    /// Copies in places that are not the clinic's.
    pub elsewhere: usize,
    pub kept: Vec<Kept>,
    /// Why, and how long.
    pub keeping: Keeping,
    pub profile: String,
    pub months: u32,
}

/// Evidence of one signature that would stay.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    pub signed_at: NaiveDateTime,
    pub until: NaiveDateTime,
    pub on_paper: bool,
}

/// # Errors
/// `NotFound`, also when the client was forgotten already.
pub fn outlook(conn: &mut Conn, id: &ClientId) -> Result<Outlook, Error> {
    let client = clients::client(conn, id)?;
    let cases = cases::cases_of_client(conn, id)?;
    let (mut photos, mut own) = (0, Vec::new());
    for case in &cases {
        photos += photos::photos(conn, &case.id)?.len();
        own.extend(stories::of_case(conn, &case.id)?);
    }
    let uses = external_uses::of_client(conn, id)?.into_iter();
    let now = conn.now()?;
    let mut kept = Vec::new();
    for consent in consents::consents_of_client(conn, id)? {
        let until = consents::kept_until(conn, &consent, now)?;
        kept.extend(consent.signed_at.zip(until).map(|(signed_at, until)| Kept {
            signed_at,
            until,
            on_paper: consent.is_on_paper(),
        }));
    }
    let profile = clinic::profile(conn)?;
    let public = own.iter().filter(|one| one.first_published_at.is_some());
    Ok(Outlook {
        cases: cases.len(),
        photos,
        addresses: public.count(),
        stories: own.len(),
        elsewhere: uses.filter(|(_, how)| *how != Standing::Removed).count(),
        kept,
        keeping: profile.evidence.clone(),
        profile: profile.id.clone(),
        months: clinic::evidence_months(conn)?,
        client,
    })
}
