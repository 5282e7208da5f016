//! The publish gates: one pure function from what was gathered to results that a person can act on.
//!
//! The ids are those of the trust model (`docs/trust.md`). A gate that can't be answered is not passed.

use chrono::NaiveDateTime;

use super::gate::{Gate, Light};
use super::review::{Facts, VideoFacts};
use crate::accounts::FactorStanding;
use crate::consents::{self, ConsentState, PaperStage, required_blocks};
use crate::imaging::{Edits, Level};
use crate::photos;
use crate::stories::personal_data;

mod profile;

pub(super) use profile::slips;

/// All gates, in order.
pub fn check(facts: &Facts) -> Vec<Gate> {
    let case = &facts.story.case_id;
    let consent = format!("/staff/cases/{case}/consent");
    let photo_page = format!("/staff/cases/{case}/photos");
    let video = format!("/staff/cases/{case}/video");
    let story = format!("/staff/cases/{case}/story");
    let gate = Gate::of;
    vec![
        gate("G01", Light::Consent, &consent, g01(facts)),
        gate("G02", Light::Photos, &photo_page, g02(facts)),
        gate("G03", Light::Photos, &photo_page, g03(facts)),
        gate("G04", Light::Consent, &consent, g04(facts)),
        gate("G05", Light::Consent, &consent, g05(facts)),
        gate("G06", Light::Consent, &consent, g06(facts, facts.now)),
        gate("G07", Light::Consent, &consent, g07(facts)),
        gate(
            "G08",
            Light::Consent,
            &format!("/staff/clients/{}/edit", facts.client.id),
            g08(facts),
        ),
        gate("G09", Light::Consent, &consent, profile::g09(facts)),
        gate("G10", Light::Consent, g10_fix(facts, &consent), g10(facts)),
        gate("G11", Light::Consent, &consent, g11(facts)),
        gate("G12", Light::Consent, &consent, g12(facts)),
        gate(
            "G13",
            Light::Photos,
            g13_fix(facts, &photo_page, &video),
            g13(facts),
        ),
        gate("G14", Light::Words, &story, g14(facts)),
        gate(
            "G15",
            Light::Photos,
            &story,
            missing(facts.story.authentic_at, "authentic"),
        ),
        gate("G16", Light::Photos, &story, g16(facts)),
        gate("G17", Light::Facts, &photo_page, g17(facts)),
        gate(
            "G18",
            Light::Words,
            g18_fix(facts, &consent, &video),
            g18(facts),
        ),
        gate("G19", Light::Words, &consent, g19(facts)),
        gate("G20", Light::Words, "/admin/profile", profile::g20(facts)),
        gate("G21", Light::Consent, &consent, profile::g21(facts)),
        gate(
            "G22",
            Light::Facts,
            &format!("/staff/cases/{case}/edit"),
            g22(facts),
        ),
        profile::g23(facts, &story),
        gate("G24", Light::Facts, &g24_fix(facts), g24(facts)),
    ]
}

fn fail(when: bool, what: &str) -> Vec<String> {
    if when {
        vec![what.to_owned()]
    } else {
        Vec::new()
    }
}

fn missing<T>(value: Option<T>, what: &str) -> Vec<String> {
    fail(value.is_none(), what)
}

/// A live grant covers at least one whole pair on the website.
fn g01(facts: &Facts) -> Vec<String> {
    let uncovered = facts.photos.iter().any(|one| one.grant.is_none());
    fail(facts.snapshot.pairs.is_empty() || uncovered, "pairs")
}

/// The version shown is at most the granted one, shows no more than the client saw, and its renditions are there.
fn g02(facts: &Facts) -> Vec<String> {
    let fits = |one: &super::review::PhotoFacts| {
        let (Some(grant), Some(edits)) = (&one.grant, one.photo.edits()) else {
            return false;
        };
        let Ok(seen) = serde_json::from_str::<Edits>(&grant.source) else {
            return false;
        };
        let Some(level) = one.level else { return false };
        i32::from(level) <= grant.level
            && grant.source_sha256 == one.photo.sha256
            && edits.shows_no_more_than(&seen)
            && one.photo.is_ready()
            && one
                .renditions
                .iter()
                .any(|r| r.format == "jpg" && r.is_photo())
    };
    facts
        .photos
        .iter()
        .filter(|one| !fits(one))
        .map(|one| one.photo.id.to_string())
        .collect()
}

/// Both photos of a pair belong to this client and case, and are of one angle.
fn g03(facts: &Facts) -> Vec<String> {
    let foreign = facts
        .photos
        .iter()
        .filter(|one| {
            one.photo.case_id != facts.story.case_id || one.photo.client_id != facts.client.id
        })
        .map(|one| one.photo.id.to_string());
    let crooked = facts.snapshot.pairs.iter().filter(|pair| {
        let angle = |id: &str| facts.photo(id).map(|one| one.photo.angle.clone());
        angle(&pair.before.id) != angle(&pair.after.id)
    });
    foreign
        .chain(crooked.map(|pair| pair.after.id.clone()))
        .collect()
}

/// The text that was signed is the one on record, and was not recalled.
fn g04(facts: &Facts) -> Vec<String> {
    let (Some(consent), Some(text)) = (&facts.consent, &facts.text) else {
        return vec!["text".to_owned()];
    };
    fail(
        !text.is_whole() || text.recalled_at.is_some() || text.sha256 != consent.text_sha256,
        "text",
    )
}

/// All required parts of the text are there and the questions were answered.
fn g05(facts: &Facts) -> Vec<String> {
    let (Some(consent), Some(text)) = (&facts.consent, &facts.text) else {
        return vec!["text".to_owned()];
    };
    let answers = consent.answers();
    let mut failing: Vec<String> = required_blocks(text)
        .iter()
        .map(|b| (*b).to_owned())
        .collect();
    failing.extend(fail(
        answers.place.is_none() || answers.level.is_none() || answers.name.is_none(),
        "answers",
    ));
    failing
}

/// An end is set, lies ahead, and is at most 60 months after the signature.
fn g06(facts: &Facts, now: NaiveDateTime) -> Vec<String> {
    let Some(consent) = &facts.consent else {
        return vec!["consent".to_owned()];
    };
    let (Some(signed), Some(end)) = (consent.signed_at, consent.expires_at) else {
        return vec!["expires".to_owned()];
    };
    let longest = signed.checked_add_months(chrono::Months::new(60));
    fail(
        end <= now || longest.is_none_or(|longest| end > longest),
        "expires",
    )
}

/// The subject signed, or who had the authority to at that moment, not a member of staff; and the signature is ours over what was
/// signed.
fn g07(facts: &Facts) -> Vec<String> {
    let consent = facts.consent.as_ref();
    let role = consent.and_then(|one| one.signer_role.as_deref());
    let signed_at = consent.and_then(|one| one.signed_at);
    let may = match (role, signed_at, &facts.signer) {
        (Some("subject"), ..) => consent.is_some_and(|one| one.representative_id.is_none()),
        (Some(role), Some(at), Some(signer)) => {
            signer.of.role == role
                && signer.of.stands(at)
                && !signer.of_the_clinic
                && !consents::is_of_age_since(&facts.client, role, at, facts.now)
        }
        _ => false,
    };
    fail(!may || !facts.signature_fits, "signer")
}

/// The client was an adult when each photo was taken.
fn g08(facts: &Facts) -> Vec<String> {
    facts
        .photos
        .iter()
        .filter(|one| {
            !one.photo
                .taken_on
                .is_some_and(|day| facts.client.was_adult_on(day))
        })
        .map(|one| one.photo.id.to_string())
        .collect()
}

/// What was signed on paper was scanned, transcribed, and verified by a second person.
fn g10(facts: &Facts) -> Vec<String> {
    match facts.paper {
        None | Some(PaperStage::Verified) => Vec::new(),
        Some(PaperStage::Printed) => vec!["scan".to_owned()],
        Some(PaperStage::Scanned) => vec!["transcription".to_owned()],
        Some(PaperStage::Transcribed) => vec!["verification".to_owned()],
    }
}

/// Staff scan and transcribe; whoever decides may well be the second person.
fn g10_fix<'a>(facts: &Facts, consent: &'a str) -> &'a str {
    match facts.paper {
        Some(PaperStage::Transcribed) => "/papers",
        _ => consent,
    }
}

/// The receipt with its link has arrived.
fn g11(facts: &Facts) -> Vec<String> {
    missing(facts.consent.as_ref().and_then(|c| c.receipt_at), "receipt")
}

/// The consent is in force: no withdrawal, suspension or newer draft stands in its way.
fn g12(facts: &Facts) -> Vec<String> {
    fail(
        facts.consent.as_ref().map(|c| c.state()) != Some(ConsentState::Active),
        "consent",
    )
}

/// Every rendition was re-parsed and holds no metadata.
fn g13(facts: &Facts) -> Vec<String> {
    facts
        .photos
        .iter()
        .filter(|one| one.renditions.is_empty() || one.renditions.iter().any(|r| !r.clean))
        .map(|one| one.photo.id.to_string())
        .chain(fail(no_file(facts), "video"))
        .collect()
}

/// A video is to be shown and there is no file of it: each that is there was read again and holds nothing else.
fn no_file(facts: &Facts) -> bool {
    facts.video_shown().is_some_and(|one| one.file.is_none())
}

fn g13_fix<'a>(facts: &Facts, photos: &'a str, video: &'a str) -> &'a str {
    if no_file(facts) { video } else { photos }
}

/// Nothing in the texts tells more of the client than was granted.
fn g14(facts: &Facts) -> Vec<String> {
    let mut texts = vec![
        ("slug", facts.snapshot.slug.as_str()),
        ("title", facts.snapshot.title.as_str()),
        ("narrative", facts.snapshot.narrative.as_str()),
        ("words", facts.snapshot.words.as_deref().unwrap_or_default()),
    ];
    texts.extend(
        facts
            .snapshot
            .photos()
            .map(|photo| ("alt", photo.alt.as_str())),
    );
    let captions = facts.snapshot.video.as_ref().map(|video| video.words());
    texts.push(("captions", captions.as_deref().unwrap_or_default()));
    let allowed = facts.attribution.as_deref();
    let mut failing: Vec<String> = texts
        .into_iter()
        .filter(|(_, text)| !personal_data(&facts.client, allowed, text).is_empty())
        .map(|(field, _)| field.to_owned())
        .collect();
    failing.dedup();
    failing
}

/// Marks were looked for wherever less than the whole face is shown.
fn g16(facts: &Facts) -> Vec<String> {
    let less = facts
        .photos
        .iter()
        .any(|one| one.level.is_some_and(|level| level < Level::FullFace));
    if less {
        missing(facts.story.marks_at, "marks")
    } else {
        Vec::new()
    }
}

/// Every before lies before the first session and every after on or after it.
fn g17(facts: &Facts) -> Vec<String> {
    let Some(first) = facts.snapshot.sessions.iter().min() else {
        return vec!["sessions".to_owned()];
    };
    facts
        .snapshot
        .pairs
        .iter()
        .filter(|pair| {
            let ordered = matches!((pair.before.taken_on, pair.after.taken_on), (Some(b), Some(a)) if b < *first && *first <= a);
            let stage = |id: &str| facts.photo(id).and_then(|one| one.photo.stage());
            let known = stage(&pair.before.id).is_some_and(photos::Stage::is_before)
                && stage(&pair.after.id).is_some_and(|s| !s.is_before());
            !ordered || !known
        })
        .map(|pair| pair.after.id.clone())
        .collect()
}

/// The words are those the client sent, under this very consent; so is the video, and someone watched it to the end and wrote
/// down what is said in it.
fn g18(facts: &Facts) -> Vec<String> {
    let same = match (&facts.snapshot.words, &facts.words_grant) {
        (Some(words), Some(grant)) => &grant.source == words,
        _ => true,
    };
    let mut failing = fail(!same, "words");
    if let Some(one) = facts.video_shown() {
        failing.extend(fail(one.grant.source_sha256 != one.video.sha256, "video"));
        failing.extend(fail(!captioned(one), "captions"));
    }
    failing
}

fn captioned(one: &VideoFacts) -> bool {
    let fits = |file| one.video.captions_for(file).is_some();
    one.video.watched_at.is_some() && one.file.as_ref().is_some_and(fits)
}

fn g18_fix<'a>(facts: &Facts, consent: &'a str, video: &'a str) -> &'a str {
    match facts.video_shown() {
        Some(one) if !captioned(one) => video,
        _ => consent,
    }
}

/// Incentive and belonging were answered; an incentive tied to what is said blocks.
fn g19(facts: &Facts) -> Vec<String> {
    fail(
        facts
            .testimonial
            .as_ref()
            .is_some_and(|told| told.incentive_tied),
        "incentive",
    )
}

/// The typical result, who treated, and how many sessions can be shown beside the pair.
fn g22(facts: &Facts) -> Vec<String> {
    let mut failing = fail(facts.typical_result.trim().is_empty(), "typical_result");
    failing.extend(missing(
        facts.snapshot.practitioner.as_ref(),
        "practitioner",
    ));
    failing
}

/// Four eyes: whoever decides did not write it, or, in a small studio, the client approved this very story. And where the
/// clinic asks for a second factor, whoever decides gave it in this session, not long ago.
fn g24(facts: &Facts) -> Vec<String> {
    let mut failing = fail(facts.second_eyes.is_none(), "approver");
    failing.extend(match facts.second_factor {
        FactorStanding::NotAsked | FactorStanding::Given => None,
        FactorStanding::Stale => Some("second-factor-stale".to_owned()),
        FactorStanding::Missing => Some("second-factor".to_owned()),
    });
    failing
}

/// What the person at the page can do about it themselves comes first.
fn g24_fix(facts: &Facts) -> String {
    match facts.second_factor {
        FactorStanding::NotAsked | FactorStanding::Given => "/admin/users".to_owned(),
        FactorStanding::Stale => {
            format!("/account/code?back=/moderation/stories/{}", facts.story.id)
        }
        FactorStanding::Missing => "/account".to_owned(),
    }
}
