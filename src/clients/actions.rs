//! What staff do with clients' records.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::client::Client;
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::clients;
use crate::db::{ClientId, Conn, exactly_one, random_hex};
use crate::error::Error;
use crate::fold::fold;

/// A record as staff write it.
#[derive(Debug, Clone)]
pub struct ClientForm {
    /// Made with the page that asks for a new record: the same page sent twice makes one.
    pub key: ClientId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub birth_date: Option<NaiveDate>,
    /// "I have seen proof that this person is an adult."
    pub adult_attested: bool,
    pub revision: i32,
}

impl ClientForm {
    fn check(&self) -> Result<(), Error> {
        if self
            .email
            .as_ref()
            .is_some_and(|email| email.parse::<lettre::Address>().is_err())
        {
            return Err(Error::field("email", "field-email"));
        }
        Ok(())
    }
}

/// # Errors
/// `Invalid` for an address that can't be mailed.
pub fn add(conn: &mut Conn, actor: &Actor, form: &ClientForm) -> Result<ClientId, Error> {
    actor.require(Role::Staff)?;
    form.check()?;
    let id = match queries::client(conn, &form.key) {
        Ok(known) if known.name == form.name && known.email == form.email => return Ok(known.id),
        Ok(_) => ClientId::new(),
        Err(Error::NotFound) => form.key.clone(),
        Err(error) => return Err(error),
    };
    let now = conn.now()?;
    diesel::insert_into(clients::table)
        .values((
            clients::id.eq(id.as_str()),
            clients::public_id.eq(random_hex(8)?),
            clients::name.eq(&form.name),
            clients::name_folded.eq(fold(&form.name)),
            clients::email.eq(form.email.as_deref()),
            clients::phone.eq(form.phone.as_deref()),
            clients::birth_date.eq(form.birth_date),
            clients::adult_attested_at.eq(form.adult_attested.then_some(now)),
            clients::adult_attested_by.eq(form.adult_attested.then_some(actor.id.as_str())),
            clients::revision.eq(1),
            clients::created_at.eq(now),
            clients::created_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "client.add",
        &format!("client:{id}"),
        &json!({}),
    )?;
    Ok(id)
}

/// # Errors
/// `Conflict` when it was changed meanwhile.
pub fn edit(
    conn: &mut Conn,
    actor: &Actor,
    id: &ClientId,
    form: &ClientForm,
) -> Result<Client, Error> {
    actor.require(Role::Staff)?;
    form.check()?;
    let before = queries::client(conn, id)?;
    let now = conn.now()?;
    let attested = match (form.adult_attested, before.adult_attested_at) {
        (false, _) => None,
        (true, Some(at)) => Some(at),
        (true, None) => Some(now),
    };
    let changed = diesel::update(
        clients::table
            .find(id.as_str())
            .filter(clients::revision.eq(form.revision)),
    )
    .set((
        clients::name.eq(&form.name),
        clients::name_folded.eq(fold(&form.name)),
        clients::email.eq(form.email.as_deref()),
        clients::phone.eq(form.phone.as_deref()),
        clients::birth_date.eq(form.birth_date),
        clients::adult_attested_at.eq(attested),
        clients::adult_attested_by.eq(attested.map(|_| actor.id.as_str())),
        clients::revision.eq(form.revision + 1),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    audit::record(
        conn,
        &actor.doer(),
        "client.edit",
        &format!("client:{id}"),
        &json!({}),
    )?;
    queries::client(conn, id)
}
