//! Mail leaves here: over SMTP, into a folder, into memory, or not at all (then links are printed or shown as QR codes).

mod error;
mod folder;
mod memory;
mod message;
mod smtp;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use error::MailError;
pub use folder::Folder;
pub use memory::Memory;
pub use smtp::Smtp;

use crate::config::MailConfig;

/// The longest wait for a mail server, from the connection to its last word.
const PATIENCE: Duration = Duration::from_secs(10);

/// One mail to one person. Its text holds private links, so `Debug` shows the subject only.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// A bare address such as `marc@example.org`.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The plain text, always there.
    pub text: String,
    /// The same as a page, offered beside the text.
    pub html: Option<String>,
}

/// What became of a mail that was not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The mail server (folder, memory) took responsibility for it.
    Accepted,
    /// There is no mail server: hand over the link yourself.
    NotConfigured,
}

/// How mail leaves; cheap to clone.
#[derive(Clone)]
pub enum Mailer {
    None,
    Folder(Folder),
    Smtp(Arc<Smtp>),
    Memory(Memory),
}

impl Mailer {
    /// Prepares the way; a folder is created, a server is not contacted yet.
    ///
    /// # Errors
    /// `Refused` when the sender's address or the server's name makes no sense, `Unavailable` when the folder can't be
    /// made.
    pub fn connect(config: &MailConfig) -> Result<Self, MailError> {
        Self::connect_with_patience(config, PATIENCE)
    }

    /// As [`Mailer::connect`], waiting no longer than `patience` for the server.
    ///
    /// # Errors
    /// As [`Mailer::connect`].
    pub fn connect_with_patience(
        config: &MailConfig,
        patience: Duration,
    ) -> Result<Self, MailError> {
        match config {
            MailConfig::None => Ok(Self::None),
            MailConfig::Folder { path } => Folder::open(path).map(Self::Folder),
            smtp @ MailConfig::Smtp { .. } => {
                Smtp::new(smtp, patience).map(Arc::new).map(Self::Smtp)
            }
            MailConfig::Memory => Ok(Self::Memory(Memory::default())),
        }
    }

    /// Sends one mail and waits until it is accepted. Every way refuses the same mails.
    ///
    /// # Errors
    /// `Refused`: this mail will never go (address, header, or the server's final no). `Unavailable`: try again later; it
    /// may have gone out all the same if the answer got lost.
    pub async fn send(&self, mail: &Mail) -> Result<Sent, MailError> {
        message::check(mail)?;
        match self {
            Self::None => return Ok(Sent::NotConfigured),
            Self::Folder(folder) => folder.send(mail).await?,
            Self::Smtp(smtp) => smtp.send(mail).await?,
            Self::Memory(memory) => memory.send(mail),
        }
        Ok(Sent::Accepted)
    }

    /// Whether mail would leave, in one sentence: for `doctor`. Connects (and signs in) but sends nothing.
    ///
    /// # Errors
    /// As [`Mailer::send`].
    pub async fn verify(&self) -> Result<String, MailError> {
        match self {
            Self::None => Ok("no mail server: links are printed or shown as QR codes".to_owned()),
            Self::Folder(folder) => folder.verify().await,
            Self::Smtp(smtp) => smtp.verify().await,
            Self::Memory(_) => Ok("mails are kept in memory".to_owned()),
        }
    }

    /// Whether mails reach anybody: pages offer the printed link otherwise.
    pub fn is_configured(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// The mails kept in memory, oldest first; empty for every other way.
    pub fn sent(&self) -> Vec<Mail> {
        match self {
            Self::Memory(memory) => memory.sent(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail")
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

/// Names the way without its password.
impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("Mailer(none)"),
            Self::Folder(folder) => write!(f, "Mailer({folder})"),
            Self::Smtp(smtp) => write!(f, "Mailer({smtp})"),
            Self::Memory(_) => f.write_str("Mailer(memory)"),
        }
    }
}
