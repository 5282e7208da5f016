//! A consent on paper: a sheet is printed with what it shows, signed by hand, scanned, transcribed line by line by one person
//! and verified against the scan by another (G10, S53). Until then it is a draft like any other, and grants nothing.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::consent::{Consent, ConsentState, Method};
use super::queries;
use crate::accounts::Actor;
use crate::db::schema::{consent_papers, consents};
use crate::db::{CaseId, ClientId, Conn, ConsentId, UserId};
use crate::error::Error;
use crate::hash::sha256;

mod actions;
mod scans;
mod transcript;
mod verified;

pub use actions::{print_sheet, return_paper, transcribe};
pub(super) use scans::drop_all;
pub use scans::{DropScan, NewScan, Scan, add_scan, drop_scans, scans};
pub use transcript::{Line, Mark, Subject, Transcript};
pub use verified::{VerifiedPaper, verify_paper};

/// The sheet of one consent.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = consent_papers)]
pub struct Paper {
    pub consent_id: ConsentId,
    pub client_id: ClientId,
    /// Stands on the sheet, so that it is not taken for another.
    pub code: String,
    /// Of all that the sheet shows: when that changes, the sheet binds nothing (S19).
    pub shown_sha256: String,
    /// The last day, as the sheet names it.
    pub until: NaiveDateTime,
    pub printed_at: NaiveDateTime,
    pub printed_by: UserId,
    #[serde(skip)]
    pub transcript: Option<String>,
    pub transcribed_at: Option<NaiveDateTime>,
    pub transcribed_by: Option<UserId>,
    /// What was wrong with the transcription before.
    pub returned_why: Option<String>,
    pub verified_at: Option<NaiveDateTime>,
    pub verified_by: Option<UserId>,
}

impl Paper {
    /// What was read off the sheet.
    ///
    /// # Errors
    /// When what is stored is no transcription of ours.
    pub fn read(&self) -> Result<Option<Transcript>, Error> {
        let read = self.transcript.as_deref().map(serde_json::from_str);
        Ok(read.transpose()?)
    }

    /// Stands for the transcription that somebody looks at; `None` before there is one.
    pub fn transcript_sha256(&self) -> Option<String> {
        let text = self.transcript.as_deref()?;
        Some(sha256(text.as_bytes()))
    }

    /// Verified, and by someone else than who transcribed it.
    fn is_verified(&self) -> bool {
        let both = self
            .transcribed_by
            .as_ref()
            .zip(self.verified_by.as_ref())
            .zip(self.verified_at);
        both.is_some_and(|((wrote, looked), _)| wrote != looked)
    }
}

/// How far a sheet has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperStage {
    /// Waits for its scan.
    Printed,
    /// Waits for someone to write down what it says.
    Scanned,
    /// Waits for a second person.
    Transcribed,
    Verified,
}

/// The sheet of a consent, if one was printed.
///
/// # Errors
/// When the database does not answer.
pub fn paper(conn: &mut Conn, consent: &ConsentId) -> Result<Option<Paper>, Error> {
    Ok(consent_papers::table
        .find(consent.as_str())
        .select(Paper::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// How far a sheet has come.
///
/// # Errors
/// When the database does not answer.
pub fn stage(conn: &mut Conn, paper: &Paper) -> Result<PaperStage, Error> {
    let scanned = !scans(conn, &paper.consent_id)?.is_empty();
    Ok(match (scanned, &paper.transcript) {
        (false, _) => PaperStage::Printed,
        (true, None) => PaperStage::Scanned,
        (true, Some(_)) if paper.is_verified() => PaperStage::Verified,
        (true, Some(_)) => PaperStage::Transcribed,
    })
}

/// How far the sheet has come that a case's consent rests on, or is to rest on (G10). `None` where nothing is on paper.
///
/// # Errors
/// When the database does not answer.
pub fn stage_of_case(
    conn: &mut Conn,
    case: &CaseId,
    active: Option<&Consent>,
) -> Result<Option<PaperStage>, Error> {
    let latest = match active {
        Some(_) => None,
        None => queries::latest_for_case(conn, case)?.filter(|one| {
            matches!(
                one.state(),
                ConsentState::Sent | ConsentState::SignedPending
            )
        }),
    };
    let Some(consent) = active.or(latest.as_ref()).filter(|one| one.is_on_paper()) else {
        return Ok(None);
    };
    match paper(conn, &consent.id)? {
        Some(paper) => stage(conn, &paper).map(Some),
        // In doubt: closed.
        None => Ok(Some(PaperStage::Printed)),
    }
}

/// Sheets that wait for a second person, the oldest first; not those that this one transcribed.
///
/// # Errors
/// When the database does not answer.
pub fn papers_to_verify(conn: &mut Conn, actor: &Actor) -> Result<Vec<Paper>, Error> {
    Ok(consent_papers::table
        .inner_join(consents::table)
        .filter(consents::state.eq(ConsentState::Sent.as_str()))
        .filter(consents::method.eq(Method::Paper.as_str()))
        .filter(consent_papers::verified_at.is_null())
        .filter(consent_papers::transcribed_by.ne(actor.id.as_str()))
        .order(consent_papers::transcribed_at)
        .select(Paper::as_select())
        .load(&mut **conn)?)
}

/// The sheet of a draft that is still to be signed on paper.
fn open_paper(conn: &mut Conn, id: &ConsentId) -> Result<(Consent, Paper), Error> {
    let consent = queries::consent(conn, id)?;
    let paper = paper(conn, id)?.ok_or(Error::NotFound)?;
    if consent.state() != ConsentState::Sent || !consent.is_on_paper() {
        return Err(Error::Conflict);
    }
    Ok((consent, paper))
}
