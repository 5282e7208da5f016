//! Addresses that are nowhere, whatever lies behind their route.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::error::Error;

/// No name of ours holds a NUL, and PostgreSQL refuses it in every text: to ask for it is no fault of the database.
pub async fn nowhere(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let nul = |part: &str| part.contains("%00");
    if nul(request.path()) || nul(request.query_string()) {
        return Ok(request.error_response(Error::NotFound));
    }
    next.call(request).await
}
