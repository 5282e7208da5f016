//! A photo is taken out of its case: its pairs go, and what is public of it comes down.

use diesel::prelude::*;
use serde_json::json;

use super::details::locked;
use super::doubles::LookCloser;
use super::jobs::call_off_versions;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::consents;
use crate::db::schema::{pairs, photos};
use crate::db::{CaseId, Conn, PhotoId};
use crate::error::Error;
use crate::jobs;

/// Takes a photo out of the case: what is public of it comes down at once.
///
/// # Errors
/// `NotFound`.
pub fn remove(conn: &mut Conn, actor: &Actor, id: &PhotoId) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let photo = locked(conn, id)?;
    let now = conn.now()?;
    diesel::update(photos::table.find(id.as_str()))
        .set((
            photos::removed_at.eq(Some(now)),
            photos::removed_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?;
    diesel::delete(
        pairs::table.filter(
            pairs::before_id
                .eq(id.as_str())
                .or(pairs::after_id.eq(id.as_str())),
        ),
    )
    .execute(&mut **conn)?;
    consents::unpublish_subject(conn, id.as_str(), "photo_removed")?;
    call_off_versions(conn, id)?;
    jobs::call_off::<LookCloser>(conn, id.as_str())?;
    audit::record(
        conn,
        &actor.doer(),
        "photo.remove",
        &format!("photo:{id}"),
        &json!({}),
    )?;
    Ok(photo.case_id)
}
