//! A video as an answer: all of it, or the part that a player asks for.

use actix_web::body::SizedStream;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_TYPE, ETAG,
};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::{StreamExt, stream};

use crate::app::App;
use crate::videos::serving::Reel;
use crate::web::conditional::asks_for;
use crate::web::ranges::{Wanted, wanted};

/// Answers with a video, as browsers ask for it. Whoever calls has made sure that it may be seen: that comes before any
/// condition.
pub fn film(app: &App, request: &HttpRequest, reel: Reel, cache: &'static str) -> HttpResponse {
    let length = reel.bytes();
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((ETAG, reel.tag.clone()))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header((CACHE_CONTROL, cache));
    if asks_for(request, &reel.tag) {
        return answer.status(StatusCode::NOT_MODIFIED).finish();
    }
    let (first, last) = match wanted(request, &reel.tag, length) {
        Wanted::Nothing => {
            answer.insert_header((CONTENT_RANGE, format!("bytes */{length}")));
            return answer.status(StatusCode::RANGE_NOT_SATISFIABLE).finish();
        }
        Wanted::Whole => (0, length.saturating_sub(1)),
        Wanted::Part(first, last) => {
            let part = format!("bytes {first}-{last}/{length}");
            answer.insert_header((CONTENT_RANGE, part));
            answer.status(StatusCode::PARTIAL_CONTENT);
            (first, last)
        }
    };
    answer
        .insert_header((CONTENT_TYPE, "video/mp4"))
        .insert_header((CONTENT_DISPOSITION, "inline"));
    let sent = (last - first).saturating_add(1).min(length);
    if request.method() == Method::HEAD {
        let nothing = stream::empty::<Result<_, crate::error::Error>>();
        return answer.body(SizedStream::new(sent, nothing));
    }
    answer.body(SizedStream::new(
        sent,
        reel.play(app.clone(), first, last).boxed_local(),
    ))
}
