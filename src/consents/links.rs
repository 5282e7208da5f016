//! Clients' private links.
//!
//! A link is a random id and an HMAC over purpose and id that only our key can make; the database keeps the id and the
//! SHA-256 of the token. Holding the link is enough to withdraw; seeing photos or granting needs the code as well, so a
//! stolen link can only make things more private.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::consent::ConsentState;
use super::{kept, texts};
use crate::config::Config;
use crate::db::schema::{client_links, clients, consents};
use crate::db::{ClientId, Conn, ConsentId, UserId, random_hex};
use crate::error::Error;
use crate::hash::{hex, sha256};
use crate::web::Language;

const INVITE_LIFE: Duration = Duration::days(14);

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

    pub(super) fn parse(text: &str) -> Self {
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

/// What a link is about, whether it still opens or not.
///
/// # Errors
/// `NotFound`.
pub fn consent_of_link(conn: &mut Conn, id: &str) -> Result<ConsentId, Error> {
    Ok(client_links::table
        .find(id)
        .select(client_links::consent_id)
        .first(&mut **conn)?)
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

/// Makes invite links of a consent useless (signed, asked anew, lapsed, taken back).
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
    /// The client took everything back before it was signed.
    Withdrawn,
    /// It was not opened in time.
    Expired,
    /// The client was forgotten.
    Forgotten {
        at: NaiveDateTime,
        /// Until when evidence of a signature is kept; `None` when none is (any more).
        kept_until: Option<NaiveDateTime>,
    },
}

/// Why the link of this token is closed; `None` for a token that was never one of ours. Only who holds it can ask.
///
/// # Errors
/// When the database does not answer.
pub fn closed_link(conn: &mut Conn, text: &str) -> Result<Option<ClosedLink>, Error> {
    type Row = (
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        ClientId,
        String,
    );
    let row: Option<Row> = client_links::table
        .inner_join(consents::table)
        .inner_join(clients::table)
        .filter(client_links::token_sha256.eq(sha256(text.as_bytes())))
        .select((
            client_links::revoked_at,
            consents::signed_at,
            clients::erased_at,
            client_links::client_id,
            consents::state,
        ))
        .first(&mut **conn)
        .optional()?;
    let Some((revoked, signed, erased, client, state)) = row else {
        return Ok(None);
    };
    Ok(Some(match (erased, revoked, signed) {
        (Some(at), ..) => {
            let kept = kept::kept_evidence(conn, Some(&client))?;
            let kept_until = kept.last().map(|one| one.kept_until);
            ClosedLink::Forgotten { at, kept_until }
        }
        (None, _, Some(_)) => ClosedLink::Signed,
        (None, Some(_), None) if state == ConsentState::Withdrawn.as_str() => ClosedLink::Withdrawn,
        (None, Some(_), None) => ClosedLink::Replaced,
        (None, None, None) => ClosedLink::Expired,
    }))
}

/// What the client of a closed link is spoken to in.
///
/// # Errors
/// `NotFound` for a token that was never one of ours.
pub fn language_of_closed(conn: &mut Conn, text: &str) -> Result<Language, Error> {
    let consent: ConsentId = client_links::table
        .filter(client_links::token_sha256.eq(sha256(text.as_bytes())))
        .select(client_links::consent_id)
        .first(&mut **conn)?;
    texts::language(conn, &consent)
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
