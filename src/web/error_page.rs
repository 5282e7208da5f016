//! An error as a person sees it: what happened, what to do, and a reference; never the cause.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;

use super::{page_with_status, redirect};
use crate::error::Error;

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::build(self.status_code()).finish()
    }
}

#[derive(Serialize)]
struct ErrorPage {
    status: u16,
    title: String,
    message: String,
    fields: Vec<(String, String)>,
}

#[derive(Serialize)]
struct ErrorAnswer<'a> {
    error: &'a str,
    fields: &'a [(String, String)],
    reference: String,
}

/// Turns errors into pages (or JSON for scripts that ask for it), and logs what only we may see.
pub async fn error_pages(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = match next.call(request).await {
        Ok(response) => response,
        Err(error) => return Err(error),
    };
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    // A player that asks for a part that is not there is told in a header how much there is.
    if !is_error || status == StatusCode::RANGE_NOT_SATISFIABLE {
        return Ok(response);
    }
    let (request, inner) = response.into_parts();
    let answer = match inner.error().and_then(|e| e.as_error::<Error>()) {
        Some(error) => answer(&request, error),
        // A response that a handler made itself (a refused form shown again) stays; actix's own errors get a page.
        None if inner.body().is_empty_or_plain(&inner) => answer(&request, &foreign(status)),
        None => return Ok(ServiceResponse::new(request, inner)),
    };
    Ok(ServiceResponse::new(request, answer))
}

trait PlainBody {
    fn is_empty_or_plain(&self, response: &HttpResponse) -> bool;
}

impl PlainBody for BoxBody {
    fn is_empty_or_plain(&self, response: &HttpResponse) -> bool {
        use actix_web::body::{BodySize, MessageBody};
        let html = response
            .headers()
            .get(actix_web::http::header::CONTENT_TYPE)
            .is_some_and(|v| {
                v.as_bytes().starts_with(b"text/html") || v.as_bytes().starts_with(b"application/")
            });
        !html || matches!(self.size(), BodySize::None | BodySize::Sized(0))
    }
}

/// Errors of the framework itself: unknown paths, wrong methods, bodies that can't be read.
fn foreign(status: StatusCode) -> Error {
    match status.as_u16() {
        404 => Error::NotFound,
        413 => Error::TooLarge,
        405 => Error::refused(405, "error-method"),
        408 => Error::refused(408, "error-timeout"),
        status if status < 500 => Error::refused(status, "error-body"),
        status => Error::internal(format!("status {status}")),
    }
}

/// The whole answer to an error.
pub fn answer(request: &HttpRequest, error: &Error) -> HttpResponse {
    let status = error.status_code();
    if status.is_server_error() {
        tracing::error!(cause = %error, "request failed");
    }
    if matches!(error, Error::SignInRequired) && wants_page(request) {
        return redirect("/sign-in");
    }
    let (title, message) = words(error);
    let mut response = if wants_page(request) {
        as_page(request, error, &title, &message)
    } else {
        as_json(request, error, &message)
    };
    if let Some(seconds) = error.retry_after() {
        let headers = response.headers_mut();
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn as_page(request: &HttpRequest, error: &Error, title: &str, message: &str) -> HttpResponse {
    let fields = match error {
        Error::Invalid(fields) => fields.0.clone(),
        _ => Vec::new(),
    };
    let page = ErrorPage {
        status: error.status(),
        title: title.to_owned(),
        message: message.to_owned(),
        fields,
    };
    let status = error.status_code();
    page_with_status(request, status, "errors/error.html", &page).unwrap_or_else(|cause| {
        tracing::error!(%cause, "the error page failed");
        HttpResponse::build(status).finish()
    })
}

fn as_json(request: &HttpRequest, error: &Error, message: &str) -> HttpResponse {
    let texts = request
        .app_data::<actix_web::web::Data<crate::app::App>>()
        .map(|app| app.pages.texts.get(message));
    let fields = match error {
        Error::Invalid(fields) => fields.0.as_slice(),
        _ => &[],
    };
    HttpResponse::build(error.status_code()).json(ErrorAnswer {
        error: texts.as_deref().unwrap_or(message),
        fields,
        reference: super::Visit::of(request).request_id(),
    })
}

/// A script asks for JSON; an image that is missing needs no page.
fn wants_page(request: &HttpRequest) -> bool {
    let accept = request
        .headers()
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("text/html");
    accept.contains("text/html")
        || (!accept.contains("application/json") && !accept.contains("image/"))
}

/// The ids of the title and of what to do.
fn words(error: &Error) -> (String, String) {
    let name = match error {
        Error::NotFound => "not-found",
        Error::Gone => "gone",
        Error::Forbidden => "forbidden",
        Error::SignInRequired => "sign-in",
        Error::LinkRequired => "link",
        Error::Invalid(_) => "invalid",
        Error::Refused { message, .. } => {
            return ("error-refused-title".to_owned(), message.clone());
        }
        Error::Conflict => "conflict",
        Error::TooLarge => "too-large",
        Error::TooManyRequests { .. } => "too-many",
        Error::Unavailable(_) => "unavailable",
        Error::Full => "full",
        Error::Internal(_) | Error::Database(_) => "internal",
    };
    (format!("error-{name}-title"), format!("error-{name}"))
}
