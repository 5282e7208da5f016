//! The browser sessions that clients' links open.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::links::{ClientLink, LinkPurpose};
use super::texts;
use crate::db::schema::{client_links, client_sessions};
use crate::db::{ClientId, Conn, ConsentId, UserId, random_hex};
use crate::error::Error;
use crate::hash::sha256;
use crate::web::Language;

const SESSION_LIFE: Duration = Duration::hours(2);

/// A browser that opened a link.
#[derive(Debug, Clone)]
pub struct ClientSession {
    /// SHA-256 of the cookie's token.
    pub id: String,
    pub link: ClientLink,
    /// Of the text that this client is shown.
    pub language: Language,
    /// The member of staff who handed over the tablet and stands beside it.
    pub witness: Option<UserId>,
    pub(super) confirmed: bool,
}

impl ClientSession {
    /// Whether photos may be seen and grants given: a code was entered, or a witness stands beside.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed
    }

    /// # Errors
    /// `Forbidden` until confirmed.
    pub fn require_confirmed(&self) -> Result<(), Error> {
        if self.confirmed {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }
}

/// Opens a session for a link and gives the cookie's token.
///
/// # Errors
/// When the database refuses.
pub fn open_session(
    conn: &mut Conn,
    link: &ClientLink,
    witness: Option<&UserId>,
) -> Result<String, Error> {
    let secret = random_hex(32)?;
    let now = conn.now()?;
    diesel::insert_into(client_sessions::table)
        .values((
            client_sessions::id.eq(sha256(secret.as_bytes())),
            client_sessions::link_id.eq(&link.id),
            client_sessions::client_id.eq(link.client_id.as_str()),
            client_sessions::witness_id.eq(witness.map(UserId::as_str)),
            client_sessions::confirmed_at.eq(witness.map(|_| now)),
            client_sessions::created_at.eq(now),
            client_sessions::expires_at.eq(now + SESSION_LIFE),
        ))
        .execute(&mut **conn)?;
    Ok(secret)
}

/// The live session behind a cookie, or `None`. It ends with its link.
///
/// # Errors
/// When the database does not answer.
pub fn session(conn: &mut Conn, secret: &str) -> Result<Option<ClientSession>, Error> {
    let now = conn.now()?;
    type Row = (
        String,
        Option<UserId>,
        Option<NaiveDateTime>,
        String,
        ClientId,
        ConsentId,
        String,
    );
    let row: Option<Row> = client_sessions::table
        .inner_join(client_links::table)
        .filter(client_sessions::id.eq(sha256(secret.as_bytes())))
        .filter(client_sessions::expires_at.gt(now))
        .filter(client_links::revoked_at.is_null())
        .filter(
            client_links::expires_at
                .is_null()
                .or(client_links::expires_at.gt(now)),
        )
        .select((
            client_sessions::id,
            client_sessions::witness_id,
            client_sessions::confirmed_at,
            client_links::id,
            client_links::client_id,
            client_links::consent_id,
            client_links::purpose,
        ))
        .first(&mut **conn)
        .optional()?;
    let Some((id, witness, confirmed_at, link, client_id, consent_id, purpose)) = row else {
        return Ok(None);
    };
    Ok(Some(ClientSession {
        id,
        language: texts::language(conn, &consent_id)?,
        witness,
        confirmed: confirmed_at.is_some(),
        link: ClientLink {
            id: link,
            client_id,
            consent_id,
            purpose: LinkPurpose::parse(&purpose),
        },
    }))
}

/// Ends a session on its browser.
///
/// # Errors
/// When the database refuses.
pub fn close_session(conn: &mut Conn, session: &ClientSession) -> Result<(), Error> {
    diesel::delete(client_sessions::table.find(&session.id)).execute(&mut **conn)?;
    Ok(())
}
