//! A story.

use std::sync::Arc;

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use url::form_urlencoded;

use crate::app::App;
use crate::cases;
use crate::clinic::{self, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, cards};
use crate::gallery::compare::{Asked, Compare, compare};
use crate::gallery::made::{Made, made};
use crate::gallery::story::{PublicStory, story_at};
use crate::gallery::told::Told;
use crate::gallery::{Catalogue, Index, Wish, markup};
use crate::stories::Story;
use crate::web::markdown::to_html;
use crate::web::{House, page};

/// The page of a story.
#[derive(Serialize)]
pub struct StoryPage {
    story: Arc<PublicStory>,
    treatment: Treatment,
    /// HTML made safe.
    aftercare: String,
    compare: Option<Compare>,
    /// Slug of the page of who treated, when there is one.
    practitioner: Option<String>,
    told: Option<Told>,
    /// How each photo was made.
    made: Vec<Made>,
    /// Others of the same treatment.
    more: Vec<Card>,
    /// The picture of previews of links to the page.
    link_picture: Option<LinkPicture>,
    /// Where sites that may show it in a frame are told how.
    oembed: Option<String>,
    /// For search engines: JSON-LD, or nothing.
    markup: String,
    /// It is the page that visitors see, and no preview: it has pages below it.
    live: bool,
}

/// What others show of the page where they link to it: an absolute address, since they are elsewhere.
#[derive(Serialize)]
struct LinkPicture {
    address: String,
    width: i32,
    height: i32,
    alt: String,
}

/// 200 while anything of it is public, 410 once it was, else 404.
pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let others = catalogue.now(&app).await?;
    let (mut shown, framed) = app
        .db
        .read(move |conn| {
            let framed = clinic::may_be_framed(conn)?;
            let (story, public) = story_at(conn, &slug)?;
            let path = format!("/stories/{}", public.slug);
            let page = story_page(conn, &others, &story, public, (&path, &asked))?;
            Ok((page, framed))
        })
        .await?;
    shown.link_picture = shown.story.open_graph().map(|(picture, alt)| LinkPicture {
        address: app.config.web.link(&picture.src),
        width: picture.width,
        height: picture.height,
        alt: alt.to_owned(),
    });
    let link = |path: &str| app.config.web.link(path);
    let own = link(&format!("/stories/{}", shown.story.slug));
    shown.oembed = framed.then(|| link(&oembed_of(&own)));
    shown.markup = markup::of_story(&House::of(&request), &shown.treatment, &shown.story, link);
    shown.live = true;
    let indexable = shown.story.indexable;
    let mut answer = page(&request, "gallery/show.html", &shown)?;
    if !indexable {
        answer.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    Ok(answer)
}

/// Where the frame for one of our pages is described (oEmbed), as a path.
pub fn oembed_of(address: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("url", address);
    format!("/oembed?{}", query.finish())
}

/// Everything on the page of a story; `path` is where it stands.
pub(in crate::gallery) fn story_page(
    conn: &mut Conn,
    others: &Index,
    row: &Story,
    story: Arc<PublicStory>,
    (path, asked): (&str, &Asked),
) -> Result<StoryPage, Error> {
    let treatment = clinic::treatment(conn, &story.treatment_id)?;
    let listed = others.list(&Wish::of_treatment(&treatment.id), None, 4);
    let mut more = cards(conn, &listed.stories)?;
    more.retain(|card| card.slug != story.slug);
    more.truncate(3);
    Ok(StoryPage {
        aftercare: to_html(&treatment.aftercare),
        compare: compare(&story, path, asked),
        practitioner: practitioner(conn, row, &story)?,
        told: Told::or_filmed(&story),
        made: made(conn, &story)?,
        treatment,
        more,
        link_picture: None,
        oembed: None,
        markup: String::new(),
        live: false,
        story,
    })
}

/// The approved story names who treated; the page of that name is linked while it is the same person.
fn practitioner(
    conn: &mut Conn,
    row: &Story,
    story: &PublicStory,
) -> Result<Option<String>, Error> {
    let (Some(shown), Some(id)) = (
        &story.practitioner,
        cases::case(conn, &row.case_id)?.practitioner_id,
    ) else {
        return Ok(None);
    };
    let person = clinic::practitioner(conn, &id)?;
    let same = person.archived_at.is_none() && shown.starts_with(&person.name);
    Ok(same.then_some(person.slug))
}
