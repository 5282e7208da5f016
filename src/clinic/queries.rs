//! What is read of the clinic.

use diesel::prelude::*;

use super::noun::{Clinic, Location, Practitioner, Treatment};
use super::sections::{SectionKind, TreatmentSection};
use crate::db::Conn;
use crate::db::schema::{
    clinic as clinic_table, locations as places, practitioners as people,
    treatment_sections as sections, treatments as offers,
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

/// Also when archived, for those who may bring it back.
///
/// # Errors
/// `NotFound`.
pub fn location(conn: &mut Conn, id: &str) -> Result<Location, Error> {
    Ok(places::table
        .find(id)
        .select(Location::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// `NotFound`, also when archived.
pub fn location_by_slug(conn: &mut Conn, slug: &str) -> Result<Location, Error> {
    Ok(places::table
        .filter(places::slug.eq(slug))
        .filter(places::archived_at.is_null())
        .select(Location::as_select())
        .first(&mut **conn)?)
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
/// `NotFound`, also when archived.
pub fn practitioner_by_slug(conn: &mut Conn, slug: &str) -> Result<Practitioner, Error> {
    Ok(people::table
        .filter(people::slug.eq(slug))
        .filter(people::archived_at.is_null())
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

/// The parts that were written, in the order in which they are shown.
///
/// # Errors
/// When the database does not answer.
pub fn treatment_sections(
    conn: &mut Conn,
    treatment_id: &str,
) -> Result<Vec<TreatmentSection>, Error> {
    let rows: Vec<(String, String)> = sections::table
        .filter(sections::treatment_id.eq(treatment_id))
        .select((sections::kind, sections::body))
        .load(&mut **conn)?;
    let mut found: Vec<TreatmentSection> = rows
        .into_iter()
        .filter_map(|(kind, body)| {
            SectionKind::parse(&kind).map(|kind| TreatmentSection::new(kind, body))
        })
        .collect();
    found.sort_by_key(|section| section.kind);
    Ok(found)
}

/// What was put away and can be brought back.
#[derive(serde::Serialize)]
pub struct Archived {
    pub locations: Vec<Location>,
    pub practitioners: Vec<Practitioner>,
    pub treatments: Vec<Treatment>,
}

/// # Errors
/// When the database does not answer.
pub fn archived(conn: &mut Conn) -> Result<Archived, Error> {
    Ok(Archived {
        locations: places::table
            .filter(places::archived_at.is_not_null())
            .order(places::name)
            .select(Location::as_select())
            .load(&mut **conn)?,
        practitioners: people::table
            .filter(people::archived_at.is_not_null())
            .order(people::name)
            .select(Practitioner::as_select())
            .load(&mut **conn)?,
        treatments: offers::table
            .filter(offers::archived_at.is_not_null())
            .order(offers::name)
            .select(Treatment::as_select())
            .load(&mut **conn)?,
    })
}
