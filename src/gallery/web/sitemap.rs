//! What search engines may list: the clinic's own pages, and those stories of which all may be found by search.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Data, Path};
use serde::Serialize;

use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::shown;
use crate::gallery::story::PublicStory;
use crate::gallery::{Catalogue, Wish};
use crate::web::kept::may_be_kept;

/// So many stories are looked at for one file, listed or not.
const EACH: usize = 250;

#[derive(Serialize)]
struct List {
    /// Addresses of further files.
    files: Vec<String>,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    address: String,
    /// Addresses of its pictures; none of what is only shown when asked for.
    pictures: Vec<String>,
    film: Option<FilmListed>,
}

/// A video, with what video search asks for.
#[derive(Serialize)]
struct FilmListed {
    address: String,
    /// The picture of the story for previews: we make no picture of a video.
    thumbnail: String,
    title: String,
    /// What is said in it.
    description: String,
    seconds: i32,
}

/// `/sitemap.xml`: where the parts are.
pub async fn index(app: Data<App>, catalogue: Data<Catalogue>) -> Result<HttpResponse, Error> {
    let total = catalogue
        .now(&app)
        .await?
        .list(&Wish::default(), None, 0)
        .total;
    let parts = (0..total.div_ceil(EACH)).map(|part| format!("stories-{part}"));
    let files = std::iter::once("pages".to_owned())
        .chain(parts)
        .map(|name| app.config.web.link(&format!("/sitemaps/{name}.xml")));
    let list = List {
        files: files.collect(),
        places: Vec::new(),
    };
    xml(&app, &list)
}

pub async fn part(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    name: Path<String>,
) -> Result<HttpResponse, Error> {
    let link = |path: String| app.config.web.link(&path);
    let places = if name.as_str() == "pages" {
        let paths = app.db.read(pages).await?;
        paths.into_iter().map(link).map(Place::bare).collect()
    } else {
        let part = name
            .strip_prefix("stories-")
            .and_then(|part| part.parse().ok());
        let part: usize = part.ok_or(Error::NotFound)?;
        let all = catalogue
            .now(&app)
            .await?
            .list(&Wish::default(), None, usize::MAX);
        let ids = all
            .stories
            .chunks(EACH)
            .nth(part)
            .ok_or(Error::NotFound)?
            .to_vec();
        let stories = app.db.read(move |conn| shown(conn, &ids)).await?;
        let found = stories.iter().filter(|story| story.indexable);
        found.map(|story| place(story, link)).collect()
    };
    let files = Vec::new();
    xml(&app, &List { files, places })
}

impl Place {
    fn bare(address: String) -> Self {
        Self {
            address,
            pictures: Vec::new(),
            film: None,
        }
    }
}

fn place(story: &PublicStory, link: impl Fn(String) -> String) -> Place {
    let stages = story.angles.iter().flat_map(|angle| &angle.stages);
    Place {
        address: link(format!("/stories/{}", story.slug)),
        pictures: stages
            .filter(|stage| !stage.sensitive)
            .map(|stage| link(stage.picture.src.clone()))
            .collect(),
        film: story.film_listed().map(|(film, picture)| FilmListed {
            address: link(film.src.clone()),
            thumbnail: link(picture.src.clone()),
            title: story.title.clone(),
            description: film.said(),
            seconds: film.seconds,
        }),
    }
}

/// The paths of the pages that are the clinic's own.
fn pages(conn: &mut Conn) -> Result<Vec<String>, Error> {
    let fixed = [
        "/",
        "/stories",
        "/find",
        "/treatments",
        "/practitioners",
        "/locations",
        "/how-we-collect",
        "/verified",
    ];
    let mut paths: Vec<String> = fixed.into_iter().map(str::to_owned).collect();
    let treatments = clinic::treatments(conn)?;
    paths.extend(
        treatments
            .iter()
            .map(|one| format!("/treatments/{}", one.slug)),
    );
    let people = clinic::practitioners(conn)?;
    paths.extend(
        people
            .iter()
            .map(|one| format!("/practitioners/{}", one.slug)),
    );
    let places = clinic::locations(conn)?;
    paths.extend(places.iter().map(|one| format!("/locations/{}", one.slug)));
    Ok(paths)
}

fn xml(app: &App, list: &List) -> Result<HttpResponse, Error> {
    let body = app.pages.render("gallery/sitemap.xml", list)?;
    let mut answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/xml; charset=utf-8"))
        .body(body);
    may_be_kept(&mut answer);
    Ok(answer)
}
