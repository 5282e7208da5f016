//! The store as a bucket of an S3-compatible server.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ::s3::creds::Credentials;
use ::s3::{Bucket, Region};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};

use super::answers::{told, within, written};
use super::versions::VersionListing;
use super::{StorageError, StorageKey};
use crate::config::StorageConfig;

/// One object of unknown size, or one chunk of a stream, may take this many times as long as a request that carries
/// little.
const LARGE: u32 = 6;
/// The slowest line that is waited for, in bytes a second.
const SLOWEST: u64 = 512 << 10;
/// Chunks of 8 MiB in flight: with the default, a long video takes hundreds of MiB of memory.
const CHUNKS: usize = 2;

/// A bucket (or a prefix of one) and the key that opens it. The key must be allowed to list the bucket, since without
/// that right S3 answers "forbidden" for what is not there.
#[derive(Clone)]
pub struct S3 {
    pub(super) bucket: Arc<Bucket>,
    /// Empty, or ending with a slash.
    prefix: Arc<str>,
    pub(super) versions: VersionListing,
    /// The longest wait for a request that carries little.
    pub(super) patience: Duration,
}

impl S3 {
    pub(super) fn new(config: &StorageConfig, patience: Duration) -> Result<Self, StorageError> {
        let StorageConfig::S3 {
            bucket,
            endpoint,
            region,
            path_style,
            prefix,
            access_key,
            secret_key,
        } = config
        else {
            return Err(StorageError::Unavailable("not a bucket".to_owned()));
        };
        let endpoint = match endpoint {
            Some(endpoint) => endpoint.trim_end_matches('/').to_owned(),
            None => format!("https://s3.{region}.amazonaws.com"),
        };
        let region = Region::Custom {
            region: region.clone(),
            endpoint,
        };
        let (access, secret) = (Some(access_key.text()), Some(secret_key.text()));
        let credentials = Credentials::new(access, secret, None, None, None)
            .map_err(|e| StorageError::Unavailable(e.to_string()))?;
        let mut bucket = Bucket::new(bucket, region, credentials).map_err(told)?;
        bucket.set_request_timeout(Some(patience * LARGE));
        if *path_style {
            bucket.set_path_style();
        }
        // One more attempt a second later, for reads and chunks only; writes are tried again by the jobs that want them.
        ::s3::set_retries(1);
        let prefix = match prefix.trim_matches('/') {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        Ok(Self {
            bucket: Arc::from(bucket),
            prefix: prefix.into(),
            versions: VersionListing::default(),
            patience,
        })
    }

    pub(super) async fn put(&self, key: &StorageKey, bytes: &[u8]) -> Result<(), StorageError> {
        self.refuse_taken(key).await?;
        let (path, kind) = (self.path(key), key.content_type());
        let work = self.bucket.put_object_with_content_type(path, bytes, kind);
        within(self.patience + travel(bytes.len() as u64), work)
            .await
            .map_err(written)?;
        Ok(())
    }

    pub(super) async fn put_file(&self, key: &StorageKey, file: &Path) -> Result<(), StorageError> {
        let opened = async {
            let file = tokio::fs::File::open(file).await?;
            let length = file.metadata().await?.len();
            Ok::<_, std::io::Error>((file, length))
        };
        let (mut file, length) = opened
            .await
            .map_err(|e| StorageError::Unavailable(format!("upload: {e}")))?;
        self.refuse_taken(key).await?;
        let work = self
            .bucket
            .put_object_stream_builder(self.path(key))
            .with_content_type(key.content_type())
            .with_max_concurrent_chunks(CHUNKS);
        // Longer than a chunk may take: a chunk that fails lets the crate abort the upload, giving up here would not.
        let limit = self.patience * LARGE * 3 + travel(length);
        let sent = within(limit, work.execute_stream(&mut file))
            .await
            .map_err(written)?;
        if sent.uploaded_bytes() as u64 == length {
            return Ok(());
        }
        self.delete(key).await?;
        Err(StorageError::Corrupt)
    }

    pub(super) async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        let limit = match key {
            StorageKey::Original(_) => self.patience * LARGE,
            _ => self.patience,
        };
        let answer = within(limit, self.bucket.get_object(self.path(key))).await?;
        Ok(answer.into_bytes())
    }

    pub(super) async fn get_range(
        &self,
        key: &StorageKey,
        from: u64,
        length: u64,
    ) -> Result<Bytes, StorageError> {
        let last = from.saturating_add(length - 1);
        let limit = self.patience + travel(length);
        let work = self
            .bucket
            .get_object_range(self.path(key), from, Some(last));
        let answer = match within(limit, work).await {
            // It begins behind the end of the object.
            Err(StorageError::Unavailable(why)) if why.contains("416") => {
                return Err(StorageError::Corrupt);
            }
            answer => answer?,
        };
        Ok(answer.into_bytes())
    }

    pub(super) async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        Ok(self.head(&self.path(key)).await?.is_some())
    }

    pub(super) async fn list(
        &self,
        prefix: &str,
        age: Duration,
    ) -> Result<Vec<String>, StorageError> {
        let full = format!("{}{prefix}", self.prefix);
        let pages = within(self.patience * LARGE, self.bucket.list(full, None)).await?;
        let oldest = TimeDelta::from_std(age).unwrap_or(TimeDelta::MAX);
        let written_before = Utc::now().checked_sub_signed(oldest);
        Ok(pages
            .into_iter()
            .flat_map(|page| page.contents)
            .filter(|object| {
                let at = DateTime::parse_from_rfc3339(&object.last_modified).ok();
                age.is_zero() || at.is_some_and(|at| Some(at.to_utc()) <= written_before)
            })
            .filter_map(|object| object.key.strip_prefix(&*self.prefix).map(str::to_owned))
            .collect())
    }

    pub(super) async fn open_to_strangers(&self, key: &StorageKey) -> Result<bool, StorageError> {
        let url = format!("{}/{}", self.bucket.url(), self.path(key));
        let request = self.bucket.http_client().get(url).timeout(self.patience);
        let answer = request.send().await.map_err(|e| told(e.into()))?;
        match answer.status().as_u16() {
            200..300 => Ok(true),
            401 | 403 | 404 => Ok(false),
            other => Err(StorageError::Unavailable(format!(
                "the bucket answers {other} to strangers"
            ))),
        }
    }

    /// `None`: there is no such object. The inner value is its version on a versioned bucket.
    pub(super) async fn head(&self, path: &str) -> Result<Option<Option<String>>, StorageError> {
        match within(self.patience, self.bucket.head_object(path)).await {
            Ok((head, _)) => Ok(Some(head.version_id)),
            Err(StorageError::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// Where `key` lies in the bucket.
    pub(super) fn path(&self, key: &StorageKey) -> String {
        format!("{}{}", self.prefix, key.path())
    }

    async fn refuse_taken(&self, key: &StorageKey) -> Result<(), StorageError> {
        match self.head(&self.path(key)).await? {
            Some(_) => Err(StorageError::AlreadyExists),
            None => Ok(()),
        }
    }
}

impl fmt::Display for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bucket {}/{}", self.bucket.url(), self.prefix)
    }
}

/// Time for `length` bytes on the slowest line.
fn travel(length: u64) -> Duration {
    Duration::from_secs(length / SLOWEST)
}
