//! The treatments and all their texts.

use diesel::prelude::*;
use serde_json::json;

use super::super::noun::Treatment;
use super::super::sections::{SectionKind, is_well_formed};
use super::super::{fields, queries};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::{treatment_sections, treatments};
use crate::db::{Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// A treatment as an admin writes it.
#[derive(Debug, Clone, Default)]
pub struct TreatmentForm {
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub body: String,
    pub typical_result: String,
    pub aftercare: String,
    /// What is not named here, or empty, is not on the page.
    pub sections: Vec<(SectionKind, String)>,
    pub position: i32,
    pub revision: i32,
}

impl TreatmentForm {
    fn check(&self) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        fields::slug("slug", &self.slug, &mut errors);
        fields::required("name", &self.name, &mut errors);
        for (kind, body) in &self.sections {
            if !is_well_formed(*kind, body) {
                errors.add(kind.as_str(), "section-list-refused");
            }
        }
        errors.check()
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
    write_sections(conn, &id, form)?;
    record(conn, actor, "treatment.add", &id)?;
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
    write_sections(conn, id, form)?;
    record(conn, actor, "treatment.edit", id)?;
    Ok(treatment)
}

/// All anew: the treatment's revision covers its parts.
fn write_sections(conn: &mut Conn, id: &str, form: &TreatmentForm) -> Result<(), Error> {
    let old = treatment_sections::table.filter(treatment_sections::treatment_id.eq(id));
    diesel::delete(old).execute(&mut **conn)?;
    for (kind, body) in form.sections.iter().filter(|(_, body)| !body.is_empty()) {
        diesel::insert_into(treatment_sections::table)
            .values((
                treatment_sections::treatment_id.eq(id),
                treatment_sections::kind.eq(kind.as_str()),
                treatment_sections::body.eq(body),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}

fn taken(error: Error) -> Error {
    if Conn::is_unique_violation(&error) {
        Error::field("slug", "slug-taken")
    } else {
        error
    }
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str, id: &str) -> Result<(), Error> {
    let subject = format!("treatment:{id}");
    audit::record(conn, &actor.doer(), verb, &subject, &json!({}))
}
