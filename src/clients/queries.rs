//! What is read of clients, and the lock that consent-relevant transactions take first.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::client::Client;
use super::representative;
use crate::db::schema::clients;
use crate::db::{ClientId, Conn, exactly_one};
use crate::error::Error;
use crate::fold::fold;
use crate::web::paging::Place;

/// # Errors
/// `NotFound`.
pub fn client(conn: &mut Conn, id: &ClientId) -> Result<Client, Error> {
    Ok(clients::table
        .find(id.as_str())
        .filter(clients::erased_at.is_null())
        .select(Client::as_select())
        .first(&mut **conn)?)
}

diesel::define_sql_function! {
    /// Small letters, as far as the database knows them: enough for addresses.
    fn lower(text: diesel::sql_types::Nullable<diesel::sql_types::Text>) -> diesel::sql_types::Nullable<diesel::sql_types::Text>;
}

/// Everyone whose mail goes to this e-mail address, in any case of its letters: those who gave it, and those for whom its owner acts.
///
/// # Errors
/// When the database does not answer.
pub fn with_email(conn: &mut Conn, email: &str) -> Result<Vec<ClientId>, Error> {
    let own: Vec<ClientId> = clients::table
        .filter(lower(clients::email).eq(email.trim().to_lowercase()))
        .filter(clients::erased_at.is_null())
        .order(clients::id)
        .select(clients::id)
        .load(&mut **conn)?;
    let mut all = Vec::new();
    for client in own {
        if representative::representative(conn, &client)?.is_none() {
            all.push(client);
        }
    }
    all.extend(representative::represented_at(conn, email)?);
    Ok(all)
}

/// The pattern for names that hold `text`; its escape is a backslash.
pub fn name_pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in fold(text).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Clients whose name holds `text`, by name, behind `place`.
///
/// # Errors
/// When the database does not answer.
pub fn search(
    conn: &mut Conn,
    text: &str,
    place: Option<&Place>,
    limit: usize,
) -> Result<Vec<Client>, Error> {
    let mut query = clients::table
        .filter(clients::name_folded.like(name_pattern(text)).escape('\\'))
        .filter(clients::erased_at.is_null())
        .order((clients::name_folded, clients::id))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(Client::as_select())
        .into_boxed();
    if let Some(place) = place {
        query = query.filter(
            clients::name_folded
                .gt(place.text.clone())
                .or(clients::name_folded
                    .eq(place.text.clone())
                    .and(clients::id.gt(place.id.clone()))),
        );
    }
    Ok(query.load(&mut **conn)?)
}

/// Where the list goes on behind this client.
pub fn place_of(client: &Client) -> Place {
    Place {
        text: fold(&client.name),
        id: client.id.to_string(),
    }
}

/// Locks the client's row and gives its epoch: the first statement of every consent-relevant transaction.
///
/// # Errors
/// `NotFound`, also for a client who was forgotten: nothing is written about them any more.
pub fn lock(conn: &mut Conn, id: &ClientId) -> Result<i64, Error> {
    match hold(conn, id)? {
        None => Ok(clients::table
            .find(id.as_str())
            .select(clients::epoch)
            .first(&mut **conn)?),
        Some(_) => Err(Error::NotFound),
    }
}

/// Locks the client's row, and says since when nothing of them is known: for what goes on after they were forgotten.
///
/// # Errors
/// `NotFound`.
pub fn hold(conn: &mut Conn, id: &ClientId) -> Result<Option<NaiveDateTime>, Error> {
    let changed = diesel::update(clients::table.find(id.as_str()))
        .set(clients::epoch.eq(clients::epoch))
        .execute(&mut **conn)?;
    exactly_one(changed).map_err(|_| Error::NotFound)?;
    Ok(clients::table
        .find(id.as_str())
        .select(clients::erased_at)
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
