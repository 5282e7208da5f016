//! Beginning, confirming, giving and taking away a second factor.

use diesel::prelude::*;
use serde_json::json;

use super::{code, forget, is_on, recovery, session};
use crate::accounts::session::ActorSession;
use crate::accounts::{Actor, Role, queries};
use crate::audit::{self, Doer};
use crate::config::Config;
use crate::db::schema::{second_factors, user_links};
use crate::db::{Conn, Id, UserId};
use crate::error::Error;

/// Begins anew; what was begun before and never confirmed is gone. The caller has checked the password.
///
/// # Errors
/// `Refused` when a second factor is on already.
pub(in crate::accounts) fn begin(conn: &mut Conn, actor: &Actor) -> Result<(), Error> {
    if is_on(conn, &actor.id)? {
        return Err(Error::refused(409, "second-factor-on-already"));
    }
    forget(conn, &actor.id)?;
    let now = conn.now()?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::user_id.eq(actor.id.as_str()),
            second_factors::id.eq(Id::<()>::new().as_str()),
            second_factors::begun_at.eq(now),
            second_factors::last_step.eq(0),
        ))
        .execute(&mut **conn)?;
    record(conn, actor, "account.factor_begin")
}

/// Takes the first code: from now on it is asked for. Gives the recovery codes; `None` when the code does not fit.
/// Other sessions of the person end; this one has given its second factor.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(in crate::accounts) fn confirm(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    here: &ActorSession,
    typed: &str,
) -> Result<Option<Vec<String>>, Error> {
    if code::take_first(conn, config, &actor.id, typed)?.is_none() {
        return Ok(None);
    }
    let now = conn.now()?;
    diesel::update(second_factors::table.find(actor.id.as_str()))
        .set(second_factors::confirmed_at.eq(Some(now)))
        .execute(&mut **conn)?;
    session::close_others(conn, &actor.id, here)?;
    session::second_factor_given(conn, here)?;
    let codes = recovery::make(conn, &actor.id)?;
    record(conn, actor, "account.factor_on")?;
    Ok(Some(codes))
}

/// Gives a code again in a session that is open. `false` when it does not fit.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(in crate::accounts) fn step_up(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    here: &ActorSession,
    typed: &str,
) -> Result<bool, Error> {
    if code::take(conn, config, &actor.id, typed)?.is_none() {
        return Ok(false);
    }
    session::second_factor_given(conn, here)?;
    record(conn, actor, "account.factor_given")?;
    Ok(true)
}

/// New recovery codes for who gives a code; `None` when it does not fit.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(in crate::accounts) fn new_recovery_codes(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    typed: &str,
) -> Result<Option<Vec<String>>, Error> {
    if code::take(conn, config, &actor.id, typed)?.is_none() {
        return Ok(None);
    }
    let codes = recovery::make(conn, &actor.id)?;
    record(conn, actor, "account.recovery_codes")?;
    Ok(Some(codes))
}

/// Takes one's own second factor away with a code of it. `false` when it does not fit.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(in crate::accounts) fn remove(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    typed: &str,
) -> Result<bool, Error> {
    if code::take(conn, config, &actor.id, typed)?.is_none() {
        return Ok(false);
    }
    forget(conn, &actor.id)?;
    record(conn, actor, "account.factor_off")?;
    Ok(true)
}

/// Who takes away somebody else's second factor.
#[derive(Debug, Clone, Copy)]
pub enum Reset<'a> {
    Admin(&'a Actor),
    /// The owner at the command line.
    CommandLine,
}

/// Takes away the second factor of someone who lost phone and recovery codes: their sessions and password links end.
///
/// # Errors
/// `Forbidden` for anyone but an admin, and for one's own: that takes a code.
pub fn reset_second_factor(conn: &mut Conn, by: Reset<'_>, id: &UserId) -> Result<(), Error> {
    let doer = match by {
        Reset::Admin(actor) if actor.id == *id => return Err(Error::Forbidden),
        Reset::Admin(actor) => actor.require(Role::Admin).map(|()| actor.doer())?,
        Reset::CommandLine => Doer::System,
    };
    queries::user(conn, id)?;
    forget(conn, id)?;
    session::close_all(conn, id)?;
    let now = conn.now()?;
    diesel::update(
        user_links::table
            .filter(user_links::user_id.eq(id.as_str()))
            .filter(user_links::used_at.is_null()),
    )
    .set(user_links::used_at.eq(Some(now)))
    .execute(&mut **conn)?;
    audit::record(
        conn,
        &doer,
        "account.factor_reset",
        &format!("user:{id}"),
        &json!({}),
    )
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str) -> Result<(), Error> {
    audit::record(
        conn,
        &actor.doer(),
        verb,
        &format!("user:{}", actor.id),
        &json!({}),
    )
}
