//! The pages of accounts.
pub(super) mod account;
pub(super) mod challenges;
pub(super) mod factor_rules;
pub(super) mod first_run;
pub(super) mod passwords;
pub(super) mod recovery_codes;
pub(super) mod second_factor;
pub(super) mod sessions;
pub(super) mod steps_up;
pub(super) mod users;

use actix_web::HttpResponse;

use super::session;
use super::signing_in::SignedIn;
use crate::web::{Visit, redirect};

/// Signed in: the cookie of the new session, and on to the first page of work; or on to the question for a code.
fn welcome(visit: &Visit, step: SignedIn) -> HttpResponse {
    let (path, cookie) = match step {
        SignedIn::Session(token) => ("/staff", session::cookie(visit, token)),
        SignedIn::Challenge(token) => ("/sign-in/code", challenges::cookie(visit, token)),
    };
    let mut response = redirect(path);
    // A cookie of our own making is always valid.
    let _ = response.add_cookie(&cookie);
    response
}
