//! The document a client signs: the exact bytes they saw, hashed and signed by the server.

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier};
use serde::{Deserialize, Serialize};

use super::answers::Answers;
use crate::config::Config;
use crate::error::Error;
use crate::hash::{hex, sha256};

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

/// The server's Ed25519 signature over `bytes`, as hex.
pub(super) fn seal(config: &Config, bytes: &str) -> Result<String, Error> {
    Ok(hex(&key(config)?.sign(bytes.as_bytes()).to_bytes()))
}

/// Whether `signature` is ours over `bytes`.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn verify_signature(config: &Config, bytes: &str, signature: &str) -> Result<bool, Error> {
    let decoded: Option<Vec<u8>> = (0..signature.len() / 2)
        .map(|i| {
            signature
                .get(2 * i..2 * i + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    let Some(signature) = decoded.and_then(|bytes| Signature::from_slice(&bytes).ok()) else {
        return Ok(false);
    };
    Ok(key(config)?
        .verifying_key()
        .verify(bytes.as_bytes(), &signature)
        .is_ok())
}

fn key(config: &Config) -> Result<SigningKey, Error> {
    let bytes: [u8; 32] = config
        .secrets
        .signing
        .bytes()
        .try_into()
        .map_err(|_| Error::internal("CANDOR_SIGNING_SECRET: expected 32 bytes"))?;
    Ok(SigningKey::from_bytes(&bytes))
}
