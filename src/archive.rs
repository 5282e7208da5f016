//! What leaves as files, such as a backup, an export or the evidence of a case: a folder, or one `.zip` file. Names are made by
//! us and hold nothing of a client; one that could lead elsewhere is refused (S27).

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::Error;
use crate::hash::hex;

/// One file of an archive, and how to tell that it is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
}

/// An archive that is being written, readable by its owner only.
pub enum Writer {
    Folder(PathBuf),
    Zip {
        zip: Box<ZipWriter<File>>,
        draft: PathBuf,
        path: PathBuf,
    },
    /// A `.zip` that is handed out at once and lies nowhere.
    Memory(Box<ZipWriter<Cursor<Vec<u8>>>>),
}

impl Writer {
    /// A name that ends with `.zip` becomes one file, any other a folder.
    ///
    /// # Errors
    /// When something is there already: an older backup is never overwritten.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let told = |e: io::Error| Error::internal(format!("{}: {e}", path.display()));
        if path.extension().is_some_and(|e| e == "zip") {
            if path.try_exists().map_err(told)? {
                return Err(Error::internal(format!(
                    "{} is there already",
                    path.display()
                )));
            }
            let draft = path.with_extension("zip.partial");
            let file = private().open(&draft).map_err(told)?;
            return Ok(Self::Zip {
                zip: Box::new(ZipWriter::new(file)),
                draft,
                path: path.to_owned(),
            });
        }
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(told)?;
        if fs::read_dir(path).map_err(told)?.next().is_some() {
            return Err(Error::internal(format!(
                "{} is not empty: name a new folder",
                path.display()
            )));
        }
        Ok(Self::Folder(path.to_owned()))
    }

    /// Adds a file that `work` writes.
    ///
    /// # Errors
    /// Those of `work` and of the disk; a name that could lead out of the archive.
    pub fn write(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
    ) -> Result<Entry, Error> {
        let told = |e: io::Error| Error::internal(format!("{name}: {e}"));
        if !is_plain(name) {
            return Err(Error::internal("a file name that could lead elsewhere"));
        }
        let entry = match self {
            Self::Folder(root) => {
                let path = root.join(name);
                if let Some(folder) = path.parent() {
                    DirBuilder::new()
                        .recursive(true)
                        .mode(0o700)
                        .create(folder)
                        .map_err(told)?;
                }
                let file = private().create_new(true).open(&path).map_err(told)?;
                let mut sink = Hashing::new(BufWriter::new(file));
                work(&mut sink)?;
                let (file, entry) = sink.end(name);
                let file = file.into_inner().map_err(|e| told(e.into_error()))?;
                file.sync_all().map_err(told)?;
                entry
            }
            Self::Zip { zip, .. } => zipped(zip, name, work)?,
            Self::Memory(zip) => zipped(zip, name, work)?,
        };
        Ok(entry)
    }

    /// A `.zip` in memory, for [`Writer::into_bytes`].
    pub fn in_memory() -> Self {
        Self::Memory(Box::new(ZipWriter::new(Cursor::default())))
    }

    /// The finished `.zip` of [`Writer::in_memory`].
    ///
    /// # Errors
    /// When it is not in memory.
    pub fn into_bytes(self) -> Result<Vec<u8>, Error> {
        let Self::Memory(zip) = self else {
            return Err(Error::internal("this archive is on a disk"));
        };
        let done = zip.finish().map_err(io::Error::other);
        done.map(Cursor::into_inner)
            .map_err(|e| Error::internal(format!("archive: {e}")))
    }

    /// Adds a file of these bytes.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<Entry, Error> {
        self.write(name, |sink| {
            sink.write_all(bytes)
                .map_err(|e| Error::internal(format!("{name}: {e}")))
        })
    }

    /// Lets a `.zip` appear under its name; what is on disk stays.
    ///
    /// # Errors
    /// Those of the disk: then there is no archive.
    pub fn finish(self) -> Result<(), Error> {
        let told = |path: &Path, e: io::Error| Error::internal(format!("{}: {e}", path.display()));
        match self {
            Self::Folder(root) => File::open(&root)
                .and_then(|folder| folder.sync_all())
                .map_err(|e| told(&root, e)),
            Self::Zip { zip, draft, path } => zip
                .finish()
                .map_err(io::Error::other)
                .and_then(|file| file.sync_all())
                .and_then(|()| fs::rename(&draft, &path))
                .map_err(|e| told(&path, e)),
            Self::Memory(_) => Ok(()),
        }
    }
}

fn zipped<W: Write + Seek>(
    zip: &mut ZipWriter<W>,
    name: &str,
    work: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<Entry, Error> {
    // Pictures are compressed already.
    let method = match name.rsplit_once('.') {
        Some((_, "json" | "jsonl" | "txt" | "html" | "css" | "md")) => CompressionMethod::Deflated,
        _ => CompressionMethod::Stored,
    };
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .unix_permissions(0o600)
        .large_file(true);
    zip.start_file(name, options)
        .map_err(|e| Error::internal(format!("{name}: {e}")))?;
    let mut sink = Hashing::new(zip);
    work(&mut sink)?;
    Ok(sink.end(name).1)
}

/// Letters, digits and what we put between them, no part empty or of dots: nothing that leads elsewhere (S27).
pub fn is_plain(name: &str) -> bool {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.');
    name.split('/')
        .all(|part| !part.is_empty() && part.bytes().all(plain) && !part.bytes().all(|c| c == b'.'))
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    options
}

/// Hashes and counts what goes through.
struct Hashing<W> {
    sink: W,
    hash: Sha256,
    bytes: u64,
}

impl<W> Hashing<W> {
    fn new(sink: W) -> Self {
        Self {
            sink,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    fn end(self, name: &str) -> (W, Entry) {
        let entry = Entry {
            file: name.to_owned(),
            bytes: self.bytes,
            sha256: hex(&self.hash.finalize()),
        };
        (self.sink, entry)
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.sink.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

/// An archive that is read.
pub enum Reader {
    Folder(PathBuf),
    Zip(Box<ZipArchive<BufReader<File>>>),
}

impl Reader {
    /// # Errors
    /// When there is no such archive, or it is no archive at all.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let told = |e: io::Error| Error::internal(format!("{}: {e}", path.display()));
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let file = BufReader::new(File::open(path).map_err(told)?);
        let zip = ZipArchive::new(file).map_err(|e| {
            Error::internal(format!("{}: the backup is damaged: {e}", path.display()))
        })?;
        Ok(Self::Zip(Box::new(zip)))
    }

    /// The bytes of one file, to be read once. The caller made or checked the name.
    ///
    /// # Errors
    /// Names the file that is missing.
    pub fn file(&mut self, name: &str) -> Result<Box<dyn Read + '_>, Error> {
        let missing = || Error::internal(format!("the backup is incomplete: {name} is missing"));
        match self {
            Self::Folder(root) => match File::open(root.join(name)) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(_) => Err(missing()),
            },
            Self::Zip(zip) => match zip.by_name(name) {
                Ok(file) => Ok(Box::new(file)),
                Err(_) => Err(missing()),
            },
        }
    }

    /// All bytes of a file that must be as it was written.
    ///
    /// # Errors
    /// Names the file that is missing or damaged.
    pub fn read(&mut self, entry: &Entry) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let read = self.file(&entry.file)?.read_to_end(&mut bytes);
        if read.is_err() || crate::hash::sha256(&bytes) != entry.sha256 {
            return Err(damaged(&entry.file));
        }
        Ok(bytes)
    }

    /// Reads a file through, keeping nothing.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn check(&mut self, entry: &Entry) -> Result<(), Error> {
        self.copy(entry, io::sink())
    }

    /// Writes a file elsewhere, which must be as it was written.
    ///
    /// # Errors
    /// As [`Reader::read`]: then what was written is not to be used.
    pub fn copy(&mut self, entry: &Entry, sink: impl Write) -> Result<(), Error> {
        let mut sink = Hashing::new(sink);
        let read = io::copy(&mut self.file(&entry.file)?, &mut sink);
        if read.is_err() || sink.end(&entry.file).1 != *entry {
            return Err(damaged(&entry.file));
        }
        Ok(())
    }
}

/// The refusal of a file whose bytes are not those that were written.
pub fn damaged(name: &str) -> Error {
    Error::internal(format!(
        "the backup is damaged: {name} is not as it was written"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s27_names_that_lead_elsewhere_are_refused() {
        for name in [
            "README.txt",
            "photos/01a0-ff/original.jpg",
            "tables/case_sessions.jsonl",
        ] {
            assert!(is_plain(name), "{name}");
        }
        let hostile = [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a//b",
            "a/",
            "./x",
            "a/./b",
            "..",
            "C:\\x",
            "a\\..\\x",
            "a b",
            "a\0",
            "a\n",
            "~root/x",
            "a/…",
            "%2e%2e/x",
        ];
        for name in hostile {
            assert!(!is_plain(name), "{name:?}");
        }
    }
}
