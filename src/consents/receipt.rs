//! The receipt: with it a signed consent begins to live, in place of older ones.

use diesel::prelude::*;
use serde_json::json;

use super::asking::event;
use super::consent::{Consent, ConsentState};
use super::{publishing, queries};
use crate::audit::{self, Doer};
use crate::clients;
use crate::db::schema::{consents, grants};
use crate::db::{Conn, exactly_one};
use crate::error::Error;

/// How a receipt reached the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptHow {
    /// The mail server took it.
    Mail,
    /// Printed, and handed over by a member of staff.
    Printed,
    /// Shown with its link (QR code), and the client said so.
    Shown,
}

impl ReceiptHow {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Printed => "printed",
            Self::Shown => "shown",
        }
    }
}

/// The receipt has arrived: the consent lives (G11). Older consents of the case are superseded; what they published
/// goes on only where the new one covers it.
///
/// # Errors
/// `Conflict` when the consent is not waiting for its receipt.
pub fn deliver_receipt(
    conn: &mut Conn,
    consent: &Consent,
    doer: &Doer,
    how: ReceiptHow,
) -> Result<(), Error> {
    clients::lock(conn, &consent.client_id)?;
    if queries::consent(conn, &consent.id)?.state() == ConsentState::Active {
        return Ok(());
    }
    // Both: what was suspended must not come back beside what was signed since.
    let older = [
        queries::active_for_case(conn, &consent.case_id)?,
        queries::suspended_for_case(conn, &consent.case_id)?,
    ];
    let now = conn.now()?;
    let changed = diesel::update(
        consents::table
            .find(consent.id.as_str())
            .filter(consents::state.eq(ConsentState::SignedPending.as_str())),
    )
    .set((
        consents::state.eq(ConsentState::Active.as_str()),
        consents::receipt_at.eq(Some(now)),
        consents::receipt_how.eq(Some(how.as_str())),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    for older in older.into_iter().flatten() {
        supersede(conn, &older, consent)?;
    }
    event(
        conn,
        &consent.id,
        &consent.client_id,
        &doer.to_string(),
        "receipt",
        how.as_str(),
    )?;
    let subject = format!("consent:{}", consent.id);
    audit::record(
        conn,
        doer,
        "consent.receipt",
        &subject,
        &json!({ "how": how.as_str() }),
    )
}

fn supersede(conn: &mut Conn, older: &Consent, newer: &Consent) -> Result<(), Error> {
    let now = conn.now()?;
    publishing::move_publications(conn, older, newer)?;
    diesel::update(
        grants::table
            .filter(grants::consent_id.eq(older.id.as_str()))
            .filter(grants::ended_at.is_null()),
    )
    .set((
        grants::ended_at.eq(Some(now)),
        grants::ended_why.eq(Some("superseded")),
    ))
    .execute(&mut **conn)?;
    diesel::update(consents::table.find(older.id.as_str()))
        .set((
            consents::state.eq(ConsentState::Superseded.as_str()),
            consents::ended_at.eq(Some(now)),
        ))
        .execute(&mut **conn)?;
    Ok(())
}
