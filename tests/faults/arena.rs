//! Two instances on one database, one story that waits for its moderator, and people who act on it at the same moment.

use std::time::{Duration, Instant};

use candor::consents;
use candor::db::schema::{
    approvals, consents as consents_table, decisions, grants, jobs, photos, publication_renditions,
    publications, stories,
};
use candor::db::{ClientId, Conn, PhotoId};
use candor::error::Error;
use candor::photos::Photo;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::support::app::{Options, TestApp};
use crate::support::browser::{Browser, Page};
use crate::support::studio::{Studio, value};

/// How many interleavings of each race are tried: enough to meet both orders and much between them. `CANDOR_RACES` says
/// otherwise; `bin/ci --full` asks for more.
pub fn how_many() -> u32 {
    let given = std::env::var("CANDOR_RACES").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(100)
}

/// A person at one of the instances, with the token that their forms carry.
pub struct Person {
    browser: Browser,
    token: String,
}

impl Person {
    async fn of(browser: &Browser) -> Self {
        Self {
            browser: browser.clone(),
            token: browser.token().await,
        }
    }

    pub fn at(&self, clinic: &TestApp) -> Self {
        Self {
            browser: Browser {
                client: self.browser.client.clone(),
                url: clinic.url.clone(),
            },
            token: self.token.clone(),
        }
    }

    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut all = vec![("form_token", self.token.as_str())];
        all.extend_from_slice(fields);
        self.browser.post_bare(path, &all).await
    }
}

/// How everything stands before each race: signed, handed over, nothing public.
#[derive(Clone)]
struct Start {
    story: String,
    slug: String,
    title: String,
    revision: i32,
    ends: NaiveDateTime,
    before: Photo,
}

pub struct Arena {
    pub studio: Studio,
    pub other: TestApp,
    pub phone: Person,
    pub staff: Person,
    pub moderator: Person,
    pub admin: Person,
    /// Strangers at the two instances.
    visitors: [Browser; 2],
    pub client: ClientId,
    pub decision: String,
    pub address: String,
    pub slug: String,
    pub revision: String,
    pub before: Photo,
    /// What the page of the waiting story says the decision is about.
    sources: String,
    start: Start,
}

impl Arena {
    pub async fn open() -> Self {
        let studio = Studio::open().await;
        let other = TestApp::start_with(Options {
            beside: Some(studio.clinic.config()),
            ..Options::default()
        })
        .await;
        let phone = studio.signed("website").await;
        let story = studio.submit().await;
        let decision = format!("/moderation/stories/{story}");
        let page = studio.moderator.get(&decision).await.expect(200);
        let sources = page.field("sources_sha256");
        let written = format!("/staff/cases/{}/story", studio.case);
        let written = studio.staff.get(&written).await.expect(200);
        let slug = value(&written, "slug");
        let db = &studio.clinic.app.db;
        let id = story.clone();
        let start = db.read(move |conn| Start::of(conn, id)).await.unwrap();
        Self {
            phone: Person::of(&phone).await,
            staff: Person::of(&studio.staff).await,
            moderator: Person::of(&studio.moderator).await,
            admin: Person::of(&studio.admin).await,
            client: ClientId::parse(&studio.client).unwrap(),
            address: format!("/stories/{slug}"),
            revision: start.revision.to_string(),
            before: start.before.clone(),
            visitors: [studio.clinic.visitor(), other.visitor()],
            studio,
            other,
            decision,
            slug,
            sources,
            start,
        }
    }

    /// The two instances, each of them first in every second round.
    pub fn sides(&self, round: u32) -> (&TestApp, &TestApp) {
        match round % 2 {
            0 => (&self.studio.clinic, &self.other),
            _ => (&self.other, &self.studio.clinic),
        }
    }

    /// A stranger there. The same each time: to make a browser takes longer than to ask for a page.
    pub fn visitor(&self, clinic: &TestApp) -> &Browser {
        let [one, other] = &self.visitors;
        if one.url == clinic.url { one } else { other }
    }

    /// Puts everything back; the client's epoch, as the moderator's page says it now.
    pub async fn set_back(&self) -> String {
        let (start, client) = (self.start.clone(), self.client.clone());
        let db = &self.studio.clinic.app.db;
        let epoch = db.write(move |conn| {
            start.set_back(conn)?;
            candor::clients::lock(conn, &client)
        });
        epoch.await.unwrap().to_string()
    }

    /// Lets the client's yes end in `after`, by the database's clock; that moment.
    pub async fn end_in(&self, after: Duration) -> NaiveDateTime {
        let db = &self.studio.clinic.app.db;
        let write = db.write(move |conn| {
            let ends = conn.now()? + chrono::Duration::from_std(after).unwrap();
            set_end(conn, ends)?;
            Ok(ends)
        });
        write.await.unwrap()
    }

    /// Waits until the database's clock says so.
    pub async fn until(&self, moment: NaiveDateTime) {
        let db = &self.studio.clinic.app.db;
        while db.read(Conn::now).await.unwrap() < moment {
            tokio::task::yield_now().await;
        }
    }

    /// The moderator's yes to what the page showed, sent to `clinic`; its status.
    pub async fn approve(&self, who: &Person, clinic: &TestApp, epoch: &str) -> u16 {
        let fields = [
            ("verdict", "approve"),
            ("sources_sha256", self.sources.as_str()),
            ("epoch", epoch),
        ];
        who.at(clinic).send(&self.decision, &fields).await.status
    }

    /// What is public of the client now, asked at one instance.
    pub async fn public_at(&self, clinic: &TestApp) -> Vec<consents::PublicPublication> {
        let client = self.client.clone();
        let read = move |conn: &mut Conn| consents::public_of_client(conn, &client);
        clinic.app.db.read(read).await.unwrap()
    }

    /// Approvals and decisions so far.
    pub async fn decided(&self) -> (i64, i64) {
        let read = self.studio.clinic.app.db.read(|conn| {
            Ok((
                approvals::table.count().get_result(&mut **conn)?,
                decisions::table.count().get_result(&mut **conn)?,
            ))
        });
        read.await.unwrap()
    }

    /// State and revision of the story.
    pub async fn story(&self) -> (String, i32) {
        let read = self.studio.clinic.app.db.read(|conn| {
            let of = stories::table.select((stories::state, stories::revision));
            Ok(of.first(&mut **conn)?)
        });
        read.await.unwrap()
    }

    /// An address of a picture that was public a moment ago.
    pub async fn picture(&self) -> Option<String> {
        let read = self.studio.clinic.app.db.read(|conn| {
            let of = publication_renditions::table.inner_join(publications::table);
            let first: Option<(String, i32, String)> = of
                .filter(publication_renditions::format.eq("jpg"))
                .select((
                    publications::public_id,
                    publication_renditions::width,
                    publication_renditions::format,
                ))
                .order(publication_renditions::width.desc())
                .first(&mut **conn)
                .optional()?;
            Ok(first)
        });
        let (id, width, format) = read.await.unwrap()?;
        Some(format!("/media/{id}/{width}.{format}"))
    }
}

impl Start {
    fn of(conn: &mut Conn, story: String) -> Result<Self, Error> {
        let (slug, title, revision) = stories::table
            .find(&story)
            .select((stories::slug, stories::title, stories::revision))
            .first(&mut **conn)?;
        let ends = grants::table.select(grants::expires_at);
        let ends = ends.first(&mut **conn)?;
        let before: String = photos::table
            .filter(photos::stage.eq("before"))
            .select(photos::id)
            .first(&mut **conn)?;
        let before = PhotoId::parse(&before).unwrap();
        Ok(Self {
            before: candor::photos::photo(conn, &before)?,
            story,
            slug,
            title,
            revision,
            ends,
        })
    }

    fn set_back(&self, conn: &mut Conn) -> Result<(), Error> {
        diesel::delete(publication_renditions::table).execute(&mut **conn)?;
        diesel::delete(publications::table).execute(&mut **conn)?;
        diesel::delete(jobs::table).execute(&mut **conn)?;
        diesel::update(grants::table)
            .set((
                grants::ended_at.eq(None::<NaiveDateTime>),
                grants::ended_why.eq(None::<String>),
            ))
            .execute(&mut **conn)?;
        diesel::update(consents_table::table)
            .set((
                consents_table::state.eq("active"),
                consents_table::ended_at.eq(None::<NaiveDateTime>),
            ))
            .execute(&mut **conn)?;
        set_end(conn, self.ends)?;
        diesel::update(stories::table.find(&self.story))
            .set((
                stories::state.eq("submitted"),
                stories::slug.eq(&self.slug),
                stories::title.eq(&self.title),
                stories::revision.eq(self.revision),
                stories::approval_id.eq(None::<String>),
                stories::published_at.eq(None::<NaiveDateTime>),
                stories::first_published_at.eq(None::<NaiveDateTime>),
            ))
            .execute(&mut **conn)?;
        diesel::update(photos::table.find(self.before.id.as_str()))
            .set((
                photos::alt.eq(&self.before.alt),
                photos::bare_level.eq(self.before.bare_level),
                photos::edits.eq(&self.before.edits),
                photos::edits_sha256.eq(&self.before.edits_sha256),
                photos::state.eq(&self.before.state),
                photos::revision.eq(self.before.revision),
            ))
            .execute(&mut **conn)?;
        Ok(())
    }
}

fn set_end(conn: &mut Conn, ends: NaiveDateTime) -> Result<(), Error> {
    diesel::update(grants::table)
        .set(grants::expires_at.eq(ends))
        .execute(&mut **conn)?;
    diesel::update(consents_table::table)
        .set(consents_table::expires_at.eq(Some(ends)))
        .execute(&mut **conn)?;
    Ok(())
}

/// How long what each of two does takes about: they begin apart by no more than that, so that each round is another way of
/// overlapping, from "one was done before the other began" to the reverse, on fast machines and slow ones.
pub struct Spread {
    pub one: Duration,
    pub other: Duration,
}

impl Spread {
    pub fn new() -> Self {
        let guess = Duration::from_millis(20);
        Self {
            one: guess,
            other: guess,
        }
    }

    /// Does both, begun as far apart as this round says.
    pub async fn race<A, B>(
        &mut self,
        round: u32,
        one: impl Future<Output = A>,
        other: impl Future<Output = B>,
    ) -> (A, B) {
        let apart = share(round) * 2.0 - 1.0;
        let one_waits = self.other.mul_f64(apart.max(0.0));
        let other_waits = self.one.mul_f64((-apart).max(0.0));
        let ((one, took), (other, other_took)) =
            tokio::join!(begin(one_waits, one), begin(other_waits, other));
        self.one = (self.one * 3 + took) / 4;
        self.other = (self.other * 3 + other_took) / 4;
        (one, other)
    }
}

/// Between 0 and 1, evenly spread whatever the number of rounds (steps of the golden ratio).
pub fn share(round: u32) -> f64 {
    (f64::from(round) * 0.618_033_988_75).fract()
}

/// Begins after `late`; also how long it took from then on. Nobody sleeps: a timer is coarser than what is raced here.
pub async fn begin<T>(late: Duration, work: impl Future<Output = T>) -> (T, Duration) {
    let asked = Instant::now();
    while asked.elapsed() < late {
        tokio::task::yield_now().await;
    }
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}
