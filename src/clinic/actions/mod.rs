//! What admins do with the clinic: each change is checked, made on the version that was seen, and recorded.

mod archiving;
mod clinic;
mod locations;
mod positions;
mod practitioners;
mod theme;
mod treatments;

pub use archiving::{archive, restore};
pub use clinic::{ClinicForm, edit_clinic, set_illustrated};
pub use locations::{LocationForm, add_location, edit_location};
pub use positions::{Towards, move_treatment};
pub use practitioners::{PractitionerForm, add_practitioner, edit_practitioner};
pub use theme::{ThemeForm, edit_theme};
pub use treatments::{TreatmentForm, add_treatment, edit_treatment};

use super::queries;
use crate::db::schema::clinic as table;
use crate::db::{Conn, exactly_one};
use crate::error::Error;
use diesel::prelude::*;

/// Makes the clinic's row exist and takes the next revision of it, or says that somebody else did.
pub(super) fn next_revision(conn: &mut Conn, seen: i32) -> Result<(), Error> {
    let now = conn.now()?;
    let stored = queries::clinic(conn)?;
    if stored.revision != seen {
        return Err(Error::Conflict);
    }
    if stored.revision == 0 {
        diesel::insert_into(table::table)
            .values((
                table::id.eq(1),
                table::name.eq(&stored.name),
                table::time_zone.eq(&stored.time_zone),
                table::about.eq(&stored.about),
                table::revision.eq(1),
                table::updated_at.eq(now),
            ))
            .execute(&mut **conn)?;
        return Ok(());
    }
    let changed = diesel::update(table::table.find(1).filter(table::revision.eq(seen)))
        .set((table::revision.eq(seen + 1), table::updated_at.eq(now)))
        .execute(&mut **conn)?;
    exactly_one(changed)
}
