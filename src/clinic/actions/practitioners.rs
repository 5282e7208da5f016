//! The people who treat.

use diesel::prelude::*;
use serde_json::json;

use super::super::noun::Practitioner;
use super::super::{fields, queries};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::practitioners;
use crate::db::{Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// Someone who treats, as an admin describes them.
#[derive(Debug, Clone, Default)]
pub struct PractitionerForm {
    pub name: String,
    pub title: String,
    /// Empty: made of the name.
    pub slug: String,
    pub bio: String,
    pub registration: String,
    pub register_url: String,
    pub register_name: String,
    pub revision: i32,
}

impl PractitionerForm {
    fn checked(&self) -> Result<Self, Error> {
        let mut errors = FieldErrors::default();
        fields::required("name", &self.name, &mut errors);
        if !self.slug.is_empty() {
            fields::slug("slug", &self.slug, &mut errors);
        }
        let register_url = fields::https("register_url", &self.register_url, &mut errors);
        errors.check()?;
        Ok(Self {
            register_url,
            ..self.clone()
        })
    }
}

/// # Errors
/// `Invalid` for a missing name, a bad link, or an address that is taken.
pub fn add_practitioner(
    conn: &mut Conn,
    actor: &Actor,
    form: &PractitionerForm,
) -> Result<String, Error> {
    actor.require(Role::Admin)?;
    let form = form.checked()?;
    let slug = address(conn, &form)?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(practitioners::table)
        .values((
            practitioners::id.eq(&id),
            practitioners::name.eq(&form.name),
            practitioners::title.eq(&form.title),
            practitioners::slug.eq(&slug),
            practitioners::bio.eq(&form.bio),
            practitioners::registration.eq(&form.registration),
            practitioners::register_url.eq(&form.register_url),
            practitioners::register_name.eq(&form.register_name),
            practitioners::revision.eq(1),
            practitioners::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    record(conn, actor, "practitioner.add", &id)?;
    Ok(id)
}

/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` as for a new one.
pub fn edit_practitioner(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    form: &PractitionerForm,
) -> Result<Practitioner, Error> {
    actor.require(Role::Admin)?;
    let form = form.checked()?;
    let stored = queries::practitioner(conn, id)?;
    let slug = if form.slug == stored.slug {
        form.slug.clone()
    } else {
        address(conn, &form)?
    };
    let changed = diesel::update(
        practitioners::table
            .find(id)
            .filter(practitioners::revision.eq(form.revision)),
    )
    .set((
        practitioners::name.eq(&form.name),
        practitioners::title.eq(&form.title),
        practitioners::slug.eq(&slug),
        practitioners::bio.eq(&form.bio),
        practitioners::registration.eq(&form.registration),
        practitioners::register_url.eq(&form.register_url),
        practitioners::register_name.eq(&form.register_name),
        practitioners::revision.eq(form.revision + 1),
    ))
    .execute(&mut **conn)
    .map_err(|e| twice(e.into()))?;
    exactly_one(changed)?;
    record(conn, actor, "practitioner.edit", id)?;
    queries::practitioner(conn, id)
}

/// The wanted address if it is free, else one made of the name.
fn address(conn: &mut Conn, form: &PractitionerForm) -> Result<String, Error> {
    if !form.slug.is_empty() {
        return if is_free(conn, &form.slug)? {
            Ok(form.slug.clone())
        } else {
            Err(Error::field("slug", "slug-taken"))
        };
    }
    let base = Some(fields::slug_of(&form.name))
        .filter(|slug| !slug.is_empty())
        .unwrap_or_else(|| "practitioner".to_owned());
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

/// Addresses of archived people stay theirs.
fn is_free(conn: &mut Conn, slug: &str) -> Result<bool, Error> {
    let taken: i64 = practitioners::table
        .filter(practitioners::slug.eq(slug))
        .count()
        .get_result(&mut **conn)?;
    Ok(taken == 0)
}

fn twice(error: Error) -> Error {
    if Conn::is_unique_violation(&error) {
        Error::field("name", "practitioner-twice")
    } else {
        error
    }
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str, id: &str) -> Result<(), Error> {
    let subject = format!("practitioner:{id}");
    audit::record(conn, &actor.doer(), verb, &subject, &json!({}))
}
