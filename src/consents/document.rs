//! The document a client signs: the exact bytes they saw, hashed and signed by the server.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use crate::error::Error;
use crate::hash::sha256;
use crate::seal;

/// One photo as it was shown when signing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoSeen {
    pub id: String,
    /// SHA-256 of the sealed original.
    pub original_sha256: String,
    /// Its edits as canonical JSON.
    pub edits: String,
}

/// The video as it was played when signing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VideoSeen {
    pub id: String,
    /// SHA-256 of the sealed original.
    pub original_sha256: String,
    pub seconds: i32,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoSeen>,
}

impl StorySeen {
    pub fn sha256(&self) -> String {
        sha256(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }
}

/// One grant as it was signed: one thing in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GrantSeen {
    pub what: String,
    pub subject_id: String,
    pub channel: String,
    /// How much of the person, for a photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
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
    /// All that the answers grant, written out one by one when it is signed; documents of earlier versions have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<GrantSeen>,
    pub expires_at: String,
}

impl Document {
    pub fn bytes(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self)?)
    }
}

/// A signed consent as files that anyone can check: the document as it was seen, the sealed evidence, and the signature as text
/// and as bytes.
pub fn signed_files(
    document: Option<&str>,
    evidence: Option<&str>,
    signature: Option<&str>,
) -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let files = [
        ("document.json", document.map(text)),
        ("evidence.json", evidence.map(text)),
        ("signature.txt", signature.map(text)),
        ("signature.bin", signature.and_then(seal::unhex)),
    ];
    let there = files.into_iter();
    there
        .filter_map(|(name, bytes)| Some((name, bytes?)))
        .collect()
}
