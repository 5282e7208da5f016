//! Links that let someone choose a password: an invitation, or a new one for who forgot it.

use chrono::Duration;
use diesel::prelude::*;

use super::user::Actor;
use crate::config::Config;
use crate::db::schema::user_links;
use crate::db::{Conn, Id, UserId};
use crate::error::Error;
use crate::hash::{hex, sha256};

/// How long an invitation or a password link can be used.
const LINK_LIFE: Duration = Duration::days(3);

/// A link that lets its holder choose a password. Shown or mailed once; the database keeps only a hash.
#[derive(Debug, Clone)]
pub struct UserLink {
    pub url: String,
}

enum LinkTag {}

/// The token is `id.hmac`, which only our key can make of the id; older links of the same person stop working.
pub(super) fn make_link(
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
pub(super) fn link_id(config: &Config, token: &str) -> Option<String> {
    let (id, tag) = token.split_once('.')?;
    let tags = config
        .secrets
        .link
        .candidates(format!("user:{id}").as_bytes());
    tags.iter().any(|t| hex(t) == tag).then(|| id.to_owned())
}

pub(super) fn open_link(conn: &mut Conn, id: &str, token: &str) -> Result<UserId, Error> {
    let now = conn.now()?;
    Ok(user_links::table
        .find(id)
        .filter(user_links::token_sha256.eq(token))
        .filter(user_links::used_at.is_null())
        .filter(user_links::expires_at.gt(now))
        .select(user_links::user_id)
        .first(&mut **conn)?)
}

pub(super) fn use_link(conn: &mut Conn, id: &str, token: &str) -> Result<UserId, Error> {
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
