//! The pages of accounts.
pub(super) mod first_run;
pub(super) mod passwords;
pub(super) mod sessions;
pub(super) mod users;

use actix_web::HttpResponse;

use super::session;
use crate::web::{Visit, redirect};

/// Signed in: the cookie of the new session, and on to the first page of work.
fn welcome(visit: &Visit, token: String) -> HttpResponse {
    let mut response = redirect("/staff");
    // A cookie of our own making is always valid.
    let _ = response.add_cookie(&session::cookie(visit, token));
    response
}
