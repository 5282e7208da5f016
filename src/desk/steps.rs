//! The five steps of a case, each with where it stands and what to do.

use serde::Serialize;

use super::facts::Facts;
use super::status::Status;
use crate::consents::ConsentState;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    /// Something is to be done.
    Now,
    /// Somebody else has it.
    Waiting,
    /// Another step comes first.
    Later,
}

/// One step; its words are `step-<name>` and `step-<name>-<words>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    pub name: &'static str,
    /// The part of its address after the case.
    pub place: &'static str,
    pub state: StepState,
    /// Which sentence says how it stands.
    pub words: &'static str,
}

/// The steps in the order they are usually taken.
pub fn steps(facts: &Facts) -> Vec<Step> {
    vec![
        photos(facts),
        pairs(facts),
        story(facts),
        consent(facts),
        moderation(facts),
    ]
}

fn step(
    name: &'static str,
    place: &'static str,
    (state, words): (StepState, &'static str),
) -> Step {
    Step {
        name,
        place,
        state,
        words,
    }
}

fn photos(facts: &Facts) -> Step {
    use StepState::{Done, Now, Waiting};
    let tally = &facts.photos;
    let stands = if tally.photos == 0 {
        (Now, "none")
    } else if tally.undescribed > 0 || tally.undated > 0 || tally.refused > 0 {
        (Now, "open")
    } else if tally.processing > 0 {
        (Waiting, "open")
    } else {
        (Done, "done")
    };
    step("photos", "/photos", stands)
}

fn pairs(facts: &Facts) -> Step {
    use StepState::{Done, Later, Now};
    let stands = match (facts.photos.photos, facts.photos.pairs) {
        (0 | 1, 0) => (Later, "later"),
        (_, 0) => (Now, "none"),
        _ => (Done, "done"),
    };
    step("pairs", "/photos#pairs", stands)
}

fn story(facts: &Facts) -> Step {
    use StepState::{Done, Later, Now};
    let stands = match &facts.story {
        None if facts.photos.pairs == 0 => (Later, "later"),
        None => (Now, "none"),
        Some(story) if story.attested => (Done, "done"),
        Some(_) => (Now, "open"),
    };
    step("story", "/story", stands)
}

fn consent(facts: &Facts) -> Step {
    use StepState::{Done, Later, Now, Waiting};
    let stands = match facts.consent.as_ref().map(|consent| consent.state) {
        None if facts.photos.pairs == 0 => (Later, "later"),
        Some(ConsentState::Active) => match Status::of(facts) {
            Status::Ended { .. } => (Now, "ended"),
            _ => (Done, "active"),
        },
        Some(ConsentState::Sent) => match Status::of(facts) {
            Status::LinkEnded { .. } => (Now, "link-ended"),
            _ => (Waiting, "sent"),
        },
        Some(ConsentState::SignedPending) => (Now, "receipt"),
        Some(ConsentState::Suspended) => (Now, "suspended"),
        Some(ConsentState::Withdrawn | ConsentState::Erased) => (Now, "withdrawn"),
        None | Some(ConsentState::Lapsed | ConsentState::Superseded) => (Now, "none"),
    };
    step("consent", "/consent", stands)
}

fn moderation(facts: &Facts) -> Step {
    use StepState::{Done, Later, Now, Waiting};
    let signed = facts
        .consent
        .as_ref()
        .is_some_and(|consent| consent.state == ConsentState::Active);
    let stands = match Status::of(facts) {
        Status::WithModerators { .. } => (Waiting, "with-moderators"),
        Status::ChangesAsked => (Now, "changes-asked"),
        Status::Refused => (Now, "refused"),
        Status::Published { .. } | Status::EndsSoon { .. } => (Done, "published"),
        Status::Edited => (Now, "edited"),
        Status::TakenDown => (Now, "taken-down"),
        _ if signed => (Now, "ready"),
        _ => (Later, "later"),
    };
    step("moderation", "/story#hand-over", stands)
}
