//! What is read for the evidence of a case: all that ever was, also what has ended.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::consents::Consent;
use crate::db::schema::{
    consent_events, consents, decisions, grants, original_views, photos, publications, stories,
    users, withdrawals,
};
use crate::db::{CaseId, ClientId, Conn, PhotoId, StoryId};
use crate::error::Error;
use crate::photos::Photo;

/// One thing on one channel, from its first day to its last.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = grants)]
pub struct GrantLife {
    pub id: String,
    pub consent_id: String,
    pub what: String,
    pub subject_id: String,
    pub source_sha256: String,
    pub channel: String,
    pub level: i32,
    pub attribution: Option<String>,
    pub valid_from: NaiveDateTime,
    pub expires_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    pub ended_why: Option<String>,
}

/// One use in public, from when to when.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = publications)]
pub struct UseLife {
    pub public_id: String,
    pub grant_id: String,
    pub approval_id: String,
    pub what: String,
    pub subject_id: String,
    pub source_sha256: String,
    /// What was shown of it: for a photo its edits as JSON, else the words.
    pub content: String,
    pub content_sha256: String,
    pub channel: String,
    pub level: i32,
    pub published_at: NaiveDateTime,
    pub unpublished_at: Option<NaiveDateTime>,
    pub unpublished_why: Option<String>,
}

/// A step in the life of a consent.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = consent_events)]
pub struct ConsentEvent {
    pub consent_id: String,
    pub at: NaiveDateTime,
    pub actor: String,
    pub verb: String,
    pub detail: String,
}

/// A decision with the gates as they were.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = decisions)]
pub struct Decision {
    pub id: String,
    pub story_id: String,
    pub revision: i32,
    pub verdict: String,
    pub reasons: String,
    pub note: String,
    pub gates: String,
    pub decided_at: NaiveDateTime,
    pub decided_by: String,
    pub undoes: Option<String>,
}

/// A withdrawal, of any of the client's cases.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = withdrawals)]
pub struct Withdrawal {
    pub id: String,
    pub scope: String,
    pub at: NaiveDateTime,
    pub replayed_at: Option<NaiveDateTime>,
}

/// Someone looked at a sealed original.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = original_views)]
pub struct View {
    pub photo_id: String,
    pub viewed_at: NaiveDateTime,
    pub viewed_by: String,
    pub reason: String,
}

/// All consents of a case, the oldest first.
pub fn consents_of(conn: &mut Conn, case: &CaseId) -> Result<Vec<Consent>, Error> {
    Ok(consents::table
        .filter(consents::case_id.eq(case.as_str()))
        .order((consents::asked_at, consents::id))
        .select(Consent::as_select())
        .load(&mut **conn)?)
}

pub fn grants_of(conn: &mut Conn, case: &CaseId) -> Result<Vec<GrantLife>, Error> {
    Ok(grants::table
        .filter(grants::case_id.eq(case.as_str()))
        .order((grants::valid_from, grants::what, grants::id))
        .select(GrantLife::as_select())
        .load(&mut **conn)?)
}

pub fn uses_of(conn: &mut Conn, case: &CaseId) -> Result<Vec<UseLife>, Error> {
    Ok(publications::table
        .filter(publications::case_id.eq(case.as_str()))
        .order((publications::published_at, publications::id))
        .select(UseLife::as_select())
        .load(&mut **conn)?)
}

pub fn events_of(conn: &mut Conn, consents: &[&str]) -> Result<Vec<ConsentEvent>, Error> {
    Ok(consent_events::table
        .filter(consent_events::consent_id.eq_any(consents))
        .order((consent_events::at, consent_events::id))
        .select(ConsentEvent::as_select())
        .load(&mut **conn)?)
}

pub fn stories_of(conn: &mut Conn, case: &CaseId) -> Result<Vec<StoryId>, Error> {
    Ok(stories::table
        .filter(stories::case_id.eq(case.as_str()))
        .order(stories::id)
        .select(stories::id)
        .load(&mut **conn)?)
}

pub fn decisions_on(conn: &mut Conn, stories: &[&str]) -> Result<Vec<Decision>, Error> {
    Ok(decisions::table
        .filter(decisions::story_id.eq_any(stories))
        .order((decisions::decided_at, decisions::id))
        .select(Decision::as_select())
        .load(&mut **conn)?)
}

pub fn withdrawals_of(conn: &mut Conn, client: &ClientId) -> Result<Vec<Withdrawal>, Error> {
    Ok(withdrawals::table
        .filter(withdrawals::client_id.eq(client.as_str()))
        .order((withdrawals::at, withdrawals::id))
        .select(Withdrawal::as_select())
        .load(&mut **conn)?)
}

/// Photos of a case, removed ones too.
pub fn photos_of(conn: &mut Conn, case: &CaseId) -> Result<Vec<Photo>, Error> {
    Ok(photos::table
        .filter(photos::case_id.eq(case.as_str()))
        .order((photos::taken_on, photos::uploaded_at, photos::id))
        .select(Photo::as_select())
        .load(&mut **conn)?)
}

pub fn views_of(conn: &mut Conn, photos: &[PhotoId]) -> Result<Vec<View>, Error> {
    let ids: Vec<&str> = photos.iter().map(PhotoId::as_str).collect();
    Ok(original_views::table
        .filter(original_views::photo_id.eq_any(ids))
        .order((original_views::viewed_at, original_views::id))
        .select(View::as_select())
        .load(&mut **conn)?)
}

/// Who the people of the clinic are, by their ids.
pub fn names(conn: &mut Conn) -> Result<BTreeMap<String, String>, Error> {
    let rows: Vec<(String, String)> = users::table
        .select((users::id, users::name))
        .load(&mut **conn)?;
    Ok(rows.into_iter().collect())
}
