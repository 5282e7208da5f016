//! What is read of the clinic.

use diesel::prelude::*;

use super::noun::{Clinic, Location, Practitioner, Treatment};
use crate::db::Conn;
use crate::db::schema::{
    clinic as clinic_table, locations as places, practitioners as people, treatments as offers,
};
use crate::error::Error;

/// The clinic, or one with a plain name until an admin has filled it in.
///
/// # Errors
/// When the database does not answer.
pub fn clinic(conn: &mut Conn) -> Result<Clinic, Error> {
    let found = clinic_table::table
        .select(Clinic::as_select())
        .first(&mut **conn)
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// # Errors
/// When the database does not answer.
pub fn locations(conn: &mut Conn) -> Result<Vec<Location>, Error> {
    Ok(places::table
        .filter(places::archived_at.is_null())
        .order(places::name)
        .select(Location::as_select())
        .load(&mut **conn)?)
}

/// # Errors
/// When the database does not answer.
pub fn practitioners(conn: &mut Conn) -> Result<Vec<Practitioner>, Error> {
    Ok(people::table
        .filter(people::archived_at.is_null())
        .order(people::name)
        .select(Practitioner::as_select())
        .load(&mut **conn)?)
}

/// Also when archived: older cases keep their practitioner.
///
/// # Errors
/// `NotFound`.
pub fn practitioner(conn: &mut Conn, id: &str) -> Result<Practitioner, Error> {
    Ok(people::table
        .find(id)
        .select(Practitioner::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// When the database does not answer.
pub fn treatments(conn: &mut Conn) -> Result<Vec<Treatment>, Error> {
    Ok(offers::table
        .filter(offers::archived_at.is_null())
        .order((offers::position, offers::name))
        .select(Treatment::as_select())
        .load(&mut **conn)?)
}

/// # Errors
/// `NotFound`.
pub fn treatment(conn: &mut Conn, id: &str) -> Result<Treatment, Error> {
    Ok(offers::table
        .find(id)
        .select(Treatment::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// `NotFound`, also when archived.
pub fn treatment_by_slug(conn: &mut Conn, slug: &str) -> Result<Treatment, Error> {
    Ok(offers::table
        .filter(offers::slug.eq(slug))
        .filter(offers::archived_at.is_null())
        .select(Treatment::as_select())
        .first(&mut **conn)?)
}
