//! What is read of photos.

use diesel::prelude::*;

use super::photo::Photo;
use crate::db::schema::{cases, photos as table, renditions as renditions_table};
use crate::db::{CaseId, ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{Kind, Level};

/// # Errors
/// `NotFound`, also when it was removed.
pub fn photo(conn: &mut Conn, id: &PhotoId) -> Result<Photo, Error> {
    Ok(table::table
        .find(id.as_str())
        .filter(table::removed_at.is_null())
        .select(Photo::as_select())
        .first(&mut **conn)?)
}

/// The photos of a case by date, stage and upload.
///
/// # Errors
/// When the database does not answer.
pub fn photos(conn: &mut Conn, case: &CaseId) -> Result<Vec<Photo>, Error> {
    Ok(table::table
        .filter(table::case_id.eq(case.as_str()))
        .filter(table::removed_at.is_null())
        .order((table::taken_on, table::uploaded_at, table::id))
        .select(Photo::as_select())
        .load(&mut **conn)?)
}

/// Photos with the same bytes elsewhere in the clinic.
pub(super) fn same_bytes(conn: &mut Conn, sha256: &str) -> Result<Vec<Photo>, Error> {
    Ok(table::table
        .filter(table::sha256.eq(sha256))
        .filter(table::removed_at.is_null())
        .select(Photo::as_select())
        .load(&mut **conn)?)
}

/// A rendition: one width, one format, one level, of one set of edits.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = renditions_table)]
pub struct Rendition {
    pub id: String,
    pub level: i32,
    pub width: i32,
    pub height: i32,
    /// `jpg`, `avif` or `webp`.
    pub format: String,
    pub object_id: String,
    pub sha256: String,
    pub bytes: i64,
    /// Re-parsed after writing: no metadata of any kind (G13).
    pub clean: bool,
}

impl Rendition {
    /// The photo in one of its sizes: neither the veil nor the part for previews of links, which only stand for it.
    pub fn is_photo(&self) -> bool {
        kind(self.width) == Kind::Photo
    }
}

/// What a file so wide shows of its photo.
pub fn kind(width: i32) -> Kind {
    u32::try_from(width).map_or(Kind::Photo, Kind::of_width)
}

/// The renditions of a photo's present edits, widest first, also those that only stand for it.
///
/// # Errors
/// When the database does not answer.
pub fn renditions(conn: &mut Conn, photo: &Photo, level: Level) -> Result<Vec<Rendition>, Error> {
    renditions_of(conn, &photo.id, &photo.edits_sha256, i32::from(level))
}

pub(super) fn renditions_of(
    conn: &mut Conn,
    photo: &PhotoId,
    edits: &str,
    level: i32,
) -> Result<Vec<Rendition>, Error> {
    Ok(renditions_table::table
        .filter(renditions_table::photo_id.eq(photo.as_str()))
        .filter(renditions_table::edits_sha256.eq(edits))
        .filter(renditions_table::level.eq(level))
        .order((renditions_table::width.desc(), renditions_table::format))
        .select(Rendition::as_select())
        .load(&mut **conn)?)
}

/// The version that shows most of what was granted, and no more.
pub fn best_level(photo: &Photo, granted: Level) -> Option<Level> {
    photo
        .levels()
        .into_iter()
        .filter(|level| *level <= granted)
        .max()
}

/// Stands for what is shown of a photo: its sealed original, its edits, its level.
pub fn content_sha256(photo: &Photo, level: Level) -> String {
    content(&photo.sha256, &photo.edits_sha256, i32::from(level))
}

pub(super) fn content(original: &str, edits: &str, level: i32) -> String {
    sha256(format!("{original}:{edits}:{level}").as_bytes())
}

/// Whose case it is.
///
/// # Errors
/// `NotFound` when there is no such case.
pub(super) fn client_of(conn: &mut Conn, case: &CaseId) -> Result<ClientId, Error> {
    Ok(cases::table
        .find(case.as_str())
        .select(cases::client_id)
        .first(&mut **conn)?)
}
