//! Words of clients in a frame on one of the clinic's other sites.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::framed::{Framed, refused};
use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Catalogue, Index, Told, Wish, shown};
use crate::sharing::look::Look;
use crate::sharing::options::Options;

const SHOWN: usize = 9;

#[derive(Serialize)]
struct TestimonialsFrame {
    look: Look,
    testimonials: Vec<Told>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let stories = catalogue.now(&app).await?;
    let query = request.query_string().to_owned();
    let framed = app
        .db
        .read(move |conn| {
            Ok(Framed {
                origins: clinic::origins(conn)?,
                page: testimonials(conn, &stories, &query),
            })
        })
        .await?;
    framed.answer(&request, "sharing/testimonials.html")
}

fn testimonials(conn: &mut Conn, stories: &Index, query: &str) -> Result<TestimonialsFrame, Error> {
    let known = |name: &str| Look::NAMES.contains(&name);
    let options = Options::read(query, known).map_err(refused)?;
    let look = Look::read(&options).map_err(refused)?;
    let listed = stories.list(&Wish::spoken(), None, SHOWN);
    let found = shown(conn, &listed.stories)?;
    let told = found.iter().filter_map(Told::of);
    Ok(TestimonialsFrame {
        look,
        // A rating alone is no word.
        testimonials: told.filter(|told| told.words.is_some()).collect(),
    })
}
