//! What staff do with cases.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::case::{Case, FACTS};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::clinic;
use crate::db::schema::{case_sessions, cases};
use crate::db::{CaseId, ClientId, Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};

/// A case as staff write it; facts by name.
#[derive(Debug, Clone, Default)]
pub struct CaseForm {
    /// Made with the page that asks for a new case: the same page sent twice makes one.
    pub key: CaseId,
    pub treatment_id: String,
    pub practitioner_id: Option<String>,
    pub location_id: Option<String>,
    pub facts: Vec<(String, String)>,
    pub revision: i32,
}

impl CaseForm {
    fn fact(&self, name: &str) -> Option<String> {
        self.facts
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.clone())
    }

    fn check(&self, conn: &mut Conn) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        if clinic::treatment(conn, &self.treatment_id).is_err() {
            errors.add("treatment_id", "field-choice");
        }
        let people = clinic::practitioners(conn)?;
        if self
            .practitioner_id
            .as_ref()
            .is_some_and(|id| !people.iter().any(|p| &p.id == id))
        {
            errors.add("practitioner_id", "field-choice");
        }
        let places = clinic::locations(conn)?;
        if self
            .location_id
            .as_ref()
            .is_some_and(|id| !places.iter().any(|p| &p.id == id))
        {
            errors.add("location_id", "field-choice");
        }
        for (name, value) in &self.facts {
            let known = FACTS
                .iter()
                .any(|(n, values)| n == name && values.contains(&value.as_str()));
            if !known {
                errors.add(name, "field-choice");
            }
        }
        errors.check()
    }
}

/// # Errors
/// `Invalid` for a choice that isn't one; `NotFound` without the client.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    form: &CaseForm,
) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    clients::lock(conn, client)?;
    form.check(conn)?;
    let id = match queries::case(conn, &form.key) {
        Ok(known) if &known.client_id == client && known.treatment_id == form.treatment_id => {
            return Ok(known.id);
        }
        Ok(_) => CaseId::new(),
        Err(Error::NotFound) => form.key.clone(),
        Err(error) => return Err(error),
    };
    let now = conn.now()?;
    diesel::insert_into(cases::table)
        .values((
            cases::id.eq(id.as_str()),
            cases::client_id.eq(client.as_str()),
            cases::treatment_id.eq(&form.treatment_id),
            cases::practitioner_id.eq(form.practitioner_id.as_deref()),
            cases::location_id.eq(form.location_id.as_deref()),
            cases::age_band.eq(form.fact("age_band")),
            cases::sex.eq(form.fact("sex")),
            cases::norwood.eq(form.fact("norwood")),
            cases::skin_tone.eq(form.fact("skin_tone")),
            cases::hair_colour.eq(form.fact("hair_colour")),
            cases::scar_type.eq(form.fact("scar_type")),
            cases::revision.eq(1),
            cases::created_at.eq(now),
            cases::created_by.eq(actor.id.as_str()),
            cases::updated_at.eq(now),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "case.add",
        &format!("case:{id}"),
        &json!({ "client": client }),
    )?;
    Ok(id)
}

/// # Errors
/// `Conflict` when it was changed meanwhile.
pub fn edit(conn: &mut Conn, actor: &Actor, id: &CaseId, form: &CaseForm) -> Result<Case, Error> {
    actor.require(Role::Staff)?;
    form.check(conn)?;
    let now = conn.now()?;
    let changed = diesel::update(
        cases::table
            .find(id.as_str())
            .filter(cases::revision.eq(form.revision)),
    )
    .set((
        cases::treatment_id.eq(&form.treatment_id),
        cases::practitioner_id.eq(form.practitioner_id.as_deref()),
        cases::location_id.eq(form.location_id.as_deref()),
        cases::age_band.eq(form.fact("age_band")),
        cases::sex.eq(form.fact("sex")),
        cases::norwood.eq(form.fact("norwood")),
        cases::skin_tone.eq(form.fact("skin_tone")),
        cases::hair_colour.eq(form.fact("hair_colour")),
        cases::scar_type.eq(form.fact("scar_type")),
        cases::revision.eq(form.revision + 1),
        cases::updated_at.eq(now),
    ))
    .execute(&mut **conn)?;
    let case = queries::case(conn, id)?;
    exactly_one(changed)?;
    audit::record(
        conn,
        &actor.doer(),
        "case.edit",
        &format!("case:{id}"),
        &json!({ "revision": case.revision }),
    )?;
    Ok(case)
}

/// # Errors
/// `Invalid` for a day to come, or a session that is there already.
pub fn add_session(
    conn: &mut Conn,
    actor: &Actor,
    id: &CaseId,
    kind: &str,
    number: i32,
    held_on: NaiveDate,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let case = queries::case(conn, id)?;
    clients::lock(conn, &case.client_id)?;
    if !matches!(kind, "session" | "touch_up") {
        return Err(Error::field("kind", "field-choice"));
    }
    if held_on > conn.now()?.date() + chrono::Duration::days(1) {
        return Err(Error::field("held_on", "case-session-future"));
    }
    let session = Id::<()>::new().to_string();
    diesel::insert_into(case_sessions::table)
        .values((
            case_sessions::id.eq(&session),
            case_sessions::case_id.eq(id.as_str()),
            case_sessions::kind.eq(kind),
            case_sessions::number.eq(number),
            case_sessions::held_on.eq(held_on),
        ))
        .execute(&mut **conn)
        .map_err(Error::from)
        .map_err(|e| {
            if Conn::is_unique_violation(&e) {
                Error::field("number", "case-session-taken")
            } else {
                e
            }
        })?;
    audit::record(
        conn,
        &actor.doer(),
        "case.session",
        &format!("case:{id}"),
        &json!({ "session": session }),
    )
}

/// # Errors
/// `NotFound`.
pub fn remove_session(
    conn: &mut Conn,
    actor: &Actor,
    id: &CaseId,
    session: &str,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let gone = diesel::delete(
        case_sessions::table
            .find(session)
            .filter(case_sessions::case_id.eq(id.as_str())),
    )
    .execute(&mut **conn)?;
    exactly_one(gone).map_err(|_| Error::NotFound)?;
    audit::record(
        conn,
        &actor.doer(),
        "case.session_removed",
        &format!("case:{id}"),
        &json!({ "session": session }),
    )
}
