//! All that a moderator sees of one story.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::accounts::{self, Actor};
use crate::app::App;
use crate::clinic::{self, Slip};
use crate::consents::{self, LiveGrant};
use crate::db::{Conn, StoryId, UserId};
use crate::error::Error;
use crate::gallery::{self, Asked, Compare};
use crate::moderation::changes::{Change, changes};
use crate::moderation::decision::Reason;
use crate::moderation::history::{PastDecision, history};
use crate::moderation::review::{Review, VideoFacts, review};
use crate::moderation::undoing::{Undoable, undoable};
use crate::moderation::{Gate, Light};
use crate::photos::{self, MeasuredPairs, Pair, PairAdvice};
use crate::stories::{self, Snapshot, Story, StoryState};
use crate::web::Refill;
use crate::web::text::Texts;

#[derive(Serialize)]
struct LightShown {
    light: Light,
    passed: bool,
    gates: Vec<Gate>,
}

/// What the client signed, for one sentence.
#[derive(Serialize)]
struct ConsentShown {
    signed_at: Option<NaiveDateTime>,
    until: Option<NaiveDateTime>,
    places: String,
    /// How much of the person would be seen, from the least on.
    levels: String,
    name: String,
}

/// The client's video, to be watched here.
#[derive(Serialize)]
struct VideoWatched {
    id: String,
    /// 0 while there is no file.
    width: i32,
    height: i32,
    captions_at: String,
    lines: Vec<(String, String)>,
}

impl VideoWatched {
    fn of(facts: &VideoFacts) -> Self {
        let id = facts.video.id.to_string();
        let file = facts.file.as_ref();
        let captions = file.and_then(|file| facts.video.captions_for(file));
        let lines = captions.iter().flat_map(|captions| captions.lines());
        Self {
            width: file.map_or(0, |file| file.width),
            height: file.map_or(0, |file| file.height),
            lines: lines.map(|(time, text)| (time, text.to_owned())).collect(),
            captions_at: match &captions {
                Some(_) => format!("/staff/videos/{id}/video.vtt"),
                None => String::new(),
            },
            id,
        }
    }
}

#[derive(Serialize)]
pub struct DecisionPage {
    story: Story,
    treatment: String,
    submitted_by: Option<String>,
    snapshot: Snapshot,
    /// The pairs as visitors would compare them; none before there is one with a version to show.
    compare: Option<Compare>,
    narrative: String,
    /// By photo: the version that would be published.
    levels: BTreeMap<String, &'static str>,
    /// Weeks between the photos of each pair.
    weeks: Vec<Option<i64>>,
    /// Whether each pair can be compared: advice for whoever decides, no gate.
    advice: Vec<PairAdvice>,
    typical_result: String,
    words_granted: bool,
    video: Option<VideoWatched>,
    facts_granted: Vec<String>,
    consent: Option<ConsentShown>,
    /// Someone disputes it: why, as was said.
    disputed: Option<String>,
    lights: Vec<LightShown>,
    passes: bool,
    /// Nothing is open but what asks whoever decides for a reason.
    decidable: bool,
    /// Words that ask for a reason (G23).
    slips: Vec<Slip>,
    /// The profile shows no words of this client.
    words_barred: bool,
    profile: &'static str,
    /// Only a story that waits can be decided on.
    waits: bool,
    reasons: Vec<&'static str>,
    sources_sha256: String,
    epoch: i64,
    changes: Option<Vec<Change>>,
    history: Vec<PastDecision>,
    undoable: Option<Undoable>,
    /// Place in the queue, how many wait, and the neighbours.
    place: Option<usize>,
    count: usize,
    previous: Option<StoryId>,
    next: Option<StoryId>,
    form: Refill,
}

pub async fn decision_page(
    app: &App,
    kept: &MeasuredPairs,
    actor: Actor,
    id: &str,
    asked: Asked,
    form: Refill,
) -> Result<DecisionPage, Error> {
    let id = StoryId::parse(id).ok_or(Error::NotFound)?;
    let (config, texts) = (app.config.clone(), app.pages.texts.clone());
    let who = actor.clone();
    let read = app.db.read(move |conn| {
        let reviewed = review(conn, &config, &actor, &id)?;
        let pairs = pairs_shown(conn, &reviewed)?;
        let shown = put_together(conn, &texts, &actor, reviewed, &asked, form)?;
        Ok((shown, pairs))
    });
    let (mut shown, pairs) = read.await?;
    shown.advice = photos::pair_advice(app, &who, kept, &pairs).await?;
    Ok(shown)
}

/// The pairs of the snapshot, in its order.
fn pairs_shown(conn: &mut Conn, review: &Review) -> Result<Vec<Pair>, Error> {
    let mut pairs = photos::pairs(conn, &review.facts.story.case_id)?;
    let shown = &review.facts.snapshot.pairs;
    pairs.retain(|pair| {
        shown.iter().any(|one| {
            one.before.id == pair.before.id.as_str() && one.after.id == pair.after.id.as_str()
        })
    });
    Ok(pairs)
}

fn put_together(
    conn: &mut Conn,
    texts: &Texts,
    actor: &Actor,
    review: Review,
    asked: &Asked,
    form: Refill,
) -> Result<DecisionPage, Error> {
    let story = review.facts.story.clone();
    let path = format!("/moderation/stories/{}", story.id);
    let grants = consents::live_grants(conn, &story.case_id)?;
    let waiting = stories::waiting(conn)?;
    let place = waiting.iter().position(|one| one.id == story.id);
    let at = |index: Option<usize>| index.and_then(|i| waiting.get(i)).map(|one| one.id.clone());
    let approved = match &story.approval_id {
        Some(approval) => Some(stories::snapshot_of_approval(conn, approval)?),
        None => None,
    };
    let (lights, passes, decidable) = (lights(&review), review.passes(), review.decidable());
    let consent = consent_shown(texts, &review, &grants);
    let words_barred = review.facts.words_barred();
    let facts = review.facts;
    let submitted_by = match story.submitted_by.as_deref().and_then(UserId::parse) {
        Some(id) => Some(accounts::user(conn, &id)?.name),
        None => None,
    };
    let disputed = match consents::suspended_for_case(conn, &story.case_id)? {
        Some(one) => Some(consents::suspended_why(conn, &one.id)?.unwrap_or_default()),
        None => None,
    };
    Ok(DecisionPage {
        disputed,
        treatment: clinic::treatment(conn, &facts.snapshot.treatment_id)?.name,
        submitted_by,
        compare: gallery::preview_pairs(conn, &story, &path, asked)?,
        narrative: crate::web::markdown::to_html(&facts.snapshot.narrative),
        levels: facts
            .photos
            .iter()
            .filter_map(|one| Some((one.photo.id.to_string(), one.level?.as_str())))
            .collect(),
        weeks: facts.snapshot.pairs.iter().map(|p| p.weeks()).collect(),
        advice: Vec::new(),
        typical_result: facts.typical_result,
        words_granted: facts.words_grant.is_some(),
        video: facts.video.as_ref().map(VideoWatched::of),
        facts_granted: facts_granted(&grants),
        consent,
        lights,
        passes,
        decidable,
        slips: facts.slips.clone(),
        words_barred,
        profile: &facts.profile.id,
        waits: story.state == StoryState::Submitted.as_str(),
        reasons: Reason::ALL.iter().map(|reason| reason.name()).collect(),
        sources_sha256: review.sources_sha256,
        epoch: review.epoch,
        changes: approved.map(|before| changes(&before, &facts.snapshot)),
        history: history(conn, &story.id)?,
        undoable: undoable(conn, actor)?,
        place: place.map(|index| index + 1),
        count: waiting.len(),
        previous: at(place.and_then(|index| index.checked_sub(1))),
        next: at(place.map(|index| index + 1)),
        snapshot: facts.snapshot,
        story,
        form,
    })
}

fn lights(review: &Review) -> Vec<LightShown> {
    review
        .lights()
        .into_iter()
        .map(|(light, passed)| LightShown {
            light,
            passed,
            gates: review
                .gates
                .iter()
                .filter(|gate| gate.light == light)
                .cloned()
                .collect(),
        })
        .collect()
}

/// From the grants as they stand, not from what was once answered.
fn consent_shown(texts: &Texts, review: &Review, grants: &[LiveGrant]) -> Option<ConsentShown> {
    let consent = review.facts.consent.as_ref()?;
    let on = |channel: &str| grants.iter().any(|grant| grant.channel == channel);
    let places = match (on("website"), on("search")) {
        (false, _) => "moderation-places-none",
        (true, false) => "moderation-places-website",
        (true, true) => "moderation-places-search",
    };
    let mut levels: Vec<_> = review.facts.photos.iter().filter_map(|p| p.level).collect();
    levels.sort();
    levels.dedup();
    let levels: Vec<String> = levels
        .into_iter()
        .map(|level| {
            let id = level.as_str().replace('_', "-");
            texts.get(&format!("moderation-level-{id}"))
        })
        .collect();
    Some(ConsentShown {
        signed_at: consent.signed_at,
        until: consent.expires_at,
        places: texts.get(places),
        levels: if levels.is_empty() {
            texts.get("moderation-levels-none")
        } else {
            levels.join(", ")
        },
        name: match &review.facts.attribution {
            Some(name) => texts.format("moderation-name-shown", &[("name", name)]),
            None => texts.get("moderation-name-none"),
        },
    })
}

/// Names of the facts that the client ticked.
fn facts_granted(grants: &[LiveGrant]) -> Vec<String> {
    let granted = grants.iter().find(|grant| grant.what == "facts");
    let facts: Vec<(String, String)> = granted
        .and_then(|grant| serde_json::from_str(&grant.source).ok())
        .unwrap_or_default();
    facts.into_iter().map(|(name, _)| name).collect()
}
