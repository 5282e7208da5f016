//! What is read of clients, and the lock that consent-relevant transactions take first.

use diesel::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::client::Client;
use crate::db::schema::clients;
use crate::db::{ClientId, Conn, exactly_one};
use crate::error::Error;

/// Text as it is searched: lower case, without accents.
pub(super) fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .to_lowercase()
}

/// # Errors
/// `NotFound`.
pub fn client(conn: &mut Conn, id: &ClientId) -> Result<Client, Error> {
    Ok(clients::table
        .find(id.as_str())
        .filter(clients::erased_at.is_null())
        .select(Client::as_select())
        .first(&mut **conn)?)
}

/// Clients whose name holds `text`, by name; at most 50.
///
/// # Errors
/// When the database does not answer.
pub fn search(conn: &mut Conn, text: &str) -> Result<Vec<Client>, Error> {
    let mut pattern = String::from("%");
    for c in fold(text).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    Ok(clients::table
        .filter(clients::name_folded.like(pattern).escape('\\'))
        .filter(clients::erased_at.is_null())
        .order((clients::name_folded, clients::id))
        .limit(50)
        .select(Client::as_select())
        .load(&mut **conn)?)
}

/// Locks the client's row and gives its epoch: the first statement of every consent-relevant transaction.
///
/// # Errors
/// `NotFound`.
pub fn lock(conn: &mut Conn, id: &ClientId) -> Result<i64, Error> {
    let changed = diesel::update(clients::table.find(id.as_str()))
        .set(clients::epoch.eq(clients::epoch))
        .execute(&mut **conn)?;
    exactly_one(changed).map_err(|_| Error::NotFound)?;
    Ok(clients::table
        .find(id.as_str())
        .select(clients::epoch)
        .first(&mut **conn)?)
}

/// Locks the client's row and makes every approval under way stale.
///
/// # Errors
/// `NotFound`.
pub fn raise_epoch(conn: &mut Conn, id: &ClientId) -> Result<(), Error> {
    let changed = diesel::update(clients::table.find(id.as_str()))
        .set(clients::epoch.eq(clients::epoch + 1))
        .execute(&mut **conn)?;
    exactly_one(changed).map_err(|_| Error::NotFound)
}
