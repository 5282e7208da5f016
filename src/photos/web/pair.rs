//! One pair: what the camera made different, in words, and the frame that would show both alike, for a person to confirm.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::preview::{Preview, Proposed};
use crate::accounts::Actor;
use crate::app::App;
use crate::clients;
use crate::consents::StaffGrant;
use crate::error::Error;
use crate::imaging::measure::Weight;
use crate::photos::comparable::{aligned_words, comparison_words, unsure_words};
use crate::photos::{Framing, MeasuredPairs, Pair, Photo, frame_pair, measure_pair, pair};
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct ShowPage {
    id: String,
    client: String,
    before: Photo,
    after: Photo,
    /// What is shown of either now.
    now: [Option<Preview>; 2],
    /// Nothing was measured: the photos are being made ready.
    waiting: bool,
    one_photo: bool,
    words: Vec<String>,
    /// The photos should rather be taken again.
    clear: bool,
    /// How they lie to each other, or why that is not known.
    frame_words: String,
    /// They could not be lined up: a person has to show where.
    unsure: bool,
    proposal: Option<[Proposed; 2]>,
}

/// A pair, and the name of the client whose it is.
pub(super) async fn opened(app: &App, id: String) -> Result<(Pair, String), Error> {
    app.db
        .read(move |conn| {
            let pair = pair(conn, &id)?;
            let client = clients::client(conn, &pair.before.client_id)?;
            Ok((pair, client.name))
        })
        .await
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    kept: Data<MeasuredPairs>,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let (pair, client) = opened(&app, id.into_inner()).await?;
    let measures = measure_pair(&app, &grant, &kept, &pair).await?;
    let found = measures.as_deref();
    let texts = &app.pages.texts;
    let now = |photo: &Photo| photo.edits().and_then(|edits| Preview::of(photo, &edits));
    let shown = ShowPage {
        client,
        now: [now(&pair.before), now(&pair.after)],
        waiting: found.is_none(),
        one_photo: found.is_some_and(|found| found.one_photo),
        words: found.map_or_else(Vec::new, |found| comparison_words(texts, &found.comparison)),
        clear: found.and_then(|found| found.comparison.weight()) == Some(Weight::Clear),
        unsure: found.is_some_and(|found| found.alignment.is_err()),
        frame_words: found.map_or_else(String::new, |found| {
            match (&found.alignment, &found.proposal) {
                (Ok(_), None) => texts.get("pair-frame-same"),
                (Ok(alignment), Some(_)) => {
                    aligned_words(texts, alignment, found.comparison.scale.unwrap_or(1.0))
                }
                (Err(why), _) => unsure_words(texts, *why),
            }
        }),
        proposal: found.and_then(|found| {
            Proposed::both((&pair.before, &pair.after), found.proposal.as_ref()?)
        }),
        id: pair.id,
        before: pair.before,
        after: pair.after,
    };
    page(&request, "photos/pair.html", &shown)
}

/// A person has looked and says yes.
pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["before", "after"])?;
    let framing = |name: &str| {
        serde_json::from_str::<Framing>(&form.text(name))
            .map_err(|_| Error::field(name, "photo-edits-refused"))
    };
    let (before, after) = (framing("before")?, framing("after")?);
    let id = id.into_inner();
    let case = app
        .db
        .write(move |conn| frame_pair(conn, &actor, &id, (&before, &after)))
        .await?;
    Ok(redirect_with(
        &visit,
        &format!("/staff/cases/{case}/photos#pairs"),
        "notice-framed",
    ))
}
