//! Who signs and decides for a client who can't: a guardian, somebody with a power of attorney, the executor of someone who died.
//! Their authority is a document that somebody of the clinic has seen.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::queries::lock;
use crate::accounts::{self, Actor, Role};
use crate::audit;
use crate::db::schema::{clients, representatives as table};
use crate::db::{ClientId, Conn, Id, UserId, exactly_one};
use crate::error::{Error, FieldErrors};

/// By what somebody acts for a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    Guardian,
    Attorney,
    /// Of someone who died: executor, or personal representative.
    Executor,
}

impl Authority {
    pub const ALL: [Self; 3] = [Self::Guardian, Self::Attorney, Self::Executor];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Guardian => "guardian",
            Self::Attorney => "attorney",
            Self::Executor => "executor",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// One representative of one client.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = table)]
pub struct Representative {
    pub id: String,
    pub client_id: ClientId,
    pub role: String,
    pub name: String,
    /// Links and codes are mailed there, and not to the client.
    pub email: Option<String>,
    /// Which document shows it.
    pub document: String,
    /// The last day of it.
    pub until: Option<NaiveDate>,
    pub seen_at: NaiveDateTime,
    pub seen_by: UserId,
    pub ended_at: Option<NaiveDateTime>,
}

impl Representative {
    /// Whether they may act for the client at this moment.
    pub fn stands(&self, now: NaiveDateTime) -> bool {
        self.ended_at.is_none_or(|end| end > now) && self.until.is_none_or(|day| day >= now.date())
    }
}

/// A representative as staff write them down, with the document before them.
#[derive(Debug, Clone)]
pub struct NewRepresentative {
    pub role: Authority,
    pub name: String,
    pub email: Option<String>,
    pub document: String,
    pub until: Option<NaiveDate>,
}

/// Who acts for a client now; `None` when the client does.
///
/// # Errors
/// When the database does not answer.
pub fn representative(conn: &mut Conn, client: &ClientId) -> Result<Option<Representative>, Error> {
    let now = conn.now()?;
    let all = representatives(conn, client)?;
    Ok(all.into_iter().find(|one| one.stands(now)))
}

/// All that a client ever had, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn representatives(conn: &mut Conn, client: &ClientId) -> Result<Vec<Representative>, Error> {
    Ok(table::table
        .filter(table::client_id.eq(client.as_str()))
        .order((table::seen_at.desc(), table::id.desc()))
        .select(Representative::as_select())
        .load(&mut **conn)?)
}

/// Where mail for a client goes: to who acts for them, or to themselves.
///
/// # Errors
/// `NotFound`, also for a client who was forgotten.
pub fn address(conn: &mut Conn, client: &ClientId) -> Result<Option<String>, Error> {
    if let Some(one) = representative(conn, client)? {
        return Ok(one.email);
    }
    Ok(super::queries::client(conn, client)?.email)
}

/// Writes down who acts for a client from now on, instead of who did before.
///
/// # Errors
/// `Forbidden` without the role staff; `Invalid` for somebody of the clinic (G07), or an authority that is over.
pub fn name_representative(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    new: &NewRepresentative,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    lock(conn, client)?;
    let now = conn.now()?;
    let mut errors = FieldErrors::default();
    if new.until.is_some_and(|day| day < now.date()) {
        errors.add("until", "representative-over");
    }
    if let Some(email) = &new.email {
        if email.parse::<lettre::Address>().is_err() {
            errors.add("email", "field-email");
        } else if is_of_the_clinic(conn, email)? {
            errors.add("email", "representative-of-clinic");
        }
    }
    errors.check()?;
    end(conn, actor, client, now)?;
    let id = Id::<()>::new();
    diesel::insert_into(table::table)
        .values((
            table::id.eq(id.as_str()),
            table::client_id.eq(client.as_str()),
            table::role.eq(new.role.as_str()),
            table::name.eq(&new.name),
            table::email.eq(new.email.as_deref()),
            table::document.eq(&new.document),
            table::until.eq(new.until),
            table::seen_at.eq(now),
            table::seen_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    let detail = json!({ "representative": id.as_str(), "role": new.role.as_str() });
    written(conn, actor, client, "client.representative", &detail)
}

/// Whoever signs is never staff (G07).
///
/// # Errors
/// When the database does not answer.
pub fn is_of_the_clinic(conn: &mut Conn, email: &str) -> Result<bool, Error> {
    match accounts::user_by_email(conn, email) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Nobody acts for the client any more: they do themselves.
///
/// # Errors
/// `Forbidden` without the role staff; `Conflict` when nobody did.
pub fn end_representative(conn: &mut Conn, actor: &Actor, client: &ClientId) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    lock(conn, client)?;
    let now = conn.now()?;
    exactly_one(end(conn, actor, client, now)?)?;
    written(conn, actor, client, "client.represents_self", &json!({}))
}

fn end(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    now: NaiveDateTime,
) -> Result<usize, Error> {
    let open = table::table
        .filter(table::client_id.eq(client.as_str()))
        .filter(table::ended_at.is_null());
    Ok(diesel::update(open)
        .set((
            table::ended_at.eq(Some(now)),
            table::ended_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?)
}

/// Removes who ever acted for a client who is forgotten.
pub(super) fn forget(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let own = table::table.filter(table::client_id.eq(client.as_str()));
    diesel::delete(own).execute(&mut **conn)?;
    Ok(())
}

/// The clients whose mail goes to this address because somebody acts for them.
pub(super) fn represented_at(conn: &mut Conn, email: &str) -> Result<Vec<ClientId>, Error> {
    let now = conn.now()?;
    let open: Vec<Representative> = table::table
        .inner_join(clients::table)
        .filter(table::ended_at.is_null())
        .filter(table::email.is_not_null())
        .select(Representative::as_select())
        .load(&mut **conn)?;
    let folded = email.trim().to_lowercase();
    let is_theirs = |one: &Representative| {
        let own = one.email.as_ref().map(|own| own.to_lowercase());
        one.stands(now) && own.as_deref() == Some(folded.as_str())
    };
    let those = open.into_iter().filter(is_theirs);
    Ok(those.map(|one| one.client_id).collect())
}

fn written(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    verb: &str,
    detail: &serde_json::Value,
) -> Result<(), Error> {
    let subject = format!("client:{client}");
    audit::record(conn, &actor.doer(), verb, &subject, detail)
}
