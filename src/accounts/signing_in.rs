//! Signing in and out: a password, then a code where the person has a second factor.

use std::net::IpAddr;

use serde_json::json;

use super::delay;
use super::password::verify;
use super::queries::{self, fold_email};
use super::second_factor;
use super::session::{self, ActorSession};
use super::user::Actor;
use crate::app::App;
use crate::audit::{self, Doer};
use crate::db::{Conn, UserId};
use crate::error::Error;

/// How far someone came who signed in or chose a password; the token belongs into the cookie of that step.
#[derive(Debug)]
pub enum SignedIn {
    /// In, with this session.
    Session(String),
    /// A code is asked for; this token opens nothing.
    Challenge(String),
}

/// The next step for someone whose password is right: a session, or the question for a code.
pub(super) fn admit(conn: &mut Conn, user: &UserId) -> Result<SignedIn, Error> {
    if second_factor::is_on(conn, user)? {
        return second_factor::open(conn, user).map(SignedIn::Challenge);
    }
    session::open(conn, user, false).map(SignedIn::Session)
}

/// Checks address and password, with the growing wait, and opens a session or asks for the second factor.
///
/// # Errors
/// `Invalid` (one answer for unknown, wrong, invited and disabled); `TooManyRequests` while one has to wait.
pub async fn sign_in(
    app: &App,
    email: &str,
    password: String,
    address: IpAddr,
) -> Result<SignedIn, Error> {
    let keys = vec![
        delay::key("account", &fold_email(email)),
        delay::key_of_address("address", address),
    ];
    let (email, check) = (email.to_owned(), keys.clone());
    let user = app
        .db
        .read(move |conn| {
            delay::check(conn, &check)?;
            Ok(queries::user_by_email(conn, &email).ok())
        })
        .await?;
    let hash = user
        .as_ref()
        .filter(|user| user.disabled_at.is_none())
        .and_then(|user| user.password_hash.clone());
    let fits = verify(app, password, hash).await?;
    app.db
        .write(move |conn| {
            delay::in_turn(conn, &keys)?;
            let Some(user) = user.filter(|_| fits) else {
                delay::failed(conn, &keys)?;
                return Ok(None);
            };
            delay::forgive(conn, &keys[0])?;
            let step = admit(conn, &user.id)?;
            if matches!(step, SignedIn::Session(_)) {
                audit::record(
                    conn,
                    &Doer::User(user.id.to_string()),
                    "account.sign_in",
                    &format!("user:{}", user.id),
                    &json!({}),
                )?;
            }
            Ok(Some(step))
        })
        .await?
        .ok_or_else(|| Error::field("password", "sign-in-refused"))
}

/// Whether this is the person's own password, for what an open session alone must not do; with the growing wait.
///
/// # Errors
/// `TooManyRequests` while one has to wait.
pub(super) async fn knows_password(
    app: &App,
    actor: &Actor,
    password: String,
) -> Result<bool, Error> {
    let keys = vec![delay::key("password", actor.id.as_str())];
    let (id, check) = (actor.id.clone(), keys.clone());
    let user = app
        .db
        .read(move |conn| {
            delay::check(conn, &check)?;
            queries::user(conn, &id)
        })
        .await?;
    let fits = verify(app, password, user.password_hash).await?;
    app.db
        .write(move |conn| {
            delay::in_turn(conn, &keys)?;
            if fits {
                delay::forgive(conn, &keys[0])
            } else {
                delay::failed(conn, &keys)
            }
        })
        .await?;
    Ok(fits)
}

/// Ends the session at hand.
///
/// # Errors
/// When the database refuses.
pub fn sign_out(conn: &mut Conn, actor: &Actor, session: &ActorSession) -> Result<(), Error> {
    session::close(conn, session)?;
    audit::record(
        conn,
        &actor.doer(),
        "account.sign_out",
        &format!("user:{}", actor.id),
        &json!({}),
    )
}

/// Ends all sessions of a person, for example when a tablet is handed over.
///
/// # Errors
/// When the database refuses.
pub fn revoke_sessions(conn: &mut Conn, user: &UserId) -> Result<(), Error> {
    session::close_all(conn, user)
}
