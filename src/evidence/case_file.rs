//! All that is known of a case, gathered at one moment.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;

use super::queries::{self, ConsentEvent, Decision, GrantLife, UseLife, View, Withdrawal};
use crate::audit::{self, Event, KeptCheck};
use crate::cases;
use crate::clients::{self, Client};
use crate::clinic;
use crate::config::Config;
use crate::consents::{self, Consent, ConsentText, Document};
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::hash::sha256;
use crate::photos::Photo;
use crate::seal;

/// What a case's evidence is made of.
pub struct CaseFile {
    pub clinic: String,
    pub at: NaiveDateTime,
    pub case: CaseId,
    pub client: Client,
    pub consents: Vec<Signed>,
    pub grants: Vec<GrantLife>,
    pub uses: Vec<UseLife>,
    pub decisions: Vec<Decision>,
    pub withdrawals: Vec<Withdrawal>,
    pub photos: Vec<Photo>,
    pub views: Vec<View>,
    pub audit: Vec<Event>,
    pub check: Option<KeptCheck>,
    /// Names of the clinic's people by their ids.
    pub people: BTreeMap<String, String>,
}

/// A consent, its text, and whether what is kept is what was signed.
pub struct Signed {
    pub consent: Consent,
    pub text: ConsentText,
    pub events: Vec<ConsentEvent>,
    pub document: Option<Document>,
    /// `None` when it was never signed.
    pub fits: Option<Fits>,
}

/// Checked when the evidence was put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fits {
    pub document: bool,
    pub text: bool,
    pub signature: bool,
}

impl Fits {
    pub fn all(self) -> bool {
        self.document && self.text && self.signature
    }
}

/// Gathers it. Inside a snapshot.
///
/// # Errors
/// `NotFound` for no case of ours.
pub fn case_file(conn: &mut Conn, config: &Config, id: &CaseId) -> Result<CaseFile, Error> {
    let case = cases::case(conn, id)?;
    let clinic = clinic::clinic(conn)?;
    let all = queries::consents_of(conn, id)?;
    let ids: Vec<&str> = all.iter().map(|consent| consent.id.as_str()).collect();
    let events = queries::events_of(conn, &ids)?;
    let stories = queries::stories_of(conn, id)?;
    let photos = queries::photos_of(conn, id)?;
    let named = |kind: &'static str| move |id: &str| format!("{kind}:{id}");
    let mut subjects: Vec<String> =
        vec![format!("case:{id}"), format!("client:{}", case.client_id)];
    subjects.extend(ids.iter().copied().map(named("consent")));
    subjects.extend(stories.iter().map(|id| id.as_str()).map(named("story")));
    subjects.extend(
        photos
            .iter()
            .map(|photo| photo.id.as_str())
            .map(named("photo")),
    );
    let seen: Vec<_> = photos.iter().map(|photo| photo.id.clone()).collect();
    let stories: Vec<&str> = stories.iter().map(|id| id.as_str()).collect();
    let mut signed = Vec::new();
    for consent in &all {
        let events = events
            .iter()
            .filter(|one| one.consent_id == consent.id.as_str());
        let events = events.cloned().collect();
        signed.push(examined(conn, config, consent.clone(), events)?);
    }
    let mut file = CaseFile {
        clinic: clinic.name,
        at: conn.now()?,
        case: id.clone(),
        client: clients::client(conn, &case.client_id)?,
        consents: signed,
        grants: queries::grants_of(conn, id)?,
        uses: queries::uses_of(conn, id)?,
        decisions: queries::decisions_on(conn, &stories)?,
        withdrawals: queries::withdrawals_of(conn, &case.client_id)?,
        views: queries::views_of(conn, &seen)?,
        audit: audit::about(conn, &subjects)?,
        check: audit::last_check(conn)?,
        people: queries::names(conn)?,
        photos,
    };
    let mentioned = mentioned(&file);
    file.people.retain(|id, _| mentioned.contains(id));
    Ok(file)
}

/// Ids of the clinic's people who had to do with the case: nobody else's name goes with it.
fn mentioned(file: &CaseFile) -> BTreeSet<String> {
    let consents = file.consents.iter().map(|one| &one.consent);
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for consent in consents {
        ids.insert(consent.asked_by.to_string());
        ids.extend(consent.witness_id.clone());
    }
    ids.extend(file.decisions.iter().map(|one| one.decided_by.clone()));
    ids.extend(file.views.iter().map(|one| one.viewed_by.clone()));
    let events = file.consents.iter().flat_map(|one| &one.events);
    let actors = events.map(|one| &one.actor);
    let actors = actors.chain(file.audit.iter().map(|one| &one.actor));
    ids.extend(actors.filter_map(|actor| Some(actor.strip_prefix("user:")?.to_owned())));
    ids
}

fn examined(
    conn: &mut Conn,
    config: &Config,
    consent: Consent,
    events: Vec<ConsentEvent>,
) -> Result<Signed, Error> {
    let text = consents::text(conn, &consent.text_id)?;
    let kept = (
        &consent.document,
        &consent.document_sha256,
        &consent.evidence,
        &consent.signature,
    );
    let fits = match kept {
        (Some(document), Some(hash), Some(evidence), Some(signature)) => Some(Fits {
            document: &sha256(document.as_bytes()) == hash && evidence.contains(hash.as_str()),
            text: text.is_whole() && text.sha256 == consent.text_sha256,
            signature: seal::is_ours(config, evidence.as_bytes(), signature)?,
        }),
        _ => None,
    };
    let document = consent.document.as_deref();
    let document = document.and_then(|bytes| serde_json::from_str(bytes).ok());
    Ok(Signed {
        consent,
        text,
        events,
        document,
        fits,
    })
}
