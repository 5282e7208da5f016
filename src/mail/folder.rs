//! Mail as files, one `.eml` each, for trying the program out and for machines without a mail server.

use std::fmt;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;
use lettre::message::Mailbox;

use super::message;
use super::{Mail, MailError};

/// Who the files say they are from.
const FROM: &str = "Candor <candor@localhost>";

/// A folder that the owner only may read. File names sort by time and say nothing about the recipient.
#[derive(Clone)]
pub struct Folder {
    path: Arc<Path>,
    from: Mailbox,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, MailError> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(|e| MailError::Unavailable(format!("mail folder {}: {e}", path.display())))?;
        Ok(Self {
            path: path.into(),
            from: message::sender(FROM)?,
        })
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = message::build(mail, &self.from)?.formatted();
        self.with_folder(move |folder| {
            let name = format!(
                "{}-{}.eml",
                Utc::now().format("%Y%m%dT%H%M%S%.6fZ"),
                uuid::Uuid::now_v7().simple()
            );
            let draft = write_draft(folder, &name, &bytes)?;
            fs::rename(draft, folder.join(name))
        })
        .await
    }

    pub(super) async fn verify(&self) -> Result<String, MailError> {
        self.with_folder(|folder| fs::remove_file(write_draft(folder, "verify", b"")?))
            .await?;
        Ok(format!(
            "mails are written to the {self}; nobody receives them"
        ))
    }

    async fn with_folder(
        &self,
        work: impl FnOnce(&Path) -> io::Result<()> + Send + 'static,
    ) -> Result<(), MailError> {
        let path = self.path.clone();
        let told = |e: &dyn fmt::Display| MailError::Unavailable(format!("{self}: {e}"));
        tokio::task::spawn_blocking(move || work(&path))
            .await
            .map_err(|e| told(&e))?
            .map_err(|e| told(&e))
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "folder {}", self.path.display())
    }
}

/// A hidden file that is on the disk before it gets its name.
fn write_draft(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<std::path::PathBuf> {
    let path = folder.join(format!(".{name}.part"));
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(path)
}
