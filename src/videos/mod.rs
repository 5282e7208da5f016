//! What a client says in a video: the sealed original, the file made of it for the web, and its captions.
//!
//! ```text
//! uploaded ──made──→ ready ──withdrawn, taken down──→ put away (its file is deleted) ──made again──→ ready
//!     └ refused (the reason is shown)           dropped* (by the client, before they sign)
//! ```
//! No video is published without captions, written by someone who watched it to the end.

use crate::web::{Routes, Who};

mod actions;
mod captions;
mod forgetting;
mod jobs;
mod queries;
mod serving;
mod stored;
mod video;
mod web;

pub use actions::{caption, drop_video, make_again, receive};
pub use captions::Captions;
pub use forgetting::forget;
pub use jobs::{DropVideo, MakeVideo};
pub use queries::{of_case, of_consent, standing, video};
pub use serving::{Reel, client_reel};
pub use video::{Standing, Video, VideoFile, published};
pub use web::film::film;

/// The pages of this slice.
pub fn routes() -> Routes {
    use web::{desk, media};
    Routes::new()
        .get("/media/{publication}/video.mp4", Who::Anyone, media::show)
        .get(
            "/media/{publication}/video.vtt",
            Who::Anyone,
            media::captions,
        )
        .get("/staff/videos/{id}/video.mp4", Who::Member, desk::view)
        .get("/staff/videos/{id}/video.vtt", Who::Member, desk::captions)
        .get("/staff/cases/{case}/video", Who::Staff, desk::edit)
        .post("/staff/cases/{case}/video", Who::Staff, desk::update)
        .post(
            "/staff/cases/{case}/video/file",
            Who::Staff,
            desk::create_file,
        )
}
