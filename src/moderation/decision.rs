//! The decision: checked again under the client's lock, stored with its gates, and published or sent back.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::review::{Facts, PhotoFacts, Review, review};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::config::Config;
use crate::consents::{self, Channel, NewPublication, What};
use crate::db::schema::{approvals, decisions};
use crate::db::{Conn, Id, StoryId};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Level;
use crate::photos;
use crate::stories::{self, StoryState};
use crate::videos;

/// What a moderator decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Approve,
    RequestChanges,
    Refuse,
}

impl Verdict {
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "approve" => Some(Self::Approve),
            "request_changes" => Some(Self::RequestChanges),
            "refuse" => Some(Self::Refuse),
            _ => None,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::RequestChanges => "request_changes",
            Self::Refuse => "refuse",
        }
    }
}

/// Why a story goes back. No reason speaks of how good the result or how kind the words are (FTC 16 CFR 465.7: reviews
/// must not be sorted by sentiment).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    PhotosNotComparable,
    PhotoUnclear,
    MaskIncomplete,
    FactsMissing,
    FactsWrong,
    NamesSomeone,
    OffTopic,
    ClaimNotSupported,
    ConsentUnclear,
    Duplicate,
}

impl Reason {
    pub const ALL: [Self; 10] = [
        Self::PhotosNotComparable,
        Self::PhotoUnclear,
        Self::MaskIncomplete,
        Self::FactsMissing,
        Self::FactsWrong,
        Self::NamesSomeone,
        Self::OffTopic,
        Self::ClaimNotSupported,
        Self::ConsentUnclear,
        Self::Duplicate,
    ];

    /// The name in forms and texts (`reason-…`).
    pub fn name(self) -> &'static str {
        match self {
            Self::PhotosNotComparable => "photos-not-comparable",
            Self::PhotoUnclear => "photo-unclear",
            Self::MaskIncomplete => "mask-incomplete",
            Self::FactsMissing => "facts-missing",
            Self::FactsWrong => "facts-wrong",
            Self::NamesSomeone => "names-someone",
            Self::OffTopic => "off-topic",
            Self::ClaimNotSupported => "claim-not-supported",
            Self::ConsentUnclear => "consent-unclear",
            Self::Duplicate => "duplicate",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == text)
    }
}

/// A decision as the moderator sent it, with what they saw when they decided.
#[derive(Debug, Clone)]
pub struct Decided {
    pub verdict: Verdict,
    pub reasons: Vec<Reason>,
    pub note: String,
    /// Why words that a second moderator looks at may stand (G23); empty without.
    pub words_reason: String,
    /// [`Review::sources_sha256`] of the page.
    pub sources_sha256: String,
    pub epoch: i64,
}

/// Decides. An approval publishes all that is granted on the website, or nothing.
///
/// # Errors
/// `Forbidden` for other roles; `Conflict` when sources or consent changed since the page was shown (G25, G26); `Refused`
/// while a gate is not passed; `Invalid` without a reason for sending it back, or for letting stand what asks for one.
pub fn decide(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    id: &StoryId,
    decided: &Decided,
) -> Result<(), Error> {
    actor.require(Role::Moderator)?;
    let story = stories::story(conn, id)?;
    // The lock first: from here on a withdrawal waits for us, or we for it.
    let epoch = clients::lock(conn, &story.client_id)?;
    let mut review = review(conn, config, actor, id)?;
    if epoch != decided.epoch || review.sources_sha256 != decided.sources_sha256 {
        return Err(Error::Conflict);
    }
    if decided.verdict != Verdict::Approve && decided.reasons.is_empty() {
        return Err(Error::field("reasons", "moderation-reason-required"));
    }
    match decided.verdict {
        Verdict::Approve => {
            if !review.decidable() {
                return Err(Error::refused(409, "moderation-gates-open"));
            }
            if !review.passes() {
                if decided.words_reason.trim().is_empty() {
                    return Err(Error::field("words_reason", "moderation-words-reason"));
                }
                review.let_stand(decided.words_reason.trim());
            }
            publish(conn, actor, &review)?;
        }
        Verdict::RequestChanges => {
            stories::set_state(conn, &review.facts.story, StoryState::ChangesRequested)?
        }
        Verdict::Refuse => stories::set_state(conn, &review.facts.story, StoryState::Refused)?,
    }
    store(conn, actor, &review, decided)
}

fn store(conn: &mut Conn, actor: &Actor, review: &Review, decided: &Decided) -> Result<(), Error> {
    let now = conn.now()?;
    let reasons: Vec<&str> = decided.reasons.iter().map(|reason| reason.name()).collect();
    let story = &review.facts.story;
    diesel::insert_into(decisions::table)
        .values((
            decisions::id.eq(Id::<()>::new().as_str()),
            decisions::story_id.eq(story.id.as_str()),
            decisions::revision.eq(story.revision),
            decisions::verdict.eq(decided.verdict.as_str()),
            decisions::reasons.eq(serde_json::to_string(&reasons)?),
            decisions::note.eq(&decided.note),
            decisions::gates.eq(serde_json::to_string(&review.gates)?),
            decisions::decided_at.eq(now),
            decisions::decided_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    let detail = json!({ "verdict": decided.verdict.as_str(), "revision": story.revision, "sources": review.sources_sha256,
        "reasons": reasons, "second_eyes": review.facts.second_eyes, "profile": review.facts.profile.edition() });
    audit::record(
        conn,
        &actor.doer(),
        "story.decide",
        &format!("story:{}", story.id),
        &detail,
    )
}

/// Replaces what the story publishes by what was just approved.
fn publish(conn: &mut Conn, actor: &Actor, review: &Review) -> Result<(), Error> {
    let facts = &review.facts;
    let consent = facts.consent.as_ref().ok_or(Error::Conflict)?;
    let approval = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(approvals::table)
        .values((
            approvals::id.eq(&approval),
            approvals::story_id.eq(facts.story.id.as_str()),
            approvals::consent_id.eq(consent.id.as_str()),
            approvals::revision.eq(facts.story.revision),
            approvals::snapshot.eq(serde_json::to_string(&facts.snapshot)?),
            approvals::sources_sha256.eq(&review.sources_sha256),
            approvals::epoch.eq(review.epoch),
            approvals::second_eyes.eq(facts.second_eyes.unwrap_or_default()),
            approvals::approved_at.eq(now),
            approvals::approved_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    consents::unpublish_story(conn, &facts.story.id, "replaced")?;
    let mut done: Vec<&str> = Vec::new();
    for one in &facts.photos {
        // A photo may stand in several pairs; it is published once.
        if !done.contains(&one.photo.id.as_str()) {
            publish_photo(conn, facts, &approval, one)?;
            done.push(one.photo.id.as_str());
        }
    }
    publish_words(conn, facts, &approval)?;
    publish_video(conn, facts, &approval)?;
    stories::mark_published(conn, &facts.story, &approval)
}

fn publish_photo(
    conn: &mut Conn,
    facts: &Facts,
    approval: &str,
    one: &PhotoFacts,
) -> Result<(), Error> {
    let level = one.level.ok_or(Error::Conflict)?;
    let new = NewPublication {
        source_sha256: one.photo.sha256.clone(),
        content: one.photo.edits.clone(),
        content_sha256: photos::content_sha256(&one.photo, level),
        level,
        renditions: one.renditions.iter().map(photos::published).collect(),
        ..blank(facts, approval, What::Photo, one.photo.id.as_str())
    };
    consents::publish(conn, &new)?;
    // Called off when the photo was taken back, and granted again since.
    if one.renditions.iter().any(|one| one.format == "avif") {
        return Ok(());
    }
    photos::complete(conn, &one.photo, level)
}

/// Words, rating, name and facts: each only where it is granted, and words where the profile shows any.
fn publish_words(conn: &mut Conn, facts: &Facts, approval: &str) -> Result<(), Error> {
    let case = facts.story.case_id.as_str();
    let told = facts.snapshot.testimonial_id.as_deref();
    let things = [
        (What::Words, told),
        (What::Rating, told),
        (What::Name, Some(case)),
        (What::Facts, Some(case)),
    ];
    for (what, subject) in things {
        let Some(subject) = subject else { continue };
        if matches!(what, What::Words | What::Rating) && facts.words_barred() {
            continue;
        }
        let grant =
            consents::covering_grant(conn, &facts.story.case_id, what, subject, Channel::Website)?;
        if let Some(grant) = grant {
            let new = NewPublication {
                source_sha256: grant.source_sha256.clone(),
                content: grant.source.clone(),
                content_sha256: sha256(grant.source.as_bytes()),
                ..blank(facts, approval, what, subject)
            };
            consents::publish(conn, &new)?;
        }
    }
    Ok(())
}

/// The video with its captions, where it is granted and the profile shows words at all.
fn publish_video(conn: &mut Conn, facts: &Facts, approval: &str) -> Result<(), Error> {
    let Some(one) = facts.video_shown() else {
        return Ok(());
    };
    let file = one.file.as_ref().ok_or(Error::Conflict)?;
    let captions = one.video.captions_for(file).ok_or(Error::Conflict)?;
    let (content, content_sha256, rendition) = videos::published(file, &captions);
    let new = NewPublication {
        source_sha256: one.video.sha256.clone(),
        content,
        content_sha256,
        renditions: vec![rendition],
        ..blank(facts, approval, What::Video, one.video.id.as_str())
    };
    consents::publish(conn, &new).map(|_| ())
}

fn blank(facts: &Facts, approval: &str, what: What, subject: &str) -> NewPublication {
    NewPublication {
        client: facts.client.id.clone(),
        case: facts.story.case_id.clone(),
        story: facts.story.id.clone(),
        approval: approval.to_owned(),
        what,
        subject: subject.to_owned(),
        source_sha256: String::new(),
        content: String::new(),
        content_sha256: String::new(),
        channel: Channel::Website,
        level: Level::AreaOnly,
        renditions: Vec::new(),
    }
}
