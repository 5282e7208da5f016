//! Pairs: a before and an after of one angle.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::photo::{Angle, Photo, PhotoState, Stage};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::db::schema::pairs as table;
use crate::db::{CaseId, Conn, Id, PhotoId};
use crate::error::Error;

/// A pair with both photos.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    pub id: String,
    pub before: Photo,
    pub after: Photo,
}

/// The pairs of a case, in order.
///
/// # Errors
/// When the database does not answer.
pub fn pairs(conn: &mut Conn, case: &CaseId) -> Result<Vec<Pair>, Error> {
    let photos = queries::photos(conn, case)?;
    let rows: Vec<(String, PhotoId, PhotoId)> = table::table
        .filter(table::case_id.eq(case.as_str()))
        .order((table::position, table::id))
        .select((table::id, table::before_id, table::after_id))
        .load(&mut **conn)?;
    let find = |id: &PhotoId| photos.iter().find(|photo| &photo.id == id).cloned();
    Ok(rows
        .into_iter()
        .filter_map(|(id, before, after)| {
            Some(Pair {
                id,
                before: find(&before)?,
                after: find(&after)?,
            })
        })
        .collect())
}

/// One pair.
///
/// # Errors
/// `NotFound`.
pub fn pair(conn: &mut Conn, id: &str) -> Result<Pair, Error> {
    let (before, after): (PhotoId, PhotoId) = table::table
        .find(id)
        .select((table::before_id, table::after_id))
        .first(&mut **conn)?;
    Ok(Pair {
        id: id.to_owned(),
        before: queries::photo(conn, &before)?,
        after: queries::photo(conn, &after)?,
    })
}

/// Pairs that are not there yet but could be: for each angle its latest "before" with the latest photo of each stage
/// after it, the settled ones first.
pub fn proposed_pairs(photos: &[Photo], pairs: &[Pair]) -> Vec<(PhotoId, PhotoId)> {
    const AFTER: [Stage; 5] = [
        Stage::TouchUp,
        Stage::OneYear,
        Stage::Healed,
        Stage::Fresh,
        Stage::Session,
    ];
    let latest = |angle: Angle, stage: Stage| {
        let mut there = photos.iter().rev();
        there.find(|photo| {
            photo.angle() == Some(angle)
                && photo.stage() == Some(stage)
                && photo.state != PhotoState::Refused.as_str()
        })
    };
    let mut proposed = Vec::new();
    for angle in Angle::ALL {
        let before = latest(angle, Stage::Before).or_else(|| latest(angle, Stage::Design));
        let Some(before) = before else { continue };
        for after in AFTER.into_iter().filter_map(|stage| latest(angle, stage)) {
            let known = |pair: &Pair| pair.before.id == before.id && pair.after.id == after.id;
            if check(before, after).is_ok() && !pairs.iter().any(known) {
                proposed.push((before.id.clone(), after.id.clone()));
            }
        }
    }
    proposed
}

/// Puts all of these side by side, or none: pairs as a page proposed them.
///
/// # Errors
/// As [`add_pair`]; `Invalid` when there are none.
pub fn add_pairs(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    wanted: &[(PhotoId, PhotoId)],
) -> Result<(), Error> {
    if wanted.is_empty() {
        return Err(Error::field("pair", "pairs-none-proposed"));
    }
    for (before, after) in wanted {
        add_pair(conn, actor, case, before, after)?;
    }
    Ok(())
}

/// Puts a before and an after side by side.
///
/// # Errors
/// `NotFound` unless both are of this case; `Invalid` when stage, angle or dates don't make a pair; pairing twice is
/// no error.
pub fn add_pair(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    before: &PhotoId,
    after: &PhotoId,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    // One after the other: sent twice at the same moment, it is one pair.
    let client = queries::photo(conn, before)?.client_id;
    clients::lock(conn, &client)?;
    let (before, after) = (queries::photo(conn, before)?, queries::photo(conn, after)?);
    if &before.case_id != case || &after.case_id != case {
        return Err(Error::NotFound);
    }
    check(&before, &after)?;
    let known: Vec<(String, String)> = table::table
        .filter(table::case_id.eq(case.as_str()))
        .select((table::before_id, table::after_id))
        .load(&mut **conn)?;
    if known
        .iter()
        .any(|(b, a)| b == before.id.as_str() && a == after.id.as_str())
    {
        return Ok(());
    }
    let now = conn.now()?;
    diesel::insert_into(table::table)
        .values((
            table::id.eq(Id::<()>::new().as_str()),
            table::case_id.eq(case.as_str()),
            table::before_id.eq(before.id.as_str()),
            table::after_id.eq(after.id.as_str()),
            table::position.eq(i32::try_from(known.len()).unwrap_or(i32::MAX)),
            table::created_at.eq(now),
        ))
        .execute(&mut **conn)?;
    let detail = json!({ "before": before.id, "after": after.id });
    audit::record(
        conn,
        &actor.doer(),
        "pair.add",
        &format!("case:{case}"),
        &detail,
    )
}

/// What makes a pair: a photo from before and one from after, of one angle, in this order.
fn check(before: &Photo, after: &Photo) -> Result<(), Error> {
    let stages = (before.stage(), after.stage());
    if !matches!(stages, (Some(b), Some(a)) if b.is_before() && !a.is_before()) {
        return Err(Error::field("after_id", "pair-stage"));
    }
    if before.angle().is_none() || before.angle != after.angle {
        return Err(Error::field("after_id", "pair-angle"));
    }
    if let (Some(b), Some(a)) = (before.taken_on, after.taken_on)
        && a <= b
    {
        return Err(Error::field("after_id", "pair-dates"));
    }
    Ok(())
}

/// Takes a pair apart; the photos stay.
///
/// # Errors
/// `NotFound`.
pub fn remove_pair(conn: &mut Conn, actor: &Actor, id: &str) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let case: CaseId = table::table
        .find(id)
        .select(table::case_id)
        .first(&mut **conn)?;
    diesel::delete(table::table.find(id)).execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "pair.remove",
        &format!("case:{case}"),
        &json!({ "pair": id }),
    )?;
    Ok(case)
}
