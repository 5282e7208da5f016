//! What a page's form answers, put into the draft.

use crate::app::App;
use crate::consents::{self, Attribution, Channel, ConsentState, Place};
use crate::error::{Error, FieldErrors};
use crate::imaging::Level;
use crate::signing::asking::{Asking, gather};
use crate::signing::session::Client;
use crate::signing::steps::Step;
use crate::testimonials::{self, Told};
use crate::web::Form;

/// Keeps the answer to one question; a form made from an older draft changes nothing.
pub async fn answer(
    app: &App,
    client: &Client,
    step: Step,
    form: &Form,
) -> Result<&'static str, Error> {
    let (session, form) = (client.0.clone(), form.clone());
    app.db
        .write(move |conn| {
            let consent = consents::consent(conn, &session.link.consent_id)?;
            if consent.state() != ConsentState::Sent
                || form.text("revision") != consent.revision.to_string()
            {
                return Err(Error::Conflict);
            }
            let mut asking = gather(conn, consent)?;
            match step {
                Step::Pictures => pictures(&mut asking, &form)?,
                Step::Level => level(&mut asking, &form)?,
                Step::Place => place(&mut asking, &form)?,
                Step::Name => {
                    asking.answers.name =
                        Some(Attribution::parse(&form.text("name")).ok_or_else(|| choose("name"))?);
                }
                Step::Words => {
                    let told = words(&form)?;
                    let says = form.text("answer") == "yes";
                    if says {
                        testimonials::tell(conn, &session, &told)?;
                    }
                    asking.answers.words = Some(says);
                }
                Step::Story => {}
            }
            consents::record_answers(conn, &asking.consent, &asking.answers)
        })
        .await?;
    Ok("/c/ask")
}

fn choose(field: &str) -> Error {
    Error::field(field, "field-choice")
}

fn pictures(asking: &mut Asking, form: &Form) -> Result<(), Error> {
    let chosen = form.all("photo");
    let show = |id: &str| match form.text("answer").as_str() {
        "all" => Ok(true),
        "none" => Ok(false),
        "some" => Ok(chosen.iter().any(|one| one == id)),
        _ => Err(choose("answer")),
    };
    let mut answers = std::collections::BTreeMap::new();
    for photo in &asking.photos {
        answers.insert(photo.id.to_string(), show(photo.id.as_str())?);
    }
    asking.answers.photos = answers;
    Ok(())
}

/// One level for all, or one for each chosen photo; then the least of them stands for the rest.
fn level(asking: &mut Asking, form: &Form) -> Result<(), Error> {
    if form.text("answer") != "some" {
        let level = Level::parse(&form.text("level")).ok_or_else(|| choose("level"))?;
        asking.answers.level = Some(level);
        asking.answers.levels.clear();
        return Ok(());
    }
    let mut levels = std::collections::BTreeMap::new();
    let mut errors = FieldErrors::default();
    for photo in &asking.photos {
        if asking.answers.photos.get(photo.id.as_str()) == Some(&false) {
            continue;
        }
        match Level::parse(&form.text(&format!("level_{}", photo.id))) {
            Some(level) => {
                levels.insert(photo.id.to_string(), level);
            }
            None => errors.add("level", "ask-level-each-missing"),
        }
    }
    errors.check()?;
    asking.answers.level = levels.values().min().copied();
    asking.answers.levels = levels;
    Ok(())
}

/// The fields of the places beside the website, each with its own tick.
pub(super) const ALSO: &[(&str, Channel)] = &[
    ("also_partner_embed", Channel::PartnerEmbed),
    ("also_instagram", Channel::Instagram),
    ("also_facebook", Channel::Facebook),
    ("also_youtube", Channel::Youtube),
    ("also_tiktok", Channel::Tiktok),
    ("also_print", Channel::Print),
    ("also_press", Channel::Press),
    ("also_ads", Channel::Ads),
    ("also_education", Channel::Education),
];

/// The website by the button, further places by ticks. A place that the clinic does not use can't be answered, and an
/// answer that says two things at once is asked again.
fn place(asking: &mut Asking, form: &Form) -> Result<(), Error> {
    let place = Place::parse(&form.text("place"))
        .filter(|place| place.is_offered(&asking.used))
        .ok_or_else(|| choose("place"))?;
    let mut also = Vec::new();
    for (field, channel) in ALSO {
        if form.ticked(field) {
            if !asking.used.contains(channel) {
                return Err(Error::field("place", "ask-place-not-used"));
            }
            also.push(*channel);
        }
    }
    match place {
        Place::Nowhere if !also.is_empty() => Err(Error::field("place", "ask-place-both")),
        Place::Elsewhere if also.is_empty() => Err(Error::field("place", "ask-place-no-tick")),
        _ => {
            asking.answers.place = Some(place);
            asking.answers.also = also;
            Ok(())
        }
    }
}

fn words(form: &Form) -> Result<Told, Error> {
    let mut errors = FieldErrors::default();
    let told = Told {
        words: form.limited("words", 5000, &mut errors),
        rating: form
            .number("rating", 1..=5, &mut errors)
            .and_then(|n| i32::try_from(n).ok()),
        incentive: form.text("incentive"),
        incentive_tied: form.ticked("incentive_tied"),
        insider: form.text("insider"),
    };
    if form.text("answer") == "yes" {
        if told.words.is_empty() && told.rating.is_none() {
            errors.add("words", "ask-words-empty");
        }
        if told.incentive.is_empty() {
            errors.add("incentive", "field-choice");
        }
        if told.insider.is_empty() {
            errors.add("insider", "field-choice");
        }
    } else if form.text("answer") != "no" {
        errors.add("answer", "field-choice");
    }
    errors.check()?;
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_place_has_its_field() {
        let further = Channel::ALL.iter().filter(|one| one.is_further());
        for (channel, (field, named)) in further.clone().zip(ALSO) {
            assert_eq!(
                (channel, *field),
                (named, &*format!("also_{}", named.as_str()))
            );
        }
        assert_eq!(further.count(), ALSO.len());
    }
}
