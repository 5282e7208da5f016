//! The gates that depend on where the clinic works: a standalone consent (G09), an honest selection (G20), the profile
//! (G21), and words that promise too much (G23).

use chrono::Months;

use super::fail;
use crate::clinic::{Display, Rule, Slip, Told, Weight};
use crate::consents::Document;
use crate::error::Error;
use crate::moderation::gate::{Gate, Light};
use crate::moderation::review::Facts;

/// The signed document stands alone: its text says that nothing depends on the answer, every question was answered by the
/// client (no answer is there before they give one), and nothing was given for it that the profile does not allow.
pub(super) fn g09(facts: &Facts) -> Vec<String> {
    let (Some(consent), Some(text)) = (&facts.consent, &facts.text) else {
        return vec!["text".to_owned()];
    };
    let document: Option<Document> = consent
        .document
        .as_deref()
        .and_then(|bytes| serde_json::from_str(bytes).ok());
    let Some(document) = document else {
        return vec!["document".to_owned()];
    };
    let says = |tag: &str| {
        let blocks = text.blocks();
        blocks
            .iter()
            .any(|(t, body)| t == tag && !body.trim().is_empty())
    };
    let alone = document.text_sha256 == text.sha256 && document.text == text.body;
    let mut failing = fail(!alone, "document");
    failing.extend(fail(!says("conditioning"), "conditioning"));
    let answers = &document.answers;
    // What was not asked about was not granted; what was granted was answered, photo by photo.
    let answered = answers.place.is_some()
        && document
            .photos
            .iter()
            .all(|photo| answers.photos.contains_key(&photo.id));
    failing.extend(fail(!answered, "answers"));
    let paid = facts.testimonial.as_ref().is_some_and(|told| {
        told.incentive_tied || (told.incentive != "none" && facts.profile.has(Rule::NoReducedPrice))
    });
    failing.extend(fail(paid, "reduced-price"));
    failing
}

/// What visitors are told of the selection is true: a selection that is called one; or all, and then nothing was kept
/// back for what it says. Neither shows an average or a count.
pub(super) fn g20(facts: &Facts) -> Vec<String> {
    match facts.display {
        Display::Selected => Vec::new(),
        Display::All => fail(facts.kept_back > 0, "kept-back"),
    }
}

/// The text says what the profile asks for, and the consent holds no longer than it allows.
pub(super) fn g21(facts: &Facts) -> Vec<String> {
    let (Some(consent), Some(text)) = (&facts.consent, &facts.text) else {
        return vec!["text".to_owned()];
    };
    let mut failing: Vec<String> = text
        .lacks(facts.profile)
        .iter()
        .map(|tag| format!("block-{tag}"))
        .collect();
    let longest = consent
        .signed_at
        .and_then(|signed| signed.checked_add_months(Months::new(facts.profile.longest.months)));
    let in_time =
        matches!((consent.expires_at, longest), (Some(end), Some(longest)) if end <= longest);
    failing.extend(fail(!in_time, "too-long"));
    failing
}

/// Words that promise too much: some block; the others may stand when a moderator who did not write them says why.
pub(super) fn g23(facts: &Facts, fix: &str) -> Gate {
    let blocked = facts.slips.iter().any(|slip| slip.weight == Weight::Blocks);
    Gate {
        id: "G23".to_owned(),
        light: Light::Words,
        passed: facts.slips.is_empty(),
        failing: facts
            .slips
            .iter()
            .map(|slip| format!("{}:{}", slip.field, slip.rule))
            .collect(),
        fix: fix.to_owned(),
        asks: !facts.slips.is_empty() && !blocked && facts.second_eyes == Some("moderator"),
        slips: facts.slips.clone(),
        answer: None,
    }
}

/// What of the profile's list is in the texts of a story.
pub(in crate::moderation) fn slips(
    profile: &crate::clinic::Profile,
    snapshot: &crate::stories::Snapshot,
) -> Result<Vec<Slip>, Error> {
    let slug = snapshot.slug.replace('-', " ");
    let mut texts = vec![
        ("slug", Told::Clinic, slug.as_str()),
        ("title", Told::Clinic, snapshot.title.as_str()),
        ("narrative", Told::Clinic, snapshot.narrative.as_str()),
    ];
    texts.extend(
        snapshot
            .photos()
            .map(|photo| ("alt", Told::Clinic, photo.alt.as_str())),
    );
    let words = snapshot.words.as_deref().unwrap_or_default();
    texts.push(("words", Told::Client, words));
    let captions = snapshot.video.as_ref().map(|video| video.words());
    let captions = captions.unwrap_or_default();
    texts.push(("captions", Told::Client, captions.as_str()));
    let mut found: Vec<Slip> = Vec::new();
    for (field, told, text) in texts {
        for slip in profile.slips(field, told, text)? {
            if !found.contains(&slip) {
                found.push(slip);
            }
        }
    }
    Ok(found)
}
