//! Why a mail did not leave: never, or not now.

use std::fmt;

/// The texts name neither the recipient nor a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailError {
    /// Trying again is useless: the address is wrong or the server said no for good (5xx).
    Refused(String),
    /// Trying again later may help: no connection, no answer in time, "not now" (4xx), or a login that has to be put right
    /// in the settings.
    Unavailable(String),
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(cause) => write!(f, "refused: {cause}"),
            Self::Unavailable(cause) => write!(f, "not sent: {cause}"),
        }
    }
}

impl std::error::Error for MailError {}
