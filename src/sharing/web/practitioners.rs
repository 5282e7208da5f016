//! Practitioners for programs.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{no_parameters, read};
use super::stories::Room;
use crate::app::App;
use crate::clinic;
use crate::sharing::api::answers::{List, PractitionerAnswer};

pub async fn index(app: Data<App>, request: HttpRequest) -> HttpResponse {
    let room = Room::of(&app, &request);
    let query = request.query_string().to_owned();
    read(&app, move |conn| {
        no_parameters(&query)?;
        let all = clinic::practitioners(conn)?.into_iter();
        Ok(List {
            terms: room.terms(),
            items: all
                .map(|one| PractitionerAnswer::of(one, &room.config.web))
                .collect(),
            next: None,
        })
    })
    .await
}
