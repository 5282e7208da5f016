//! Between password and code: no session yet, only a cookie that says whose code is awaited.

use chrono::Duration;
use diesel::prelude::*;
use serde_json::json;

use super::{code, drop_challenges, session};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::db::schema::{sign_in_challenges as challenges, users};
use crate::db::{Conn, UserId, random_hex};
use crate::error::Error;
use crate::hash::sha256;

const LIFE: Duration = Duration::minutes(10);

/// Gives the token of a new challenge, which only the cookie keeps; an older one of the same person ends.
pub(in crate::accounts) fn open(conn: &mut Conn, user: &UserId) -> Result<String, Error> {
    drop_challenges(conn, user)?;
    let token = random_hex(32)?;
    let now = conn.now()?;
    diesel::insert_into(challenges::table)
        .values((
            challenges::id.eq(sha256(token.as_bytes())),
            challenges::user_id.eq(user.as_str()),
            challenges::created_at.eq(now),
            challenges::expires_at.eq(now + LIFE),
        ))
        .execute(&mut **conn)?;
    Ok(token)
}

/// Whose code is awaited, for an account that is in use.
fn awaited(conn: &mut Conn, token: &str) -> Result<Option<UserId>, Error> {
    let now = conn.now()?;
    Ok(challenges::table
        .inner_join(users::table)
        .filter(challenges::id.eq(sha256(token.as_bytes())))
        .filter(challenges::expires_at.gt(now))
        .filter(users::disabled_at.is_null())
        .select(users::id)
        .first(&mut **conn)
        .optional()?)
}

/// Whether the code of this token's holder is awaited.
pub(in crate::accounts) async fn is_open(app: &App, token: &str) -> Result<bool, Error> {
    let token = token.to_owned();
    let awaited = app.db.read(move |conn| awaited(conn, &token)).await?;
    Ok(awaited.is_some())
}

/// Takes the code and opens the session; `None` when it does not fit.
///
/// # Errors
/// `SignInRequired` when the challenge is over; `TooManyRequests` while one has to wait.
pub(in crate::accounts) async fn answer(
    app: &App,
    token: String,
    typed: String,
) -> Result<Option<String>, Error> {
    let config = app.config.clone();
    app.db
        .write(move |conn| {
            let user = awaited(conn, &token)?.ok_or(Error::SignInRequired)?;
            let Some(given) = code::take(conn, &config, &user, &typed)? else {
                return Ok(None);
            };
            drop_challenges(conn, &user)?;
            let session = session::open(conn, &user, true)?;
            audit::record(
                conn,
                &Doer::User(user.to_string()),
                "account.sign_in",
                &format!("user:{user}"),
                &json!({ "second_factor": given.as_str() }),
            )?;
            Ok(Some(session))
        })
        .await
}
