//! What staff write down of copies elsewhere: that one left, where it is, that it is gone.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::external_use::ExternalUse;
use super::queries::external_use;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::consents::{self, Channel, LiveGrant, What};
use crate::db::schema::external_uses;
use crate::db::{CaseId, ClientId, Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// The longest place or proof.
const MAX: usize = 2000;

/// A copy that left, or is about to.
#[derive(Debug, Clone)]
pub struct NewUse {
    pub case: CaseId,
    pub what: What,
    pub subject: String,
    pub channel: Channel,
    pub place: String,
    pub used_on: NaiveDate,
}

/// Writes down that something was put where it is not ours to take down. Only what the client allows there now can be.
///
/// # Errors
/// `Forbidden` without the role staff; `Refused` without a live grant for exactly this thing and place; `Invalid` for a day
/// that is still to come.
pub fn record(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    new: &NewUse,
) -> Result<String, Error> {
    actor.require(Role::Staff)?;
    let mut errors = FieldErrors::default();
    if new.place.is_empty() {
        errors.add("place", "field-required");
    }
    if new.place.chars().count() > MAX {
        errors.add("place", "field-too-long");
    }
    // Places are ahead of the database's clock by less than a day.
    if new.used_on > conn.now()?.date() + chrono::Days::new(1) {
        errors.add("used_on", "use-day-to-come");
    }
    errors.check()?;
    // A withdrawal at the same time comes before or after: before, it is refused; after, it is due.
    clients::lock(conn, client)?;
    let grant = granted(conn, &new.case, new.what, &new.subject, new.channel)?;
    insert(conn, actor, client, &grant, new, grant.level)
}

/// Opens a use as a file leaves for it: where it will stand is said later. The caller has looked at what the file shows.
///
/// # Errors
/// `Refused` without a live grant for exactly this thing and place.
pub fn open(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    new: &NewUse,
    level: i32,
) -> Result<String, Error> {
    actor.require(Role::Staff)?;
    clients::lock(conn, client)?;
    let grant = granted(conn, &new.case, new.what, &new.subject, new.channel)?;
    if level > grant.level {
        return Err(Error::refused(409, "use-not-granted"));
    }
    insert(conn, actor, client, &grant, new, level)
}

fn granted(
    conn: &mut Conn,
    case: &CaseId,
    what: What,
    subject: &str,
    channel: Channel,
) -> Result<LiveGrant, Error> {
    let grant = match channel.is_outside() {
        true => consents::covering_grant(conn, case, what, subject, channel)?,
        false => None,
    };
    grant.ok_or_else(|| Error::refused(409, "use-not-granted"))
}

fn insert(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    grant: &LiveGrant,
    new: &NewUse,
    level: i32,
) -> Result<String, Error> {
    let id = Id::<()>::new();
    let now = conn.now()?;
    diesel::insert_into(external_uses::table)
        .values((
            external_uses::id.eq(id.as_str()),
            external_uses::client_id.eq(client.as_str()),
            external_uses::case_id.eq(new.case.as_str()),
            external_uses::what.eq(new.what.as_str()),
            external_uses::subject_id.eq(&new.subject),
            external_uses::source_sha256.eq(&grant.source_sha256),
            external_uses::level.eq(level),
            external_uses::channel.eq(new.channel.as_str()),
            external_uses::place.eq(&new.place),
            external_uses::used_on.eq(new.used_on),
            external_uses::recorded_at.eq(now),
            external_uses::recorded_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    let detail = json!({ "what": new.what.as_str(), "subject": new.subject, "channel": new.channel.as_str() });
    written(conn, actor, "use.record", id.as_str(), &detail)?;
    Ok(id.as_str().to_owned())
}

/// Says where a copy stands.
///
/// # Errors
/// `Invalid` when it is empty; `Conflict` when the copy is gone.
pub fn place(conn: &mut Conn, actor: &Actor, id: &str, place: &str) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let one = external_use(conn, id)?;
    checked("place", place)?;
    let open = external_uses::table
        .find(id)
        .filter(external_uses::removed_at.is_null());
    let changed = diesel::update(open)
        .set(external_uses::place.eq(place))
        .execute(&mut **conn)?;
    exactly_one(changed)?;
    written(conn, actor, "use.place", id, &json!({}))?;
    Ok(one.case_id)
}

/// Says that a copy is gone: by what one can tell, and since when. There is no other way to end the duty.
///
/// # Errors
/// `Invalid` without a proof or with a day to come; `Conflict` when it was gone already.
pub fn remove(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    proof: &str,
    removed_on: Option<NaiveDate>,
) -> Result<ExternalUse, Error> {
    actor.require(Role::Staff)?;
    let one = external_use(conn, id)?;
    let now = conn.now()?;
    checked("proof", proof)?;
    let day = removed_on.ok_or_else(|| Error::field("removed_on", "field-required"))?;
    if day > now.date() + chrono::Days::new(1) || day < one.used_on {
        return Err(Error::field("removed_on", "use-removed-when"));
    }
    let open = external_uses::table
        .find(id)
        .filter(external_uses::removed_at.is_null());
    let changed = diesel::update(open)
        .set((
            external_uses::removed_on.eq(Some(day)),
            external_uses::removed_at.eq(Some(now)),
            external_uses::removed_by.eq(Some(actor.id.as_str())),
            external_uses::proof.eq(Some(proof)),
        ))
        .execute(&mut **conn)?;
    exactly_one(changed)?;
    // The duty is done: of a client who was forgotten, where it was goes with it.
    if clients::hold(conn, &one.client_id)?.is_some() {
        super::forgetting::forget(conn, &one.client_id)?;
    }
    written(conn, actor, "use.remove", id, &json!({}))?;
    Ok(one)
}

fn checked(field: &str, text: &str) -> Result<(), Error> {
    if text.is_empty() {
        return Err(Error::field(field, "field-required"));
    }
    if text.chars().count() > MAX {
        return Err(Error::field(field, "field-too-long"));
    }
    Ok(())
}

fn written(
    conn: &mut Conn,
    actor: &Actor,
    verb: &str,
    id: &str,
    detail: &serde_json::Value,
) -> Result<(), Error> {
    audit::record(conn, &actor.doer(), verb, &format!("use:{id}"), detail)
}
