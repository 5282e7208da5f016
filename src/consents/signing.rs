//! The signature: what was granted becomes rows, and the document is sealed. It lives once its receipt has arrived ([`super::receipt`]).

use chrono::{Months, NaiveDateTime};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::answers::Answers;
use super::asking::event;
use super::consent::{Channel, Consent, ConsentState, What};
use super::document::{Document, GrantSeen};
use super::links::{self, LinkPurpose};
use super::signed_on::SignedOn;
use super::{channels, queries, texts};
use crate::audit;
use crate::clients::{self, Representative};
use crate::config::Config;
use crate::db::schema::{client_sessions, consents, grants};
use crate::db::{Conn, Id, exactly_one};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Level;
use crate::seal;

/// How long a yes holds: required, 24 months unless asked otherwise, never more than 60.
pub const MONTHS: u32 = 24;

/// What was signed and how.
#[derive(Debug, Clone)]
pub struct Signature {
    pub signer_name: String,
    /// The revision of the answers that the signer saw.
    pub revision: i32,
    pub document: Document,
    pub story_sha256: String,
    /// IP, user agent, delivery, locale: as the evidence keeps them.
    pub circumstances: serde_json::Value,
}

/// The day a yes given now ends.
pub fn end_of(now: NaiveDateTime) -> NaiveDateTime {
    now.checked_add_months(Months::new(MONTHS)).unwrap_or(now)
}

/// Signs a draft. Gives the id of the manage link; a session goes on with it, the invite link ends.
///
/// # Errors
/// `Forbidden` for an unconfirmed session; `Conflict` for a draft that changed or was signed; `Invalid` without a name.
pub fn sign(
    conn: &mut Conn,
    config: &Config,
    on: SignedOn,
    signature: &Signature,
) -> Result<String, Error> {
    on.require_confirmed()?;
    let client = on.client();
    clients::lock(conn, client)?;
    let draft = queries::consent(conn, on.consent())?;
    if draft.state() != ConsentState::Sent || draft.revision != signature.revision {
        return Err(Error::Conflict);
    }
    let text = texts::text(conn, &draft.text_id)?;
    if text.recalled_at.is_some() || !text.is_whole() || text.sha256 != draft.text_sha256 {
        return Err(Error::Conflict);
    }
    let name = signature.signer_name.trim();
    if name.chars().count() < 2 {
        return Err(Error::field("signer_name", "consent-name-required"));
    }
    // A form that was made when somebody else had to sign is refused before: what it shows has another hash.
    let stands = clients::representative(conn, client)?;
    let now = conn.now()?;
    let expires_at = on.end(now);
    if expires_at <= now {
        return Err(Error::Conflict);
    }
    let places = signature.document.answers.channels();
    let used = channels::channels_used(conn)?;
    if places.iter().any(|place| !used.contains(place)) {
        return Err(Error::Conflict);
    }
    let items = granted(&signature.document.answers, &signature.document);
    let document = Document {
        grants: written_out(&items, &places),
        ..signature.document.clone()
    };
    let bytes = document.bytes()?;
    let document_sha256 = sha256(bytes.as_bytes());
    let mut evidence = json!({
        "consent": draft.id, "document_sha256": document_sha256, "text_sha256": text.sha256,
        "signer": signer(name, stands.as_ref()), "signed_at": now.and_utc().to_rfc3339(),
        "expires_at": expires_at.and_utc().to_rfc3339(), "method": draft.method,
        "witness": on.witness(), "circumstances": signature.circumstances,
    });
    if let Some(paper) = on.paper() {
        evidence["paper"] = paper.clone();
    }
    let evidence = evidence.to_string();
    let changed = diesel::update(
        consents::table
            .find(draft.id.as_str())
            .filter(consents::state.eq(ConsentState::Sent.as_str()))
            .filter(consents::revision.eq(signature.revision)),
    )
    .set((
        (
            consents::state.eq(ConsentState::SignedPending.as_str()),
            consents::signed_at.eq(Some(now)),
            consents::signer_role.eq(Some(role(stands.as_ref()))),
            consents::representative_id.eq(stands.as_ref().map(|one| &one.id)),
            consents::signer_name.eq(Some(name)),
            consents::answers.eq(signature.document.answers.canonical_json()),
            consents::document.eq(Some(&bytes)),
            consents::document_sha256.eq(Some(&document_sha256)),
        ),
        consents::signature.eq(Some(seal::seal(config, evidence.as_bytes())?)),
        consents::evidence.eq(Some(&evidence)),
        consents::story_sha256.eq(Some(&signature.story_sha256)),
        consents::witness_id.eq(on.witness().map(|w| w.as_str())),
        consents::expires_at.eq(Some(expires_at)),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    let given = store_grants(conn, &draft, &items, &places, (now, expires_at))?;
    let manage = links::make(conn, config, client, &draft.id, LinkPurpose::Manage, None)?;
    if let SignedOn::Screen(session) = on {
        diesel::update(client_sessions::table.find(&session.id))
            .set(client_sessions::link_id.eq(&manage))
            .execute(&mut **conn)?;
    }
    links::revoke_invites(conn, &draft.id)?;
    let doer = on.doer();
    event(
        conn,
        &draft.id,
        client,
        &doer.to_string(),
        "signed",
        &document_sha256,
    )?;
    let detail = json!({ "document": document_sha256, "grants": given });
    audit::record(
        conn,
        &doer,
        "consent.sign",
        &format!("consent:{}", draft.id),
        &detail,
    )?;
    Ok(manage)
}

const SUBJECT: &str = "subject";

fn role(stands: Option<&Representative>) -> &str {
    stands.map_or(SUBJECT, |one| one.role.as_str())
}

/// Who signed, and, where it was not the client, by what authority for them.
fn signer(name: &str, stands: Option<&Representative>) -> Value {
    let mut signer = json!({ "name": name, "role": role(stands) });
    if let Some(one) = stands {
        signer["authority"] = json!({
            "representative": one.id, "name": one.name, "document": one.document, "until": one.until,
            "seen_at": one.seen_at.and_utc().to_rfc3339(), "seen_by": one.seen_by,
        });
    }
    signer
}

/// All grants in words, for the document that is signed.
fn written_out(items: &[Item], places: &[Channel]) -> Vec<GrantSeen> {
    let each = |place: &Channel| {
        let channel = place.as_str().to_owned();
        items.iter().map(move |item| GrantSeen {
            what: item.what.as_str().to_owned(),
            subject_id: item.subject.clone(),
            channel: channel.clone(),
            level: (item.what == What::Photo).then(|| item.level.as_str().to_owned()),
            attribution: item.attribution.clone(),
        })
    };
    places.iter().flat_map(each).collect()
}

/// One row for each thing on each channel; what was not answered is not granted (G05).
fn store_grants(
    conn: &mut Conn,
    draft: &Consent,
    items: &[Item],
    places: &[Channel],
    (from, to): (NaiveDateTime, NaiveDateTime),
) -> Result<usize, Error> {
    for channel in places {
        for item in items {
            diesel::insert_into(grants::table)
                .values((
                    grants::id.eq(Id::<()>::new().as_str()),
                    grants::consent_id.eq(draft.id.as_str()),
                    grants::client_id.eq(draft.client_id.as_str()),
                    grants::case_id.eq(draft.case_id.as_str()),
                    grants::what.eq(item.what.as_str()),
                    grants::subject_id.eq(&item.subject),
                    grants::source_sha256.eq(&item.source_sha256),
                    grants::source.eq(&item.source),
                    grants::channel.eq(channel.as_str()),
                    grants::level.eq(i32::from(item.level)),
                    grants::attribution.eq(item.attribution.as_deref()),
                    grants::valid_from.eq(from),
                    grants::expires_at.eq(to),
                ))
                .execute(&mut **conn)?;
        }
    }
    Ok(places.len() * items.len())
}

struct Item {
    what: What,
    subject: String,
    source_sha256: String,
    source: String,
    level: Level,
    attribution: Option<String>,
}

/// What the answers grant, before it is multiplied by the channels.
fn granted(answers: &Answers, document: &Document) -> Vec<Item> {
    let mut items = Vec::new();
    for (id, level) in answers.granted_photos() {
        // Only what was shown can have been granted.
        if let Some(seen) = document.photos.iter().find(|photo| photo.id == id) {
            items.push(Item {
                what: What::Photo,
                subject: id,
                source_sha256: seen.original_sha256.clone(),
                source: seen.edits.clone(),
                level,
                attribution: None,
            });
        }
    }
    let story = &document.story;
    if let (Some(true), Some(video)) = (answers.video, &story.video) {
        items.push(Item {
            what: What::Video,
            subject: video.id.clone(),
            source_sha256: video.original_sha256.clone(),
            source: String::new(),
            level: Level::AreaOnly,
            attribution: None,
        });
    }
    let mut add = |what: What, subject: &str, source: String, attribution: Option<String>| {
        items.push(Item {
            what,
            subject: subject.to_owned(),
            source_sha256: sha256(source.as_bytes()),
            source,
            level: Level::AreaOnly,
            attribution,
        });
    };
    if answers.words == Some(true)
        && let (Some(id), Some(words)) = (&story.testimonial_id, &story.words)
    {
        if !words.is_empty() {
            add(What::Words, id, words.clone(), None);
        }
        if let Some(rating) = story.rating {
            add(What::Rating, id, rating.to_string(), None);
        }
    }
    if let (Some(name), Some(shown)) = (answers.name, &story.attribution) {
        add(
            What::Name,
            &document.case_id,
            shown.clone(),
            Some(name.as_str().to_owned()),
        );
    }
    if let Some(facts) = &answers.facts {
        let shown: Vec<_> = story
            .facts
            .iter()
            .filter(|(name, _)| facts.contains(name))
            .collect();
        if !shown.is_empty() {
            let source = serde_json::to_string(&shown).unwrap_or_default();
            add(What::Facts, &document.case_id, source, None);
        }
    }
    items
}
