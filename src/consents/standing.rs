//! How the consents of many cases stand, for lists of cases: a few queries for all of them.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::consent::{Channel, ConsentState};
use crate::db::schema::{client_links, consents, standing_publications};
use crate::db::{CaseId, Conn, ConsentId};
use crate::error::Error;

/// The newest consent of a case, and what is public of the case now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    pub state: ConsentState,
    pub asked_at: NaiveDateTime,
    pub signed_at: Option<NaiveDateTime>,
    pub expires_at: Option<NaiveDateTime>,
    pub ended_at: Option<NaiveDateTime>,
    /// When the link that still works was made, and when it ends.
    pub invited_at: Option<NaiveDateTime>,
    pub invite_ends_at: Option<NaiveDateTime>,
    /// When the first thing that is public now ends; `None` when nothing is public.
    pub public_until: Option<NaiveDateTime>,
}

impl Standing {
    /// The last moment something happened to it.
    pub fn last_at(&self) -> NaiveDateTime {
        let others = [self.signed_at, self.ended_at, self.invited_at];
        others
            .into_iter()
            .flatten()
            .fold(self.asked_at, NaiveDateTime::max)
    }
}

type Row = (
    ConsentId,
    CaseId,
    String,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
);

/// The newest consent of each of these cases; a case that was never asked about is not in the map.
///
/// # Errors
/// When the database does not answer.
pub fn standings(conn: &mut Conn, cases: &[String]) -> Result<HashMap<CaseId, Standing>, Error> {
    let rows: Vec<Row> = consents::table
        .filter(consents::case_id.eq_any(cases))
        .order((consents::asked_at, consents::id))
        .select((
            consents::id,
            consents::case_id,
            consents::state,
            consents::asked_at,
            consents::signed_at,
            consents::expires_at,
            consents::ended_at,
        ))
        .load(&mut **conn)?;
    let mut invites = invites(conn, cases)?;
    let public = public_until(conn, cases)?;
    let mut found = HashMap::new();
    for (id, case, state, asked_at, signed_at, expires_at, ended_at) in rows {
        let invite = invites.remove(&id);
        let standing = Standing {
            // In doubt: closed.
            state: ConsentState::parse(&state).unwrap_or(ConsentState::Withdrawn),
            asked_at,
            signed_at,
            expires_at,
            ended_at,
            invited_at: invite.map(|(made, _)| made),
            invite_ends_at: invite.and_then(|(_, ends)| ends),
            public_until: public.get(&case).copied(),
        };
        // The newest comes last and stays.
        found.insert(case, standing);
    }
    Ok(found)
}

type Invite = (NaiveDateTime, Option<NaiveDateTime>);

fn invites(conn: &mut Conn, cases: &[String]) -> Result<HashMap<ConsentId, Invite>, Error> {
    let rows: Vec<(ConsentId, NaiveDateTime, Option<NaiveDateTime>)> = client_links::table
        .inner_join(consents::table)
        .filter(consents::case_id.eq_any(cases))
        .filter(client_links::purpose.eq("invite"))
        .filter(client_links::revoked_at.is_null())
        .order(client_links::created_at)
        .select((
            client_links::consent_id,
            client_links::created_at,
            client_links::expires_at,
        ))
        .load(&mut **conn)?;
    Ok(rows
        .into_iter()
        .map(|(consent, made, ends)| (consent, (made, ends)))
        .collect())
}

fn public_until(
    conn: &mut Conn,
    cases: &[String],
) -> Result<HashMap<CaseId, NaiveDateTime>, Error> {
    let now = conn.now()?;
    let rows: Vec<(CaseId, NaiveDateTime)> = standing_publications::table
        .filter(standing_publications::case_id.eq_any(cases))
        .filter(standing_publications::channel.eq(Channel::Website.as_str()))
        .filter(standing_publications::what.eq("photo"))
        .filter(standing_publications::valid_from.le(now))
        .filter(standing_publications::expires_at.gt(now))
        .order(standing_publications::expires_at.desc())
        .select((
            standing_publications::case_id,
            standing_publications::expires_at,
        ))
        .load(&mut **conn)?;
    Ok(rows.into_iter().collect())
}
