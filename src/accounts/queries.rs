//! What is read of accounts.

use diesel::prelude::*;

use super::user::{Role, User};
use crate::db::schema::{user_roles, users};
use crate::db::{Conn, UserId};
use crate::error::Error;

/// An e-mail address as it is compared: without case and outer space.
pub(super) fn fold_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether the first run is over.
///
/// # Errors
/// When the database does not answer.
pub fn any_user(conn: &mut Conn) -> Result<bool, Error> {
    Ok(
        diesel::select(diesel::dsl::exists(users::table.select(users::id)))
            .get_result(&mut **conn)?,
    )
}

/// # Errors
/// `NotFound`.
pub fn user(conn: &mut Conn, id: &UserId) -> Result<User, Error> {
    Ok(users::table
        .find(id.as_str())
        .select(User::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// `NotFound`.
pub fn user_by_email(conn: &mut Conn, email: &str) -> Result<User, Error> {
    Ok(users::table
        .filter(users::email_folded.eq(fold_email(email)))
        .select(User::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// When the database does not answer.
pub fn roles(conn: &mut Conn, id: &UserId) -> Result<Vec<Role>, Error> {
    let names: Vec<String> = user_roles::table
        .filter(user_roles::user_id.eq(id.as_str()))
        .select(user_roles::role)
        .load(&mut **conn)?;
    let mut roles: Vec<Role> = names.iter().filter_map(|name| Role::parse(name)).collect();
    roles.sort();
    Ok(roles)
}

/// All accounts with their roles, by name.
///
/// # Errors
/// When the database does not answer.
pub fn list(conn: &mut Conn) -> Result<Vec<(User, Vec<Role>)>, Error> {
    let all: Vec<User> = users::table
        .order((users::name, users::id))
        .select(User::as_select())
        .load(&mut **conn)?;
    all.into_iter()
        .map(|user| {
            let roles = roles(conn, &user.id)?;
            Ok((user, roles))
        })
        .collect()
}

/// Accounts in use that hold `role`: how many pairs of eyes a clinic has.
///
/// # Errors
/// When the database does not answer.
pub fn users_with_role(conn: &mut Conn, role: Option<Role>) -> Result<Vec<UserId>, Error> {
    let all: Vec<UserId> = users::table
        .filter(users::disabled_at.is_null())
        .order(users::id)
        .select(users::id)
        .load(&mut **conn)?;
    let Some(role) = role else { return Ok(all) };
    let mut holders = Vec::new();
    for id in all {
        if roles(conn, &id)?.contains(&role) {
            holders.push(id);
        }
    }
    Ok(holders)
}
