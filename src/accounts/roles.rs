//! Who may do what; an admin always remains.

use diesel::prelude::*;
use serde_json::json;

use super::user::{Actor, Role};
use super::{queries, session};
use crate::audit;
use crate::db::schema::{user_roles, users};
use crate::db::{Conn, UserId};
use crate::error::Error;

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

pub(super) fn keep_an_admin(conn: &mut Conn, leaving: &UserId) -> Result<(), Error> {
    // Held until the end: of two admins who shut each other out at one moment, one stays.
    let admins = user_roles::table
        .filter(user_roles::role.eq(Role::Admin.as_str()))
        .select(user_roles::user_id);
    diesel::update(users::table.filter(users::id.eq_any(admins)))
        .set(users::disabled_at.eq(users::disabled_at))
        .execute(&mut **conn)?;
    let admins = queries::users_with_role(conn, Some(Role::Admin))?;
    if admins.iter().all(|admin| admin == leaving) {
        return Err(Error::refused(422, "account-last-admin"));
    }
    Ok(())
}

pub(super) fn grant(
    conn: &mut Conn,
    id: &UserId,
    roles: &[Role],
    by: Option<&UserId>,
) -> Result<(), Error> {
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
