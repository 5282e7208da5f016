//! The document a client signs: the exact bytes they saw, hashed and signed by the server.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use crate::error::Error;
use crate::hash::sha256;

/// One photo as it was shown when signing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoSeen {
    pub id: String,
    /// SHA-256 of the sealed original.
    pub original_sha256: String,
    /// Its edits as canonical JSON.
    pub edits: String,
}

/// The story as it was shown when signing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StorySeen {
    pub title: String,
    pub narrative: String,
    /// Name of the fact and its value.
    pub facts: Vec<(String, String)>,
    pub testimonial_id: Option<String>,
    pub words: Option<String>,
    pub rating: Option<i32>,
    pub attribution: Option<String>,
    pub disclosures: Vec<String>,
}

impl StorySeen {
    pub fn sha256(&self) -> String {
        sha256(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }
}

/// What was signed. Serialised once; the bytes are kept. Field names follow ISO 27560 where it has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub record_id: String,
    pub pii_principal_id: String,
    pub case_id: String,
    pub text_id: String,
    pub text_sha256: String,
    pub text: String,
    pub answers: Answers,
    pub photos: Vec<PhotoSeen>,
    pub story: StorySeen,
    pub expires_at: String,
}

impl Document {
    pub fn bytes(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self)?)
    }
}
