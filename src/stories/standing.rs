//! How the stories of many cases stand, for lists of cases: a few queries for all of them.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::queries::Decided;
use crate::db::schema::{approvals, decisions, stories};
use crate::db::{CaseId, Conn, StoryId};
use crate::error::Error;

/// The story of a case.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    pub id: StoryId,
    pub slug: String,
    pub state: String,
    /// Staff have said what only they can say: genuine photos, and no marks that tell who it is.
    pub attested: bool,
    pub updated_at: NaiveDateTime,
    pub submitted_at: Option<NaiveDateTime>,
    pub unpublished_at: Option<NaiveDateTime>,
    /// Changed after the revision that was approved.
    pub edited_since: bool,
    /// The last decision on it.
    pub decided: Option<Decided>,
}

impl Standing {
    /// The last moment something happened to it.
    pub fn last_at(&self) -> NaiveDateTime {
        let decided = self.decided.as_ref().map(|one| one.decided_at);
        [self.submitted_at, self.unpublished_at, decided]
            .into_iter()
            .flatten()
            .fold(self.updated_at, NaiveDateTime::max)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = stories)]
struct Row {
    id: StoryId,
    case_id: CaseId,
    slug: String,
    state: String,
    authentic_at: Option<NaiveDateTime>,
    marks_at: Option<NaiveDateTime>,
    revision: i32,
    updated_at: NaiveDateTime,
    submitted_at: Option<NaiveDateTime>,
    unpublished_at: Option<NaiveDateTime>,
    approval_id: Option<String>,
}

/// The story of each of these cases; a case without one is not in the map.
///
/// # Errors
/// When the database does not answer.
pub fn standings(conn: &mut Conn, cases: &[String]) -> Result<HashMap<CaseId, Standing>, Error> {
    let rows: Vec<Row> = stories::table
        .filter(stories::case_id.eq_any(cases))
        .select(Row::as_select())
        .load(&mut **conn)?;
    let approved: HashMap<String, i32> = approvals::table
        .inner_join(stories::table)
        .filter(stories::case_id.eq_any(cases))
        .select((approvals::id, approvals::revision))
        .load::<(String, i32)>(&mut **conn)?
        .into_iter()
        .collect();
    let mut decided: HashMap<StoryId, Decided> = decisions::table
        .inner_join(stories::table)
        .filter(stories::case_id.eq_any(cases))
        .order(decisions::decided_at)
        .select((decisions::story_id, Decided::as_select()))
        .load::<(StoryId, Decided)>(&mut **conn)?
        .into_iter()
        .collect();
    let standing = |row: Row| {
        let revision = row.approval_id.as_ref().and_then(|id| approved.get(id));
        Standing {
            edited_since: revision.is_some_and(|revision| *revision != row.revision),
            decided: decided.remove(&row.id),
            attested: row.authentic_at.is_some() && row.marks_at.is_some(),
            id: row.id,
            slug: row.slug,
            state: row.state,
            updated_at: row.updated_at,
            submitted_at: row.submitted_at,
            unpublished_at: row.unpublished_at,
        }
    };
    let mut standing = standing;
    Ok(rows
        .into_iter()
        .map(|row| (row.case_id.clone(), standing(row)))
        .collect())
}
