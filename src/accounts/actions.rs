//! What can be done with accounts: each action checks, changes, and writes the audit chain, in one transaction.

use diesel::prelude::*;
use serde_json::json;

use super::links::{UserLink, make_link};
use super::password;
use super::queries::{self, fold_email};
use super::roles::{grant, keep_an_admin};
use super::session;
use super::user::{Actor, Role};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::config::Config;
use crate::db::schema::{user_links, users};
use crate::db::{Conn, UserId};
use crate::error::{Error, FieldErrors};

/// Someone to be given an account.
#[derive(Debug, Clone)]
pub struct NewUser {
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
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
    let hash = password::hash(app, password).await?;
    app.db
        .write(move |conn| {
            // Of two who come first, one is.
            audit::in_turn(conn)?;
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
            session::open(conn, &id, false)
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
    if queries::user(conn, id)?.disabled_at.is_some() {
        // Invited anew: the password from before opens nothing.
        diesel::update(users::table.find(id.as_str()))
            .set((
                users::disabled_at.eq(None::<chrono::NaiveDateTime>),
                users::disabled_by.eq(None::<String>),
                users::password_hash.eq(None::<String>),
            ))
            .execute(&mut **conn)?;
    }
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
