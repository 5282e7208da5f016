//! What can be done with accounts: each action checks, changes, and writes the audit chain, in one transaction.

use std::net::IpAddr;

use chrono::Duration;
use diesel::prelude::*;
use serde_json::json;

use super::delay;
use super::password::{self, Passwords};
use super::queries::{self, fold_email};
use super::session::{self, ActorSession};
use super::user::{Actor, Role, User};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::config::Config;
use crate::db::schema::{user_links, user_roles, users};
use crate::db::{Conn, Id, UserId};
use crate::error::{Error, FieldErrors};
use crate::hash::{hex, sha256};

/// How long an invitation or a password link can be used.
const LINK_LIFE: Duration = Duration::days(3);

/// Someone to be given an account.
#[derive(Debug, Clone)]
pub struct NewUser {
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
}

/// A link that lets its holder choose a password. Shown or mailed once; the database keeps only a hash.
#[derive(Debug, Clone)]
pub struct UserLink {
    pub url: String,
}

/// Makes the first admin, who holds all roles, and opens their session.
///
/// # Errors
/// `NotFound` once any account exists.
pub async fn create_first_admin(
    app: &App,
    new: NewUser,
    password: String,
) -> Result<String, Error> {
    let mut errors = check_new(&new);
    password::check(&password, &mut errors);
    errors.check()?;
    let hash = Passwords::hash(password).await?;
    app.db
        .write(move |conn| {
            if queries::any_user(conn)? {
                return Err(Error::NotFound);
            }
            let id = insert(conn, &new, Some(hash), None)?;
            audit::record(
                conn,
                &Doer::User(id.to_string()),
                "account.first_run",
                &format!("user:{id}"),
                &json!({}),
            )?;
            session::open(conn, &id)
        })
        .await
}

/// Adds an account without a password and gives the link that sets one. `actor` is `None` on the command line.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Invalid` when the address is taken or a field is wrong.
pub fn add_user(
    conn: &mut Conn,
    config: &Config,
    actor: Option<&Actor>,
    new: &NewUser,
) -> Result<(UserId, UserLink), Error> {
    let doer = admin(actor)?;
    check_new(new).check()?;
    let id = insert(conn, new, None, actor.map(|a| &a.id))?;
    let link = make_link(conn, config, &id, "invitation", actor)?;
    let roles: Vec<&str> = new.roles.iter().map(|role| role.as_str()).collect();
    audit::record(
        conn,
        &doer,
        "account.add",
        &format!("user:{id}"),
        &json!({ "roles": roles }),
    )?;
    Ok((id, link))
}

/// A new link for someone who lost the first one, or who was disabled and comes back.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `NotFound`.
pub fn invite_again(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    id: &UserId,
) -> Result<UserLink, Error> {
    actor.require(Role::Admin)?;
    queries::user(conn, id)?;
    diesel::update(users::table.find(id.as_str()))
        .set((
            users::disabled_at.eq(None::<chrono::NaiveDateTime>),
            users::disabled_by.eq(None::<String>),
        ))
        .execute(&mut **conn)?;
    let link = make_link(conn, config, id, "invitation", Some(actor))?;
    audit::record(
        conn,
        &actor.doer(),
        "account.invite",
        &format!("user:{id}"),
        &json!({}),
    )?;
    Ok(link)
}

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

/// Uses an invitation or reset link: sets the password, ends all sessions, and opens a new one.
///
/// # Errors
/// `NotFound` for a link that is unknown, used or too old; `Invalid` for a bad password.
pub async fn set_password(app: &App, token: &str, new: String) -> Result<String, Error> {
    let id = link_id(&app.config, token).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    password::check(&new, &mut errors);
    errors.check()?;
    let hash = Passwords::hash(new).await?;
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
            session::open(conn, &user)
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

/// Shuts an account out at once.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Refused` for the last admin.
pub fn disable(conn: &mut Conn, actor: Option<&Actor>, id: &UserId) -> Result<(), Error> {
    let doer = admin(actor)?;
    queries::user(conn, id)?;
    keep_an_admin(conn, id)?;
    let now = conn.now()?;
    diesel::update(users::table.find(id.as_str()))
        .set((
            users::disabled_at.eq(Some(now)),
            users::disabled_by.eq(actor.map(|a| a.id.as_str())),
        ))
        .execute(&mut **conn)?;
    session::close_all(conn, id)?;
    diesel::update(user_links::table.filter(user_links::user_id.eq(id.as_str())))
        .set(user_links::used_at.eq(Some(now)))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &doer,
        "account.disable",
        &format!("user:{id}"),
        &json!({}),
    )
}

/// Sets the roles of an account; its sessions end, so that they hold at once.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Refused` when no admin would be left.
pub(super) fn set_roles(
    conn: &mut Conn,
    actor: &Actor,
    id: &UserId,
    roles: &[Role],
) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    queries::user(conn, id)?;
    if !roles.contains(&Role::Admin) {
        keep_an_admin(conn, id)?;
    }
    diesel::delete(user_roles::table.filter(user_roles::user_id.eq(id.as_str())))
        .execute(&mut **conn)?;
    grant(conn, id, roles, Some(&actor.id))?;
    if id != &actor.id {
        session::close_all(conn, id)?;
    }
    let names: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    audit::record(
        conn,
        &actor.doer(),
        "account.roles",
        &format!("user:{id}"),
        &json!({ "roles": names }),
    )
}

fn keep_an_admin(conn: &mut Conn, leaving: &UserId) -> Result<(), Error> {
    let admins = queries::users_with_role(conn, Some(Role::Admin))?;
    if admins.iter().all(|admin| admin == leaving) {
        return Err(Error::refused(422, "account-last-admin"));
    }
    Ok(())
}

fn admin(actor: Option<&Actor>) -> Result<Doer, Error> {
    match actor {
        None => Ok(Doer::System),
        Some(actor) => actor.require(Role::Admin).map(|()| actor.doer()),
    }
}

fn check_new(new: &NewUser) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if new.name.trim().is_empty() {
        errors.add("name", "field-required");
    }
    let (local, host) = new.email.split_once('@').unwrap_or_default();
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '@';
    if local.is_empty() || !host.contains('.') || !new.email.replacen('@', "", 1).chars().all(plain)
    {
        errors.add("email", "field-email");
    }
    errors
}

fn insert(
    conn: &mut Conn,
    new: &NewUser,
    hash: Option<String>,
    by: Option<&UserId>,
) -> Result<UserId, Error> {
    let id = UserId::new();
    let now = conn.now()?;
    diesel::insert_into(users::table)
        .values((
            users::id.eq(id.as_str()),
            users::name.eq(new.name.trim()),
            users::email.eq(new.email.trim()),
            users::email_folded.eq(fold_email(&new.email)),
            users::password_hash.eq(hash),
            users::created_at.eq(now),
            users::created_by.eq(by.map(UserId::as_str)),
        ))
        .execute(&mut **conn)
        .map_err(Error::from)
        .map_err(|e| {
            if Conn::is_unique_violation(&e) {
                Error::field("email", "account-taken")
            } else {
                e
            }
        })?;
    grant(conn, &id, &new.roles, by)?;
    Ok(id)
}

fn grant(conn: &mut Conn, id: &UserId, roles: &[Role], by: Option<&UserId>) -> Result<(), Error> {
    let now = conn.now()?;
    for role in roles {
        diesel::insert_into(user_roles::table)
            .values((
                user_roles::user_id.eq(id.as_str()),
                user_roles::role.eq(role.as_str()),
                user_roles::granted_at.eq(now),
                user_roles::granted_by.eq(by.map(UserId::as_str)),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}

enum LinkTag {}

/// The token is `id.hmac`, which only our key can make of the id; older links of the same person stop working.
fn make_link(
    conn: &mut Conn,
    config: &Config,
    user: &UserId,
    purpose: &str,
    by: Option<&Actor>,
) -> Result<UserLink, Error> {
    let id = Id::<LinkTag>::new();
    let token = format!(
        "{id}.{}",
        hex(&config.secrets.link.sign(format!("user:{id}").as_bytes()))
    );
    let now = conn.now()?;
    diesel::update(
        user_links::table
            .filter(user_links::user_id.eq(user.as_str()))
            .filter(user_links::used_at.is_null()),
    )
    .set(user_links::used_at.eq(Some(now)))
    .execute(&mut **conn)?;
    diesel::insert_into(user_links::table)
        .values((
            user_links::id.eq(id.as_str()),
            user_links::user_id.eq(user.as_str()),
            user_links::purpose.eq(purpose),
            user_links::token_sha256.eq(sha256(token.as_bytes())),
            user_links::created_at.eq(now),
            user_links::created_by.eq(by.map(|a| a.id.as_str())),
            user_links::expires_at.eq(now + LINK_LIFE),
        ))
        .execute(&mut **conn)?;
    Ok(UserLink {
        url: config.web.link(&format!("/password/{token}")),
    })
}

/// The id inside a token that one of our keys signed.
fn link_id(config: &Config, token: &str) -> Option<String> {
    let (id, tag) = token.split_once('.')?;
    let tags = config
        .secrets
        .link
        .candidates(format!("user:{id}").as_bytes());
    tags.iter().any(|t| hex(t) == tag).then(|| id.to_owned())
}

fn open_link(conn: &mut Conn, id: &str, token: &str) -> Result<UserId, Error> {
    let now = conn.now()?;
    Ok(user_links::table
        .find(id)
        .filter(user_links::token_sha256.eq(token))
        .filter(user_links::used_at.is_null())
        .filter(user_links::expires_at.gt(now))
        .select(user_links::user_id)
        .first(&mut **conn)?)
}

fn use_link(conn: &mut Conn, id: &str, token: &str) -> Result<UserId, Error> {
    let user = open_link(conn, id, token)?;
    let now = conn.now()?;
    let used = diesel::update(
        user_links::table
            .find(id)
            .filter(user_links::used_at.is_null()),
    )
    .set(user_links::used_at.eq(Some(now)))
    .execute(&mut **conn)?;
    crate::db::exactly_one(used)?;
    Ok(user)
}
