//! Deleting from a bucket that keeps versions: all of them go, or the caller is told (F07).

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ::s3::error::S3Error;
use ::s3::serde_types::ObjectIdentifier;

use super::answers::{told, within};
use super::bucket::S3;
use super::{StorageError, StorageKey};

/// Looks at most this often whether something is left; one look shows a thousand versions.
const ROUNDS: usize = 5;

/// Whether the server can list versions; many can't and are asked only once.
#[derive(Clone, Default)]
pub(super) struct VersionListing {
    unknown_here: Arc<AtomicBool>,
}

impl S3 {
    /// Deletes until the server says that no version and no delete marker is left. A listing alone is not believed: it
    /// may lag behind, so the object itself is asked for, too.
    pub(super) async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        let path = self.path(key);
        for _ in 0..ROUNDS {
            match (self.listed_versions(&path).await?, self.head(&path).await?) {
                (Some(versions), _) if !versions.is_empty() => {
                    self.delete_versions(&path, versions).await?;
                }
                (_, Some(Some(version))) => self.delete_versions(&path, vec![version]).await?,
                (_, Some(None)) => self.delete_plainly(&path).await?,
                (Some(_), None) => return Ok(()),
                // Asked once more in a way that tells a missing bucket from a missing object.
                (None, None) => return self.delete_plainly(&path).await,
            }
        }
        Err(StorageError::Unavailable(
            "the bucket still has it after deleting".to_owned(),
        ))
    }

    async fn delete_plainly(&self, path: &str) -> Result<(), StorageError> {
        match within(self.patience, self.bucket.delete_object(path)).await {
            Ok(_) | Err(StorageError::NotFound) => Ok(()),
            Err(other) => Err(other),
        }
    }

    async fn delete_versions(&self, path: &str, versions: Vec<String>) -> Result<(), StorageError> {
        let doomed: Vec<_> = versions
            .into_iter()
            .map(|version| ObjectIdentifier::with_version(path, version))
            .collect();
        let result = within(self.patience, self.bucket.delete_objects(doomed)).await?;
        match result.errors.first() {
            None => Ok(()),
            Some(error) => Err(StorageError::Unavailable(format!(
                "the bucket keeps a version: {error:?}"
            ))),
        }
    }

    /// The versions and delete markers of exactly this path (the first thousand), or `None` when the server does not
    /// know of versions or does not let us list them.
    async fn listed_versions(&self, path: &str) -> Result<Option<Vec<String>>, StorageError> {
        let unknown_here = &self.versions.unknown_here;
        if unknown_here.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let query = HashMap::from([
            ("versions".to_owned(), String::new()),
            ("prefix".to_owned(), path.to_owned()),
        ]);
        let asking = self.bucket.with_extra_query(query).map_err(told)?;
        let answer = within(self.patience, async {
            match asking.get_object("/").await {
                Err(S3Error::HttpFailWithBody(400 | 403 | 405 | 501, _)) => Ok(None),
                answer => answer.map(Some),
            }
        })
        .await?;
        let text = answer
            .as_ref()
            .and_then(|answer| std::str::from_utf8(answer.as_slice()).ok())
            .filter(|text| text.contains("<ListVersionsResult"));
        if text.is_none() {
            unknown_here.store(true, Ordering::Relaxed);
        }
        Ok(text.map(|text| read_versions(text, path)))
    }
}

/// The version ids in a `ListVersionsResult`. Our paths and the ids of all known servers hold nothing that XML escapes.
fn read_versions(xml: &str, path: &str) -> Vec<String> {
    let wanted = format!("<Key>{path}</Key>");
    xml.split("<Version>")
        .flat_map(|part| part.split("<DeleteMarker>"))
        .skip(1)
        .filter(|entry| entry.contains(&wanted))
        .filter_map(|entry| {
            let (_, rest) = entry.split_once("<VersionId>")?;
            let (version, _) = rest.split_once("</VersionId>")?;
            Some(version.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read_versions;

    #[test]
    fn versions_and_markers_of_this_path_only() {
        let xml = "<ListVersionsResult><Name>media</Name><Prefix>a/1</Prefix>\
            <DeleteMarker><Key>a/1</Key><VersionId>m1</VersionId></DeleteMarker>\
            <Version><Key>a/1</Key><VersionId>v1</VersionId><Size>1</Size></Version>\
            <Version><Key>a/12</Key><VersionId>other</VersionId></Version></ListVersionsResult>";
        assert_eq!(read_versions(xml, "a/1"), ["m1", "v1"]);
        let plain = "<ListVersionsResult><Prefix>a/1</Prefix></ListVersionsResult>";
        assert!(read_versions(plain, "a/1").is_empty());
    }
}
