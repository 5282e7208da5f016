//! The places where people are treated.

use diesel::prelude::*;
use serde_json::json;

use super::super::noun::Location;
use super::super::{fields, queries};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::locations;
use crate::db::{Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// A place as an admin describes it.
#[derive(Debug, Clone, Default)]
pub struct LocationForm {
    pub name: String,
    pub town: String,
    pub address: String,
    pub map_url: String,
    pub revision: i32,
}

impl LocationForm {
    fn checked(&self) -> Result<Self, Error> {
        let mut errors = FieldErrors::default();
        fields::required("name", &self.name, &mut errors);
        fields::required("town", &self.town, &mut errors);
        let map_url = fields::https("map_url", &self.map_url, &mut errors);
        errors.check()?;
        Ok(Self {
            map_url,
            ..self.clone()
        })
    }
}

/// # Errors
/// `Invalid` for a missing name or a link that leads nowhere.
pub fn add_location(conn: &mut Conn, actor: &Actor, form: &LocationForm) -> Result<String, Error> {
    actor.require(Role::Admin)?;
    let form = form.checked()?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(locations::table)
        .values((
            locations::id.eq(&id),
            locations::name.eq(&form.name),
            locations::town.eq(&form.town),
            locations::address.eq(&form.address),
            locations::map_url.eq(&form.map_url),
            locations::revision.eq(1),
            locations::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    record(conn, actor, "location.add", &id)?;
    Ok(id)
}

/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` as for a new one, or when there is one of this name already.
pub fn edit_location(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    form: &LocationForm,
) -> Result<Location, Error> {
    actor.require(Role::Admin)?;
    let form = form.checked()?;
    let changed = diesel::update(
        locations::table
            .find(id)
            .filter(locations::revision.eq(form.revision)),
    )
    .set((
        locations::name.eq(&form.name),
        locations::town.eq(&form.town),
        locations::address.eq(&form.address),
        locations::map_url.eq(&form.map_url),
        locations::revision.eq(form.revision + 1),
    ))
    .execute(&mut **conn)
    .map_err(|e| twice(e.into()))?;
    let location = queries::location(conn, id)?;
    exactly_one(changed)?;
    record(conn, actor, "location.edit", id)?;
    Ok(location)
}

fn twice(error: Error) -> Error {
    if Conn::is_unique_violation(&error) {
        Error::field("name", "location-twice")
    } else {
        error
    }
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str, id: &str) -> Result<(), Error> {
    let subject = format!("location:{id}");
    audit::record(conn, &actor.doer(), verb, &subject, &json!({}))
}
