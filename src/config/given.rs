//! The settings as they were given, by name; one that does not exist is refused.

use std::collections::BTreeMap;
use std::fmt;

/// Why the program refuses to start, naming the setting.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError(pub String);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

pub(super) fn refuse<T>(message: impl Into<String>) -> Result<T, ConfigError> {
    Err(ConfigError(message.into()))
}

const NAMES: &[&str] = &[
    "CANDOR_BASE_URL",
    "CANDOR_DATA_DIR",
    "CANDOR_DATABASE_CONNECTIONS",
    #[cfg(debug_assertions)]
    "CANDOR_CRASH_AT",
    "CANDOR_JOBS_IN_SERVE",
    "CANDOR_JOB_LEASE_SECONDS",
    "CANDOR_LINK_SECRET",
    "CANDOR_LINK_SECRET_PREVIOUS",
    "CANDOR_LISTEN",
    "CANDOR_LOG",
    "CANDOR_LOG_FORMAT",
    "CANDOR_MAIL_FROM",
    "CANDOR_MAIL_PASSWORD",
    "CANDOR_MAIL_URL",
    "CANDOR_PHOTOS_AT_ONCE",
    "CANDOR_PHOTO_MEMORY_MB",
    "CANDOR_PHOTO_WEBP",
    "CANDOR_PURGE_CHECK_URL",
    "CANDOR_PURGE_INTERNAL",
    "CANDOR_PURGE_SECRET",
    "CANDOR_PURGE_URL",
    "CANDOR_SESSION_SECRET",
    "CANDOR_SESSION_SECRET_PREVIOUS",
    "CANDOR_SIGNING_SECRET",
    "CANDOR_STORAGE_ACCESS_KEY",
    "CANDOR_STORAGE_SECRET_KEY",
    "CANDOR_TRUSTED_PROXIES",
    "CANDOR_WORKERS",
];

const PLAIN_NAMES: &[&str] = &["DATABASE_URL", "STORAGE_URL", "LEDGER_URL"];

/// The values given, by name, with `_FILE` already read.
pub(super) struct Given(BTreeMap<String, String>);

impl Given {
    pub(super) fn collect(
        vars: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut given = BTreeMap::new();
        for (name, value) in vars {
            let plain = name.strip_suffix("_FILE").unwrap_or(&name);
            let known = NAMES.contains(&plain) || PLAIN_NAMES.contains(&plain);
            if !known {
                if name.starts_with("CANDOR_") {
                    return refuse(format!(
                        "{name} is not a setting; see .env.example for the list"
                    ));
                }
                continue;
            }
            let value = if name.ends_with("_FILE") {
                std::fs::read_to_string(&value)
                    .map_err(|e| ConfigError(format!("{name}: can't read {value}: {e}")))?
            } else {
                value
            };
            if given
                .insert(plain.to_owned(), value.trim().to_owned())
                .is_some()
            {
                return refuse(format!("{plain} and {plain}_FILE are both set; keep one"));
            }
        }
        Ok(Self(given))
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    pub(super) fn parse<T: std::str::FromStr>(
        &self,
        name: &str,
        default: T,
        expected: &str,
    ) -> Result<T, ConfigError> {
        match self.get(name) {
            None => Ok(default),
            Some(value) => value.parse().or_else(|_| {
                refuse(format!(
                    "{name}: expected {expected}, for example as in .env.example"
                ))
            }),
        }
    }
}
