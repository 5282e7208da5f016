//! The order in which visitors see the treatments.

use diesel::prelude::*;
use serde_json::json;

use super::super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::Conn;
use crate::db::schema::treatments;
use crate::error::Error;

/// One place on in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Start,
    End,
}

/// Lets a treatment change places with its neighbour; at the end of the list nothing happens. All get new positions, so
/// that two that shared one are told apart.
///
/// # Errors
/// `NotFound`, also when archived.
pub fn move_treatment(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    towards: Towards,
) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let mut list = queries::treatments(conn)?;
    let from = list
        .iter()
        .position(|treatment| treatment.id == id)
        .ok_or(Error::NotFound)?;
    let to = match towards {
        Towards::Start => from.saturating_sub(1),
        Towards::End => (from + 1).min(list.len() - 1),
    };
    list.swap(from, to);
    let now = conn.now()?;
    for (position, treatment) in (1..).zip(&list) {
        if treatment.position != position {
            diesel::update(treatments::table.find(&treatment.id))
                .set((
                    treatments::position.eq(position),
                    treatments::revision.eq(treatment.revision + 1),
                    treatments::updated_at.eq(now),
                ))
                .execute(&mut **conn)?;
        }
    }
    let subject = format!("treatment:{id}");
    audit::record(conn, &actor.doer(), "treatment.move", &subject, &json!({}))
}
