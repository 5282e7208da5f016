//! What is read of consents apart from the predicate.

use diesel::prelude::*;

use super::consent::{Consent, ConsentState, Grant, What};
use crate::db::schema::{consent_events, consents, grants};
use crate::db::{CaseId, ClientId, Conn, ConsentId};
use crate::error::Error;

/// # Errors
/// `NotFound`.
pub fn consent(conn: &mut Conn, id: &ConsentId) -> Result<Consent, Error> {
    Ok(consents::table
        .find(id.as_str())
        .select(Consent::as_select())
        .first(&mut **conn)?)
}

/// All consents of a client, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn consents_of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<Consent>, Error> {
    Ok(consents::table
        .filter(consents::client_id.eq(client.as_str()))
        .order((consents::asked_at, consents::id))
        .select(Consent::as_select())
        .load(&mut **conn)?)
}

fn in_state(conn: &mut Conn, case: &CaseId, state: ConsentState) -> Result<Option<Consent>, Error> {
    Ok(consents::table
        .filter(consents::case_id.eq(case.as_str()))
        .filter(consents::state.eq(state.as_str()))
        .order(consents::asked_at.desc())
        .select(Consent::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// The consent that is being asked for a case.
///
/// # Errors
/// When the database does not answer.
pub fn draft_for_case(conn: &mut Conn, case: &CaseId) -> Result<Option<Consent>, Error> {
    in_state(conn, case, ConsentState::Sent)
}

/// The consent in force for a case (its grants may have expired: that is a matter of time).
///
/// # Errors
/// When the database does not answer.
pub fn active_for_case(conn: &mut Conn, case: &CaseId) -> Result<Option<Consent>, Error> {
    in_state(conn, case, ConsentState::Active)
}

/// A consent by its id, if this client's record has it.
pub(super) fn is_of(
    conn: &mut Conn,
    client: &ClientId,
    consent: &str,
) -> Result<Option<ConsentId>, Error> {
    Ok(consents::table
        .find(consent)
        .filter(consents::client_id.eq(client.as_str()))
        .select(consents::id)
        .first(&mut **conn)
        .optional()?)
}

/// The consent of a case that was in force and is suspended.
///
/// # Errors
/// When the database does not answer.
pub fn suspended_for_case(conn: &mut Conn, case: &CaseId) -> Result<Option<Consent>, Error> {
    in_state(conn, case, ConsentState::Suspended)
}

/// Why a consent was suspended last, as staff said it.
///
/// # Errors
/// When the database does not answer.
pub fn suspended_why(conn: &mut Conn, consent: &ConsentId) -> Result<Option<String>, Error> {
    Ok(consent_events::table
        .filter(consent_events::consent_id.eq(consent.as_str()))
        .filter(consent_events::verb.eq("suspended"))
        .order((consent_events::at.desc(), consent_events::id.desc()))
        .select(consent_events::detail)
        .first(&mut **conn)
        .optional()?)
}

/// The newest consent of a case, whatever its state.
///
/// # Errors
/// When the database does not answer.
pub fn latest_for_case(conn: &mut Conn, case: &CaseId) -> Result<Option<Consent>, Error> {
    Ok(consents::table
        .filter(consents::case_id.eq(case.as_str()))
        .order((consents::asked_at.desc(), consents::id.desc()))
        .select(Consent::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// All grants of a consent, ended ones too.
///
/// # Errors
/// When the database does not answer.
pub fn grants_of(conn: &mut Conn, consent: &ConsentId) -> Result<Vec<Grant>, Error> {
    Ok(grants::table
        .filter(grants::consent_id.eq(consent.as_str()))
        .order((grants::what, grants::subject_id, grants::channel))
        .select(Grant::as_select())
        .load(&mut **conn)?)
}

/// Photos of a client that were granted once, and of which no grant is left.
///
/// # Errors
/// When the database does not answer.
pub fn photos_taken_back(conn: &mut Conn, client: &ClientId) -> Result<Vec<String>, Error> {
    let of_photos = grants::table
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::what.eq(What::Photo.as_str()));
    let open = of_photos
        .filter(grants::ended_at.is_null())
        .select(grants::subject_id);
    Ok(of_photos
        .filter(grants::subject_id.ne_all(open.load::<String>(&mut **conn)?))
        .select(grants::subject_id)
        .distinct()
        .load(&mut **conn)?)
}

/// How many cases were asked about, whatever was answered.
///
/// # Errors
/// When the database does not answer.
pub fn asked_count(conn: &mut Conn) -> Result<usize, Error> {
    let count: i64 = consents::table
        .select(diesel::dsl::count(consents::case_id).aggregate_distinct())
        .first(&mut **conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}
