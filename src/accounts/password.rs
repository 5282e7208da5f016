//! Passwords: argon2id at OWASP's strength, a bounded number at once, never compared in the clear.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::app::App;
use crate::error::{Error, FieldErrors};

/// Shortest and longest password, in characters.
pub const LENGTH: std::ops::RangeInclusive<usize> = 12..=128;

/// Passwords that turn up first in every list of leaked ones, of a length that would be allowed.
const COMMON: &[&str] = &[
    "123456789012",
    "1234567890123",
    "password1234",
    "passwordpassword",
    "qwertyuiop123",
    "qwertyuiopas",
    "administrator",
    "letmeinletmein",
    "iloveyou1234",
    "welcome12345",
    "changeme1234",
    "abcdefghijkl",
    "111111111111",
    "000000000000",
    "adminadminadmin",
    "correcthorsebatterystaple",
];

/// The PHC text of a new hash.
///
/// # Errors
/// `Unavailable` while too many want one; when there is no randomness or no memory.
pub async fn hash(app: &App, password: String) -> Result<String, Error> {
    run(app, move || hash_blocking(&password)).await?
}

/// Whether `password` fits `hash`; without a hash it takes as long and says no (nobody learns who has an account).
///
/// # Errors
/// `Unavailable` while too many want to know; when there is no memory.
pub async fn verify(app: &App, password: String, hash: Option<String>) -> Result<bool, Error> {
    run(app, move || {
        let Some(hash) = hash else {
            hash_blocking(&password)?;
            return Ok(false);
        };
        let hash = PasswordHash::new(&hash)
            .map_err(|e| Error::internal(format!("stored password hash: {e}")))?;
        Ok(hasher()?
            .verify_password(password.as_bytes(), &hash)
            .is_ok())
    })
    .await?
}

async fn run<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let admitted = app.hashing.admit().await?;
    tokio::task::spawn_blocking(move || {
        let _until_done = admitted;
        work()
    })
    .await
    .map_err(|e| Error::internal(format!("password thread: {e}")))
}

/// [`hash`] on the command line.
///
/// # Errors
/// When there is no randomness or no memory.
pub fn hash_blocking(password: &str) -> Result<String, Error> {
    hasher()?
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|e| Error::internal(format!("password: {e}")))
}

fn hasher() -> Result<Argon2<'static>, Error> {
    // OWASP Password Storage Cheat Sheet: argon2id, m = 47104 KiB, t = 2 here for margin, p = 1.
    let params = Params::new(47_104, 2, 1, None)
        .map_err(|e| Error::internal(format!("password parameters: {e}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Refuses passwords that are too short, too long, or among the first anyone would try.
pub fn check(password: &str, errors: &mut FieldErrors) {
    if !LENGTH.contains(&password.chars().count()) {
        errors.add("password", "password-length");
    } else if COMMON.contains(&password.to_lowercase().as_str()) {
        errors.add("password", "password-common");
    }
}
