//! Puts the clinic into the frame of every page, and serves how it looks.

use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};

use crate::app::App;
use crate::clinic::logo::{self, HASH_DIGITS};
use crate::clinic::{Clinic, queries};
use crate::error::Error;
use crate::shelf::Shelf;
use crate::web::{House, HouseLogo};

/// Answers without a frame, but for pages that say what went wrong.
const FRAMELESS: [&str; 6] = [
    "/assets/", "/media/", "/theme-", "/logo-", "/healthz", "/readyz",
];
/// The address says what the content is.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// Middleware: looks up the clinic's name, time zone and look.
///
/// # Errors
/// When the database does not answer.
pub async fn identify(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let framed = !FRAMELESS
        .iter()
        .any(|path| request.path().starts_with(path));
    if framed && let Err(error) = furnish(request.request()).await {
        return Ok(request.error_response(error));
    }
    let response = next.call(request).await?;
    let missing = matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::GONE);
    if missing
        && !framed
        && let Err(error) = furnish(response.request()).await
    {
        tracing::warn!(%error, "a page without its frame");
    }
    Ok(response)
}

/// The clinic's frame, kept until the content changes. One for each instance, shared by its threads.
#[derive(Clone)]
pub struct Houses(Arc<Shelf<House>>);

impl Default for Houses {
    fn default() -> Self {
        Self(Arc::new(Shelf::new(64 << 10)))
    }
}

impl Houses {
    async fn of(request: &HttpRequest, app: &App) -> Result<House, Error> {
        let epoch = app.db.epoch().await?;
        let kept = request.app_data::<web::Data<Self>>();
        if let Some(house) = kept.and_then(|houses| houses.0.get(epoch, "")) {
            return Ok(house);
        }
        let house = house(app.db.read(queries::clinic).await?);
        if let Some(houses) = kept {
            let now = app.db.epoch_at_hand();
            houses.0.put(epoch, now, String::new(), house.clone(), 1024);
        }
        Ok(house)
    }
}

async fn furnish(request: &HttpRequest) -> Result<(), Error> {
    if let Some(app) = request.app_data::<web::Data<App>>().cloned() {
        let house = Houses::of(request, &app).await?;
        request.extensions_mut().insert(house);
    }
    Ok(())
}

/// What the frame shows of a clinic.
pub(crate) fn house(clinic: Clinic) -> House {
    House {
        theme: clinic.theme().sheet().map(|sheet| sheet.address()),
        phone_link: clinic.phone_link(),
        logo: shown_logo(&clinic),
        name: clinic.name,
        language: clinic.language,
        time_zone: clinic.time_zone,
        tagline: clinic.tagline,
        phone: clinic.phone,
        email: clinic.email,
        booking_url: clinic.booking_url,
        illustrated: clinic.illustrated,
    }
}

/// The longest side that pages give to a logo, in height.
const SHOWN_HEIGHT: i32 = 64;

/// At most 64 pixels high; the file is twice as fine where it can be.
fn shown_logo(clinic: &Clinic) -> Option<HouseLogo> {
    let hash = clinic.logo_sha256.as_deref()?.get(..HASH_DIGITS)?;
    let (width, height) = (clinic.logo_width?, clinic.logo_height?);
    let shown = (height / 2).clamp(1, SHOWN_HEIGHT).max(height.min(32));
    Some(HouseLogo {
        src: format!("/logo-{hash}.png"),
        width: (width * shown / height.max(1)).max(1),
        height: shown,
    })
}

/// `/logo-{hash}.png`: the logo that pages show now.
pub async fn logo(app: web::Data<App>, hash: web::Path<String>) -> Result<HttpResponse, Error> {
    let png = logo::logo(&app, &hash).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/png"))
        .insert_header((CACHE_CONTROL, FOR_GOOD))
        .body(png))
}

/// `/theme-{hash}.css`: the look that pages link to now; any other hash is none of ours.
pub async fn theme(app: web::Data<App>, hash: web::Path<String>) -> Result<HttpResponse, Error> {
    let clinic = app.db.read(queries::clinic).await?;
    let sheet = clinic
        .theme()
        .sheet()
        .filter(|sheet| sheet.hash == *hash)
        .ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((CACHE_CONTROL, FOR_GOOD))
        // For our frames on other sites that seal them off.
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .body(sheet.css))
}
