//! The people of the clinic: accounts, roles, sessions, invitations; and the first run, which makes the first admin.
//!
//! ```text
//! invited ──sets a password──→ active ──→ disabled (terminal until an admin invites again)
//! ```
//! Who has a second factor is asked for a code between password and session; `second_factor` says how.

use crate::web::{Routes, Who};

mod actions;
mod choosing;
mod delay;
mod links;
mod password;
mod queries;
mod roles;
mod second_factor;
mod session;
mod signing_in;
mod user;
mod web;

pub use actions::{NewUser, add_user, create_first_admin, disable, invite_again};
pub use choosing::{reset_password, set_password};
pub use links::UserLink;
pub use queries::{any_user, list, user, user_by_email, users_with_role};
pub use second_factor::{
    FactorRule, FactorStanding, Reset, factor_standing, grave_standing, reset_second_factor,
};
pub use session::{ActorSession, identify, no_cookie, person_of_session, session_of};
pub use signing_in::{SignedIn, revoke_sessions, sign_in, sign_out};
pub use user::{Actor, Role, User};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/first-run", Who::Anyone, web::first_run::new)
        .post("/first-run", Who::Anyone, web::first_run::create)
        .get("/sign-in", Who::Anyone, web::sessions::new)
        .post("/sign-in", Who::Anyone, web::sessions::create)
        .get("/sign-in/code", Who::Anyone, web::challenges::new)
        .post("/sign-in/code", Who::Anyone, web::challenges::create)
        .post("/sign-out", Who::Member, web::sessions::delete)
        .get("/account", Who::Member, web::account::show)
        .post(
            "/account/second-factor",
            Who::Member,
            web::second_factor::create,
        )
        .get(
            "/account/second-factor",
            Who::Member,
            web::second_factor::edit,
        )
        .post(
            "/account/second-factor/confirmation",
            Who::Member,
            web::second_factor::update,
        )
        .post(
            "/account/second-factor/delete",
            Who::Member,
            web::second_factor::delete,
        )
        .post(
            "/account/recovery-codes",
            Who::Member,
            web::recovery_codes::create,
        )
        .get("/account/code", Who::Member, web::steps_up::new)
        .post("/account/code", Who::Member, web::steps_up::create)
        .get("/password/{token}", Who::Anyone, web::passwords::edit)
        .post("/password/{token}", Who::Anyone, web::passwords::update)
        .get("/password-reset", Who::Anyone, web::passwords::new)
        .post("/password-reset", Who::Anyone, web::passwords::create)
        .get("/admin/users", Who::Admin, web::users::index)
        .get("/admin/users/new", Who::Admin, web::users::new)
        .post(
            "/admin/second-factor",
            Who::Admin,
            web::factor_rules::create,
        )
        .post(
            "/admin/users/{id}/second-factor/delete",
            Who::Admin,
            web::factor_rules::delete,
        )
        .post("/admin/users", Who::Admin, web::users::create)
        .get("/admin/users/{id}", Who::Admin, web::users::show)
        .post("/admin/users/{id}/roles", Who::Admin, web::users::update)
        .post(
            "/admin/users/{id}/invitation",
            Who::Admin,
            web::users::invite,
        )
        .post(
            "/admin/users/{id}/disabling",
            Who::Admin,
            web::users::delete,
        )
}
