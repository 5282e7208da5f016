//! Stories for programs.

use std::sync::Arc;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use url::form_urlencoded::Serializer;

use super::answer::{Refusal, no_parameters, problem, read};
use crate::app::App;
use crate::clinic;
use crate::config::Config;
use crate::db::Conn;
use crate::gallery::{AskedOfList, Catalogue, Index, Sought, shown, story_at};
use crate::sharing::api::answers::{List, One, Terms};
use crate::sharing::api::stories::{StoryAnswer, StoryEntry, Telling};
use crate::sharing::options::{Options, Refused};
use crate::web::House;
use crate::web::text::Texts;

/// So many at a time, unless fewer or more are asked for.
pub const USUAL: usize = 12;
pub const MOST: usize = 50;

pub async fn index(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> HttpResponse {
    let query = request.query_string().to_owned();
    let found = async {
        let turn = match query.is_empty() {
            true => None,
            false => Some(catalogue.turn().await?),
        };
        Ok((catalogue.now(&app).await?, turn))
    };
    let (stories, _turn) = match found.await {
        Ok(found) => found,
        Err(error) => return problem(&app, &error),
    };
    let room = Room::of(&app, &request);
    read(&app, move |conn| list(conn, &stories, &room, &query)).await
}

pub async fn show(app: Data<App>, request: HttpRequest, slug: Path<String>) -> HttpResponse {
    let room = Room::of(&app, &request);
    let query = request.query_string().to_owned();
    read(&app, move |conn| {
        no_parameters(&query)?;
        one(conn, &room, &slug)
    })
    .await
}

/// What answers are made with.
pub struct Room {
    pub config: Arc<Config>,
    pub texts: Arc<Texts>,
    pub house: House,
}

impl Room {
    pub fn of(app: &App, request: &HttpRequest) -> Self {
        let house = House::of(request);
        Self {
            config: app.config.clone(),
            texts: app.pages.texts_in(house.language),
            house,
        }
    }

    pub fn terms(&self) -> Terms {
        Terms::of(&self.texts, &self.house.name)
    }

    fn telling(&self) -> Telling<'_> {
        Telling {
            web: &self.config.web,
            texts: &self.texts,
            illustrated: self.house.illustrated,
        }
    }

    /// The address of the next part of a list.
    pub fn next(&self, path: &str, options: &Options, after: &str) -> String {
        let mut query = Serializer::new(String::new());
        let others = options.pairs().filter(|(name, _)| *name != "after");
        query.extend_pairs(others);
        query.append_pair("after", after);
        self.config.web.link(&format!("{path}?{}", query.finish()))
    }
}

fn list(
    conn: &mut Conn,
    stories: &Index,
    room: &Room,
    query: &str,
) -> Result<List<StoryEntry>, Refusal> {
    let options = Options::read(query, |name| name == "limit" || Sought::knows(name))?;
    let limit = options.number("limit", 1..=MOST)?.unwrap_or(USUAL);
    let asked: AskedOfList = options
        .pairs()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let treatments = clinic::treatments(conn)?;
    let people = clinic::practitioners(conn)?;
    let sought = Sought::read(&asked, &treatments, &people).map_err(|name| Refused::name(&name))?;
    let listed = stories.list(&sought.wish, sought.after.as_ref(), limit);
    let slug = |id: &str| treatments.iter().find(|t| t.id == id).map(|t| &t.slug);
    let telling = room.telling();
    let entries = shown(conn, &listed.stories)?
        .into_iter()
        .filter_map(|story| {
            let treatment = slug(&story.treatment_id).cloned().unwrap_or_default();
            telling.entry(&story, &treatment)
        });
    let next = listed.next.map(|cursor| cursor.encode());
    Ok(List {
        terms: room.terms(),
        items: entries.collect(),
        next: next.map(|after| room.next("/api/v1/stories", &options, &after)),
    })
}

fn one(conn: &mut Conn, room: &Room, slug: &str) -> Result<One<StoryAnswer>, Refusal> {
    let (_, story) = story_at(conn, slug)?;
    let treatment = clinic::treatment(conn, &story.treatment_id)?;
    Ok(One {
        terms: room.terms(),
        item: room.telling().story(&story, &treatment),
    })
}
