//! Copies outside: a cache in front of the site is told which addresses came down, and each is asked as a visitor would until
//! it answers 410 (F11). Told again while one still answers; after an hour a person is asked (the job is parked).

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use url::Url;

use crate::app::App;
use crate::config::PurgeConfig;
use crate::db::schema::{publication_renditions, publications, standing_publications, stories};
use crate::db::{Conn, StoryId, random_hex};
use crate::error::Error;
use crate::hook::{self, Hook, Message, Reach};
use crate::imaging::VEIL_WIDTH;
use crate::jobs::{self, Job, Lease};

/// With the back-off of the queue, the last of so many attempts is made 47 minutes after the first: within the hour a person
/// knows.
const AN_HOUR: i32 = 13;

/// Tells the cache which addresses came down, and sees that they are gone.
#[derive(Debug, Serialize, Deserialize)]
pub struct PurgeCopies {
    pub publications: Vec<String>,
}

impl Job for PurgeCopies {
    const NAME: &'static str = "purge_copies";
    const REPEATABLE: bool = true;
    const ATTEMPTS: i32 = AN_HOUR;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        if let Some(purge) = &app.config.purge {
            let came_down = addresses(&app, self.publications).await?;
            tell(&app, purge, &came_down).await?;
            let still = still_there(purge, &came_down).await?;
            if still > 0 {
                let told = format!("{still} addresses of what came down do not answer 410 yet");
                return Err(Error::unavailable(told));
            }
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}

/// Has the cache told of what stands under these grants no more, though it was not unpublished: it is paused or suspended.
pub(super) fn purge_copies(conn: &mut Conn, grants: &[&str]) -> Result<(), Error> {
    let publications: Vec<String> = publications::table
        .filter(publications::grant_id.eq_any(grants))
        .filter(publications::unpublished_at.is_null())
        .select(publications::id)
        .load(&mut **conn)?;
    if publications.is_empty() {
        return Ok(());
    }
    jobs::enqueue(conn, &PurgeCopies { publications })
}

/// How many of the addresses that must be gone are not, for a visitor.
async fn still_there(purge: &PurgeConfig, came_down: &[Address]) -> Result<usize, Error> {
    let gone: Vec<&Address> = came_down.iter().filter(|one| one.gone).collect();
    let statuses = hook::statuses(&urls(purge, gone.iter().copied())).await?;
    let answered = gone.iter().zip(statuses);
    Ok(answered
        .filter(|(one, status)| !one.is_answered_by(*status))
        .count())
}

/// Where visitors find them.
fn urls<'a>(purge: &PurgeConfig, addresses: impl Iterator<Item = &'a Address>) -> Vec<Url> {
    let place = purge.check.as_str().trim_end_matches('/');
    addresses
        .filter_map(|one| Url::parse(&format!("{place}{}", one.path)).ok())
        .collect()
}

async fn tell(app: &App, purge: &PurgeConfig, addresses: &[Address]) -> Result<(), Error> {
    let urls = urls(purge, addresses.iter()).into_iter().map(String::from);
    let at = app.db.read(|conn| conn.now()).await?.and_utc();
    let body = json!({
        "type": "addresses.gone",
        "timestamp": at.to_rfc3339(),
        "data": { "urls": urls.collect::<Vec<String>>() },
    })
    .to_string();
    let id = format!("msg_{}", random_hex(16)?);
    let reach = match (purge.internal, purge.is_local()) {
        (true, _) => Reach::Internal,
        (false, true) => Reach::Loopback,
        (false, false) => Reach::Public,
    };
    let hook = Hook {
        url: purge.url.clone(),
        secret: purge.secret.clone(),
        reach,
    };
    hook.post(&Message {
        id: &id,
        at: at.timestamp(),
        body: &body,
    })
    .await
}

async fn addresses(app: &App, ended: Vec<String>) -> Result<Vec<Address>, Error> {
    app.db.read(move |conn| changed(conn, &ended)).await
}

/// An address that changed with what came down.
struct Address {
    path: String,
    /// Nothing is left there: pictures always, the page of a story when nothing of it is public any more.
    gone: bool,
}

impl Address {
    /// Whether this is what a visitor must get there. A story that waits again is as if it had never been (404).
    fn is_answered_by(&self, status: u16) -> bool {
        match self.path.starts_with("/media/") {
            true => status == 410,
            false => !self.gone || matches!(status, 404 | 410),
        }
    }
}

/// The pictures of these publications, and the pages of their stories.
fn changed(conn: &mut Conn, ended: &[String]) -> Result<Vec<Address>, Error> {
    let now = conn.now()?;
    // What was paused may have been taken up again meanwhile.
    let standing: Vec<String> = standing_publications::table
        .filter(standing_publications::id.eq_any(ended))
        .filter(standing_publications::valid_from.le(now))
        .filter(standing_publications::expires_at.gt(now))
        .select(standing_publications::id)
        .load(&mut **conn)?;
    let files: Vec<(String, i32, String)> = publication_renditions::table
        .inner_join(publications::table)
        .filter(publications::id.eq_any(ended))
        .filter(publications::id.ne_all(&standing))
        .select((
            publications::public_id,
            publication_renditions::width,
            publication_renditions::format,
        ))
        .order((
            publications::public_id,
            publication_renditions::width,
            publication_renditions::format,
        ))
        .load(&mut **conn)?;
    let mut addresses: Vec<Address> = files
        .into_iter()
        .map(|(id, width, format)| Address {
            path: match u32::try_from(width) {
                Ok(VEIL_WIDTH) => format!("/media/{id}/veil.{format}"),
                _ => format!("/media/{id}/{width}.{format}"),
            },
            gone: true,
        })
        .collect();
    let told: Vec<StoryId> = publications::table
        .filter(publications::id.eq_any(ended))
        .select(publications::story_id)
        .distinct()
        .load(&mut **conn)?;
    for story in told {
        let open: i64 = standing_publications::table
            .filter(standing_publications::story_id.eq(story.as_str()))
            .count()
            .get_result(&mut **conn)?;
        let slug: String = stories::table
            .find(story.as_str())
            .select(stories::slug)
            .first(&mut **conn)?;
        for path in [
            format!("/stories/{slug}"),
            format!("/stories/{slug}/card.png"),
        ] {
            let gone = open == 0;
            addresses.push(Address { path, gone });
        }
    }
    Ok(addresses)
}
