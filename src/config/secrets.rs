//! Typed secrets: never printed, compared in constant time, created once on the embedded default.

use std::fmt;
use std::io::Write;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::ConfigError;

/// Bytes that must not show up in a log or an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    pub fn new(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }

    /// Bytes that were decoded already.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// At least 32 bytes written as hex, or `None`.
    pub fn decode(hex: &str) -> Option<Self> {
        if hex.len() < 64 || !hex.len().is_multiple_of(2) || !hex.is_ascii() {
            return None;
        }
        (0..hex.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).ok())
            .collect::<Option<Vec<u8>>>()
            .map(Self)
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret as text (passwords, access keys); empty if it is not UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Reads the secret from `path`, creating it (32 random bytes, readable by the owner only) when it is missing.
    pub(super) fn load_or_create(path: &Path) -> Result<Self, ConfigError> {
        let told =
            |e: &dyn fmt::Display| ConfigError(format!("secret file {}: {e}", path.display()));
        if !path.exists() {
            let mut bytes = [0u8; 32];
            getrandom::fill(&mut bytes).map_err(|e| told(&e))?;
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|e| told(&e))?;
            }
            write_private(path, hex.as_bytes()).map_err(|e| told(&e))?;
        }
        let text = std::fs::read_to_string(path).map_err(|e| told(&e))?;
        Self::decode(text.trim()).ok_or_else(|| told(&"expected at least 32 bytes as hex"))
    }
}

/// Writes a whole file that only the owner may read; a second process that came first wins.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    match std::fs::hard_link(&draft, path) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => return Err(e),
        _ => {}
    }
    std::fs::remove_file(&draft)
}

/// The key in use and, while rotating, the one before it.
#[derive(Debug, Clone)]
pub struct KeyRing {
    current: Secret,
    previous: Option<Secret>,
}

impl KeyRing {
    pub fn new(current: Secret, previous: Option<Secret>) -> Self {
        Self { current, previous }
    }

    /// HMAC-SHA-256 of `message` under the current key.
    pub fn sign(&self, message: &[u8]) -> [u8; 32] {
        mac(&self.current, message)
    }

    /// Whether `tag` is the HMAC of `message` under the current or the previous key (constant time).
    pub fn verify(&self, message: &[u8], tag: &[u8]) -> bool {
        std::iter::once(&self.current)
            .chain(self.previous.as_ref())
            .any(|key| mac(key, message).ct_eq(tag).into())
    }

    /// The HMAC under each accepted key, current first: for looking a derived value up.
    pub fn candidates(&self, message: &[u8]) -> Vec<[u8; 32]> {
        std::iter::once(&self.current)
            .chain(self.previous.as_ref())
            .map(|key| mac(key, message))
            .collect()
    }
}

fn mac(key: &Secret, message: &[u8]) -> [u8; 32] {
    // HMAC takes a key of any length; the fallback can't happen and signs nothing that verifies.
    match Hmac::<Sha256>::new_from_slice(&key.0) {
        Ok(mac) => mac.chain_update(message).finalize().into_bytes().into(),
        Err(_) => [0; 32],
    }
}
