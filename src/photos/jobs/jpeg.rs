//! The first job of a photo: its JPEG at all its levels, and what is known of it from then on.

use bytes::Bytes;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::avif::MakeAvif;
use super::darkroom::{develop, reserve, watermark};
use super::made::{Made, keep, store};
use super::negative::{BARE, bare, original};
use crate::app::App;
use crate::clients;
use crate::db::PhotoId;
use crate::db::schema::photos;
use crate::error::Error;
use crate::hash::hex;
use crate::imaging::{Edits, Format, Level, Order, Refusal};
use crate::jobs::{self, Job, Lease, Turn};
use crate::photos::photo::{Photo, PhotoState, levels};
use crate::photos::{doubles, narrowing};

/// Makes the JPEG renditions of a photo at all its levels, and the picture that the editor draws on.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeRenditions {
    pub photo: PhotoId,
    /// Of the edits that the job was made for; a job of older edits has nothing to do.
    pub edits: String,
    pub bare_level: i32,
}

/// The width of the picture that the editor shows, at most.
const BARE_WIDTH: u32 = 1024;

impl Job for MakeRenditions {
    const NAME: &'static str = "make_renditions";
    const REPEATABLE: bool = true;
    const TURN: Turn = Turn::Awaited;

    fn about(&self) -> Option<&str> {
        Some(self.photo.as_str())
    }

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let found = original(&app, &self.photo, &self.edits).await?;
        let current = found.filter(|(photo, _)| photo.bare_level == self.bare_level);
        let Some((photo, original)) = current else {
            return app.db.write(move |conn| lease.finish(conn)).await;
        };
        let edits = photo
            .edits()
            .ok_or_else(|| Error::internal("edits can't be read"))?;
        let _memory = reserve(&app, &original, &edits).await?;
        let watermark = watermark(&app, &edits).await?;
        let (mut made, mut thumbhash, mut warning) = (Vec::new(), None, None);
        for level in levels(photo.bare_level, &edits) {
            let order = Order {
                open_graph: true,
                watermark: watermark.clone(),
                ..Order::of(&[Format::Jpeg])
            };
            match develop(&app, &lease, &original, &edits, level, order).await? {
                Err(Refusal::NotEncoded) => return Err(Error::internal("JPEG was not encoded")),
                Err(refusal) => return refuse(&app, lease, &photo, refusal).await,
                Ok(developed) => {
                    thumbhash = thumbhash.or(Some(hex(&developed.thumbhash)));
                    warning = warning.or(developed.warnings.first().copied());
                    made.extend(
                        store(&app, &self.edits, i32::from(level), &developed, |_| true).await?,
                    );
                }
            }
        }
        let seen = match bare(&app, &self.photo).await? {
            Some(seen) => Some(seen),
            None => {
                let (rows, seen) = make_bare(&app, &lease, &original).await?;
                made.extend(rows);
                seen
            }
        };
        let (likeness, alike) = doubles::looked_up(&app, &photo, seen).await?;
        app.db
            .write(move |conn| {
                // The lock before the job: whoever calls off takes them in this order.
                clients::lock(conn, &photo.client_id)?;
                lease.finish(conn)?;
                let current = diesel::update(
                    photos::table
                        .find(photo.id.as_str())
                        .filter(photos::removed_at.is_null())
                        .filter(photos::edits_sha256.eq(&photo.edits_sha256))
                        .filter(photos::bare_level.eq(photo.bare_level)),
                )
                .set((
                    photos::state.eq(PhotoState::Ready.as_str()),
                    photos::refusal.eq(None::<String>),
                    photos::thumbhash.eq(thumbhash),
                    photos::warning.eq(warning.map(|one| format!("photo-warning-{}", one.code()))),
                    photos::likeness.eq(likeness),
                ))
                .execute(&mut **conn)?;
                // Edited or removed while we worked: a newer job follows, and these must not become public.
                if current == 0 {
                    return Ok(());
                }
                keep(conn, &photo, &made)?;
                doubles::note(conn, &photo.id, &alike)?;
                for level in photo.levels() {
                    let (photo, edits) = (photo.id.clone(), photo.edits_sha256.clone());
                    jobs::enqueue(
                        conn,
                        &MakeAvif {
                            photo,
                            edits,
                            level: i32::from(level),
                        },
                    )?;
                }
                narrowing::show_less(conn, &photo).map(|_| ())
            })
            .await
    }
}

/// The picture without edits: as a row to keep, and as bytes to look at.
async fn make_bare(
    app: &App,
    lease: &Lease,
    original: &Bytes,
) -> Result<(Vec<Made>, Option<Bytes>), Error> {
    let (edits, level) = (Edits::default(), Level::FullFace);
    let order = Order::of(&[Format::Jpeg]);
    let Ok(developed) = develop(app, lease, original, &edits, level, order).await? else {
        return Ok((Vec::new(), None));
    };
    let fits = |width: u32| width <= BARE_WIDTH;
    let best = developed.renditions.iter().find(|one| fits(one.width));
    let Some(best) = best.or(developed.renditions.last()) else {
        return Ok((Vec::new(), None));
    };
    let made = store(app, BARE, i32::from(level), &developed, |width| {
        width == best.width
    })
    .await?;
    Ok((made, Some(Bytes::copy_from_slice(&best.bytes))))
}

async fn refuse(app: &App, lease: Lease, photo: &Photo, refusal: Refusal) -> Result<(), Error> {
    let (photo, client) = (photo.id.clone(), photo.client_id.clone());
    app.db
        .write(move |conn| {
            clients::lock(conn, &client)?;
            lease.finish(conn)?;
            diesel::update(photos::table.find(photo.as_str()))
                .set((
                    photos::state.eq(PhotoState::Refused.as_str()),
                    photos::refusal.eq(Some(format!("photo-refused-{}", refusal.code()))),
                ))
                .execute(&mut **conn)?;
            Ok(())
        })
        .await
}
