//! A story in a frame on another site.

use std::sync::Arc;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::framed::{Framed, refused};
use crate::app::App;
use crate::clinic::{self, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Asked, Compare, PublicStory, Told, compare, story_on};
use crate::sharing::address::Shown;
use crate::sharing::audience::Audience;
use crate::sharing::frame::Frame;
use crate::sharing::look::Look;
use crate::sharing::options::Options;

/// What the comparison asks of an address.
const VIEW: [&str; 5] = ["mode", "angle", "a", "b", "show"];

#[derive(Serialize)]
struct StoryFrame {
    look: Look,
    story: Arc<PublicStory>,
    treatment: Treatment,
    compare: Option<Compare>,
    told: Option<Told>,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    framed(&app, &request, Audience::Own, slug.into_inner()).await
}

/// On a partner's site.
pub async fn lend(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (partner, slug) = path.into_inner();
    framed(&app, &request, Audience::Partner(partner), slug).await
}

async fn framed(
    app: &App,
    request: &HttpRequest,
    audience: Audience,
    slug: String,
) -> Result<HttpResponse, Error> {
    let query = request.query_string().to_owned();
    let framed = app
        .db
        .read(move |conn| {
            Framed::made_for(conn, &audience, |conn| {
                story(conn, &slug, &audience, &query)
            })
        })
        .await?;
    framed.answer(request, "sharing/story.html")
}

fn story(
    conn: &mut Conn,
    slug: &str,
    audience: &Audience,
    query: &str,
) -> Result<StoryFrame, Error> {
    let known = |name: &str| VIEW.contains(&name) || Look::NAMES.contains(&name);
    let options = Options::read(query, known).map_err(refused)?;
    let look = Look::read(&options).map_err(refused)?;
    let asked: Asked = serde_urlencoded::from_str(query).map_err(refused)?;
    let (_, story) = story_on(conn, slug, audience.place())?;
    let here = Frame {
        audience: audience.clone(),
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
