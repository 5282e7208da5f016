//! The server's seal: its Ed25519 signature over bytes that others must be able to check later, without us.

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};

use crate::config::Config;
use crate::error::Error;
use crate::hash::hex;

/// What stands before the 32 bytes of an Ed25519 key where others expect one (RFC 8410).
const SPKI: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// Our signature over `bytes`, as hex.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn seal(config: &Config, bytes: &[u8]) -> Result<String, Error> {
    Ok(hex(&key(config)?.sign(bytes).to_bytes()))
}

/// Whether `signature` is ours over `bytes`.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn is_ours(config: &Config, bytes: &[u8], signature: &str) -> Result<bool, Error> {
    let key = key(config)?.verifying_key();
    Ok(fits(&key, bytes, signature))
}

/// Whether `signature` over `bytes` was made with the private half of `public`, both as hex.
pub fn is_by(public: &str, bytes: &[u8], signature: &str) -> bool {
    let key = unhex(public)
        .and_then(|key| <[u8; 32]>::try_from(key).ok())
        .and_then(|key| VerifyingKey::from_bytes(&key).ok());
    key.is_some_and(|key| fits(&key, bytes, signature))
}

/// The key that our signatures are checked with, as hex.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn public_key(config: &Config) -> Result<String, Error> {
    Ok(hex(key(config)?.verifying_key().as_bytes()))
}

/// The same key as OpenSSL and others read it.
///
/// # Errors
/// When the signing key has the wrong length.
pub fn public_pem(config: &Config) -> Result<String, Error> {
    use base64::Engine;
    let key = key(config)?.verifying_key();
    let der = [SPKI.as_slice(), key.as_bytes()].concat();
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    Ok(format!(
        "-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----\n"
    ))
}

/// Lower-case or upper-case hex as bytes, or `None`.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok())
        .collect()
}

fn fits(key: &VerifyingKey, bytes: &[u8], signature: &str) -> bool {
    let signature = unhex(signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
    signature.is_some_and(|signature| key.verify(bytes, &signature).is_ok())
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
