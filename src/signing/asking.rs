//! What a client is asked about: the photos of the story's pairs, and the document made of their answers.

use chrono::NaiveDateTime;

use crate::clients::{self, Representative};
use crate::consents;
use crate::consents::{Answers, Channel, Consent, Document, PhotoSeen, Signature, StorySeen};
use crate::db::Conn;
use crate::error::Error;
use crate::photos::{self, Pair, Photo};
use crate::stories::{self, Story};
use crate::testimonials::{self, Testimonial};
use crate::videos::{self, Video, VideoFile};

/// A draft with everything that stands around it.
pub struct Asking {
    pub consent: Consent,
    pub answers: Answers,
    pub story: Option<Story>,
    pub pairs: Vec<Pair>,
    /// Each once, in the order of the pairs.
    pub photos: Vec<Photo>,
    pub told: Option<Testimonial>,
    /// Who signs for the client; `None` when they sign themselves.
    pub representative: Option<Representative>,
    /// What they say in a video, and the file to play it from.
    pub video: Option<(Video, Option<VideoFile>)>,
    /// Places that the clinic uses: no other is asked about.
    pub used: Vec<Channel>,
}

/// Gathers what a client is asked about.
///
/// # Errors
/// `NotFound` without the consent.
pub fn gather(conn: &mut Conn, consent: Consent) -> Result<Asking, Error> {
    let mut asked: Vec<Photo> = Vec::new();
    let pairs = photos::pairs(conn, &consent.case_id)?;
    for photo in pairs.iter().flat_map(|pair| [&pair.before, &pair.after]) {
        if !asked.iter().any(|known| known.id == photo.id) {
            asked.push(photo.clone());
        }
    }
    let used = consents::channels_used(conn)?;
    let mut answers = consent.answers();
    answers.keep_to(&used);
    Ok(Asking {
        answers,
        used,
        story: stories::of_case(conn, &consent.case_id)?,
        told: testimonials::of_consent(conn, &consent.id)?,
        representative: clients::representative(conn, &consent.client_id)?,
        video: videos::of_consent(conn, &consent.id)?,
        photos: asked,
        pairs,
        consent,
    })
}

impl Asking {
    /// The story as it would appear with the answers given.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn story_seen(&self, conn: &mut Conn) -> Result<StorySeen, Error> {
        match &self.story {
            Some(story) => stories::seen(
                conn,
                story,
                &self.answers,
                (self.told.as_ref(), self.video.as_ref()),
            ),
            None => Ok(StorySeen::default()),
        }
    }

    /// Stands for all that the last page shows: a form made from another state binds nothing (S19).
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn shown_sha256(&self, conn: &mut Conn) -> Result<String, Error> {
        let seen = self.story_seen(conn)?.sha256();
        let photos: Vec<_> = self
            .photos
            .iter()
            .map(|p| (p.id.as_str(), &p.sha256, &p.edits_sha256))
            .collect();
        let stands = self.representative.as_ref().map(|one| &one.id);
        let all = (seen, photos, &self.answers, self.consent.revision, stands);
        let all = serde_json::to_string(&all)?;
        Ok(crate::hash::sha256(all.as_bytes()))
    }

    /// The signature over exactly what was shown.
    ///
    /// # Errors
    /// When the text is gone.
    pub fn signature(
        &self,
        conn: &mut Conn,
        name: &str,
        expires_at: NaiveDateTime,
        circumstances: serde_json::Value,
    ) -> Result<Signature, Error> {
        let text = consents::text(conn, &self.consent.text_id)?;
        let story = self.story_seen(conn)?;
        Ok(Signature {
            signer_name: name.to_owned(),
            revision: self.consent.revision,
            story_sha256: story.sha256(),
            circumstances,
            document: Document {
                record_id: self.consent.id.to_string(),
                pii_principal_id: self.consent.client_id.to_string(),
                case_id: self.consent.case_id.to_string(),
                text_id: text.id,
                text_sha256: text.sha256,
                text: text.body,
                answers: self.answers.clone(),
                photos: self
                    .photos
                    .iter()
                    .map(|photo| PhotoSeen {
                        id: photo.id.to_string(),
                        original_sha256: photo.sha256.clone(),
                        edits: photo.edits.clone(),
                    })
                    .collect(),
                story,
                grants: Vec::new(),
                expires_at: expires_at.and_utc().to_rfc3339(),
            },
        })
    }
}
