//! The keys that all instances share: given, or made once in the data folder.

use std::path::Path;

use super::given::{ConfigError, Given, refuse};
use super::{KeyRing, Secret};

/// Keys that all instances share; the previous ones are accepted while rotating.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// Signs form tokens.
    pub session: KeyRing,
    /// Derives clients' private links.
    pub link: KeyRing,
    /// 32 bytes: signs consent receipts (Ed25519).
    pub signing: Secret,
}

pub(super) fn secrets(
    given: &Given,
    data_dir: &Path,
    embedded: bool,
) -> Result<Secrets, ConfigError> {
    let secret = |name: &str, file: &str| match given.get(name) {
        Some(value) => Secret::decode(value)
            .ok_or_else(|| ConfigError(format!("{name}: expected at least 32 bytes as hex"))),
        None if embedded => Secret::load_or_create(&data_dir.join("secrets").join(file)),
        None => refuse(format!(
            "{name} is required with PostgreSQL, the same on every instance (openssl rand -hex 32)"
        )),
    };
    let previous = |name: &str| match given.get(name) {
        None => Ok(None),
        Some(value) => Secret::decode(value)
            .map(Some)
            .ok_or_else(|| ConfigError(format!("{name}: expected at least 32 bytes as hex"))),
    };
    let signing = secret("CANDOR_SIGNING_SECRET", "signing")?;
    if signing.bytes().len() != 32 {
        return refuse("CANDOR_SIGNING_SECRET: expected exactly 32 bytes as 64 hex digits");
    }
    Ok(Secrets {
        session: KeyRing::new(
            secret("CANDOR_SESSION_SECRET", "session")?,
            previous("CANDOR_SESSION_SECRET_PREVIOUS")?,
        ),
        link: KeyRing::new(
            secret("CANDOR_LINK_SECRET", "link")?,
            previous("CANDOR_LINK_SECRET_PREVIOUS")?,
        ),
        signing,
    })
}
