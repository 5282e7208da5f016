//! Recovery codes: ten, shown once, each good for one sign-in; the database keeps their SHA-256.

use diesel::prelude::*;

use crate::db::schema::recovery_codes;
use crate::db::{Conn, UserId, random_hex};
use crate::error::Error;
use crate::hash::sha256;

/// How many there are.
const COUNT: usize = 10;
/// 80 bits: too many to try, even for who holds the hashes.
const BYTES: usize = 10;

/// New codes, as they are shown; the old ones work no more.
pub(super) fn make(conn: &mut Conn, user: &UserId) -> Result<Vec<String>, Error> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user.as_str())))
        .execute(&mut **conn)?;
    let now = conn.now()?;
    let mut shown = Vec::new();
    for _ in 0..COUNT {
        let code = random_hex(BYTES)?;
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::code_sha256.eq(hash(user, &code)),
                recovery_codes::user_id.eq(user.as_str()),
                recovery_codes::made_at.eq(now),
            ))
            .execute(&mut **conn)?;
        let groups: Vec<&str> = (0..code.len())
            .step_by(5)
            .map(|at| &code[at..at + 5])
            .collect();
        shown.push(groups.join("-"));
    }
    Ok(shown)
}

/// Uses a code up; `code` without its dashes.
pub(super) fn take(conn: &mut Conn, user: &UserId, code: &str) -> Result<bool, Error> {
    let now = conn.now()?;
    let used = diesel::update(
        recovery_codes::table
            .find(hash(user, code))
            .filter(recovery_codes::used_at.is_null()),
    )
    .set(recovery_codes::used_at.eq(Some(now)))
    .execute(&mut **conn)?;
    Ok(used == 1)
}

/// How many are not used yet.
pub(in crate::accounts) fn left(conn: &mut Conn, user: &UserId) -> Result<i64, Error> {
    Ok(recovery_codes::table
        .filter(recovery_codes::user_id.eq(user.as_str()))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(&mut **conn)?)
}

fn hash(user: &UserId, code: &str) -> String {
    sha256(format!("recovery:{user}:{code}").as_bytes())
}
