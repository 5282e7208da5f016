//! Files that appear whole or not at all, and stay: draft, fsync, link under the final name, fsync the folders.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::ObjectId;

/// A file nobody sees yet; deleted when dropped.
pub(super) struct Draft {
    path: PathBuf,
    file: File,
}

impl Draft {
    /// A new empty file in `folder`, readable by the owner only.
    pub fn create(folder: &Path) -> io::Result<Self> {
        let name = ObjectId::random().map_err(io::Error::other)?;
        let path = folder.join(name.as_str());
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        Ok(Self { path, file })
    }

    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Copies all of `source`.
    pub fn copy(&mut self, source: &mut File) -> io::Result<u64> {
        io::copy(source, &mut self.file)
    }

    /// Lets the draft appear at `target`. After a failed fsync nothing is claimed: the kernel may have dropped the
    /// bytes, so the draft goes too and the caller starts over (F17).
    pub fn publish(self, root: &Path, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        make_folders(root, target)?;
        link(&self.path, target)?;
        sync_folders(root, target)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Already renamed, or swept when the store is opened next time.
        let _ = fs::remove_file(&self.path);
    }
}

/// Deletes for good. What is missing may have been deleted a moment ago by a try whose fsync failed, so the folders are
/// synced even then.
pub(super) fn remove(root: &Path, target: &Path) -> io::Result<()> {
    match fs::remove_file(target) {
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    sync_folders(root, target)
}

/// Creates `folder` and what is missing above it, for the owner only.
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A name that is taken is never replaced. File systems without hard links (some network shares) get a rename, which
/// keeps that promise since names are random.
fn link(draft: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(draft, target) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Err(e),
        Err(e)
            if matches!(
                e.kind(),
                ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            if target.try_exists()? {
                return Err(ErrorKind::AlreadyExists.into());
            }
            fs::rename(draft, target)
        }
        linked => linked,
    }
}

/// The folders between `root` (which must be there) and `target`.
fn make_folders(root: &Path, target: &Path) -> io::Result<()> {
    for folder in folders(root, target).into_iter().rev() {
        match DirBuilder::new().mode(0o700).create(folder) {
            Err(e) if e.kind() != ErrorKind::AlreadyExists => return Err(e),
            _ => {}
        }
    }
    Ok(())
}

/// Syncs all folders on the way to `target`, every time: another thread may have
/// created one a moment ago and not come this far.
fn sync_folders(root: &Path, target: &Path) -> io::Result<()> {
    for folder in folders(root, target) {
        sync_folder(folder)?;
    }
    sync_folder(root)
}

/// Makes the names in `folder` survive a power cut.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Innermost first, without `root`.
fn folders<'a>(root: &Path, target: &'a Path) -> Vec<&'a Path> {
    target
        .ancestors()
        .skip(1)
        .take_while(|folder| *folder != root)
        .collect()
}
