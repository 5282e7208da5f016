//! How mail leaves: by SMTP, into a folder, into memory (tests), or not at all.

use std::fmt;
use std::sync::{Arc, Mutex};

use crate::config::MailConfig;

mod folder;
mod message;
mod smtp;

/// A mail to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// A mail server (or the folder) took it.
    Accepted,
    /// There is no mail server: the caller shows the link instead.
    NotConfigured,
}

/// Why a mail was not sent.
#[derive(Debug, PartialEq, Eq)]
pub enum MailError {
    /// For good: the address or the mail itself was refused.
    Refused(String),
    /// For now: the server does not answer.
    Unavailable(String),
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(cause) => write!(f, "refused: {cause}"),
            Self::Unavailable(cause) => write!(f, "unavailable: {cause}"),
        }
    }
}

impl std::error::Error for MailError {}

/// The way out. Cheap to clone.
#[derive(Clone)]
pub enum Mailer {
    None,
    Folder(folder::MailFolder),
    Smtp(smtp::Server),
    Memory(Arc<Mutex<Vec<Mail>>>),
}

impl Mailer {
    /// Opens the way out; no server is asked yet.
    ///
    /// # Errors
    /// When the folder can't be made or the sender's address is none.
    pub fn connect(config: &MailConfig) -> Result<Self, MailError> {
        match config {
            MailConfig::None => Ok(Self::None),
            MailConfig::Memory => Ok(Self::Memory(Arc::default())),
            MailConfig::Folder { path } => folder::MailFolder::open(path).map(Self::Folder),
            MailConfig::Smtp { .. } => smtp::Server::open(config).map(Self::Smtp),
        }
    }

    pub fn is_configured(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Sends one mail.
    ///
    /// # Errors
    /// `Refused` or `Unavailable`.
    pub async fn send(&self, mail: &Mail) -> Result<Sent, MailError> {
        if mail.to.contains(['\r', '\n']) || mail.subject.contains(['\r', '\n']) {
            return Err(MailError::Refused(
                "a line break in an address or subject".to_owned(),
            ));
        }
        match self {
            Self::None => return Ok(Sent::NotConfigured),
            Self::Memory(sent) => {
                message::build(mail, "Candor <candor@localhost>")?;
                if let Ok(mut sent) = sent.lock() {
                    sent.push(mail.clone());
                }
            }
            Self::Folder(folder) => folder.send(mail).await?,
            Self::Smtp(server) => server.send(mail).await?,
        }
        Ok(Sent::Accepted)
    }

    /// Asks the server whether it is there (`doctor`).
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn verify(&self) -> Result<(), MailError> {
        match self {
            Self::Smtp(server) => server.verify().await,
            _ => Ok(()),
        }
    }

    /// What was sent so far, where it is kept in memory.
    pub fn sent(&self) -> Vec<Mail> {
        match self {
            Self::Memory(sent) => sent.lock().map(|sent| sent.clone()).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}
