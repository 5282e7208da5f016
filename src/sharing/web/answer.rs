//! An answer of the API: JSON that any site may read and nobody's cookies change; what goes wrong is told as RFC 9457 has it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER,
};
use serde::Serialize;
use serde_json::json;

use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::sharing::opening::opening;
use crate::sharing::options::{Options, Refused};
use crate::web::kept::may_be_kept;

/// Why a program gets no answer.
pub enum Refusal {
    Parameter(Refused),
    Error(Error),
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        Self::Parameter(refused)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// A query without parameters, or a slip.
pub fn no_parameters(query: &str) -> Result<(), Refusal> {
    Options::read(query, |_| false)?;
    Ok(())
}

/// Asks the database, where the API is open; closed it is as if there were none.
pub async fn read<T, F>(app: &App, work: F) -> HttpResponse
where
    T: Serialize + Send + 'static,
    F: FnOnce(&mut Conn) -> Result<T, Refusal> + Send + 'static,
{
    let outcome = app.db.read(move |conn| {
        if opening(conn)?.is_none() {
            return Err(Error::NotFound);
        }
        // A slip is an answer too, and ends no transaction.
        match work(conn) {
            Ok(told) => Ok(Ok(told)),
            Err(Refusal::Parameter(refused)) => Ok(Err(refused)),
            Err(Refusal::Error(error)) => Err(error),
        }
    });
    match outcome.await {
        Ok(Ok(told)) => found(&told),
        Ok(Err(refused)) => parameter(app, &refused),
        Err(error) => problem(app, &error),
    }
}

/// What was asked for.
pub fn found<T: Serialize>(told: &T) -> HttpResponse {
    let mut answer = for_all(HttpResponse::Ok().json(told));
    may_be_kept(&mut answer);
    answer
}

fn parameter(app: &App, refused: &Refused) -> HttpResponse {
    let texts = &app.pages.texts;
    let told = json!({
        "type": "about:blank",
        "title": texts.get("api-problem-400"),
        "status": 400,
        "detail": texts.format("api-problem-parameter", &[("name", &refused.0)]),
        "parameter": refused.0,
    });
    as_problem(StatusCode::BAD_REQUEST, &told)
}

/// An error in the form that programs know; the cause stays with us.
pub fn problem(app: &App, error: &Error) -> HttpResponse {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status.is_server_error() {
        tracing::error!(cause = %error, "request failed");
    }
    let (title, detail) = match error {
        Error::NotFound => ("error-not-found-title", "api-problem-404"),
        Error::Gone => ("error-gone-title", "error-gone"),
        Error::Unavailable(_) => ("error-unavailable-title", "error-unavailable"),
        _ => ("error-internal-title", "api-problem-500"),
    };
    let told = json!({
        "type": "about:blank",
        "title": app.pages.texts.get(title),
        "status": status.as_u16(),
        "detail": app.pages.texts.get(detail),
    });
    let mut answer = as_problem(status, &told);
    if let Some(seconds) = error.retry_after() {
        let headers = answer.headers_mut();
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

fn as_problem(status: StatusCode, told: &serde_json::Value) -> HttpResponse {
    let mut answer = HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "application/problem+json"))
        .body(told.to_string());
    let no_store = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(CACHE_CONTROL, no_store);
    for_all(answer)
}

/// Readable for every site, since it is the same for everyone; to be shown, not to be found or learned from.
fn for_all(mut answer: HttpResponse) -> HttpResponse {
    let headers = answer.headers_mut();
    let any = HeaderValue::from_static("*");
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, any);
    let more = [
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-robots-tag", "noindex, noai, noimageai"),
    ];
    for (name, value) in more {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    answer
}
