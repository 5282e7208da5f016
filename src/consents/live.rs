//! live(grant): what a client allows at this moment, from the view `standing_grants` and the database's clock.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::consent::{Channel, What};
use crate::db::schema::{grants, standing_grants};
use crate::db::{CaseId, ClientId, Conn, one_of};
use crate::error::Error;

/// The part of `live(grant)` that the view leaves out: its time has come and is not over.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn live_at(now: NaiveDateTime) -> _ {
    standing_grants::valid_from
        .le(now)
        .and(standing_grants::expires_at.gt(now))
}

/// A grant that covers a use now.
#[derive(Debug, Clone, Queryable, Selectable, serde::Serialize)]
#[diesel(table_name = standing_grants)]
pub struct LiveGrant {
    pub id: String,
    pub consent_id: String,
    pub case_id: CaseId,
    pub what: String,
    pub subject_id: String,
    pub channel: String,
    pub source_sha256: String,
    pub source: String,
    pub level: i32,
    pub attribution: Option<String>,
    pub expires_at: NaiveDateTime,
}

/// All grants of a case that are live now.
///
/// # Errors
/// When the database does not answer.
pub fn live_grants(conn: &mut Conn, case: &CaseId) -> Result<Vec<LiveGrant>, Error> {
    let now = conn.now()?;
    Ok(standing_grants::table
        .filter(standing_grants::case_id.eq(case.as_str()))
        .filter(live_at(now))
        .order((
            standing_grants::what,
            standing_grants::subject_id,
            standing_grants::channel,
        ))
        .select(LiveGrant::as_select())
        .load(&mut **conn)?)
}

/// Whether a photo of this case was ever allowed on a channel.
///
/// # Errors
/// When the database does not answer.
pub fn was_granted_on(conn: &mut Conn, case: &CaseId, channel: Channel) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(
        grants::table
            .filter(grants::case_id.eq(case.as_str()))
            .filter(grants::channel.eq(channel.as_str()))
            .filter(grants::what.eq(What::Photo.as_str())),
    ))
    .get_result(&mut **conn)?)
}

/// All grants that are live now on one channel, whoever gave them.
///
/// # Errors
/// When the database does not answer.
pub fn all_live_grants_on(conn: &mut Conn, channel: Channel) -> Result<Vec<LiveGrant>, Error> {
    let now = conn.now()?;
    Ok(standing_grants::table
        .filter(standing_grants::channel.eq(channel.as_str()))
        .filter(live_at(now))
        .select(LiveGrant::as_select())
        .load(&mut **conn)?)
}

/// All grants of these cases that are live now on one channel.
///
/// # Errors
/// When the database does not answer.
pub fn live_grants_on(
    conn: &mut Conn,
    cases: &[&str],
    channel: Channel,
) -> Result<Vec<LiveGrant>, Error> {
    let now = conn.now()?;
    Ok(standing_grants::table
        .filter(one_of(standing_grants::case_id, cases))
        .filter(standing_grants::channel.eq(channel.as_str()))
        .filter(live_at(now))
        .select(LiveGrant::as_select())
        .load(&mut **conn)?)
}

/// All grants of a client that are live now, case by case.
///
/// # Errors
/// When the database does not answer.
pub fn live_grants_of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<LiveGrant>, Error> {
    let now = conn.now()?;
    Ok(standing_grants::table
        .filter(standing_grants::client_id.eq(client.as_str()))
        .filter(live_at(now))
        .order((
            standing_grants::case_id,
            standing_grants::what,
            standing_grants::subject_id,
            standing_grants::channel,
        ))
        .select(LiveGrant::as_select())
        .load(&mut **conn)?)
}

/// Of how many cases something may be shown on the website now.
///
/// # Errors
/// When the database does not answer.
pub fn agreed_count(conn: &mut Conn) -> Result<usize, Error> {
    let now = conn.now()?;
    let count: i64 = standing_grants::table
        .filter(standing_grants::channel.eq(Channel::Website.as_str()))
        .filter(standing_grants::what.eq(What::Photo.as_str()))
        .filter(live_at(now))
        .select(diesel::dsl::count(standing_grants::case_id).aggregate_distinct())
        .first(&mut **conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The live grant for one thing of a case on one channel (gate G01).
///
/// # Errors
/// When the database does not answer.
pub fn covering_grant(
    conn: &mut Conn,
    case: &CaseId,
    what: What,
    subject: &str,
    channel: Channel,
) -> Result<Option<LiveGrant>, Error> {
    let now = conn.now()?;
    Ok(standing_grants::table
        .filter(standing_grants::case_id.eq(case.as_str()))
        .filter(standing_grants::what.eq(what.as_str()))
        .filter(standing_grants::subject_id.eq(subject))
        .filter(standing_grants::channel.eq(channel.as_str()))
        .filter(live_at(now))
        .order(standing_grants::valid_from.desc())
        .select(LiveGrant::as_select())
        .first(&mut **conn)
        .optional()?)
}
