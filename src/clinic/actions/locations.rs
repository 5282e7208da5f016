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
    /// Empty: made of the name.
    pub slug: String,
    pub hours: String,
    pub directions: String,
    pub revision: i32,
}

impl LocationForm {
    fn checked(&self) -> Result<Self, Error> {
        let mut errors = FieldErrors::default();
        fields::required("name", &self.name, &mut errors);
        fields::required("town", &self.town, &mut errors);
        if !self.slug.is_empty() {
            fields::slug("slug", &self.slug, &mut errors);
        }
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
    let slug = address(conn, &form)?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(locations::table)
        .values((
            locations::id.eq(&id),
            locations::name.eq(&form.name),
            locations::town.eq(&form.town),
            locations::address.eq(&form.address),
            locations::map_url.eq(&form.map_url),
            locations::slug.eq(&slug),
            locations::hours.eq(&form.hours),
            locations::directions.eq(&form.directions),
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
    let stored = queries::location(conn, id)?;
    let slug = if form.slug.is_empty() || form.slug == stored.slug {
        stored.slug
    } else {
        address(conn, &form)?
    };
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
        locations::slug.eq(&slug),
        locations::hours.eq(&form.hours),
        locations::directions.eq(&form.directions),
        locations::revision.eq(form.revision + 1),
    ))
    .execute(&mut **conn)
    .map_err(|e| twice(e.into()))?;
    let location = queries::location(conn, id)?;
    exactly_one(changed)?;
    record(conn, actor, "location.edit", id)?;
    Ok(location)
}

/// The wanted address if it is free, else one made of name and town.
fn address(conn: &mut Conn, form: &LocationForm) -> Result<String, Error> {
    if !form.slug.is_empty() {
        return if is_free(conn, &form.slug)? {
            Ok(form.slug.clone())
        } else {
            Err(Error::field("slug", "slug-taken"))
        };
    }
    let base = Some(fields::slug_of(&format!("{} {}", form.name, form.town)))
        .filter(|slug| !slug.is_empty())
        .unwrap_or_else(|| "location".to_owned());
    for number in 1.. {
        let slug = if number == 1 {
            base.clone()
        } else {
            format!("{base}-{number}")
        };
        if is_free(conn, &slug)? {
            return Ok(slug);
        }
    }
    Err(Error::Conflict)
}

/// Addresses of archived places stay theirs.
fn is_free(conn: &mut Conn, slug: &str) -> Result<bool, Error> {
    let taken: i64 = locations::table
        .filter(locations::slug.eq(slug))
        .count()
        .get_result(&mut **conn)?;
    Ok(taken == 0)
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
