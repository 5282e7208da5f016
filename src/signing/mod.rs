//! The client's pages: asked one question a page, sign, tell, see the receipt, manage, withdraw.
//!
//! A link is opened by a POST (mail scanners open every link by GET). Holding it is enough to withdraw; seeing photos
//! and granting need a one-time code, or a witness beside the clinic's tablet. A browser with a client's session is
//! shown no page of staff: handing over the tablet ends the staff session.

use crate::web::{Routes, Who};

mod allowed;
mod asking;
mod elsewhere;
mod forgetting;
mod holdings;
mod pictures;
mod receipt;
mod reminder;
mod representing;
mod scans;
mod session;
mod sheet;
mod staff;
mod stands_for;
mod steps;
mod web;
mod withdrawal;

pub use asking::{Asking, gather};
pub use forgetting::call_off_mail;
pub use receipt::SendReceipt;
pub use reminder::{SendReminder, keep_reminded, remind};
pub use representing::{keep_of_age, mail_link, represent, represent_self};
pub use scans::{read_kept_pages, read_page};
pub use session::{SendCode, identify};
pub use steps::Step;
pub use web::lost::SendManageLink;
pub use web::open::SendInvite;
pub use withdrawal::{pause, replay, resume, take_back};

/// The pages of this slice.
pub fn routes() -> Routes {
    const TOKEN: &str = "/c/{token:[0-9a-f]{32}\\.[0-9a-f]{64}}";
    Routes::new()
        .get(TOKEN, Who::Anyone, web::open::show)
        .post(TOKEN, Who::Anyone, web::open::create)
        .get("/c/code", Who::Client, web::code::edit)
        .post("/c/code", Who::Client, web::code::update)
        .post("/c/code/new", Who::Client, web::code::create)
        .get("/c/ask", Who::Client, web::ask::index)
        .get("/c/ask/{step}", Who::Client, web::ask::edit)
        .post("/c/ask/{step}", Who::Client, web::ask::update)
        .get("/c/receipt", Who::Client, web::receipt::show)
        .post("/c/receipt", Who::Client, web::receipt::update)
        .get("/c/receipt.json", Who::Client, web::receipt::show_record)
        .get("/c/manage", Who::Client, web::manage::index)
        .get("/c/withdrawal", Who::Client, web::manage::new)
        .post("/c/withdrawal", Who::Client, web::manage::create)
        .get("/c/pause", Who::Client, web::pause::new)
        .post("/c/pause", Who::Client, web::pause::create)
        .post("/c/pause/delete", Who::Client, web::pause::delete)
        .post("/c/renewals", Who::Client, web::renewals::create)
        .post("/c/requests", Who::Client, web::requests::create)
        .get("/c/photos/{id}/{file}", Who::Client, web::photo::show)
        .get("/c/video", Who::Client, web::video::edit)
        .post("/c/video", Who::Client, web::video::create)
        .post("/c/video/answer", Who::Client, web::video::update)
        .post("/c/video/delete", Who::Client, web::video::delete)
        .get("/c/videos/{id}/video.mp4", Who::Client, web::video::show)
        .post("/c/leave", Who::Client, web::open::delete)
        .get("/admin/clinic/channels", Who::Admin, web::channels::edit)
        .post("/admin/clinic/channels", Who::Admin, web::channels::update)
        .get("/lost-link", Who::Anyone, web::lost::new)
        .post("/lost-link", Who::Anyone, web::lost::create)
        .get(
            "/staff/clients/{id}/representative",
            Who::Staff,
            web::representatives::edit,
        )
        .post(
            "/staff/clients/{id}/representative",
            Who::Staff,
            web::representatives::create,
        )
        .post(
            "/staff/clients/{id}/representative/delete",
            Who::Staff,
            web::representatives::delete,
        )
        .post(
            "/staff/clients/{id}/representative/link",
            Who::Staff,
            web::representatives::send,
        )
        .get("/staff/asked-again", Who::Staff, web::again::index)
        .post("/staff/asked-again", Who::Staff, web::again::create)
        .get("/staff/cases/{case}/consent", Who::Staff, staff::show)
        .post("/staff/cases/{case}/consent", Who::Staff, staff::create)
        .post(
            "/staff/cases/{case}/consent/code",
            Who::Staff,
            staff::create_code,
        )
        .get(
            "/staff/cases/{case}/consent/receipt",
            Who::Staff,
            staff::receipt,
        )
        .post(
            "/staff/cases/{case}/consent/receipt",
            Who::Staff,
            staff::update_receipt,
        )
        .post(
            "/staff/cases/{case}/consent/paper",
            Who::Staff,
            web::papers::create,
        )
        .get(
            "/staff/cases/{case}/consent/paper",
            Who::Staff,
            web::papers::show,
        )
        .get(
            "/staff/cases/{case}/consent/sheet",
            Who::Staff,
            web::papers::edit,
        )
        .post(
            "/staff/cases/{case}/consent/scans",
            Who::Staff,
            web::scans::create,
        )
        .post(
            "/staff/cases/{case}/consent/scans/delete",
            Who::Staff,
            web::scans::delete,
        )
        .post(
            "/staff/cases/{case}/consent/transcript",
            Who::Staff,
            web::transcripts::create,
        )
        .get("/papers", Who::Member, web::verifications::index)
        .get("/papers/{id}", Who::Member, web::verifications::show)
        .post("/papers/{id}", Who::Member, web::verifications::create)
        .post(
            "/papers/{id}/delete",
            Who::Member,
            web::verifications::delete,
        )
        .get("/papers/{id}/{file}", Who::Member, web::scans::show)
        .post(
            "/staff/cases/{case}/consent/withdrawal",
            Who::Staff,
            staff::delete,
        )
        .post(
            "/staff/cases/{case}/consent/suspension",
            Who::Staff,
            web::suspension::create,
        )
        .post(
            "/moderation/cases/{case}/suspension",
            Who::Moderator,
            web::suspension::create,
        )
        .get("/admin/disputes", Who::Admin, web::disputes::index)
        .post(
            "/admin/disputes/{case}/delete",
            Who::Admin,
            web::disputes::delete,
        )
}
