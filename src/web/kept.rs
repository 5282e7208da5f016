//! Public pages kept in memory: rendered once for each epoch of the content, and sent in the form that the browser takes.
//!
//! Only what a handler marked is kept, only for requests without a cookie of ours (below a path those of the clinic's own site
//! come along), and only while [`Db::epoch`] says that nothing changed. Everything personal goes past here.

use std::sync::{Arc, OnceLock};

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_ENCODING, AUTHORIZATION, CACHE_CONTROL, CONTENT_ENCODING, COOKIE, ETAG, HeaderMap,
    HeaderValue, SET_COOKIE, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;

use super::compress;
use super::conditional::asks_for;
use super::encoding::Encoding;
use super::visit::Jar;
use crate::db::{Db, Epoch};
use crate::hash::sha256;
use crate::shelf::Shelf;

/// One for each instance, shared by its threads.
#[derive(Clone)]
pub struct KeptPages {
    db: Db,
    shelf: Arc<Shelf<Arc<Kept>>>,
}

const BYTES: usize = 12 << 20;

impl KeptPages {
    pub fn new(db: Db) -> Self {
        Self {
            db,
            shelf: Arc::new(Shelf::new(BYTES)),
        }
    }
}

/// Says that an answer is the same for every visitor until the content changes.
struct SameForAll;

/// Marks an answer that may be kept: it shows nothing of the visitor, and nothing but the content.
pub fn may_be_kept(answer: &mut HttpResponse) {
    answer.extensions_mut().insert(SameForAll);
}

/// A page in the forms that were asked for.
struct Kept {
    headers: HeaderMap,
    tag: String,
    plain: Bytes,
    forms: [OnceLock<Form>; 3],
}

struct Form {
    tag: String,
    headers: HeaderMap,
    body: Bytes,
}

/// Middleware: answers from memory, or keeps the answer.
///
/// # Errors
/// Those of the handler.
pub async fn serve<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let pages = request.app_data::<Data<KeptPages>>().cloned();
    let Some((pages, name)) = pages.zip(name(&request)) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if let Some(epoch) = pages.db.epoch_at_hand()
        && let Some(page) = pages.shelf.get(epoch, name)
    {
        let answer = respond(request.request(), &page);
        return Ok(request.into_response(answer));
    }
    let name = name.to_owned();
    // The epoch before anything is read. Without one the request goes its way, and finds for itself what is wrong.
    let epoch = pages.db.epoch().await.ok();
    let response = next.call(request).await?;
    match epoch {
        Some(epoch) if is_same_for_all(&response) => keep(&pages, epoch, name, response).await,
        _ => Ok(response.map_into_boxed_body()),
    }
}

/// Path and query, where a kept page could be the answer.
fn name(request: &ServiceRequest) -> Option<&str> {
    let anonymous = !request.headers().contains_key(AUTHORIZATION) && !has_cookie_of_ours(request);
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let name = request.uri().path_and_query()?.as_str();
    (anonymous && reads && name.len() < 512).then_some(name)
}

/// Also where the cookies can't be read.
fn has_cookie_of_ours(request: &ServiceRequest) -> bool {
    request.headers().contains_key(COOKIE)
        && request.cookies().map_or(true, |all| {
            all.iter().any(|cookie| Jar::may_be_ours(cookie.name()))
        })
}

fn is_same_for_all<B>(response: &ServiceResponse<B>) -> bool {
    let answer = response.response();
    answer.status() == StatusCode::OK
        && answer.extensions().get::<SameForAll>().is_some()
        && !answer.headers().contains_key(SET_COOKIE)
        && !answer.headers().contains_key(VARY)
}

async fn keep<B: MessageBody + 'static>(
    pages: &KeptPages,
    epoch: Epoch,
    name: String,
    response: ServiceResponse<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let (request, answer) = response.into_parts();
    let (head, body) = answer.into_parts();
    let plain = to_bytes(body)
        .await
        .map_err(|_| actix_web::error::ErrorInternalServerError("body"))?;
    let mut headers = head.headers().clone();
    // The browser may keep it too, and asks each time.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    let page = Arc::new(Kept {
        headers,
        tag: sha256(&plain)[..16].to_owned(),
        plain,
        forms: Default::default(),
    });
    let answer = respond(&request, &page);
    let bytes = page.plain.len() * 3 / 2 + 2048;
    let now = pages.db.epoch_at_hand();
    pages.shelf.put(epoch, now, name, page, bytes);
    Ok(ServiceResponse::new(request, answer))
}

fn respond(request: &HttpRequest, page: &Kept) -> HttpResponse {
    let accepted = request
        .headers()
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let form = page.form(Encoding::best(accepted));
    let (status, body) = if asks_for(request, &form.tag) {
        (StatusCode::NOT_MODIFIED, BoxBody::new(()))
    } else {
        (StatusCode::OK, BoxBody::new(form.body.clone()))
    };
    let mut answer = HttpResponse::with_body(status, body);
    *answer.headers_mut() = form.headers.clone();
    answer
}

impl Kept {
    /// Made when first asked for.
    fn form(&self, encoding: Encoding) -> &Form {
        self.forms[encoding as usize].get_or_init(|| {
            let made = match encoding {
                Encoding::Brotli => compress::brotli(&self.plain),
                Encoding::Gzip => compress::gzip(&self.plain),
                Encoding::Plain => None,
            };
            let tag = format!("\"{}{}\"", self.tag, encoding.suffix());
            let mut headers = self.headers.clone();
            if let Ok(tag) = HeaderValue::from_str(&tag) {
                headers.insert(ETAG, tag);
            }
            if let (Some(name), true) = (encoding.name(), made.is_some()) {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
            }
            Form {
                tag,
                headers,
                body: made.map_or_else(|| self.plain.clone(), Bytes::from),
            }
        })
    }
}
