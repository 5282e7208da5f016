//! The page of the bundle: the case file in plain words.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;

use super::case_file::{CaseFile, Signed};
use super::photo::PhotoTold;
use super::queries::{ConsentEvent, Decision, GrantLife, UseLife};
use crate::app::App;
use crate::consents::{Document, Scope};
use crate::error::Error;
use crate::imaging::Level;
use crate::moderation::Gate;
use crate::seal;
use crate::web::markdown::to_html;
use crate::web::text::Texts;

/// What the page shows.
#[derive(Serialize)]
pub struct Page<'a> {
    clinic: &'a str,
    client: &'a str,
    case: String,
    made: String,
    public_key: String,
    consents: Vec<ConsentTold>,
    uses: Vec<Told>,
    decisions: Vec<DecisionTold>,
    withdrawals: Vec<Told>,
    photos: &'a [PhotoTold],
    views: Vec<Told>,
    audit: Vec<Told>,
    check: Option<Told>,
}

/// A line of a table: when, and what in words.
#[derive(Serialize)]
struct Told {
    at: String,
    who: String,
    what: String,
    mark: String,
    until: String,
}

#[derive(Serialize)]
struct ConsentTold {
    id: String,
    state: String,
    method: String,
    asked: String,
    asked_by: String,
    signed: Option<SignedTold>,
    blocks: Vec<(String, String)>,
    grants: Vec<GrantTold>,
    events: Vec<Told>,
}

#[derive(Serialize)]
struct SignedTold {
    at: String,
    name: String,
    witness: Option<String>,
    address: String,
    agent: String,
    receipt: Option<(String, String)>,
    expires: String,
    ended: Option<String>,
    document_sha256: String,
    text_sha256: String,
    /// Document, text and signature, as they were checked now.
    fits: bool,
    title: String,
    narrative: String,
    words: Option<String>,
    rating: Option<i32>,
    attribution: Option<String>,
    facts: Vec<(String, String)>,
    photos: Vec<(String, String)>,
    answers: String,
}

#[derive(Serialize)]
struct GrantTold {
    what: String,
    place: String,
    from: String,
    until: String,
    ended: Option<String>,
    why: Option<String>,
}

#[derive(Serialize)]
struct DecisionTold {
    at: String,
    by: String,
    verdict: String,
    reasons: Vec<String>,
    note: String,
    gates: Vec<(String, String, bool)>,
}

/// Puts a case file into words.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn page<'a>(app: &App, file: &'a CaseFile, photos: &'a [PhotoTold]) -> Result<Page<'a>, Error> {
    let words = Words {
        texts: &app.pages.texts,
        people: &file.people,
    };
    Ok(Page {
        clinic: &file.clinic,
        client: &file.client.name,
        case: file.case.to_string(),
        made: moment(file.at),
        public_key: seal::public_key(&app.config)?,
        consents: file
            .consents
            .iter()
            .map(|signed| words.consent(signed, &file.grants))
            .collect(),
        uses: file.uses.iter().map(|one| words.used(one)).collect(),
        decisions: file
            .decisions
            .iter()
            .map(|one| words.decision(one))
            .collect(),
        withdrawals: file
            .withdrawals
            .iter()
            .map(|one| Told {
                at: moment(one.at),
                who: file.client.name.clone(),
                what: words.scope(&one.scope),
                mark: one.id.clone(),
                until: one.replayed_at.map(moment).unwrap_or_default(),
            })
            .collect(),
        photos,
        views: file
            .views
            .iter()
            .map(|one| Told {
                at: moment(one.viewed_at),
                who: words.person(&one.viewed_by),
                what: one.reason.clone(),
                mark: one.photo_id.clone(),
                until: String::new(),
            })
            .collect(),
        audit: file
            .audit
            .iter()
            .map(|one| Told {
                at: moment(one.at),
                who: words.actor(&one.actor, &file.client.name),
                what: words.or(&format!("audit-verb-{}", dashes(&one.verb)), &one.verb),
                mark: one.seq.to_string(),
                until: one.subject.clone(),
            })
            .collect(),
        check: file.check.as_ref().map(|one| Told {
            at: moment(one.checked_at),
            who: String::new(),
            what: one.finding.clone().unwrap_or_default(),
            mark: one.events.to_string(),
            until: one.anchors.to_string(),
        }),
    })
}

/// `27 November 2026, 10:31 UTC`.
pub(super) fn moment(at: NaiveDateTime) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}

fn dashes(text: &str) -> String {
    text.replace(['.', '_'], "-")
}

struct Words<'a> {
    texts: &'a Texts,
    people: &'a BTreeMap<String, String>,
}

impl Words<'_> {
    /// The text of `id`, or the word itself where there is none.
    fn or(&self, id: &str, word: &str) -> String {
        let found = self.texts.find(id, &HashMap::new());
        found.unwrap_or_else(|| word.replace('_', " "))
    }

    fn person(&self, id: &str) -> String {
        self.people
            .get(id)
            .cloned()
            .unwrap_or_else(|| id.to_owned())
    }

    fn actor(&self, actor: &str, client: &str) -> String {
        match actor.split_once(':') {
            Some(("user", id)) => self.person(id),
            Some(("client", _)) => client.to_owned(),
            None if actor == "visitor" => self.texts.get("evidence-visitor"),
            _ => self.texts.get("evidence-program"),
        }
    }

    fn level(&self, level: i32) -> String {
        let Ok(level) = Level::try_from(level) else {
            return String::new();
        };
        self.or(&format!("level-{}", dashes(level.as_str())), level.as_str())
    }

    fn place(&self, channel: &str) -> String {
        self.or(&format!("channel-{}", dashes(channel)), channel)
    }

    /// What a grant or a use is about: of a photo also how much of it.
    fn thing(&self, what: &str, subject: &str, level: i32) -> String {
        let name = self.or(&format!("what-{what}"), what);
        match what {
            "photo" => format!("{name} {subject}, {}", self.level(level)),
            _ => name,
        }
    }

    fn why(&self, why: &str) -> String {
        self.or(&format!("evidence-why-{}", dashes(why)), why)
    }

    /// What a withdrawal took back.
    fn scope(&self, scope: &str) -> String {
        match Scope::parse(scope) {
            Some(Scope::All) => self.texts.get("evidence-scope-all"),
            Some(Scope::Channel(channel)) => self.place(channel.as_str()),
            Some(Scope::Item { what, subject }) => {
                self.thing(what.as_str(), &subject, i32::from(Level::FullFace))
            }
            Some(Scope::Level { photo, level }) => {
                let level = self.level(i32::from(level));
                let given = [("photo", photo.as_str()), ("level", level.as_str())];
                self.texts.format("evidence-scope-level", &given)
            }
            None => scope.to_owned(),
        }
    }

    fn consent(&self, signed: &Signed, grants: &[GrantLife]) -> ConsentTold {
        let consent = &signed.consent;
        let theirs = grants
            .iter()
            .filter(|one| one.consent_id == consent.id.as_str());
        let blocks = signed.text.blocks().into_iter();
        ConsentTold {
            id: consent.id.to_string(),
            state: self.or(
                &format!("evidence-state-{}", dashes(&consent.state)),
                &consent.state,
            ),
            method: self.or(
                &format!("evidence-method-{}", consent.method),
                &consent.method,
            ),
            asked: moment(consent.asked_at),
            asked_by: self.person(consent.asked_by.as_str()),
            signed: self.signed(signed),
            blocks: blocks.map(|(tag, body)| (tag, to_html(&body))).collect(),
            grants: theirs.map(|one| self.grant(one)).collect(),
            events: signed.events.iter().map(|one| self.event(one)).collect(),
        }
    }

    fn signed(&self, signed: &Signed) -> Option<SignedTold> {
        let (consent, fits) = (&signed.consent, signed.fits?);
        let evidence: Value =
            serde_json::from_str(consent.evidence.as_deref()?).unwrap_or_default();
        let said = |name: &str| {
            let text = evidence["circumstances"][name].as_str();
            text.unwrap_or_default().to_owned()
        };
        let document: Document = signed.document.clone()?;
        let story = document.story;
        let receipt = consent.receipt_at.map(|at| {
            let how = consent.receipt_how.as_deref().unwrap_or_default();
            (moment(at), self.or(&format!("evidence-receipt-{how}"), how))
        });
        Some(SignedTold {
            at: consent.signed_at.map(moment).unwrap_or_default(),
            name: consent.signer_name.clone().unwrap_or_default(),
            witness: consent.witness_id.as_deref().map(|id| self.person(id)),
            address: said("address"),
            agent: said("user_agent"),
            receipt,
            expires: consent.expires_at.map(moment).unwrap_or_default(),
            ended: consent.ended_at.map(moment),
            document_sha256: consent.document_sha256.clone().unwrap_or_default(),
            text_sha256: consent.text_sha256.clone(),
            fits: fits.all(),
            title: story.title,
            narrative: to_html(&story.narrative),
            words: story.words,
            rating: story.rating,
            attribution: story.attribution,
            facts: story.facts,
            photos: document
                .photos
                .into_iter()
                .map(|photo| (photo.id, photo.original_sha256))
                .collect(),
            answers: serde_json::to_string_pretty(&document.answers).unwrap_or_default(),
        })
    }

    fn grant(&self, one: &GrantLife) -> GrantTold {
        GrantTold {
            what: self.thing(&one.what, &one.subject_id, one.level),
            place: self.place(&one.channel),
            from: moment(one.valid_from),
            until: moment(one.expires_at),
            ended: one.ended_at.map(moment),
            why: one.ended_why.as_deref().map(|why| self.why(why)),
        }
    }

    fn event(&self, one: &ConsentEvent) -> Told {
        Told {
            at: moment(one.at),
            who: match one.actor.split_once(':') {
                Some(("user", id)) => self.person(id),
                Some(("client", _)) => self.texts.get("evidence-client"),
                _ => self.texts.get("evidence-program"),
            },
            what: self.or(&format!("evidence-event-{}", dashes(&one.verb)), &one.verb),
            mark: one.detail.clone(),
            until: String::new(),
        }
    }

    fn used(&self, one: &UseLife) -> Told {
        let why = one.unpublished_why.as_deref().map(|why| self.why(why));
        Told {
            at: moment(one.published_at),
            who: self.place(&one.channel),
            what: self.thing(&one.what, &one.subject_id, one.level),
            mark: why.unwrap_or_default(),
            until: one.unpublished_at.map(moment).unwrap_or_default(),
        }
    }

    fn decision(&self, one: &Decision) -> DecisionTold {
        let gates: Vec<Gate> = serde_json::from_str(&one.gates).unwrap_or_default();
        let reasons: Vec<String> = serde_json::from_str(&one.reasons).unwrap_or_default();
        let gates = gates.into_iter();
        DecisionTold {
            at: moment(one.decided_at),
            by: self.person(&one.decided_by),
            verdict: self.or(&format!("verdict-{}", dashes(&one.verdict)), &one.verdict),
            reasons: reasons
                .iter()
                .map(|reason| self.or(&format!("reason-{reason}"), reason))
                .collect(),
            note: one.note.clone(),
            gates: gates
                .map(|gate| {
                    let words = self.or(&format!("gate-{}", gate.id), "");
                    (gate.id, words, gate.passed)
                })
                .collect(),
        }
    }
}
