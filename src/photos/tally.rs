//! How many photos and pairs cases have and what they lack, for lists of cases: a few queries for all of them.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;
use serde::Serialize;

use super::photo::{Photo, PhotoState, Stage, UNSAID};
use crate::db::schema::{pairs, photos};
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::imaging::Level;

/// The photos and pairs of one case, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub photos: i64,
    pub undated: i64,
    /// Nobody has said yet when or from where they were taken.
    pub undescribed: i64,
    pub processing: i64,
    pub refused: i64,
    pub pairs: i64,
    pub last_at: Option<NaiveDateTime>,
}

/// The tallies of these cases; a case without photos is not in the map.
///
/// # Errors
/// When the database does not answer.
pub fn tallies(conn: &mut Conn, cases: &[String]) -> Result<HashMap<CaseId, Tally>, Error> {
    let mut found: HashMap<CaseId, Tally> = HashMap::new();
    let rows: Vec<(CaseId, String, i64, i64, Option<NaiveDateTime>)> = photos::table
        .filter(photos::case_id.eq_any(cases))
        .filter(photos::removed_at.is_null())
        .group_by((photos::case_id, photos::state))
        .select((
            photos::case_id,
            photos::state,
            count_star(),
            count(photos::taken_on),
            max(photos::uploaded_at),
        ))
        .load(&mut **conn)?;
    for (case, state, all, dated, last_at) in rows {
        let tally = found.entry(case).or_default();
        tally.photos += all;
        tally.undated += all - dated;
        tally.last_at = tally.last_at.max(last_at);
        if state == PhotoState::Processing.as_str() {
            tally.processing += all;
        } else if state == PhotoState::Refused.as_str() {
            tally.refused += all;
        }
    }
    let open: Vec<(CaseId, i64)> = photos::table
        .filter(photos::case_id.eq_any(cases))
        .filter(photos::removed_at.is_null())
        .filter(photos::stage.eq(UNSAID).or(photos::angle.eq(UNSAID)))
        .group_by(photos::case_id)
        .select((photos::case_id, count_star()))
        .load(&mut **conn)?;
    for (case, undescribed) in open {
        found.entry(case).or_default().undescribed = undescribed;
    }
    let paired: Vec<(CaseId, i64, Option<NaiveDateTime>)> = pairs::table
        .filter(pairs::case_id.eq_any(cases))
        .group_by(pairs::case_id)
        .select((pairs::case_id, count_star(), max(pairs::created_at)))
        .load(&mut **conn)?;
    for (case, pairs, last_at) in paired {
        let tally = found.entry(case).or_default();
        tally.pairs = pairs;
        tally.last_at = tally.last_at.max(last_at);
    }
    Ok(found)
}

/// For each of these cases the photo that tells it from others in a list, in the version that shows least: the first
/// "before", else the first photo there is.
///
/// # Errors
/// When the database does not answer.
pub fn covers(conn: &mut Conn, cases: &[String]) -> Result<HashMap<CaseId, (Photo, Level)>, Error> {
    let all: Vec<Photo> = photos::table
        .filter(photos::case_id.eq_any(cases))
        .filter(photos::removed_at.is_null())
        .filter(photos::state.eq(PhotoState::Ready.as_str()))
        .order((photos::uploaded_at, photos::id))
        .select(Photo::as_select())
        .load(&mut **conn)?;
    let mut found: HashMap<CaseId, (Photo, Level)> = HashMap::new();
    for photo in all {
        let Some(level) = photo.levels().into_iter().min() else {
            continue;
        };
        let before = photo.stage().is_some_and(Stage::is_before);
        let better = match found.get(&photo.case_id) {
            None => true,
            Some((known, _)) => before && !known.stage().is_some_and(Stage::is_before),
        };
        if better {
            found.insert(photo.case_id.clone(), (photo, level));
        }
    }
    Ok(found)
}
