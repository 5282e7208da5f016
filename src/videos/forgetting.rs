//! The videos of a client who is forgotten: rows go at once, files by the job that is tried until they are gone.

use diesel::prelude::*;

use super::jobs::{DropVideo, MakeVideo};
use crate::db::schema::{video_files, videos};
use crate::db::{ClientId, Conn, VideoId};
use crate::error::Error;
use crate::jobs;

/// Removes every video of the client with what was made of it and what is said in it. The client's row is locked.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let all: Vec<(VideoId, String, Option<String>)> = videos::table
        .left_join(video_files::table)
        .filter(videos::client_id.eq(client.as_str()))
        .select((
            videos::id,
            videos::object_id,
            video_files::object_id.nullable(),
        ))
        .load(&mut **conn)?;
    for (video, original, made) in all {
        jobs::call_off::<MakeVideo>(conn, video.as_str())?;
        jobs::enqueue(conn, &DropVideo { original, made })?;
        diesel::delete(video_files::table.find(video.as_str())).execute(&mut **conn)?;
        diesel::delete(videos::table.find(video.as_str())).execute(&mut **conn)?;
    }
    Ok(())
}
