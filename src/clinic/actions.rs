//! What admins do with the clinic.

use diesel::prelude::*;
use serde_json::json;

use super::noun::Treatment;
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::{clinic, locations, practitioners, treatments};
use crate::db::{Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// The clinic's own words about itself.
#[derive(Debug, Clone)]
pub struct ClinicForm {
    pub name: String,
    pub time_zone: String,
    pub about: String,
    pub revision: i32,
}

/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` for a time zone that isn't.
pub fn edit_clinic(conn: &mut Conn, actor: &Actor, form: &ClinicForm) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    if form.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Error::field("time_zone", "clinic-time-zone-refused"));
    }
    let now = conn.now()?;
    let before = queries::clinic(conn)?;
    if before.revision != form.revision {
        return Err(Error::Conflict);
    }
    let row = (
        clinic::name.eq(&form.name),
        clinic::time_zone.eq(&form.time_zone),
        clinic::about.eq(&form.about),
        clinic::revision.eq(form.revision + 1),
        clinic::updated_at.eq(now),
    );
    if before.revision == 0 {
        diesel::insert_into(clinic::table)
            .values((clinic::id.eq(1), row))
            .execute(&mut **conn)?;
    } else {
        let changed = diesel::update(
            clinic::table
                .find(1)
                .filter(clinic::revision.eq(form.revision)),
        )
        .set(row)
        .execute(&mut **conn)?;
        exactly_one(changed)?;
    }
    audit::record(conn, &actor.doer(), "clinic.edit", "clinic:1", &json!({}))
}

/// # Errors
/// `Forbidden` for anyone but an admin.
pub fn add_location(
    conn: &mut Conn,
    actor: &Actor,
    name: &str,
    town: &str,
) -> Result<String, Error> {
    actor.require(Role::Admin)?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(locations::table)
        .values((
            locations::id.eq(&id),
            locations::name.eq(name),
            locations::town.eq(town),
            locations::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "location.add",
        &format!("location:{id}"),
        &json!({}),
    )?;
    Ok(id)
}

/// # Errors
/// `Forbidden` for anyone but an admin.
pub fn add_practitioner(
    conn: &mut Conn,
    actor: &Actor,
    name: &str,
    title: &str,
    registration: &str,
) -> Result<String, Error> {
    actor.require(Role::Admin)?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(practitioners::table)
        .values((
            practitioners::id.eq(&id),
            practitioners::name.eq(name),
            practitioners::title.eq(title),
            practitioners::registration.eq(registration),
            practitioners::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "practitioner.add",
        &format!("practitioner:{id}"),
        &json!({}),
    )?;
    Ok(id)
}

/// Takes a location, practitioner or treatment out of the lists; what refers to it stays.
///
/// # Errors
/// `NotFound`.
pub fn archive(conn: &mut Conn, actor: &Actor, kind: &str, id: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let now = conn.now()?;
    let changed = match kind {
        "locations" => diesel::update(locations::table.find(id))
            .set(locations::archived_at.eq(Some(now)))
            .execute(&mut **conn)?,
        "practitioners" => diesel::update(practitioners::table.find(id))
            .set(practitioners::archived_at.eq(Some(now)))
            .execute(&mut **conn)?,
        "treatments" => diesel::update(treatments::table.find(id))
            .set(treatments::archived_at.eq(Some(now)))
            .execute(&mut **conn)?,
        _ => return Err(Error::NotFound),
    };
    exactly_one(changed).map_err(|_| Error::NotFound)?;
    audit::record(
        conn,
        &actor.doer(),
        "clinic.archive",
        &format!("{kind}:{id}"),
        &json!({}),
    )
}

/// A treatment as an admin writes it.
#[derive(Debug, Clone)]
pub struct TreatmentForm {
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub body: String,
    pub typical_result: String,
    pub aftercare: String,
    pub position: i32,
    pub revision: i32,
}

impl TreatmentForm {
    fn check(&self) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        let fits = !self.slug.is_empty()
            && self.slug.len() <= 80
            && !self.slug.starts_with('-')
            && self
                .slug
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            errors.add("slug", "slug-refused");
        }
        if self.name.is_empty() {
            errors.add("name", "field-required");
        }
        errors.check()
    }
}

fn taken(error: Error) -> Error {
    if Conn::is_unique_violation(&error) {
        Error::field("slug", "slug-taken")
    } else {
        error
    }
}

/// # Errors
/// `Invalid` for an address that is taken or badly formed.
pub fn add_treatment(
    conn: &mut Conn,
    actor: &Actor,
    form: &TreatmentForm,
) -> Result<String, Error> {
    actor.require(Role::Admin)?;
    form.check()?;
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(treatments::table)
        .values((
            treatments::id.eq(&id),
            treatments::slug.eq(&form.slug),
            treatments::name.eq(&form.name),
            treatments::summary.eq(&form.summary),
            treatments::body.eq(&form.body),
            treatments::typical_result.eq(&form.typical_result),
            treatments::aftercare.eq(&form.aftercare),
            treatments::position.eq(form.position),
            treatments::revision.eq(1),
            treatments::created_at.eq(now),
            treatments::updated_at.eq(now),
        ))
        .execute(&mut **conn)
        .map_err(|e| taken(e.into()))?;
    audit::record(
        conn,
        &actor.doer(),
        "treatment.add",
        &format!("treatment:{id}"),
        &json!({}),
    )?;
    Ok(id)
}

/// # Errors
/// `Conflict` when it was changed meanwhile.
pub fn edit_treatment(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    form: &TreatmentForm,
) -> Result<Treatment, Error> {
    actor.require(Role::Admin)?;
    form.check()?;
    let now = conn.now()?;
    let changed = diesel::update(
        treatments::table
            .find(id)
            .filter(treatments::revision.eq(form.revision)),
    )
    .set((
        treatments::slug.eq(&form.slug),
        treatments::name.eq(&form.name),
        treatments::summary.eq(&form.summary),
        treatments::body.eq(&form.body),
        treatments::typical_result.eq(&form.typical_result),
        treatments::aftercare.eq(&form.aftercare),
        treatments::position.eq(form.position),
        treatments::revision.eq(form.revision + 1),
        treatments::updated_at.eq(now),
    ))
    .execute(&mut **conn)
    .map_err(|e| taken(e.into()))?;
    let treatment = queries::treatment(conn, id)?;
    exactly_one(changed)?;
    audit::record(
        conn,
        &actor.doer(),
        "treatment.edit",
        &format!("treatment:{id}"),
        &json!({}),
    )?;
    Ok(treatment)
}
