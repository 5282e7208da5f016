//! The order in which the demo is made: studio, photos, their JPEG versions on all cores, stories.

use chrono::NaiveDate;
use futures_util::StreamExt;
use futures_util::stream;

use super::account::Team;
use super::guide::Links;
use super::people::{Ends, Offer, Person};
use super::photos::{self, Kept};
use super::story::{self, Begun};
use super::studio::{self, Studio};
use super::visitor;
use super::{Demo, SEEDED};
use crate::accounts::Actor;
use crate::app::App;
use crate::audit::{self, Doer};
use crate::consents::{DropObjects, PurgeCopies, WriteLedger};
use crate::error::Error;
use crate::jobs::{Registry, Worker};
use crate::photos::MakeRenditions;

/// Makes everything; the last transaction says so.
pub(super) async fn seed(app: &App, demo: Demo, told: impl Fn(&str)) -> Result<(), Error> {
    told("Making the studio.");
    let team = Team::gather(app).await?;
    let admin = team.admin.clone();
    let (studio, today) = app
        .db
        .write(move |conn| Ok((studio::set_up(conn, &admin)?, conn.now()?.date())))
        .await?;
    told("Drawing photos.");
    let begun = draw_all(app, &demo, &team.staff, &studio, today).await?;
    told("Developing them.");
    develop(app, demo.at_once).await?;
    told("Writing and signing stories.");
    let (links, shown) = tell_all(app, &team, begun).await?;
    let admin = team.admin.clone();
    app.db
        .write(move |conn| {
            studio::name_stories(conn, &admin, &studio, &shown)?;
            visitor::report(conn, shown.first())
        })
        .await?;
    // A withdrawal is only over when its objects are gone and the ledger knows.
    develop(app, 1).await?;
    team.leave(app).await?;
    app.db
        .write(move |conn| {
            let detail = serde_json::to_value(&links)?;
            audit::record(conn, &Doer::System, SEEDED, "demo:1", &detail)
        })
        .await
}

type Drawn = (Person, Begun, Vec<Kept>);

async fn draw_all(
    app: &App,
    demo: &Demo,
    staff: &Actor,
    studio: &Studio,
    today: NaiveDate,
) -> Result<Vec<Drawn>, Error> {
    let people = demo.people.iter().cloned();
    let work = people.map(|person| draw(app, demo, staff, studio, today, person));
    // One more than cores: while one waits for the disk, another draws.
    let drawn: Vec<_> = stream::iter(work)
        .buffered(demo.at_once + 1)
        .collect()
        .await;
    drawn.into_iter().collect()
}

async fn draw(
    app: &App,
    demo: &Demo,
    staff: &Actor,
    studio: &Studio,
    today: NaiveDate,
    person: Person,
) -> Result<Drawn, Error> {
    let (actor, house, one) = (staff.clone(), studio.clone(), person.clone());
    let begun = app
        .db
        .write(move |conn| story::begin(conn, &actor, &house, &one, today))
        .await?;
    let kept = photos::hand_in(app, demo, staff, &person, &begun.case, today).await?;
    Ok((person, begun, kept))
}

/// JPEG versions on all cores. AVIF stays in the queue: it follows while serving.
async fn develop(app: &App, at_once: usize) -> Result<(), Error> {
    let registry = Registry::default()
        .with::<MakeRenditions>()
        .with::<DropObjects>()
        .with::<PurgeCopies>()
        .with::<WriteLedger>();
    let worker = Worker::new(app.clone(), registry);
    let workers: Vec<_> = (0..at_once)
        .map(|_| {
            let worker = worker.clone();
            tokio::spawn(async move { worker.drain().await })
        })
        .collect();
    for running in workers {
        running
            .await
            .map_err(|e| Error::internal(format!("worker: {e}")))??;
    }
    Ok(())
}

/// The last is told first, so that the first of the table is the newest in the gallery.
/// Gives also the stories that are public, the newest first.
async fn tell_all(
    app: &App,
    team: &Team,
    drawn: Vec<Drawn>,
) -> Result<(Links, Vec<(Offer, String)>), Error> {
    let mut links = Links::default();
    let mut shown = Vec::new();
    for (person, begun, kept) in drawn.into_iter().rev() {
        let (config, team) = (app.config.clone(), team.clone());
        let texts = app.pages.texts.clone();
        let (ends, offer) = (person.ends, person.offer);
        let done = app
            .db
            .write(move |conn| story::tell(conn, (&config, &texts), &team, &person, &begun, &kept))
            .await?;
        match ends {
            Ends::Asked => links.invite = done.invite,
            Ends::Withdrawn => links.withdrawn = done.slug,
            Ends::Published => {
                links.manage = done.manage;
                links.stories += 1;
                shown.extend(done.slug.map(|slug| (offer, slug)));
            }
            _ => {}
        }
    }
    shown.reverse();
    Ok((links, shown))
}
