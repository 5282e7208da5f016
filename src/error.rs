//! What can go wrong with a request, and the status it answers with.

use std::fmt;

use crate::mail::MailError;
use crate::storage::StorageError;

/// The fields of a form that were refused: name of the field and id of the text that says what to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<(String, String)>);

impl FieldErrors {
    pub fn add(&mut self, field: &str, message: &str) {
        self.0.push((field.to_owned(), message.to_owned()));
    }

    /// `Err(Error::Invalid)` if anything was refused.
    pub fn check(self) -> Result<(), Error> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(self))
        }
    }
}

/// Why a request was not carried out. The visitor never sees the cause of `Internal` or `Unavailable`.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or one may not know of it.
    NotFound,
    /// It was public once and is not any more.
    Gone,
    /// One may see it but not do this.
    Forbidden,
    SignInRequired,
    /// The client's private link is needed first.
    LinkRequired,
    Invalid(FieldErrors),
    /// A refusal with its own text (the id of a message), such as a photo that is no photo.
    Refused {
        status: u16,
        message: String,
    },
    /// Somebody else changed it meanwhile.
    Conflict,
    TooLarge,
    TooManyRequests {
        seconds: i64,
    },
    /// The disk is full; what makes things more private still works.
    Full,
    /// The database, the store or the mail server does not answer.
    Unavailable(String),
    Internal(String),
    Database(diesel::result::Error),
}

impl Error {
    pub fn internal(cause: impl Into<String>) -> Self {
        Self::Internal(cause.into())
    }

    pub fn unavailable(cause: impl Into<String>) -> Self {
        Self::Unavailable(cause.into())
    }

    /// One refused field.
    pub fn field(field: &str, message: &str) -> Self {
        let mut errors = FieldErrors::default();
        errors.add(field, message);
        Self::Invalid(errors)
    }

    pub fn refused(status: u16, message: &str) -> Self {
        Self::Refused {
            status,
            message: message.to_owned(),
        }
    }

    pub(crate) fn is_unique_violation(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        matches!(
            self,
            Self::Database(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
        )
    }

    /// So many seconds later it may be asked again.
    pub fn retry_after(&self) -> Option<i64> {
        match self {
            Self::TooManyRequests { seconds } => Some(*seconds),
            Self::Unavailable(_) => Some(10),
            _ => None,
        }
    }

    /// The HTTP status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Gone => 410,
            Self::Forbidden => 403,
            Self::SignInRequired | Self::LinkRequired => 401,
            Self::Invalid(_) => 422,
            Self::Refused { status, .. } => *status,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::TooManyRequests { .. } => 429,
            Self::Unavailable(_) => 503,
            Self::Full => 507,
            Self::Internal(_) | Self::Database(_) => 500,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internal(cause) | Self::Unavailable(cause) => f.write_str(cause),
            Self::Database(cause) => write!(f, "database: {cause}"),
            Self::Refused { message, .. } => f.write_str(message),
            Self::Invalid(fields) => write!(f, "refused fields: {:?}", fields.0),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => {
                Self::Unavailable(format!("database: {}", info.message()))
            }
            Diesel::DatabaseError(DatabaseErrorKind::Unknown, info)
                if info.message().contains("database is locked") =>
            {
                Self::Unavailable("database is locked".to_owned())
            }
            // PostgreSQL gave up waiting for a row that another transaction holds.
            Diesel::DatabaseError(DatabaseErrorKind::Unknown, info)
                if info.message().contains("due to lock timeout") =>
            {
                Self::Unavailable("database: a lock was not given".to_owned())
            }
            other => Self::Database(other),
        }
    }
}

impl From<StorageError> for Error {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => Self::NotFound,
            StorageError::Full => Self::Full,
            other => Self::Unavailable(format!("storage: {other}")),
        }
    }
}

impl From<MailError> for Error {
    fn from(error: MailError) -> Self {
        Self::Unavailable(format!("mail: {error}"))
    }
}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        use std::error::Error as _;
        let mut text = format!("template: {error}");
        let mut cause = error.source();
        while let Some(error) = cause {
            text.push_str(&format!(": {error}"));
            cause = error.source();
        }
        Self::Internal(text)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(format!("json: {error}"))
    }
}
