//! The file for the web is made in the background; what a client dropped is deleted.

use std::fs::File;
use std::io::{BufWriter, Seek};
use std::path::Path;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::stored::{fetch_original, hashes, new_file};
use super::{queries, video};
use crate::app::App;
use crate::clients;
use crate::db::schema::{video_files, videos};
use crate::db::{Conn, VideoId};
use crate::error::Error;
use crate::jobs::{Job, Lease, Turn};
use crate::objects;
use crate::storage::{ObjectId, StorageKey, VIDEO};
use crate::video::{Failure, Film, Limits, inspect, rewrite};

/// Makes the file for the web of a video.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeVideo {
    pub video: VideoId,
}

impl Job for MakeVideo {
    const NAME: &'static str = "make_video";
    const REPEATABLE: bool = true;
    const TURN: Turn = Turn::Awaited;

    fn about(&self) -> Option<&str> {
        Some(self.video.as_str())
    }

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let id = self.video.clone();
        let found = app.db.read(move |conn| queries::video(conn, &id)).await;
        let video = match found {
            Ok((video, None)) => video,
            Ok((_, Some(_))) | Err(Error::NotFound) => {
                return app.db.write(move |conn| lease.finish(conn)).await;
            }
            Err(error) => return Err(error),
        };
        let length = u64::try_from(video.bytes).unwrap_or(0);
        let original = fetch_original(&app, &video.object_id, length, &video.sha256).await?;
        lease.check(&app).await?;
        let target = new_file(&app)?;
        let made = tokio::task::spawn_blocking(move || make(original.path(), target))
            .await
            .map_err(|e| Error::internal(format!("video: {e}")))?;
        let made = match made {
            Ok(made) => made,
            Err(Failure::Refused(why)) => {
                let why = format!("video-refused-{}", why.code());
                return app
                    .db
                    .write(move |conn| refuse(conn, &lease, &video, why))
                    .await;
            }
            Err(Failure::Io(error)) => return Err(Error::unavailable(format!("video: {error}"))),
        };
        let object = ObjectId::random()?;
        let begun = object.clone();
        app.db
            .write(move |conn| objects::begin(conn, &begun, VIDEO))
            .await?;
        app.storage
            .put_file(&StorageKey::Video(object.clone()), made.file.path())
            .await?;
        app.db
            .write(move |conn| keep(conn, &lease, &video, &object, &made))
            .await
    }
}

struct Made {
    file: NamedTempFile,
    film: Film,
    sha256: String,
    parts: String,
}

/// Writes the film anew, and proves that nothing else is in the file (G13).
fn make(original: &Path, mut target: NamedTempFile) -> Result<Made, Failure> {
    let limits = Limits::default();
    let film = rewrite(
        &mut File::open(original)?,
        &mut BufWriter::new(target.as_file_mut()),
        &limits,
    )?;
    let read = inspect(target.as_file_mut(), &limits).map_err(|failure| match failure {
        Failure::Refused(_) => std::io::Error::other("a video of ours is not clean").into(),
        io => io,
    })?;
    if read != film {
        return Err(std::io::Error::other("a video of ours is not as it was written").into());
    }
    target.as_file_mut().rewind()?;
    let (sha256, parts) = hashes(target.as_file_mut())?;
    Ok(Made {
        file: target,
        film,
        sha256,
        parts,
    })
}

fn keep(
    conn: &mut Conn,
    lease: &Lease,
    video: &video::Video,
    object: &ObjectId,
    made: &Made,
) -> Result<(), Error> {
    // The lock before the job: whoever calls off takes them in this order.
    clients::lock(conn, &video.client_id)?;
    lease.finish(conn)?;
    objects::own(conn, object)?;
    let now = conn.now()?;
    let side = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    diesel::insert_into(video_files::table)
        .values((
            video_files::video_id.eq(video.id.as_str()),
            video_files::object_id.eq(object.as_str()),
            video_files::format.eq(VIDEO),
            video_files::sha256.eq(&made.sha256),
            video_files::bytes.eq(i64::try_from(made.film.bytes).unwrap_or(i64::MAX)),
            video_files::parts.eq(&made.parts),
            video_files::width.eq(side(made.film.width)),
            video_files::height.eq(side(made.film.height)),
            video_files::millis.eq(i32::try_from(made.film.millis).unwrap_or(i32::MAX)),
            video_files::made_at.eq(now),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

fn refuse(conn: &mut Conn, lease: &Lease, video: &video::Video, why: String) -> Result<(), Error> {
    clients::lock(conn, &video.client_id)?;
    lease.finish(conn)?;
    diesel::update(videos::table.find(video.id.as_str()))
        .set(videos::refusal.eq(Some(why)))
        .execute(&mut **conn)?;
    Ok(())
}

/// Deletes what a client dropped before they signed.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropVideo {
    pub original: String,
    pub made: Option<String>,
}

impl Job for DropVideo {
    const NAME: &'static str = "drop_video";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let original = ObjectId::parse(&self.original).map(StorageKey::Original);
        let made = self.made.as_deref().and_then(ObjectId::parse);
        for key in original.into_iter().chain(made.map(StorageKey::Video)) {
            app.storage.delete(&key).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
