//! Kept evidence as files that can be checked without us.

use bytes::Bytes;

use crate::app::App;
use crate::archive::Writer;
use crate::consents::{ViewedEvidence, signed_files};
use crate::error::Error;
use crate::seal;
use crate::signing;

/// The sealed document, how it was signed, our signature and public key, and the pages of what was signed on paper.
///
/// # Errors
/// When the store does not answer or holds other bytes than were written.
pub async fn bundle(app: &App, viewed: &ViewedEvidence) -> Result<Bytes, Error> {
    let kept = viewed.evidence();
    let mut archive = Writer::in_memory();
    let files = signed_files(
        Some(&kept.document),
        Some(&kept.evidence),
        Some(&kept.signature),
    );
    for (name, bytes) in files {
        archive.add(name, &bytes)?;
    }
    let key = seal::public_pem(&app.config)?;
    archive.add("public-key.pem", key.as_bytes())?;
    let pages = signing::read_kept_pages(app, viewed).await?;
    for (i, page) in pages.iter().enumerate() {
        archive.add(&format!("scan-{}.jpg", i + 1), page)?;
    }
    Ok(Bytes::from(archive.into_bytes()?))
}
