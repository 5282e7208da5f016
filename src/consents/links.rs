//! Clients' private links, the browser sessions they open, and the one-time code that shows photos.
//!
//! A link is a random id and an HMAC over purpose and id that only our key can make; the database keeps the id and the
//! SHA-256 of the token. Holding the link is enough to withdraw; seeing photos or granting needs the code as well, so a
//! stolen link can only make things more private.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::config::Config;
use crate::db::schema::{client_codes, client_links, client_sessions, consents};
use crate::db::{ClientId, Conn, ConsentId, Id, UserId, random_hex};
use crate::error::Error;
use crate::hash::{hex, sha256};

const INVITE_LIFE: Duration = Duration::days(14);
const SESSION_LIFE: Duration = Duration::hours(2);
const CODE_LIFE: Duration = Duration::minutes(15);
const CODE_ATTEMPTS: i32 = 5;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Sign and tell; 14 days.
    Invite,
    /// Everything after: see, narrow, withdraw; in every receipt, without an end.
    Manage,
}

impl LinkPurpose {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Manage => "manage",
        }
    }

    fn parse(text: &str) -> Self {
        if text == "invite" {
            Self::Invite
        } else {
            Self::Manage
        }
    }
}

/// A link that may be used now.
#[derive(Debug, Clone)]
pub struct ClientLink {
    pub id: String,
    pub client_id: ClientId,
    pub consent_id: ConsentId,
    pub purpose: LinkPurpose,
}

/// The token of a link, made from its id: mails and receipts are written from the id alone.
fn token(config: &Config, id: &str, purpose: LinkPurpose) -> String {
    let message = format!("client:{}:{id}", purpose.as_str());
    format!(
        "{id}.{}",
        hex(&config.secrets.link.sign(message.as_bytes()))
    )
}

/// The address of a link.
pub fn invite_url(config: &Config, id: &str, purpose: LinkPurpose) -> String {
    config
        .web
        .link(&format!("/c/{}", token(config, id, purpose)))
}

/// Makes a link.
pub(super) fn make(
    conn: &mut Conn,
    config: &Config,
    client: &ClientId,
    consent: &ConsentId,
    purpose: LinkPurpose,
    by: Option<&UserId>,
) -> Result<String, Error> {
    let id = random_hex(16)?;
    let now = conn.now()?;
    let expires_at = match purpose {
        LinkPurpose::Invite => Some(now + INVITE_LIFE),
        LinkPurpose::Manage => None,
    };
    diesel::insert_into(client_links::table)
        .values((
            client_links::id.eq(&id),
            client_links::client_id.eq(client.as_str()),
            client_links::consent_id.eq(consent.as_str()),
            client_links::purpose.eq(purpose.as_str()),
            client_links::token_sha256.eq(sha256(token(config, &id, purpose).as_bytes())),
            client_links::created_at.eq(now),
            client_links::created_by.eq(by.map(UserId::as_str)),
            client_links::expires_at.eq(expires_at),
        ))
        .execute(&mut **conn)?;
    Ok(id)
}

/// The manage link of a consent, if one was made.
///
/// # Errors
/// When the database does not answer.
pub fn manage_link(conn: &mut Conn, consent: &ConsentId) -> Result<Option<String>, Error> {
    Ok(client_links::table
        .filter(client_links::consent_id.eq(consent.as_str()))
        .filter(client_links::purpose.eq("manage"))
        .filter(client_links::revoked_at.is_null())
        .order(client_links::created_at.desc())
        .select(client_links::id)
        .first(&mut **conn)
        .optional()?)
}

/// Makes invite links of a consent useless (signed, asked anew, lapsed).
pub(super) fn revoke_invites(conn: &mut Conn, consent: &ConsentId) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::update(
        client_links::table
            .filter(client_links::consent_id.eq(consent.as_str()))
            .filter(client_links::purpose.eq("invite"))
            .filter(client_links::revoked_at.is_null()),
    )
    .set(client_links::revoked_at.eq(Some(now)))
    .execute(&mut **conn)?;
    Ok(())
}

/// The link that a token opens.
///
/// # Errors
/// `NotFound` for a token that is unknown, forged, revoked or too old: one answer for all.
pub fn token_link(conn: &mut Conn, text: &str) -> Result<ClientLink, Error> {
    let now = conn.now()?;
    let row: (String, ClientId, ConsentId, String, Option<NaiveDateTime>) = client_links::table
        .filter(client_links::token_sha256.eq(sha256(text.as_bytes())))
        .filter(client_links::revoked_at.is_null())
        .select((
            client_links::id,
            client_links::client_id,
            client_links::consent_id,
            client_links::purpose,
            client_links::expires_at,
        ))
        .first(&mut **conn)?;
    if row.4.is_some_and(|end| end <= now) {
        return Err(Error::NotFound);
    }
    Ok(ClientLink {
        id: row.0,
        client_id: row.1,
        consent_id: row.2,
        purpose: LinkPurpose::parse(&row.3),
    })
}

/// Why a link of ours opens nothing any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedLink {
    /// What it asked for was signed.
    Signed,
    /// A newer link took its place, or the request lapsed.
    Replaced,
    /// It was not opened in time.
    Expired,
}

/// Why the link of this token is closed; `None` for a token that was never one of ours. Only who holds it can ask.
///
/// # Errors
/// When the database does not answer.
pub fn closed_link(conn: &mut Conn, text: &str) -> Result<Option<ClosedLink>, Error> {
    let row: Option<(Option<NaiveDateTime>, Option<NaiveDateTime>)> = client_links::table
        .inner_join(consents::table)
        .filter(client_links::token_sha256.eq(sha256(text.as_bytes())))
        .select((client_links::revoked_at, consents::signed_at))
        .first(&mut **conn)
        .optional()?;
    Ok(row.map(|(revoked, signed)| match (revoked, signed) {
        (_, Some(_)) => ClosedLink::Signed,
        (Some(_), None) => ClosedLink::Replaced,
        (None, None) => ClosedLink::Expired,
    }))
}

/// A browser that opened a link.
#[derive(Debug, Clone)]
pub struct ClientSession {
    /// SHA-256 of the cookie's token.
    pub id: String,
    pub link: ClientLink,
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
    Ok(row.map(
        |(id, witness, confirmed_at, link, client_id, consent_id, purpose)| ClientSession {
            id,
            witness,
            confirmed: confirmed_at.is_some(),
            link: ClientLink {
                id: link,
                client_id,
                consent_id,
                purpose: LinkPurpose::parse(&purpose),
            },
        },
    ))
}

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
    let row: Option<(String, String, i32)> = client_codes::table
        .filter(client_codes::link_id.eq(&session.link.id))
        .filter(client_codes::used_at.is_null())
        .filter(client_codes::expires_at.gt(now))
        .select((
            client_codes::id,
            client_codes::code_sha256,
            client_codes::attempts,
        ))
        .first(&mut **conn)
        .optional()?;
    let Some((id, hash, attempts)) = row else {
        return Ok(CodeCheck::Spent);
    };
    if attempts >= CODE_ATTEMPTS {
        return Ok(CodeCheck::Spent);
    }
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if code_hash(config, &session.link.id, &digits) != hash {
        diesel::update(client_codes::table.find(&id))
            .set(client_codes::attempts.eq(client_codes::attempts + 1))
            .execute(&mut **conn)?;
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

/// A link by its id, for a session that staff open on the clinic's own tablet.
///
/// # Errors
/// `NotFound`.
pub fn link_by_id(conn: &mut Conn, id: &str) -> Result<ClientLink, Error> {
    let row: (ClientId, ConsentId, String) = client_links::table
        .find(id)
        .filter(client_links::revoked_at.is_null())
        .select((
            client_links::client_id,
            client_links::consent_id,
            client_links::purpose,
        ))
        .first(&mut **conn)?;
    Ok(ClientLink {
        id: id.to_owned(),
        client_id: row.0,
        consent_id: row.1,
        purpose: LinkPurpose::parse(&row.2),
    })
}

/// Ends a session on its browser.
///
/// # Errors
/// When the database refuses.
pub fn close_session(conn: &mut Conn, session: &ClientSession) -> Result<(), Error> {
    diesel::delete(client_sessions::table.find(&session.id)).execute(&mut **conn)?;
    Ok(())
}
