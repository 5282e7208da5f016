//! Mail as files, one `.eml` each: for trying things without a server.

use std::path::{Path, PathBuf};

use super::{Mail, MailError, message};

/// Where the files go.
#[derive(Clone)]
pub struct MailFolder(PathBuf);

impl MailFolder {
    pub(super) fn open(path: &Path) -> Result<Self, MailError> {
        std::fs::create_dir_all(path)
            .map_err(|e| MailError::Unavailable(format!("{}: {e}", path.display())))?;
        Ok(Self(path.to_owned()))
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = message::build(mail, "Candor <candor@localhost>")?.formatted();
        let name = uuid::Uuid::now_v7();
        let (draft, file) = (
            self.0.join(format!("{name}.new")),
            self.0.join(format!("{name}.eml")),
        );
        let told = |e: std::io::Error| MailError::Unavailable(format!("mail folder: {e}"));
        tokio::fs::write(&draft, bytes).await.map_err(told)?;
        tokio::fs::rename(&draft, &file).await.map_err(told)
    }
}
