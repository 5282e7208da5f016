//! The proof that a sheet was signed: two people of the clinic read the same off it.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::actions::told;
use super::{Paper, Transcript, open_paper, paper, scans};
use crate::accounts::Actor;
use crate::audit::Doer;
use crate::clients;
use crate::consents::StaffGrant;
use crate::consents::queries;
use crate::db::schema::consent_papers;
use crate::db::{ClientId, Conn, ConsentId, exactly_one};
use crate::error::Error;

/// A sheet whose transcription was verified by someone who did not write it. To be had from [`verify_paper`] alone.
#[derive(Debug)]
pub struct VerifiedPaper {
    paper: Paper,
    transcript: Transcript,
    doer: Doer,
    evidence: Value,
}

impl VerifiedPaper {
    pub fn consent(&self) -> &ConsentId {
        &self.paper.consent_id
    }

    pub fn client(&self) -> &ClientId {
        &self.paper.client_id
    }

    /// The last day, as the sheet names it.
    pub fn until(&self) -> NaiveDateTime {
        self.paper.until
    }

    /// Of all that the sheet shows.
    pub fn shown_sha256(&self) -> &str {
        &self.paper.shown_sha256
    }

    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    pub(in crate::consents) fn doer(&self) -> &Doer {
        &self.doer
    }

    /// The sheet with its scan, its lines and both people, as the evidence of the signature keeps them.
    pub(in crate::consents) fn evidence(&self) -> &Value {
        &self.evidence
    }
}

/// Verifies a transcription against the scan. `seen` stands for the transcription that the person looked at.
///
/// # Errors
/// `Forbidden` for who transcribed it (S53); `NotFound` for who may not see clients' photos; `Conflict` when there is nothing
/// to verify, or something else than was looked at.
pub fn verify_paper(
    conn: &mut Conn,
    actor: &Actor,
    id: &ConsentId,
    seen: &str,
) -> Result<VerifiedPaper, Error> {
    StaffGrant::of(actor)?;
    let client = queries::consent(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    let (_, waiting) = open_paper(conn, id)?;
    if waiting.transcribed_by.as_ref() == Some(&actor.id) {
        return Err(Error::Forbidden);
    }
    if waiting.transcript_sha256().as_deref() != Some(seen) {
        return Err(Error::Conflict);
    }
    let now = conn.now()?;
    let changed = diesel::update(
        consent_papers::table
            .find(id.as_str())
            .filter(consent_papers::verified_at.is_null()),
    )
    .set((
        consent_papers::verified_at.eq(Some(now)),
        consent_papers::verified_by.eq(Some(actor.id.as_str())),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    told(conn, actor, (&client, id), "verified", "")?;
    let paper = paper(conn, id)?.ok_or(Error::NotFound)?;
    let transcript = paper.read()?.ok_or(Error::Conflict)?;
    let evidence = evidence(conn, &paper, &transcript)?;
    Ok(VerifiedPaper {
        doer: actor.doer(),
        paper,
        transcript,
        evidence,
    })
}

fn evidence(conn: &mut Conn, paper: &Paper, transcript: &Transcript) -> Result<Value, Error> {
    let at = |time: Option<NaiveDateTime>| time.map(|t| t.and_utc().to_rfc3339());
    let pages = scans(conn, &paper.consent_id)?;
    if pages.is_empty() {
        return Err(Error::Conflict);
    }
    let pages: Vec<_> = pages
        .iter()
        .map(|scan| {
            json!({ "page": scan.page, "sha256": scan.sha256, "uploaded_by": scan.uploaded_by,
                "uploaded_at": at(Some(scan.uploaded_at)) })
        })
        .collect();
    Ok(json!({
        "code": paper.code, "shown_sha256": paper.shown_sha256,
        "printed_at": at(Some(paper.printed_at)), "printed_by": paper.printed_by,
        "scan": pages, "transcript": transcript,
        "transcribed_at": at(paper.transcribed_at), "transcribed_by": paper.transcribed_by,
        "verified_at": at(paper.verified_at), "verified_by": paper.verified_by,
    }))
}
