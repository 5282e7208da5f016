//! The API described for people: what there is to ask, and what every field of the answers means.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::error::Error;
use crate::sharing::api::described::answers;
use crate::sharing::api::openapi::problems;
use crate::sharing::api::{FIELDS, Field, Kind, Parameter, ROUTES, Route};
use crate::sharing::opening::opening;
use crate::web::page;

pub mod openapi;

#[derive(Serialize)]
struct DocumentPage {
    open: bool,
    routes: Vec<RouteShown>,
    answers: Vec<AnswerShown>,
}

#[derive(Serialize)]
struct RouteShown {
    path: &'static str,
    text: String,
    answer: &'static str,
    parameters: Vec<(&'static str, String)>,
    problems: Vec<(&'static str, &'static str)>,
}

#[derive(Serialize)]
struct AnswerShown {
    name: &'static str,
    fields: Vec<FieldShown>,
}

#[derive(Serialize)]
struct FieldShown {
    name: &'static str,
    text: String,
    /// Id of the text that names the kind, and the answer that it is made of.
    kind: &'static str,
    of: &'static str,
    optional: bool,
}

pub async fn show(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let opened = app.db.read(opening).await?;
    let shown = DocumentPage {
        open: opened.is_some(),
        routes: ROUTES.iter().map(route).collect(),
        answers: answers().into_iter().map(answer).collect(),
    };
    page(&request, "sharing/api.html", &shown)
}

fn route(route: &Route) -> RouteShown {
    let parameter = |one: &Parameter| (one.name, one.text());
    RouteShown {
        path: route.path,
        text: route.text(),
        answer: route.answer,
        parameters: route.parameters.iter().map(parameter).collect(),
        problems: problems(route),
    }
}

fn answer(name: &'static str) -> AnswerShown {
    let own = FIELDS.iter().filter(|field| field.of == name);
    AnswerShown {
        name,
        fields: own.map(field).collect(),
    }
}

fn field(field: &Field) -> FieldShown {
    let (kind, of) = match field.kind {
        Kind::Text => ("api-kind-text", ""),
        Kind::Html => ("api-kind-html", ""),
        Kind::Address => ("api-kind-address", ""),
        Kind::Date => ("api-kind-date", ""),
        Kind::Number => ("api-kind-number", ""),
        Kind::Flag => ("api-kind-flag", ""),
        Kind::Texts => ("api-kind-texts", ""),
        Kind::One(of) => ("api-kind-one", of),
        Kind::Many(of) => ("api-kind-many", of),
    };
    FieldShown {
        name: field.name,
        text: field.text(),
        kind,
        of,
        optional: field.optional,
    }
}
