//! What is read of copies elsewhere, and which of them have to come down.

use diesel::prelude::*;
use serde::Serialize;

use super::external_use::ExternalUse;
use crate::consents;
use crate::db::schema::external_uses;
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;

/// How a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A grant stands for it.
    Allowed,
    /// It has to come down.
    Due,
    Removed,
}

/// The copies of a case, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Vec<(ExternalUse, Standing)>, Error> {
    let found: Vec<ExternalUse> = external_uses::table
        .filter(external_uses::case_id.eq(case.as_str()))
        .order((external_uses::used_on.desc(), external_uses::id.desc()))
        .select(ExternalUse::as_select())
        .load(&mut **conn)?;
    judged(conn, found)
}

/// The copies of a client, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<(ExternalUse, Standing)>, Error> {
    let found: Vec<ExternalUse> = external_uses::table
        .filter(external_uses::client_id.eq(client.as_str()))
        .order((external_uses::used_on.desc(), external_uses::id.desc()))
        .select(ExternalUse::as_select())
        .load(&mut **conn)?;
    judged(conn, found)
}

/// The copies that have to come down, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn due(conn: &mut Conn) -> Result<Vec<ExternalUse>, Error> {
    let judged = still_there(conn)?.into_iter();
    Ok(judged
        .filter(|(_, standing)| *standing == Standing::Due)
        .map(|(one, _)| one)
        .collect())
}

/// The copies that nobody has seen gone, the oldest first.
pub(super) fn still_there(conn: &mut Conn) -> Result<Vec<(ExternalUse, Standing)>, Error> {
    let open: Vec<ExternalUse> = external_uses::table
        .filter(external_uses::removed_at.is_null())
        .order((external_uses::used_on, external_uses::id))
        .select(ExternalUse::as_select())
        .load(&mut **conn)?;
    judged(conn, open)
}

pub(super) fn external_use(conn: &mut Conn, id: &str) -> Result<ExternalUse, Error> {
    Ok(external_uses::table
        .find(id)
        .select(ExternalUse::as_select())
        .first(&mut **conn)?)
}

fn judged(conn: &mut Conn, found: Vec<ExternalUse>) -> Result<Vec<(ExternalUse, Standing)>, Error> {
    let mut cases: Vec<CaseId> = found.iter().map(|one| one.case_id.clone()).collect();
    cases.sort_unstable();
    cases.dedup();
    let mut grants = Vec::new();
    for case in &cases {
        grants.extend(consents::live_grants(conn, case)?);
    }
    let standing = |one: &ExternalUse| {
        let covered = || {
            grants
                .iter()
                .any(|grant| grant.case_id == one.case_id && one.is_covered_by(grant))
        };
        match one.removed_at {
            Some(_) => Standing::Removed,
            None if covered() => Standing::Allowed,
            None => Standing::Due,
        }
    };
    Ok(found
        .into_iter()
        .map(|one| {
            let stands = standing(&one);
            (one, stands)
        })
        .collect())
}
