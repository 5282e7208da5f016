//! The second job of a photo, one for each level: AVIF, and WebP where it is wanted, also for what is public by then.

use serde::{Deserialize, Serialize};

use super::darkroom::{develop, reserve, watermark};
use super::made::{keep, published, store};
use super::negative::{is_current, original};
use crate::app::App;
use crate::clients;
use crate::consents;
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::{Format, Level, Order};
use crate::jobs::{Job, Lease, Turn};
use crate::photos::queries::{self, content};

/// Makes the renditions of one level that take longer.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeAvif {
    pub photo: PhotoId,
    pub edits: String,
    pub level: i32,
}

impl Job for MakeAvif {
    const NAME: &'static str = "make_avif";
    const REPEATABLE: bool = true;
    const TURN: Turn = Turn::Later;

    fn about(&self) -> Option<&str> {
        Some(self.photo.as_str())
    }

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let level = Level::try_from(self.level).map_err(|e| Error::internal(e.to_string()))?;
        let Some((photo, original)) = original(&app, &self.photo, &self.edits).await? else {
            return app.db.write(move |conn| lease.finish(conn)).await;
        };
        let edits = photo
            .edits()
            .ok_or_else(|| Error::internal("edits can't be read"))?;
        let _memory = reserve(&app, &original, &edits).await?;
        let formats = match app.config.jobs.webp {
            true => &[Format::Avif, Format::Webp][..],
            false => &[Format::Avif],
        };
        let order = Order {
            watermark: watermark(&app, &edits).await?,
            ..Order::of(formats)
        };
        let developed = match develop(&app, &lease, &original, &edits, level, order).await? {
            Ok(developed) => developed,
            Err(refusal) => return Err(Error::internal(format!("AVIF: {refusal}"))),
        };
        let made = store(&app, &self.edits, self.level, &developed, |_| true).await?;
        app.db
            .write(move |conn| {
                clients::lock(conn, &photo.client_id)?;
                lease.finish(conn)?;
                if !is_current(conn, &photo)? {
                    return Ok(());
                }
                keep(conn, &photo, &made)?;
                let shown = content(&photo.sha256, &photo.edits_sha256, self.level);
                for rendition in
                    queries::renditions_of(conn, &photo.id, &photo.edits_sha256, self.level)?
                {
                    consents::add_rendition(
                        conn,
                        photo.id.as_str(),
                        &shown,
                        &published(&rendition),
                    )?;
                }
                Ok(())
            })
            .await
    }
}
