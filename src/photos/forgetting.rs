//! The photos of a client who is forgotten: rows go at once, files by a job that is tried until they are gone.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::doubles::LookCloser;
use super::jobs::call_off_versions;
use crate::app::App;
use crate::db::schema::{original_views, pairs, photo_doubles, photos, renditions};
use crate::db::{ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::storage::{ImageFormat, ObjectId, StorageKey};

/// Removes every photo of the client, removed and refused ones too, with all that was made of it and written about it. The
/// client's row is locked. Says how many there were.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, client: &ClientId) -> Result<usize, Error> {
    let all: Vec<(PhotoId, String)> = photos::table
        .filter(photos::client_id.eq(client.as_str()))
        .select((photos::id, photos::object_id))
        .load(&mut **conn)?;
    for (photo, original) in &all {
        let made: Vec<(String, String)> = renditions::table
            .filter(renditions::photo_id.eq(photo.as_str()))
            .select((renditions::object_id, renditions::format))
            .load(&mut **conn)?;
        let files = made.iter().filter_map(|(object, format)| {
            let format = ImageFormat::parse(format)?;
            Some(StorageKey::Rendition(ObjectId::parse(object)?, format))
        });
        let original = ObjectId::parse(original).map(StorageKey::Original);
        let files = original.into_iter().chain(files).map(|key| key.path());
        let files = files.collect();
        jobs::enqueue(conn, &DropFiles { files })?;
        call_off_versions(conn, photo)?;
        jobs::call_off::<LookCloser>(conn, photo.as_str())?;
    }
    let ids: Vec<&str> = all.iter().map(|(id, _)| id.as_str()).collect();
    let one_of_two = pairs::before_id
        .eq_any(&ids)
        .or(pairs::after_id.eq_any(&ids));
    diesel::delete(pairs::table.filter(one_of_two)).execute(&mut **conn)?;
    let alike = photo_doubles::one_id
        .eq_any(&ids)
        .or(photo_doubles::other_id.eq_any(&ids));
    diesel::delete(photo_doubles::table.filter(alike)).execute(&mut **conn)?;
    diesel::delete(original_views::table.filter(original_views::photo_id.eq_any(&ids)))
        .execute(&mut **conn)?;
    diesel::delete(renditions::table.filter(renditions::photo_id.eq_any(&ids)))
        .execute(&mut **conn)?;
    diesel::delete(photos::table.filter(photos::id.eq_any(&ids))).execute(&mut **conn)?;
    Ok(all.len())
}

/// Removes files that no row speaks of any more.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropFiles {
    /// Their paths in the store.
    pub files: Vec<String>,
}

impl Job for DropFiles {
    const NAME: &'static str = "drop_files";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        for path in &self.files {
            if let Some(key) = StorageKey::from_path(path) {
                app.storage.delete(&key).await?;
            }
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
