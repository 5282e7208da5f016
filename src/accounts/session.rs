//! Sessions: a random token in a cookie, its SHA-256 in the database; idle 30 minutes, at most 12 hours.

use actix_web::body::BoxBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::user::{Actor, Role};
use super::{queries, second_factor};
use crate::app::App;
use crate::db::schema::{sessions, users};
use crate::db::{Conn, UserId, random_hex};
use crate::error::Error;
use crate::hash::sha256;
use crate::web::Visit;
use crate::web::visit::Person;

const IDLE: Duration = Duration::minutes(30);
const ABSOLUTE: Duration = Duration::hours(12);
/// The time of the last request is written at most this often.
const SEEN_EVERY: Duration = Duration::seconds(60);
const COOKIE: &str = "session";

/// The key of the session a request came with (already hashed).
#[derive(Debug, Clone)]
pub struct ActorSession(pub(super) String);

/// Opens a session and gives its token, which only the cookie keeps. `second_factor` says that a code was given.
pub(super) fn open(conn: &mut Conn, user: &UserId, second_factor: bool) -> Result<String, Error> {
    let token = random_hex(32)?;
    let now = conn.now()?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(sha256(token.as_bytes())),
            sessions::user_id.eq(user.as_str()),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
            sessions::expires_at.eq(now + ABSOLUTE),
            sessions::second_factor_at.eq(second_factor.then_some(now)),
        ))
        .execute(&mut **conn)?;
    Ok(token)
}

/// Ends one session.
pub(super) fn close(conn: &mut Conn, session: &ActorSession) -> Result<(), Error> {
    diesel::delete(sessions::table.find(&session.0)).execute(&mut **conn)?;
    Ok(())
}

/// Ends all sessions of a person, and what they began to sign in with.
pub(super) fn close_all(conn: &mut Conn, user: &UserId) -> Result<(), Error> {
    diesel::delete(sessions::table.filter(sessions::user_id.eq(user.as_str())))
        .execute(&mut **conn)?;
    second_factor::drop_challenges(conn, user)
}

/// Ends all sessions of a person but this one.
pub(super) fn close_others(
    conn: &mut Conn,
    user: &UserId,
    here: &ActorSession,
) -> Result<(), Error> {
    let theirs = sessions::table
        .filter(sessions::user_id.eq(user.as_str()))
        .filter(sessions::id.ne(&here.0));
    diesel::delete(theirs).execute(&mut **conn)?;
    second_factor::drop_challenges(conn, user)
}

/// Notes that a code was given in this session just now.
pub(super) fn second_factor_given(conn: &mut Conn, session: &ActorSession) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::update(sessions::table.find(&session.0))
        .set(sessions::second_factor_at.eq(Some(now)))
        .execute(&mut **conn)?;
    Ok(())
}

pub(super) fn cookie(visit: &Visit, token: String) -> Cookie<'static> {
    visit.cookie(COOKIE, token, SameSite::Lax)
}

/// Removes the session's cookie from this browser.
pub fn no_cookie(visit: &Visit) -> Cookie<'static> {
    visit.expired(COOKIE)
}

/// The session that the request came with, if it was found alive.
pub fn session_of(request: &actix_web::HttpRequest) -> Option<ActorSession> {
    request.extensions().get::<ActorSession>().cloned()
}

/// Middleware: finds the person behind the session cookie, for the route guard, the handlers and the page's frame.
///
/// # Errors
/// When the database does not answer and a cookie had to be looked up.
pub async fn identify(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match recognise(&request).await {
        Ok(()) => next.call(request).await,
        Err(error) => Ok(request.error_response(error)),
    }
}

async fn recognise(request: &ServiceRequest) -> Result<(), Error> {
    let visit = Visit::of(request.request());
    let (Some(token), Some(app)) = (
        visit.read_cookie(request.request(), COOKIE),
        request.app_data::<web::Data<App>>().cloned(),
    ) else {
        return Ok(());
    };
    let session = ActorSession(sha256(token.as_bytes()));
    if let Some(actor) = find(&app, &session).await? {
        visit.bind(&session.0);
        visit.set_person(Person {
            name: actor.name.clone(),
            staff: actor.has(Role::Staff),
            moderator: actor.has(Role::Moderator),
            admin: actor.has(Role::Admin),
        });
        request.extensions_mut().insert(actor);
        request.extensions_mut().insert(session);
    }
    Ok(())
}

/// The person behind a session's token, as the cookie would bring it.
///
/// # Errors
/// `SignInRequired` when it is not alive.
pub async fn person_of_session(app: &App, token: &str) -> Result<(Actor, ActorSession), Error> {
    let session = ActorSession(sha256(token.as_bytes()));
    let actor = find(app, &session).await?.ok_or(Error::SignInRequired)?;
    Ok((actor, session))
}

async fn find(app: &App, session: &ActorSession) -> Result<Option<Actor>, Error> {
    let id = session.0.clone();
    let found = app.db.read(move |conn| live(conn, &id)).await?;
    let Some((actor, stale)) = found else {
        return Ok(None);
    };
    if stale {
        let id = session.0.clone();
        app.db
            .write(move |conn| {
                let now = conn.now()?;
                diesel::update(sessions::table.find(&id))
                    .set(sessions::seen_at.eq(now))
                    .execute(&mut **conn)?;
                Ok(())
            })
            .await?;
    }
    Ok(Some(actor))
}

/// The person of a live session, and whether its time of last use should be written.
fn live(conn: &mut Conn, id: &str) -> Result<Option<(Actor, bool)>, Error> {
    let now = conn.now()?;
    type Row = (UserId, String, NaiveDateTime, Option<NaiveDateTime>);
    let row: Option<Row> = sessions::table
        .inner_join(users::table)
        .filter(sessions::id.eq(id))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::seen_at.gt(now - IDLE))
        .filter(users::disabled_at.is_null())
        .select((
            users::id,
            users::name,
            sessions::seen_at,
            sessions::second_factor_at,
        ))
        .first(&mut **conn)
        .optional()?;
    let Some((id, name, seen_at, second_factor_at)) = row else {
        return Ok(None);
    };
    let roles = queries::roles(conn, &id)?;
    Ok(Some((
        Actor {
            id,
            name,
            roles,
            second_factor_at,
        },
        now - seen_at > SEEN_EVERY,
    )))
}
