//! Checking a code, from the app or a recovery code: once each, five tries, then a growing wait.

use diesel::prelude::*;

use super::{recovery, second_factor, totp};
use crate::accounts::delay;
use crate::config::Config;
use crate::db::schema::second_factors;
use crate::db::{Conn, UserId};
use crate::error::Error;

/// Where a code that was taken came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::accounts) enum Given {
    App,
    Recovery,
}

impl Given {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Recovery => "recovery",
        }
    }
}

/// Takes the code of someone whose second factor is on. `None`, and the failure is counted, when it does not fit:
/// the caller's transaction must go through all the same.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(super) fn take(
    conn: &mut Conn,
    config: &Config,
    user: &UserId,
    typed: &str,
) -> Result<Option<Given>, Error> {
    check(conn, config, user, typed, true)
}

/// Takes the first code of someone who just put the key into their app.
///
/// # Errors
/// As [`take`].
pub(super) fn take_first(
    conn: &mut Conn,
    config: &Config,
    user: &UserId,
    typed: &str,
) -> Result<Option<Given>, Error> {
    check(conn, config, user, typed, false)
}

fn check(
    conn: &mut Conn,
    config: &Config,
    user: &UserId,
    typed: &str,
    on: bool,
) -> Result<Option<Given>, Error> {
    let keys = [delay::key("second-factor", user.as_str())];
    delay::in_turn(conn, &keys)?;
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_lowercase)
        .collect();
    let given = if from_app(conn, config, user, &plain, on)? {
        Some(Given::App)
    } else if on && recovery::take(conn, user, &plain)? {
        Some(Given::Recovery)
    } else {
        None
    };
    match given {
        Some(_) => delay::forgive(conn, &keys[0])?,
        None => delay::failed(conn, &keys)?,
    }
    Ok(given)
}

fn from_app(
    conn: &mut Conn,
    config: &Config,
    user: &UserId,
    code: &str,
    on: bool,
) -> Result<bool, Error> {
    let factor = second_factor(conn, user)?;
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_some() == on) else {
        return Ok(false);
    };
    let now = totp::step_of(conn.now()?.and_utc().timestamp());
    let found = factor
        .secrets(config)
        .iter()
        .find_map(|secret| totp::fitting_step(secret, code, now, factor.last_step));
    let Some(step) = found else {
        return Ok(false);
    };
    // Of two who come with the same code at once, one wins.
    let taken = diesel::update(
        second_factors::table
            .find(user.as_str())
            .filter(second_factors::last_step.lt(step)),
    )
    .set(second_factors::last_step.eq(step))
    .execute(&mut **conn)?;
    Ok(taken == 1)
}
