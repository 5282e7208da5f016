//! Choosing a password through a link.

use diesel::prelude::*;
use serde_json::json;

use super::links::{UserLink, link_id, make_link, open_link, use_link};
use super::password;
use super::signing_in::{SignedIn, admit};
use super::user::User;
use super::{queries, session};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::config::Config;
use crate::db::Conn;
use crate::db::schema::users;
use crate::error::{Error, FieldErrors};
use crate::hash::sha256;

/// A link to choose a new password, for the person who asked with their address (or the command line).
/// `None` when there is no such account: the caller answers the same.
///
/// # Errors
/// When the database refuses.
pub fn reset_password(
    conn: &mut Conn,
    config: &Config,
    email: &str,
) -> Result<Option<(User, UserLink)>, Error> {
    let user = match queries::user_by_email(conn, email) {
        Ok(user) if user.disabled_at.is_none() => user,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let link = make_link(conn, config, &user.id, "reset", None)?;
    audit::record(
        conn,
        &Doer::System,
        "account.reset_asked",
        &format!("user:{}", user.id),
        &json!({}),
    )?;
    Ok(Some((user, link)))
}

/// Uses an invitation or reset link: sets the password, ends all sessions, and opens a new one; where the person has a
/// second factor its code is asked for first, so that a mailbox alone opens nothing.
///
/// # Errors
/// `NotFound` for a link that is unknown, used or too old; `Invalid` for a bad password.
pub async fn set_password(app: &App, token: &str, new: String) -> Result<SignedIn, Error> {
    let id = link_id(&app.config, token).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    password::check(&new, &mut errors);
    errors.check()?;
    let hash = password::hash(app, new).await?;
    let token = sha256(token.as_bytes());
    app.db
        .write(move |conn| {
            let user = use_link(conn, &id, &token)?;
            diesel::update(users::table.find(user.as_str()))
                .set(users::password_hash.eq(Some(hash)))
                .execute(&mut **conn)?;
            session::close_all(conn, &user)?;
            audit::record(
                conn,
                &Doer::User(user.to_string()),
                "account.password",
                &format!("user:{user}"),
                &json!({}),
            )?;
            admit(conn, &user)
        })
        .await
}

/// Whether a password link can still be used, and by whom.
pub(super) async fn link_owner(app: &App, token: &str) -> Result<User, Error> {
    let id = link_id(&app.config, token).ok_or(Error::NotFound)?;
    let token = sha256(token.as_bytes());
    app.db
        .read(move |conn| {
            let user = open_link(conn, &id, &token)?;
            queries::user(conn, &user)
        })
        .await
}
