//! The story as it would appear with the answers given: the same parts in the same order as on the public page.

use serde::Serialize;

use crate::cases;
use crate::clinic;
use crate::consents::StorySeen;
use crate::db::Conn;
use crate::error::Error;
use crate::signing::asking::Asking;
use crate::signing::pictures::{Album, Beside};

#[derive(Serialize)]
pub struct Preview {
    /// Title, facts, words: what is signed.
    seen: StorySeen,
    /// HTML made safe.
    narrative: String,
    /// Pairs of which both pictures may be shown and can be, with so little of the person.
    pairs: Vec<Beside>,
    treatment: String,
    typical_result: String,
    sessions: usize,
    practitioner: Option<String>,
}

pub(super) fn preview(conn: &mut Conn, asking: &Asking, album: &Album) -> Result<Preview, Error> {
    let seen = asking.story_seen(conn)?;
    let case = cases::case(conn, &asking.consent.case_id)?;
    let treatment = clinic::treatment(conn, &case.treatment_id)?;
    let practitioner = match &case.practitioner_id {
        Some(id) => Some(clinic::practitioner(conn, id)?.name),
        None => None,
    };
    let shown = |pair: &Beside| {
        [&pair.before, &pair.after]
            .iter()
            .all(|one| one.chosen == Some(true) && one.level.is_some())
    };
    Ok(Preview {
        narrative: crate::web::markdown::to_html(&seen.narrative),
        pairs: album
            .pairs(conn, asking)?
            .into_iter()
            .filter(shown)
            .collect(),
        treatment: treatment.name,
        typical_result: treatment.typical_result,
        sessions: cases::sessions(conn, &asking.consent.case_id)?.len(),
        practitioner,
        seen,
    })
}
