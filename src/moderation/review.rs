//! Everything a decision needs to know, gathered in one transaction.

use chrono::NaiveDateTime;

use super::gate::{Gate, Light};
use super::gates;
use super::history;
use crate::accounts::{self, Actor, FactorStanding};
use crate::cases;
use crate::clients::{self, Client, Representative};
use crate::clinic::{self, Display, Profile, Rule, Slip};
use crate::config::Config;
use crate::consents::{self, Channel, Consent, ConsentText, PaperStage, What};
use crate::db::{Conn, PhotoId, StoryId};
use crate::error::Error;
use crate::imaging::Level;
use crate::photos::{self, Photo, Rendition};
use crate::seal;
use crate::stories::{self, Snapshot, Story};
use crate::testimonials::{self, Testimonial};
use crate::videos::{self, Video, VideoFile};

/// One photo of the story and what covers it.
pub struct PhotoFacts {
    pub photo: Photo,
    pub grant: Option<consents::LiveGrant>,
    /// The version to be published: the most that is granted and can be made.
    pub level: Option<Level>,
    pub renditions: Vec<Rendition>,
}

/// Who signed for a client.
pub struct Signer {
    pub of: Representative,
    /// Their address is that of somebody who works here.
    pub of_the_clinic: bool,
}

/// The client's video, where it may be shown on the website.
pub struct VideoFacts {
    pub video: Video,
    /// None while it is not made, or after it was deleted.
    pub file: Option<VideoFile>,
    pub grant: consents::LiveGrant,
}

/// What the gates look at.
pub struct Facts {
    pub now: NaiveDateTime,
    pub story: Story,
    pub snapshot: Snapshot,
    pub client: Client,
    pub consent: Option<Consent>,
    pub text: Option<ConsentText>,
    pub signature_fits: bool,
    /// `None` where the client signed.
    pub signer: Option<Signer>,
    /// How far the sheet has come, where it was or is to be signed on paper.
    pub paper: Option<PaperStage>,
    pub photos: Vec<PhotoFacts>,
    pub testimonial: Option<Testimonial>,
    pub words_grant: Option<consents::LiveGrant>,
    pub video: Option<VideoFacts>,
    /// The name as it would be shown.
    pub attribution: Option<String>,
    pub typical_result: String,
    /// `moderator` or `client`; `None` when nobody else has looked.
    pub second_eyes: Option<&'static str>,
    /// Of whoever decides.
    pub second_factor: FactorStanding,
    pub profile: &'static Profile,
    pub display: Display,
    /// Decisions that kept a story back for no reason of the list.
    pub kept_back: usize,
    /// Whoever treated is in a professional register.
    pub registered: bool,
    /// Words that promise too much.
    pub slips: Vec<Slip>,
}

impl Facts {
    pub fn photo(&self, id: &str) -> Option<&PhotoFacts> {
        self.photos.iter().find(|one| one.photo.id.as_str() == id)
    }

    /// The video that is to be shown.
    pub fn video_shown(&self) -> Option<&VideoFacts> {
        self.video.as_ref().filter(|_| !self.words_barred())
    }

    /// The profile shows no words and stars of this client, whatever they allowed.
    pub fn words_barred(&self) -> bool {
        self.registered && self.profile.has(Rule::NoWordsRegistered)
    }
}

/// A story before its moderator.
pub struct Review {
    pub facts: Facts,
    pub gates: Vec<Gate>,
    /// What an approval binds: the sources as shown (G25).
    pub sources_sha256: String,
    pub epoch: i64,
}

impl Review {
    pub fn passes(&self) -> bool {
        self.gates.iter().all(|gate| gate.passed)
    }

    /// Nothing is open but what whoever decides may let stand with a reason.
    pub fn decidable(&self) -> bool {
        self.gates.iter().all(|gate| gate.passed || gate.asks)
    }

    /// Lets stand what asks for a reason. The reason is stored with the decision.
    pub fn let_stand(&mut self, reason: &str) {
        for gate in self.gates.iter_mut().filter(|gate| gate.asks) {
            gate.passed = true;
            gate.answer = Some(reason.to_owned());
        }
    }

    /// The four lights, and whether each is green.
    pub fn lights(&self) -> Vec<(Light, bool)> {
        Light::ALL
            .into_iter()
            .map(|light| {
                let mut of_light = self.gates.iter().filter(|gate| gate.light == light);
                (light, of_light.all(|gate| gate.passed))
            })
            .collect()
    }
}

/// Up to so many accounts, the client's own approval of the exact story may be the second pair of eyes.
const SMALL_STUDIO: usize = 3;

/// Gathers a story and checks its gates for `actor`.
///
/// # Errors
/// `NotFound`.
pub fn review(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    id: &StoryId,
) -> Result<Review, Error> {
    let story = stories::story(conn, id)?;
    let client = clients::client(conn, &story.client_id)?;
    let consent = consents::active_for_case(conn, &story.case_id)?;
    let snapshot = stories::compose(conn, &story, consent.as_ref())?;
    let text = match &consent {
        Some(consent) => Some(consents::text(conn, &consent.text_id)?),
        None => None,
    };
    let testimonial = match &consent {
        Some(consent) => testimonials::of_consent(conn, &consent.id)?,
        None => None,
    };
    let mut photos = Vec::new();
    // Without a consent nothing is in the snapshot: the pairs are shown all the same, so that gates can name them.
    for shown in snapshot.photos() {
        photos.push(photo_facts(conn, &shown.id)?);
    }
    let case = story.case_id.clone();
    let words_grant = match &snapshot.testimonial_id {
        Some(told) => consents::covering_grant(conn, &case, What::Words, told, Channel::Website)?,
        None => None,
    };
    let video = video_facts(conn, consent.as_ref())?;
    let name = consents::covering_grant(conn, &case, What::Name, case.as_str(), Channel::Website)?;
    let said = (testimonial.as_ref(), video.as_ref());
    let second_eyes = second_eyes(conn, actor, &story, consent.as_ref(), said)?;
    let profile = clinic::profile(conn)?;
    let display = clinic::display(conn)?;
    let facts = Facts {
        now: conn.now()?,
        kept_back: match display {
            Display::Selected => 0,
            Display::All => history::kept_back_for_nothing(conn)?,
        },
        registered: registered(conn, &story)?,
        slips: gates::slips(profile, &snapshot)?,
        profile,
        display,
        signature_fits: signature_fits(config, consent.as_ref())?,
        signer: signer(conn, consent.as_ref())?,
        paper: consents::stage_of_case(conn, &story.case_id, consent.as_ref())?,
        typical_result: clinic::treatment(conn, &snapshot.treatment_id)?.typical_result,
        attribution: name.map(|grant| grant.source),
        story,
        client,
        consent,
        text,
        photos,
        testimonial,
        words_grant,
        video,
        second_eyes,
        second_factor: accounts::factor_standing(conn, actor)?,
        snapshot,
    };
    let sources_sha256 = sources(&facts)?;
    Ok(Review {
        gates: gates::check(&facts),
        epoch: facts.client.epoch,
        sources_sha256,
        facts,
    })
}

/// Who signed for the client, if they did not themselves.
fn signer(conn: &mut Conn, consent: Option<&Consent>) -> Result<Option<Signer>, Error> {
    let signed = consent.and_then(|one| Some((&one.client_id, one.representative_id.as_ref()?)));
    let Some((client, id)) = signed else {
        return Ok(None);
    };
    let all = clients::representatives(conn, client)?;
    let Some(of) = all.into_iter().find(|one| &one.id == id) else {
        return Ok(None);
    };
    let of_the_clinic = match &of.email {
        Some(email) => clients::is_of_the_clinic(conn, email)?,
        None => false,
    };
    Ok(Some(Signer { of, of_the_clinic }))
}

fn registered(conn: &mut Conn, story: &Story) -> Result<bool, Error> {
    let treated = cases::case(conn, &story.case_id)?.practitioner_id;
    Ok(match treated {
        Some(id) => !clinic::practitioner(conn, &id)?.registration.is_empty(),
        None => false,
    })
}

fn photo_facts(conn: &mut Conn, id: &str) -> Result<PhotoFacts, Error> {
    let id = PhotoId::parse(id).ok_or(Error::NotFound)?;
    let photo = photos::photo(conn, &id)?;
    let grant = consents::covering_grant(
        conn,
        &photo.case_id,
        What::Photo,
        id.as_str(),
        Channel::Website,
    )?;
    let granted = grant
        .as_ref()
        .and_then(|grant| Level::try_from(grant.level).ok());
    let level = granted.and_then(|granted| photos::best_level(&photo, granted));
    let renditions = match level {
        Some(level) => photos::renditions(conn, &photo, level)?,
        None => Vec::new(),
    };
    Ok(PhotoFacts {
        photo,
        grant,
        level,
        renditions,
    })
}

fn video_facts(conn: &mut Conn, consent: Option<&Consent>) -> Result<Option<VideoFacts>, Error> {
    let Some(consent) = consent else {
        return Ok(None);
    };
    let Some((video, file)) = videos::of_consent(conn, &consent.id)? else {
        return Ok(None);
    };
    let (case, id) = (&consent.case_id, video.id.as_str());
    let grant = consents::covering_grant(conn, case, What::Video, id, Channel::Website)?;
    Ok(grant.map(|grant| VideoFacts { video, file, grant }))
}

fn signature_fits(config: &Config, consent: Option<&Consent>) -> Result<bool, Error> {
    let Some(consent) = consent else {
        return Ok(false);
    };
    let (Some(document), Some(hash), Some(evidence), Some(signature)) = (
        &consent.document,
        &consent.document_sha256,
        &consent.evidence,
        &consent.signature,
    ) else {
        return Ok(false);
    };
    let whole =
        &crate::hash::sha256(document.as_bytes()) == hash && evidence.contains(hash.as_str());
    Ok(whole && seal::is_ours(config, evidence.as_bytes(), signature)?)
}

fn second_eyes(
    conn: &mut Conn,
    actor: &Actor,
    story: &Story,
    consent: Option<&Consent>,
    (told, said): (Option<&Testimonial>, Option<&VideoFacts>),
) -> Result<Option<&'static str>, Error> {
    let wrote = [
        Some(story.created_by.as_str()),
        Some(story.updated_by.as_str()),
        story.submitted_by.as_deref(),
        // Captions are words of the story too.
        said.and_then(|said| Some(said.video.watched_by.as_ref()?.as_str())),
    ];
    if !wrote.contains(&Some(actor.id.as_str())) {
        return Ok(Some("moderator"));
    }
    if accounts::users_with_role(conn, None)?.len() > SMALL_STUDIO {
        return Ok(None);
    }
    let Some(consent) = consent else {
        return Ok(None);
    };
    let video = said.map(|said| (said.video.clone(), said.file.clone()));
    let now = stories::seen(conn, story, &consent.answers(), (told, video.as_ref()))?.sha256();
    Ok((consent.story_sha256.as_deref() == Some(now.as_str())).then_some("client"))
}

/// The hash of everything an approval is bound to: composed story, and for each photo its grant and level.
fn sources(facts: &Facts) -> Result<String, Error> {
    let photos: Vec<_> = facts
        .photos
        .iter()
        .map(|one| {
            (
                one.photo.id.as_str(),
                one.grant.as_ref().map(|g| g.id.as_str()),
                one.level.map(i32::from),
            )
        })
        .collect();
    let consent = facts
        .consent
        .as_ref()
        .map(|c| (c.id.as_str(), c.document_sha256.as_deref()));
    let story = (&facts.snapshot, photos, consent, facts.story.revision);
    let all = match &facts.video {
        None => serde_json::to_string(&story)?,
        Some(one) => serde_json::to_string(&(story, &one.grant.id, &one.video.captions))?,
    };
    Ok(crate::hash::sha256(all.as_bytes()))
}
