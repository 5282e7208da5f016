//! What a bucket's answers mean, and how long they are waited for.

use std::future::Future;
use std::time::Duration;

use ::s3::error::S3Error;

use super::StorageError;

/// Gives up after `limit`, retries included.
pub(super) async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, S3Error>>,
) -> Result<T, StorageError> {
    match tokio::time::timeout(limit, work).await {
        Ok(done) => done.map_err(told),
        Err(_) => Err(StorageError::Unavailable(format!(
            "no answer from the bucket within {} s",
            limit.as_secs()
        ))),
    }
}

/// A write finds nothing missing but the bucket.
pub(super) fn written(error: StorageError) -> StorageError {
    match error {
        StorageError::NotFound => StorageError::Unavailable("there is no such bucket".to_owned()),
        other => other,
    }
}

/// Says what happened without addresses (a signed one is a secret) and without the answer's body (it may name the key).
pub(super) fn told(error: S3Error) -> StorageError {
    match error {
        S3Error::HttpFailWithBody(404, body) if !body.contains("<Code>NoSuchBucket</Code>") => {
            StorageError::NotFound
        }
        S3Error::HttpFailWithBody(507, _) => StorageError::Full,
        S3Error::HttpFailWithBody(status, body) => {
            let code = body
                .split_once("<Code>")
                .and_then(|(_, rest)| rest.split_once("</Code>"))
                .map_or("", |(code, _)| code);
            StorageError::Unavailable(format!("the bucket answers {status} {code}"))
        }
        S3Error::Reqwest(error) => {
            let error = error.without_url();
            let mut text = error.to_string();
            let mut cause = std::error::Error::source(&error);
            while let Some(error) = cause {
                text.push_str(&format!(": {error}"));
                cause = error.source();
            }
            StorageError::Unavailable(text)
        }
        other => StorageError::Unavailable(other.to_string()),
    }
}
