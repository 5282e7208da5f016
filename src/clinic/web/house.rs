//! Puts the clinic into the frame of every page, and serves how it looks.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};

use crate::app::App;
use crate::clinic::{Clinic, queries};
use crate::error::Error;
use crate::web::House;

/// Answers without a frame.
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
    match furnish(&request).await {
        Ok(()) => next.call(request).await,
        Err(error) => Ok(request.error_response(error)),
    }
}

async fn furnish(request: &ServiceRequest) -> Result<(), Error> {
    let framed = !FRAMELESS
        .iter()
        .any(|path| request.path().starts_with(path));
    if let (true, Some(app)) = (framed, request.app_data::<web::Data<App>>().cloned()) {
        let clinic = app.db.read(queries::clinic).await?;
        request.extensions_mut().insert(house(clinic));
    }
    Ok(())
}

/// What the frame shows of a clinic.
pub(crate) fn house(clinic: Clinic) -> House {
    House {
        theme: clinic.theme().sheet().map(|sheet| sheet.address()),
        phone_link: clinic.phone_link(),
        logo: None,
        name: clinic.name,
        time_zone: clinic.time_zone,
        tagline: clinic.tagline,
        phone: clinic.phone,
        email: clinic.email,
        booking_url: clinic.booking_url,
        illustrated: clinic.illustrated,
    }
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
        .body(sheet.css))
}
