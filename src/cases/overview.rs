//! Cases with the names that a list shows.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Serialize;

use super::case::Case;
use crate::clients;
use crate::clinic;
use crate::db::schema::{case_sessions, cases, clients as people, treatments};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;

/// A case in a list.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Named {
    pub id: CaseId,
    pub client_id: ClientId,
    pub client: String,
    pub treatment: String,
    pub updated_at: NaiveDateTime,
}

/// Which cases a list is about.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// Those of clients whose name holds this text; all when it is empty.
    ClientName(String),
    Clients(Vec<ClientId>),
    One(CaseId),
}

/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Named>, Error> {
    let mut query = cases::table
        .inner_join(people::table)
        .inner_join(treatments::table)
        .filter(people::erased_at.is_null())
        .select((
            cases::id,
            cases::client_id,
            people::name,
            treatments::name,
            cases::updated_at,
        ))
        .into_boxed();
    query = match wanted {
        Wanted::ClientName(text) => query.filter(
            people::name_folded
                .like(clients::name_pattern(text))
                .escape('\\'),
        ),
        Wanted::Clients(ids) => {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            query.filter(cases::client_id.eq_any(ids))
        }
        Wanted::One(id) => query.filter(cases::id.eq(id.to_string())),
    };
    Ok(query.load(&mut **conn)?)
}

/// How many sessions each of these cases has had; a case without any is not in the map.
///
/// # Errors
/// When the database does not answer.
pub fn session_counts(conn: &mut Conn, cases: &[String]) -> Result<HashMap<CaseId, i64>, Error> {
    let rows: Vec<(CaseId, i64)> = case_sessions::table
        .filter(case_sessions::case_id.eq_any(cases))
        .group_by(case_sessions::case_id)
        .select((case_sessions::case_id, count_star()))
        .load(&mut **conn)?;
    Ok(rows.into_iter().collect())
}

/// Who treats and where, by name.
///
/// # Errors
/// When the database does not answer.
pub fn people(conn: &mut Conn, case: &Case) -> Result<(Option<String>, Option<String>), Error> {
    let practitioner = match &case.practitioner_id {
        Some(id) => Some(clinic::practitioner(conn, id)?.name),
        None => None,
    };
    let places = clinic::locations(conn)?;
    let location = places
        .into_iter()
        .find(|place| Some(&place.id) == case.location_id.as_ref());
    Ok((practitioner, location.map(|place| place.name)))
}
