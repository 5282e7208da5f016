//! Signing in and out.

use std::net::IpAddr;

use serde_json::json;

use super::delay;
use super::password::Passwords;
use super::queries::{self, fold_email};
use super::session::{self, ActorSession};
use super::user::Actor;
use crate::app::App;
use crate::audit::{self, Doer};
use crate::db::{Conn, UserId};
use crate::error::Error;

/// Checks address and password, with the growing wait, and opens a session.
///
/// # Errors
/// `Invalid` (one answer for unknown, wrong, invited and disabled); `TooManyRequests` while one has to wait.
pub async fn sign_in(
    app: &App,
    email: &str,
    password: String,
    address: IpAddr,
) -> Result<String, Error> {
    let keys = vec![
        delay::key("account", &fold_email(email)),
        delay::key("address", &address.to_string()),
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
    let fits = Passwords::verify(password, hash).await?;
    app.db
        .write(move |conn| match (fits, user) {
            (true, Some(user)) => {
                delay::forgive(conn, &keys[0])?;
                audit::record(
                    conn,
                    &Doer::User(user.id.to_string()),
                    "account.sign_in",
                    &format!("user:{}", user.id),
                    &json!({}),
                )?;
                session::open(conn, &user.id).map(Some)
            }
            _ => {
                delay::failed(conn, &keys)?;
                Ok(None)
            }
        })
        .await?
        .ok_or_else(|| Error::field("password", "sign-in-refused"))
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
