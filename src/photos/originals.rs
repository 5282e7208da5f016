//! Who looked at a sealed original, when and why: written down before any byte leaves.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::consents::StaffGrant;
use crate::db::schema::{original_views, photos, users};
use crate::db::{CaseId, Conn, Id, PhotoId};
use crate::error::Error;

/// The proof that a view was written down; without it the bytes of an original can't be had.
#[derive(Debug)]
pub struct ViewedOriginal {
    pub(super) object_id: String,
    pub(super) sha256: String,
    /// `jpeg`, `png` or `webp`.
    pub kind: String,
}

/// Writes down that a member of staff looks at an original, and why.
///
/// # Errors
/// `NotFound` for a photo that isn't; `Forbidden` for those who don't work with clients' photos.
pub fn view_original(
    conn: &mut Conn,
    actor: &Actor,
    _grant: &StaffGrant,
    id: &PhotoId,
    reason: &str,
) -> Result<ViewedOriginal, Error> {
    actor.require(Role::Staff)?;
    let (object_id, sha256, kind): (String, String, String) = photos::table
        .find(id.as_str())
        .filter(photos::removed_at.is_null())
        .select((photos::object_id, photos::sha256, photos::kind))
        .first(&mut **conn)?;
    let now = conn.now()?;
    diesel::insert_into(original_views::table)
        .values((
            original_views::id.eq(Id::<()>::new().as_str()),
            original_views::photo_id.eq(id.as_str()),
            original_views::viewed_at.eq(now),
            original_views::viewed_by.eq(actor.id.as_str()),
            original_views::reason.eq(reason),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "photo.view_original",
        &format!("photo:{id}"),
        &json!({}),
    )?;
    Ok(ViewedOriginal {
        object_id,
        sha256,
        kind,
    })
}

/// One look at one original.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct OriginalView {
    pub viewed_at: NaiveDateTime,
    pub viewed_by: String,
    pub reason: String,
    pub photo: PhotoId,
    pub case: CaseId,
}

/// Views, the latest first: `limit` of them after `skip`.
///
/// # Errors
/// When the database does not answer.
pub fn original_views(conn: &mut Conn, skip: i64, limit: i64) -> Result<Vec<OriginalView>, Error> {
    Ok(original_views::table
        .inner_join(photos::table)
        .inner_join(users::table)
        .order((original_views::viewed_at.desc(), original_views::id.desc()))
        .offset(skip)
        .limit(limit)
        .select((
            original_views::viewed_at,
            users::name,
            original_views::reason,
            photos::id,
            photos::case_id,
        ))
        .load(&mut **conn)?)
}
