//! A story in a frame on one of the clinic's other sites.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::framed::{Framed, refused};
use crate::app::App;
use crate::clinic::{self, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Asked, Compare, PublicStory, Told, compare, story_at};
use crate::sharing::address::Shown;
use crate::sharing::frame::Frame;
use crate::sharing::look::Look;
use crate::sharing::options::Options;

/// What the comparison asks of an address.
const VIEW: [&str; 5] = ["mode", "angle", "a", "b", "show"];

#[derive(Serialize)]
struct StoryFrame {
    look: Look,
    story: PublicStory,
    treatment: Treatment,
    compare: Option<Compare>,
    told: Option<Told>,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let query = request.query_string().to_owned();
    let framed = app
        .db
        .read(move |conn| {
            Ok(Framed {
                origins: clinic::origins(conn)?,
                page: story(conn, &slug, &query),
            })
        })
        .await?;
    framed.answer(&request, "sharing/story.html")
}

fn story(conn: &mut Conn, slug: &str, query: &str) -> Result<StoryFrame, Error> {
    let known = |name: &str| VIEW.contains(&name) || Look::NAMES.contains(&name);
    let options = Options::read(query, known).map_err(refused)?;
    let look = Look::read(&options).map_err(refused)?;
    let asked: Asked = serde_urlencoded::from_str(query).map_err(refused)?;
    let (_, story) = story_at(conn, slug)?;
    let here = Frame {
        look: look.clone(),
        ..Frame::plain(Shown::Story(story.slug.clone()))
    };
    Ok(StoryFrame {
        look,
        treatment: clinic::treatment(conn, &story.treatment_id)?,
        compare: compare(&story, &here.path(), &asked),
        told: Told::of(&story),
        story,
    })
}
