//! What pages tell of the edits that were approved: where the focus of a photo lies in what is shown of it, as a class of the
//! style sheet (our pages carry no inline style), and the edits themselves.

use std::collections::HashMap;

use diesel::prelude::*;

use super::photo::Photo;
use crate::db::schema::{photos, publications};
use crate::db::{Conn, one_of};
use crate::error::Error;
use crate::imaging::{Edits, Level, shown_focus};

impl Photo {
    /// Such as `focus-x-3 focus-y-7`, in tenths; empty for the middle.
    pub fn focus_class(&self) -> String {
        let edits = self.edits().unwrap_or_default();
        class((self.width, self.height), &edits)
    }
}

/// The classes of what is published, by publication, from the edits that were approved; only of those that have a focus.
///
/// # Errors
/// When the database does not answer.
pub fn published_focus(
    conn: &mut Conn,
    published: &[&str],
) -> Result<HashMap<String, String>, Error> {
    let rows: Vec<(String, String, i32, i32)> = publications::table
        .inner_join(photos::table.on(photos::id.eq(publications::subject_id)))
        .filter(one_of(publications::id, published))
        .filter(publications::content.like("%\"focus\"%"))
        .select((
            publications::id,
            publications::content,
            photos::width,
            photos::height,
        ))
        .load(&mut **conn)?;
    let class = |(id, content, width, height): (String, String, i32, i32)| {
        let edits: Edits = serde_json::from_str(&content).ok()?;
        Some((id, class((width, height), &edits)))
    };
    Ok(rows.into_iter().filter_map(class).collect())
}

/// How each of these photos was edited before it was published, and how much of the person it shows, by publication.
///
/// # Errors
/// When the database does not answer.
pub fn published_edits(
    conn: &mut Conn,
    published: &[&str],
) -> Result<HashMap<String, (Edits, Level)>, Error> {
    let rows: Vec<(String, String, i32)> = publications::table
        .filter(one_of(publications::id, published))
        .filter(publications::what.eq("photo"))
        .select((publications::id, publications::content, publications::level))
        .load(&mut **conn)?;
    let edits = |(id, content, level): (String, String, i32)| {
        let edits: Edits = serde_json::from_str(&content).ok()?;
        Some((id, (edits, Level::try_from(level).ok()?)))
    };
    Ok(rows.into_iter().filter_map(edits).collect())
}

fn class((width, height): (i32, i32), edits: &Edits) -> String {
    let size = (width.unsigned_abs(), height.unsigned_abs());
    let tenth = |place: f64| (place * 10.0).round() as u8;
    shown_focus(size, edits).map_or_else(String::new, |(x, y)| {
        format!("focus-x-{} focus-y-{}", tenth(x), tenth(y))
    })
}
