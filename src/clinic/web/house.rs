//! Puts the clinic into the frame of every page.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use crate::app::App;
use crate::clinic::queries;
use crate::error::Error;
use crate::web::House;

/// Answers without a frame.
const FRAMELESS: [&str; 4] = ["/assets/", "/media/", "/healthz", "/readyz"];

/// Middleware: looks up the clinic's name, time zone and theme.
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
        request.extensions_mut().insert(House {
            name: clinic.name,
            time_zone: clinic.time_zone,
        });
    }
    Ok(())
}
