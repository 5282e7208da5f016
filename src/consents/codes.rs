//! The one-time code that shows photos and lets grants be given: a stolen link alone can only make things more private.

use chrono::Duration;
use diesel::prelude::*;

use super::sessions::ClientSession;
use crate::config::Config;
use crate::db::schema::{client_codes, client_sessions};
use crate::db::{Conn, Id};
use crate::error::Error;
use crate::hash::hex;

const CODE_LIFE: Duration = Duration::minutes(15);

const CODE_ATTEMPTS: i32 = 5;

/// Makes a one-time code of six digits for a link; older codes stop working.
///
/// # Errors
/// When the database refuses.
pub fn sign_code(conn: &mut Conn, config: &Config, link: &str) -> Result<String, Error> {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(|e| Error::internal(format!("randomness: {e}")))?;
    let code = format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000);
    let now = conn.now()?;
    diesel::update(
        client_codes::table
            .filter(client_codes::link_id.eq(link))
            .filter(client_codes::used_at.is_null()),
    )
    .set(client_codes::used_at.eq(Some(now)))
    .execute(&mut **conn)?;
    diesel::insert_into(client_codes::table)
        .values((
            client_codes::id.eq(Id::<()>::new().as_str()),
            client_codes::link_id.eq(link),
            client_codes::code_sha256.eq(code_hash(config, link, &code)),
            client_codes::created_at.eq(now),
            client_codes::expires_at.eq(now + CODE_LIFE),
        ))
        .execute(&mut **conn)?;
    Ok(code)
}

/// What became of an entered code.
#[derive(Debug, PartialEq, Eq)]
pub enum CodeCheck {
    Confirmed,
    Wrong,
    /// None was sent, it is too old, or it was tried too often: a new one is needed.
    Spent,
}

/// Checks a code and confirms the session. A wrong one counts, also when the answer is lost.
///
/// # Errors
/// When the database refuses.
pub fn check_code(
    conn: &mut Conn,
    config: &Config,
    session: &ClientSession,
    code: &str,
) -> Result<CodeCheck, Error> {
    let now = conn.now()?;
    let newest: Option<(String, String)> = client_codes::table
        .filter(client_codes::link_id.eq(&session.link.id))
        .filter(client_codes::used_at.is_null())
        .filter(client_codes::expires_at.gt(now))
        .order(client_codes::created_at.desc())
        .select((client_codes::id, client_codes::code_sha256))
        .first(&mut **conn)
        .optional()?;
    let Some((id, hash)) = newest else {
        return Ok(CodeCheck::Spent);
    };
    // Counted before it is compared, so that of many at one moment no more are tried than one after the other.
    let counted = diesel::update(
        client_codes::table
            .find(&id)
            .filter(client_codes::used_at.is_null())
            .filter(client_codes::attempts.lt(CODE_ATTEMPTS)),
    )
    .set(client_codes::attempts.eq(client_codes::attempts + 1))
    .execute(&mut **conn)?;
    if counted == 0 {
        return Ok(CodeCheck::Spent);
    }
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if code_hash(config, &session.link.id, &digits) != hash {
        return Ok(CodeCheck::Wrong);
    }
    diesel::update(client_codes::table.find(&id))
        .set(client_codes::used_at.eq(Some(now)))
        .execute(&mut **conn)?;
    diesel::update(client_sessions::table.find(&session.id))
        .set(client_sessions::confirmed_at.eq(Some(now)))
        .execute(&mut **conn)?;
    Ok(CodeCheck::Confirmed)
}

/// Six digits are few: only with our key can they be found from the hash.
fn code_hash(config: &Config, link: &str, code: &str) -> String {
    hex(&config
        .secrets
        .link
        .sign(format!("code:{link}:{code}").as_bytes()))
}
