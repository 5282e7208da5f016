//! The demo: an invented clinic with drawn photos, made through the same actions as the pages. Uses everything; nothing
//! uses it.
//!
//! ```text
//! no folder ──claimed──→ begun ──seeded──→ ready (later starts change nothing) ──reset──→ begun
//!                          └ interrupted: emptied and begun anew
//! ```
//! A marker file says that the demo made the folder; the audit chain says that it was seeded whole.

use crate::app::App;
use crate::audit;
use crate::config::{Config, MailConfig};
use crate::db;
use crate::error::Error;

mod account;
mod alt;
mod consent;
mod dates;
pub mod drawing;
mod folder;
mod guide;
mod mails;
mod people;
mod photos;
mod seed;
mod story;
mod studio;
mod text;
mod visitor;

pub use folder::Folder;
pub use guide::Guide;
pub use mails::tell_mails;
pub use people::{Ends, Person};

use drawing::{Head, Moment, View};

/// The verb of the audit event that ends the seeding; its detail holds what the guide needs.
const SEEDED: &str = "demo.seeded";

/// How large the demo is, and who draws its photos.
#[derive(Clone)]
pub struct Demo {
    people: Vec<Person>,
    draw: fn(&Head, View, Moment) -> Result<Vec<u8>, Error>,
    at_once: usize,
}

impl Demo {
    /// 24 public stories, and cases wherever else work can stand.
    pub fn whole() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            people: people::all(),
            draw: drawing::draw_jpeg,
            at_once: cores,
        }
    }

    /// One person for each end a case can have, and one view of each: for tests.
    pub fn few(draw: fn(&Head, View, Moment) -> Result<Vec<u8>, Error>) -> Self {
        let mut ends = Vec::new();
        let mut few: Vec<Person> = Vec::new();
        for mut person in people::all() {
            if !ends.contains(&person.ends) {
                ends.push(person.ends);
                person.views.truncate(1);
                few.push(person);
            }
        }
        Self {
            people: few,
            draw,
            ..Self::whole()
        }
    }
}

/// The settings of the demo: mail goes into a folder, so that one-time codes can be read.
#[must_use]
pub fn settings(mut config: Config) -> Config {
    if matches!(config.mail, MailConfig::None) {
        config.mail = MailConfig::Folder {
            path: config.data_dir.join(mails::FOLDER),
        };
    }
    config
}

/// Opens the demo in its folder; the first time, and after an interrupted first time, makes it. `told` hears how far.
///
/// # Errors
/// When it could not be made: the next start begins anew.
pub async fn open(
    folder: &Folder,
    config: Config,
    demo: Demo,
    told: impl Fn(&str),
) -> Result<(App, Guide), Error> {
    if folder.holds_database() {
        let app = App::build(config.clone())?;
        db::migrate(&app.db)?;
        if let Some(guide) = guide_of(&app).await? {
            return Ok((app, guide));
        }
        drop(app);
        told("The last start was interrupted; beginning anew.");
        folder.empty()?;
    }
    let app = App::build(config)?;
    db::migrate(&app.db)?;
    seed::seed(&app, demo, told).await?;
    let guide = guide_of(&app).await?;
    let guide = guide.ok_or_else(|| Error::internal("the demo was not seeded"))?;
    Ok((app, guide))
}

async fn guide_of(app: &App) -> Result<Option<Guide>, Error> {
    let config = app.config.clone();
    app.db
        .read(move |conn| match audit::latest(conn, SEEDED)? {
            Some(detail) => Guide::of(conn, &config, &serde_json::from_str(&detail)?).map(Some),
            None => Ok(None),
        })
        .await
}
