//! Who stands for it that the client signed: without one of these nothing is signed.

use chrono::NaiveDateTime;
use serde_json::Value;

use super::paper::VerifiedPaper;
use super::sessions::ClientSession;
use super::signing::end_of;
use crate::audit::Doer;
use crate::db::{ClientId, ConsentId, UserId};
use crate::error::Error;

/// What a signature was given on.
#[derive(Debug, Clone, Copy)]
pub enum SignedOn<'a> {
    /// A browser of the client's, confirmed by a code or a witness.
    Screen(&'a ClientSession),
    /// A sheet that two people of the clinic read.
    Paper(&'a VerifiedPaper),
}

impl<'a> SignedOn<'a> {
    /// # Errors
    /// `Forbidden` for a session that nobody confirmed. A sheet can't be had without its proof.
    pub(super) fn require_confirmed(self) -> Result<(), Error> {
        match self {
            Self::Screen(session) => session.require_confirmed(),
            Self::Paper(_) => Ok(()),
        }
    }

    pub(super) fn client(self) -> &'a ClientId {
        match self {
            Self::Screen(session) => &session.link.client_id,
            Self::Paper(paper) => paper.client(),
        }
    }

    pub(super) fn consent(self) -> &'a ConsentId {
        match self {
            Self::Screen(session) => &session.link.consent_id,
            Self::Paper(paper) => paper.consent(),
        }
    }

    pub(super) fn witness(self) -> Option<&'a UserId> {
        match self {
            Self::Screen(session) => session.witness.as_ref(),
            Self::Paper(_) => None,
        }
    }

    pub(super) fn doer(self) -> Doer {
        match self {
            Self::Screen(session) => Doer::Client(session.link.client_id.to_string()),
            Self::Paper(paper) => paper.doer().clone(),
        }
    }

    /// A sheet names its last day, whenever it is read.
    pub(super) fn end(self, now: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Screen(_) => end_of(now),
            Self::Paper(paper) => paper.until(),
        }
    }

    pub(super) fn paper(self) -> Option<&'a Value> {
        match self {
            Self::Screen(_) => None,
            Self::Paper(paper) => Some(paper.evidence()),
        }
    }
}
