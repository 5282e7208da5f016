//! An S3-compatible bucket as a store (rust-s3), path style or virtual host.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use s3::creds::Credentials;
use s3::error::S3Error;
use s3::serde_types::ObjectIdentifier;
use s3::{Bucket, Region};

use super::{StorageError, StorageKey};
use crate::config::StorageConfig;

/// The longest that a request may take, body and all: 25 MB over a slow line.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A bucket and the prefix before our keys.
#[derive(Clone)]
pub struct Store {
    bucket: Box<Bucket>,
    prefix: String,
}

impl Store {
    pub(super) fn open(config: &StorageConfig) -> Result<Self, StorageError> {
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
            return Err(StorageError::Unavailable("not an S3 store".to_owned()));
        };
        let region = match endpoint {
            Some(endpoint) => Region::Custom {
                region: region.clone(),
                endpoint: endpoint.clone(),
            },
            None => region
                .parse()
                .map_err(|e| StorageError::Unavailable(format!("region: {e}")))?,
        };
        let credentials = Credentials::new(
            Some(access_key.text()),
            Some(secret_key.text()),
            None,
            None,
            None,
        )
        .map_err(|e| StorageError::Unavailable(format!("credentials: {e}")))?;
        let mut bucket = Bucket::new(bucket, region, credentials)
            .and_then(|bucket| bucket.with_request_timeout(TIMEOUT))
            .map_err(told)?;
        if *path_style {
            bucket = bucket.with_path_style();
        }
        // One more try, for a connection that the other side closed meanwhile; jobs try again by themselves.
        s3::set_retries(1);
        Ok(Self {
            bucket,
            prefix: prefix.clone(),
        })
    }

    fn path(&self, key: &StorageKey) -> String {
        if self.prefix.is_empty() {
            key.path()
        } else {
            format!("{}/{}", self.prefix, key.path())
        }
    }

    pub(super) async fn put(&self, key: &StorageKey, bytes: Bytes) -> Result<(), StorageError> {
        // Keys are random: this guards against a slip of ours, not against a race.
        if self.exists(key).await? {
            return Err(StorageError::AlreadyExists);
        }
        self.bucket
            .put_object_with_content_type(self.path(key), &bytes, key.content_type())
            .await
            .map_err(told)?;
        Ok(())
    }

    pub(super) async fn put_file(
        &self,
        key: &StorageKey,
        source: &Path,
    ) -> Result<(), StorageError> {
        if self.exists(key).await? {
            return Err(StorageError::AlreadyExists);
        }
        let mut file = tokio::fs::File::open(source)
            .await
            .map_err(|e| StorageError::Unavailable(format!("{}: {e}", source.display())))?;
        self.bucket
            .put_object_stream_builder(self.path(key))
            .with_content_type(key.content_type())
            .with_max_concurrent_chunks(2)
            .execute_stream(&mut file)
            .await
            .map_err(told)?;
        Ok(())
    }

    pub(super) async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        let answer = self.bucket.get_object(self.path(key)).await.map_err(told)?;
        Ok(answer.into_bytes())
    }

    /// Deletes the object and, in a versioned bucket, the version that HEAD names.
    pub(super) async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        let path = self.path(key);
        let version = match self.bucket.head_object(&path).await {
            Ok((head, status)) if status < 300 => head.version_id,
            Ok(_) => return Ok(()),
            Err(error) => match told(error) {
                StorageError::NotFound => return Ok(()),
                other => return Err(other),
            },
        };
        match version.filter(|v| v != "null") {
            None => self.bucket.delete_object(&path).await.map(|_| ()),
            Some(version) => {
                let object = ObjectIdentifier::with_version(path, version);
                self.bucket.delete_objects(vec![object]).await.map(|_| ())
            }
        }
        .map_err(told)
    }

    pub(super) async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        match self.bucket.head_object(self.path(key)).await {
            Ok((_, status)) => Ok(status < 300),
            Err(error) => match told(error) {
                StorageError::NotFound => Ok(false),
                other => Err(other),
            },
        }
    }

    pub(super) async fn list(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let root = if self.prefix.is_empty() {
            String::new()
        } else {
            format!("{}/", self.prefix)
        };
        let pages = self
            .bucket
            .list(format!("{root}{prefix}"), None)
            .await
            .map_err(told)?;
        Ok(pages
            .into_iter()
            .flat_map(|page| page.contents)
            .filter_map(|object| object.key.strip_prefix(&root).map(str::to_owned))
            .collect())
    }
}

fn told(error: S3Error) -> StorageError {
    match error {
        S3Error::HttpFailWithBody(404, _) => StorageError::NotFound,
        S3Error::HttpFailWithBody(507, _) => StorageError::Full,
        // The body may repeat keys and signatures: the status is enough.
        S3Error::HttpFailWithBody(status, _) => {
            StorageError::Unavailable(format!("S3 answered {status}"))
        }
        other => StorageError::Unavailable(format!("S3: {other}")),
    }
}
