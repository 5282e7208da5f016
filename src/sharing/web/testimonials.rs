//! Words of clients for programs: a selection, as on the site, without average or count.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{Refusal, problem, read};
use super::stories::{MOST, Room, USUAL};
use crate::app::App;
use crate::db::Conn;
use crate::gallery::{Catalogue, Index, Told, Wish, shown};
use crate::sharing::api::answers::{List, WordsAnswer};
use crate::sharing::options::{Options, Refused};
use crate::web::paging::Cursor;

pub async fn index(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> HttpResponse {
    let stories = match catalogue.now(&app).await {
        Ok(stories) => stories,
        Err(error) => return problem(&app, &error),
    };
    let room = Room::of(&app, &request);
    let query = request.query_string().to_owned();
    read(&app, move |conn| list(conn, &stories, &room, &query)).await
}

fn list(
    conn: &mut Conn,
    stories: &Index,
    room: &Room,
    query: &str,
) -> Result<List<WordsAnswer>, Refusal> {
    let options = Options::read(query, |name| matches!(name, "limit" | "after"))?;
    let limit = options.number("limit", 1..=MOST)?.unwrap_or(USUAL);
    let after = options.get("after");
    let after = after.map(|text| Cursor::decode(text).ok_or_else(|| Refused::name("after")));
    let listed = stories.list(&Wish::spoken(), after.transpose()?.as_ref(), limit);
    let found = shown(conn, &listed.stories)?;
    let told = found.iter().filter_map(|story| Told::of(story));
    // A rating alone is no word.
    let told = told.filter(|told| told.words.is_some());
    let next = listed.next.map(|cursor| cursor.encode());
    Ok(List {
        terms: room.terms(),
        items: told
            .map(|told| WordsAnswer::of(told, &room.texts))
            .collect(),
        next: next.map(|after| room.next("/api/v1/testimonials", &options, &after)),
    })
}
