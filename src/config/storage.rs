//! Where files are kept: a folder or an S3-compatible store.

use std::path::{Path, PathBuf};

use url::Url;

use super::Secret;
use super::given::{ConfigError, Given, refuse};

/// Which store holds originals and renditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageConfig {
    Folder {
        path: PathBuf,
    },
    S3 {
        bucket: String,
        /// `None`: the endpoint of the region at AWS.
        endpoint: Option<String>,
        region: String,
        /// `https://host/bucket/key` rather than `https://bucket.host/key`.
        path_style: bool,
        /// Put before every key, without a slash at either end; may be empty.
        prefix: String,
        access_key: Secret,
        secret_key: Secret,
    },
}

pub(super) fn storage(
    given: &Given,
    name: &str,
    default: &Path,
) -> Result<StorageConfig, ConfigError> {
    let Some(value) = given.get(name) else {
        return Ok(StorageConfig::Folder {
            path: default.to_owned(),
        });
    };
    if let Some(path) = value.strip_prefix("file://") {
        return Ok(StorageConfig::Folder { path: path.into() });
    }
    let expected = format!(
        "{name}: expected file://path or s3://bucket/prefix?endpoint=…&region=…&style=path|host"
    );
    let Some(url) = Url::parse(value).ok().filter(|url| url.scheme() == "s3") else {
        return refuse(expected);
    };
    let Some(bucket) = url.host_str() else {
        return refuse(expected);
    };
    let (mut endpoint, mut region, mut path_style) = (None, "us-east-1".to_owned(), true);
    for (key, value) in url.query_pairs() {
        match (&*key, &*value) {
            ("endpoint", value) => endpoint = Some(value.to_owned()),
            ("region", value) => region = value.to_owned(),
            ("style", "path") => path_style = true,
            ("style", "host") => path_style = false,
            _ => return refuse(format!("{name}: {key}={value} is not known; {expected}")),
        }
    }
    let key = |name: &str| match given.get(name) {
        Some(value) => Ok(Secret::new(value)),
        None => refuse(format!("{name} is required with an s3:// store")),
    };
    Ok(StorageConfig::S3 {
        bucket: bucket.to_owned(),
        endpoint,
        region,
        path_style,
        prefix: url.path().trim_matches('/').to_owned(),
        access_key: key("CANDOR_STORAGE_ACCESS_KEY")?,
        secret_key: key("CANDOR_STORAGE_SECRET_KEY")?,
    })
}

/// The ledger defaults to its own folder, or to its own prefix of the bucket.
pub(super) fn ledger(
    given: &Given,
    media: &StorageConfig,
    data_dir: &Path,
) -> Result<StorageConfig, ConfigError> {
    let mut ledger = storage(given, "LEDGER_URL", &data_dir.join("ledger"))?;
    if given.get("LEDGER_URL").is_none()
        && let StorageConfig::S3 { .. } = media
    {
        ledger = media.clone();
        if let StorageConfig::S3 { prefix, .. } = &mut ledger {
            *prefix = format!("{prefix}/ledger").trim_matches('/').to_owned();
        }
    }
    if &ledger == media {
        return refuse(
            "LEDGER_URL: the ledger must not share the place of STORAGE_URL; give it its own folder or prefix",
        );
    }
    Ok(ledger)
}
