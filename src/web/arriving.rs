//! A file on its way to the disk.
//!
//! Dozens may arrive at once, over a line faster than the disk. What is done to their bytes is done off the threads that
//! answer visitors, and in turns that leave a core to them ([`crate::app::App::arriving`]). Nobody holds a turn while
//! waiting for the network.

use std::io::Write;
use std::path::Path;

use actix_web::web::Bytes;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use tokio::sync::Semaphore;

use crate::error::Error;
use crate::hash::hex;

/// Bytes that are hashed and written in one turn.
const PART: usize = 256 * 1024;

pub(super) struct Arriving {
    file: NamedTempFile,
    hash: Sha256,
    part: Vec<u8>,
}

impl Arriving {
    pub fn new(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            file: NamedTempFile::new_in(folder).map_err(disk)?,
            hash: Sha256::new(),
            part: Vec::with_capacity(PART),
        })
    }

    /// Takes the next bytes, and writes when enough have come.
    pub async fn take(mut self, chunk: Bytes, turns: &Semaphore) -> Result<Self, Error> {
        self.part.extend_from_slice(&chunk);
        if self.part.len() < PART {
            return Ok(self);
        }
        in_turn(turns, move || self.write()).await
    }

    /// The file, safe on the disk, and its SHA-256 in hex.
    pub async fn whole(self, turns: &Semaphore) -> Result<(NamedTempFile, String), Error> {
        in_turn(turns, move || {
            let done = self.write()?;
            done.file.as_file().sync_all()?;
            Ok((done.file, hex(&done.hash.finalize())))
        })
        .await
    }

    fn write(mut self) -> std::io::Result<Self> {
        self.hash.update(&self.part);
        self.file.write_all(&self.part)?;
        self.part.clear();
        Ok(self)
    }
}

async fn in_turn<T: Send + 'static>(
    turns: &Semaphore,
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let _turn = turns
        .acquire()
        .await
        .map_err(|e| Error::internal(format!("turns: {e}")))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Error::internal(format!("write: {e}")))?
        .map_err(disk)
}

fn disk(error: std::io::Error) -> Error {
    Error::unavailable(format!("upload folder: {error}"))
}
