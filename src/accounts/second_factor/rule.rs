//! When those who decide need a second factor, and how a person's session stands to that (G24).

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::is_on;
use crate::accounts::queries::users_with_role;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::second_factor_rules as rules;
use crate::db::{Conn, Id};
use crate::error::Error;

/// From so many accounts on the default asks for it: the first number where the client's own approval is no second pair
/// of eyes any more.
const GROWN: usize = 4;
/// A decision asks for a code again when the last one is older.
const FRESH: Duration = Duration::hours(4);

/// What the clinic decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorRule {
    /// From four accounts on.
    #[default]
    Grown,
    Always,
    Never,
}

impl FactorRule {
    pub const ALL: [Self; 3] = [Self::Grown, Self::Always, Self::Never];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grown => "grown",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == text)
    }
}

/// How a session stands to what the clinic asks of those who decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorStanding {
    NotAsked,
    Given,
    /// Given too long ago: a code is asked for again.
    Stale,
    /// The person has none.
    Missing,
}

impl FactorStanding {
    /// Whether a decision may be made.
    pub fn suffices(self) -> bool {
        matches!(self, Self::NotAsked | Self::Given)
    }
}

/// The rule in force; an unknown one counts as the strictest.
pub(in crate::accounts) fn factor_rule(conn: &mut Conn) -> Result<FactorRule, Error> {
    let rule: Option<String> = rules::table
        .order((rules::decided_at.desc(), rules::id.desc()))
        .select(rules::rule)
        .first(&mut **conn)
        .optional()?;
    Ok(rule.map_or(FactorRule::default(), |rule| {
        FactorRule::parse(&rule).unwrap_or(FactorRule::Always)
    }))
}

fn required(conn: &mut Conn) -> Result<bool, Error> {
    Ok(match factor_rule(conn)? {
        FactorRule::Always => true,
        FactorRule::Never => false,
        FactorRule::Grown => users_with_role(conn, None)?.len() >= GROWN,
    })
}

/// Whether `actor` may decide as far as the second factor goes.
///
/// # Errors
/// When the database does not answer.
pub fn factor_standing(conn: &mut Conn, actor: &Actor) -> Result<FactorStanding, Error> {
    standing(conn, actor, actor.has(Role::Moderator))
}

/// The same for what an admin does and nobody can undo.
///
/// # Errors
/// When the database does not answer.
pub fn grave_standing(conn: &mut Conn, actor: &Actor) -> Result<FactorStanding, Error> {
    standing(conn, actor, actor.has(Role::Admin))
}

fn standing(conn: &mut Conn, actor: &Actor, asked: bool) -> Result<FactorStanding, Error> {
    if !asked || !required(conn)? {
        return Ok(FactorStanding::NotAsked);
    }
    if !is_on(conn, &actor.id)? {
        return Ok(FactorStanding::Missing);
    }
    let now = conn.now()?;
    let fresh = |at: NaiveDateTime| now - at < FRESH;
    Ok(match actor.second_factor_at {
        Some(at) if fresh(at) => FactorStanding::Given,
        _ => FactorStanding::Stale,
    })
}

/// Decides when a second factor is needed.
///
/// # Errors
/// `Forbidden` for anyone but an admin.
pub(in crate::accounts) fn set_rule(
    conn: &mut Conn,
    actor: &Actor,
    rule: FactorRule,
) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let now = conn.now()?;
    diesel::insert_into(rules::table)
        .values((
            rules::id.eq(Id::<()>::new().as_str()),
            rules::rule.eq(rule.as_str()),
            rules::decided_at.eq(now),
            rules::decided_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "account.factor_rule",
        "clinic:1",
        &json!({ "rule": rule.as_str() }),
    )
}
