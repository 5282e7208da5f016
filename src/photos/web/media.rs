//! Pictures over HTTP. The check comes before the conditional: a revoked photo is never "not modified".

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
    ORIGIN, VARY,
};
use actix_web::middleware::Next;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic;
use crate::consents::{Proved, PublicSet, StaffGrant};
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::{Kind, Level, VEIL_WIDTH, WIDTHS};
use crate::photos::queries::kind;
use crate::photos::serving::{Served, staff_photo};
use crate::photos::small::SmallRenditions;
use crate::web::conditional::asks_for;
use crate::web::headers::put_on;

/// `/media/{publication}/{width}.{jpg|avif|webp}` and `/media/{publication}/veil.jpg`: only sizes that exist, only while it is
/// public.
pub async fn show(
    app: Data<App>,
    public: Data<PublicSet>,
    small: Data<SmallRenditions>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (publication, file) = path.into_inner();
    let (width, format) = size(&file).ok_or(Error::NotFound)?;
    let address = format!("{publication}/{file}");
    let proved = public.media(&address, publication, width, format).await?;
    let mut answer = match has_it(&request, &proved) {
        true => answer(&proved, None),
        false => answer(&proved, Some(small.public_photo(&app, &proved).await?)),
    };
    if let Some(origin) = request.headers().get(ORIGIN)
        && may_be_lent(&app, &proved, origin).await?
    {
        let headers = answer.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    }
    Ok(answer)
}

/// Browsers keep our pictures to our own pages. The clinic's other sites may ask for them too (`crossorigin`), partners' for what
/// is allowed there; so may our own frames there where such a site seals them off, and their origin is `null`.
async fn may_be_lent(app: &App, proved: &Proved, origin: &HeaderValue) -> Result<bool, Error> {
    let lent = proved.grant.lent();
    let read = app.db.read(move |conn| {
        let mut origins = clinic::origins(conn)?;
        if lent {
            origins.extend(clinic::partner_origins(conn)?);
        }
        Ok(origins)
    });
    let origins = read.await?;
    let sealed = origin == "null" && !origins.is_empty();
    Ok(sealed || origins.iter().any(|known| origin == known.as_str()))
}

/// Middleware: answers for what is public and small from memory, without going through the house. The proof comes first
/// here too, and what is not at hand goes its way.
///
/// # Errors
/// Those of the handler.
pub async fn serve_small<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match at_hand(request.request()) {
        Some(answer) => Ok(request.into_response(answer)),
        None => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

fn at_hand(request: &HttpRequest) -> Option<HttpResponse> {
    let address = request.path().strip_prefix("/media/")?;
    let asks_for_others = request.headers().contains_key(ORIGIN);
    if !matches!(*request.method(), Method::GET | Method::HEAD) || asks_for_others {
        return None;
    }
    let proved = request.app_data::<Data<PublicSet>>()?.at_hand(address)?;
    let mut answer = if has_it(request, &proved) {
        answer(&proved, None)
    } else {
        let small = request.app_data::<Data<SmallRenditions>>()?;
        answer(&proved, Some(small.at_hand(&proved)?))
    };
    let app = request.app_data::<Data<App>>()?;
    put_on(answer.headers_mut(), app.config.web.is_https());
    Some(answer)
}

fn has_it(request: &HttpRequest, proved: &Proved) -> bool {
    asks_for(request, &tag(proved))
}

fn tag(proved: &Proved) -> String {
    format!("\"{}\"", proved.grant.sha256())
}

/// The picture, or "not modified".
fn answer(proved: &Proved, served: Option<Served>) -> HttpResponse {
    let mut answer = match served {
        Some(served) => picture(served),
        None => HttpResponse::NotModified().finish(),
    };
    let headers = answer.headers_mut();
    if let Ok(tag) = tag(proved).parse() {
        headers.insert(ETAG, tag);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Origin"));
    if !proved.grant.indexable() {
        headers.insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    answer
}

/// A width and an extension as we write them; any other address is none of ours.
fn size(file: &str) -> Option<(i32, String)> {
    let (width, format) = file.split_once('.')?;
    if (width, format) == ("veil", "jpg") {
        return Some((VEIL_WIDTH as i32, format.to_owned()));
    }
    if !matches!(format, "jpg" | "avif" | "webp")
        || width.len() > 4
        || width.starts_with(['0', '+'])
    {
        return None;
    }
    let known = |width: &i32| kind(*width) != Kind::Veil;
    let width = width.parse().ok().filter(known)?;
    Some((width, format.to_owned()))
}

/// `/staff/photos/{id}/view/{level}-{width}.jpg` for those who work with photos.
pub async fn view(
    app: Data<App>,
    actor: Actor,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let (id, file) = path.into_inner();
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let (level, width) = file
        .strip_suffix(".jpg")
        .and_then(|name| name.split_once('-'))
        .ok_or(Error::NotFound)?;
    let level = match level {
        "bare" => None,
        other => Some(Level::parse(other).ok_or(Error::NotFound)?),
    };
    let width = width
        .parse()
        .ok()
        .filter(|w| WIDTHS.contains(w))
        .ok_or(Error::NotFound)?;
    let width = i32::try_from(width).map_err(|_| Error::NotFound)?;
    let mut answer = picture(staff_photo(&app, &grant, &id, level, width).await?);
    answer
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(answer)
}

/// The bytes as an answer that a browser may only treat as a picture.
pub fn picture(served: Served) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, served.format.content_type()))
        .insert_header(("content-disposition", "inline"))
        .body(served.bytes)
}
