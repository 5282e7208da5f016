//! One question as its page shows it.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::answers::ALSO;
use super::preview::{Preview, preview};
use crate::clients;
use crate::clinic;
use crate::consents::{self, Attribution, Place};
use crate::db::Conn;
use crate::error::Error;
use crate::imaging::Level;
use crate::signing::asking::Asking;
use crate::signing::pictures::{Album, Beside, Shot, Version};
use crate::signing::stands_for::StandsFor;
use crate::signing::steps::Step;
use crate::testimonials::{INCENTIVES, INSIDERS};
use crate::videos::VideoFile;
use crate::web::Refill;
use crate::web::text::Texts;

#[derive(Serialize)]
struct Name {
    value: &'static str,
    /// As it would stand there; the words for "no name" otherwise.
    label: String,
}

#[derive(Serialize)]
struct Also {
    field: &'static str,
    channel: &'static str,
    /// By this person, on this page: in an answer kept before, or in the form that comes back.
    ticked: bool,
}

/// All that a page of the conversation needs; which part it shows is told by `step`.
#[derive(Serialize)]
pub struct Question {
    clinic: String,
    step: &'static str,
    number: usize,
    of: usize,
    back: Option<&'static str>,
    /// Each picture is asked for on its own.
    each: bool,
    revision: i32,
    pairs: Vec<Beside>,
    photos: Vec<Shot>,
    /// How many pictures were chosen so far.
    chosen: usize,
    versions: Vec<Version>,
    level: Option<&'static str>,
    places: Vec<&'static str>,
    place: Option<&'static str>,
    /// Places beside the website.
    also: Vec<Also>,
    names: Vec<Name>,
    name: Option<&'static str>,
    incentives: Vec<&'static str>,
    insiders: Vec<&'static str>,
    /// For whom this person answers, and as what; `None` when for themselves.
    stands_for: Option<StandsFor>,
    /// Nothing would be shown anywhere.
    nothing: bool,
    story: Preview,
    /// The file to play the video from that is part of the story.
    film: Option<VideoFile>,
    shown_sha256: String,
    until: NaiveDateTime,
    /// When that ends which a new signature would go on with.
    renews_until: Option<NaiveDateTime>,
    /// Facts that were allowed until now. They are not ticked by that.
    facts_before: Vec<String>,
    text: Vec<(String, String)>,
    form: Refill,
}

pub(super) fn question(
    conn: &mut Conn,
    texts: &Texts,
    step: Step,
    each: bool,
    asking: &Asking,
    form: Option<Refill>,
) -> Result<Question, Error> {
    let answers = &asking.answers;
    let album = Album::of(conn, &asking.consent.case_id)?;
    let photos = album.shots(conn, asking)?;
    let chosen = photos.iter().filter(|one| one.chosen == Some(true)).count();
    let text = consents::text(conn, &asking.consent.text_id)?;
    let before = match &asking.consent.renews {
        Some(older) => Some(consents::consent(conn, older)?),
        None => None,
    };
    let live = consents::live_grants(conn, &asking.consent.case_id)?;
    let facts_before = live.iter().find(|one| one.what == "facts");
    Ok(Question {
        renews_until: before.as_ref().and_then(|older| older.expires_at),
        facts_before: match (&before, facts_before) {
            (Some(older), Some(_)) => older.answers().facts.unwrap_or_default(),
            _ => Vec::new(),
        },
        clinic: clinic::clinic(conn)?.name,
        step: step.as_str(),
        number: step.number(),
        of: Step::COUNT,
        back: step.back(answers).map(Step::as_str),
        each,
        revision: asking.consent.revision,
        pairs: album.pairs(conn, asking)?,
        photos,
        chosen,
        versions: album.versions(conn, asking)?,
        level: answers.level.map(Level::as_str),
        places: Place::ALL
            .iter()
            .filter(|place| place.is_offered(&asking.used))
            .map(|place| place.as_str())
            .collect(),
        also: also(asking, form.as_ref()),
        place: answers.place.map(Place::as_str),
        names: names(conn, texts, asking)?,
        name: answers.name.map(Attribution::as_str),
        incentives: INCENTIVES.to_vec(),
        insiders: INSIDERS.to_vec(),
        stands_for: StandsFor::of(conn, asking)?,
        nothing: chosen == 0 || answers.channels().is_empty(),
        film: asking.video.as_ref().and_then(|(_, file)| file.clone()),
        story: preview(conn, asking, &album)?,
        shown_sha256: asking.shown_sha256(conn)?,
        until: consents::end_of(conn.now()?),
        text: text
            .blocks()
            .into_iter()
            .map(|(tag, body)| (tag, crate::web::markdown::to_html(&body)))
            .collect(),
        form: form.unwrap_or_else(|| told_before(asking, step)),
    })
}

fn also(asking: &Asking, form: Option<&Refill>) -> Vec<Also> {
    let used = ALSO.iter().filter(|(_, one)| asking.used.contains(one));
    let form = form.filter(|form| !form.errors.contains_key("conflict"));
    used.map(|(field, channel)| Also {
        field,
        channel: channel.as_str(),
        ticked: match form {
            Some(form) => form.values.contains_key(*field),
            None => asking.answers.also.contains(channel),
        },
    })
    .collect()
}

fn names(conn: &mut Conn, texts: &Texts, asking: &Asking) -> Result<Vec<Name>, Error> {
    let name = clients::client(conn, &asking.consent.client_id)?.name;
    let kinds = [
        Attribution::None,
        Attribution::Initials,
        Attribution::FirstName,
    ];
    Ok(kinds
        .into_iter()
        .map(|kind| Name {
            value: kind.as_str(),
            label: kind
                .apply(&name)
                .unwrap_or_else(|| texts.get("ask-name-none")),
        })
        .collect())
}

/// Who comes back to their words finds them.
fn told_before(asking: &Asking, step: Step) -> Refill {
    match &asking.told {
        Some(told) if step == Step::Words => Refill::with([
            ("words", told.words.clone()),
            (
                "rating",
                told.rating.map(|n| n.to_string()).unwrap_or_default(),
            ),
            ("incentive", told.incentive.clone()),
            ("insider", told.insider.clone()),
        ]),
        _ => Refill::default(),
    }
}
