//! Evidence of signatures that is kept after a client was forgotten: the sealed document, how it was signed, our signature, and
//! the scan where it was signed on paper. For as long as the clinic's profile says, for an admin alone, and removed by itself.

use chrono::{Months, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::consent::Consent;
use super::paper;
use crate::accounts::{Actor, Role};
use crate::audit::{self, Doer};
use crate::clinic;
use crate::db::schema::kept_evidence as kept;
use crate::db::{ClientId, Conn, ConsentId};
use crate::error::Error;

/// One signature.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = kept)]
pub struct KeptEvidence {
    pub consent_id: ConsentId,
    pub client_id: ClientId,
    #[serde(skip)]
    pub document: String,
    #[serde(skip)]
    pub evidence: String,
    #[serde(skip)]
    pub signature: String,
    pub profile: String,
    pub kept_until: NaiveDateTime,
}

/// The proof that a look at kept evidence was written down; without it its scans can't be had.
#[derive(Debug)]
pub struct ViewedEvidence(KeptEvidence);

impl ViewedEvidence {
    pub fn evidence(&self) -> &KeptEvidence {
        &self.0
    }
}

/// Until when the evidence of a consent would be kept if its client were forgotten at `at`: so many months after it was last in
/// force. `None` when it was never signed, or when that time has passed.
///
/// # Errors
/// When the database does not answer.
pub fn kept_until(
    conn: &mut Conn,
    consent: &Consent,
    at: NaiveDateTime,
) -> Result<Option<NaiveDateTime>, Error> {
    let signed = (&consent.document, &consent.evidence, &consent.signature);
    let (Some(signed_at), (Some(_), Some(_), Some(_))) = (consent.signed_at, signed) else {
        return Ok(None);
    };
    let ends = [consent.ended_at, consent.expires_at, Some(at)];
    let last = ends
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(at)
        .max(signed_at);
    let months = Months::new(clinic::evidence_months(conn)?);
    Ok(last.checked_add_months(months).filter(|until| *until > at))
}

/// Keeps the evidence of a consent, before its row is emptied. Says whether there is any to keep.
pub(super) fn keep(conn: &mut Conn, consent: &Consent, at: NaiveDateTime) -> Result<bool, Error> {
    let Some(until) = kept_until(conn, consent, at)? else {
        return Ok(false);
    };
    let profile = clinic::profile(conn)?.edition();
    diesel::insert_into(kept::table)
        .values((
            kept::consent_id.eq(consent.id.as_str()),
            kept::client_id.eq(consent.client_id.as_str()),
            kept::document.eq(consent.document.as_deref().unwrap_or_default()),
            kept::evidence.eq(consent.evidence.as_deref().unwrap_or_default()),
            kept::signature.eq(consent.signature.as_deref().unwrap_or_default()),
            kept::profile.eq(profile),
            kept::kept_from.eq(at),
            kept::kept_until.eq(until),
        ))
        .execute(&mut **conn)?;
    Ok(true)
}

/// What is kept of forgotten clients: of one, or of all; what goes first comes first.
///
/// # Errors
/// When the database does not answer.
pub fn kept_evidence(
    conn: &mut Conn,
    client: Option<&ClientId>,
) -> Result<Vec<KeptEvidence>, Error> {
    let mut asked = kept::table
        .order((kept::kept_until, kept::consent_id))
        .select(KeptEvidence::as_select())
        .into_boxed();
    if let Some(client) = client {
        asked = asked.filter(kept::client_id.eq(client.as_str().to_owned()));
    }
    Ok(asked.load(&mut **conn)?)
}

/// Takes out the evidence that is kept of one consent, and writes down who did.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `NotFound` when nothing of it is kept.
pub fn view_kept(conn: &mut Conn, actor: &Actor, id: &ConsentId) -> Result<ViewedEvidence, Error> {
    actor.require(Role::Admin)?;
    let found: KeptEvidence = kept::table
        .find(id.as_str())
        .select(KeptEvidence::as_select())
        .first(&mut **conn)?;
    let subject = format!("consent:{id}");
    audit::record(conn, &actor.doer(), "evidence.view", &subject, &json!({}))?;
    Ok(ViewedEvidence(found))
}

/// Removes the evidence whose time has come, scans with it. Says of how many consents.
///
/// # Errors
/// When the database refuses.
pub fn let_evidence_go(conn: &mut Conn) -> Result<usize, Error> {
    let now = conn.now()?;
    let due: Vec<ConsentId> = kept::table
        .filter(kept::kept_until.le(now))
        .order(kept::consent_id)
        .select(kept::consent_id)
        .load(&mut **conn)?;
    let mut gone = 0;
    for consent in &due {
        let removed = diesel::delete(kept::table.find(consent.as_str())).execute(&mut **conn)?;
        // Another instance was quicker.
        if removed == 0 {
            continue;
        }
        paper::drop_all(conn, consent)?;
        let subject = format!("consent:{consent}");
        audit::record(conn, &Doer::System, "evidence.remove", &subject, &json!({}))?;
        gone += 1;
    }
    Ok(gone)
}
