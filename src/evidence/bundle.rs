//! The bundle: one `.zip` with a page to read, the signed files as they are, tables, and a manifest that we sign.

use bytes::Bytes;
use serde::Serialize;
use serde_json::json;

use super::case_file::{CaseFile, case_file};
use super::photo::PhotoTold;
use super::policy::may_take;
use super::story;
use crate::accounts::Actor;
use crate::app::App;
use crate::archive::{Entry, Writer};
use crate::audit;
use crate::consents::{self, StaffGrant};
use crate::db::CaseId;
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{Edits, Level};
use crate::photos::{self, Photo};
use crate::seal;
use crate::signing;

/// So wide are the pictures that go with it.
const WIDTH: i32 = 1280;
const MANIFEST: &str = "manifest.json";

/// A finished bundle.
pub struct Bundle {
    pub bytes: Bytes,
    /// SHA-256 of its manifest, as the audit chain keeps it.
    pub sha256: String,
}

/// Puts the evidence of a case together and writes down who took it, before it is handed out.
///
/// # Errors
/// `Forbidden`; `NotFound` for no case of ours; when database, store or disk don't answer.
pub async fn bundle(
    app: &App,
    actor: &Actor,
    case: &CaseId,
    pictures: bool,
) -> Result<Bundle, Error> {
    may_take(actor)?;
    // Pictures go to those who work with them only.
    let grant = match pictures {
        true => Some(StaffGrant::of(actor).map_err(|_| Error::Forbidden)?),
        false => None,
    };
    let (db, config, id) = (app.db.clone(), app.config.clone(), case.clone());
    let gathering = move || db.snapshot(|conn| case_file(conn, &config, &id));
    let file = tokio::task::spawn_blocking(gathering)
        .await
        .map_err(|e| Error::internal(format!("evidence: {e}")))??;
    let mut told = Vec::new();
    for photo in &file.photos {
        told.push(photo_told(app, &file, photo).await?);
    }
    let mut archive = Writer::in_memory();
    let mut entries = written(app, &file, &told, &mut archive)?;
    if let Some(grant) = grant {
        entries.extend(shown(app, &grant, &file, &mut archive).await?);
        entries.extend(scanned(app, &grant, &file, &mut archive).await?);
    }
    let sha256 = sealed(app, &file, entries, &mut archive)?;
    let bytes = Bytes::from(archive.into_bytes()?);
    let (subject, doer) = (format!("case:{case}"), actor.doer());
    let detail = json!({ "manifest": sha256, "pictures": pictures });
    app.db
        .write(move |conn| audit::record(conn, &doer, "case.evidence", &subject, &detail))
        .await?;
    Ok(Bundle { bytes, sha256 })
}

/// What was done to a photo: for each version that was ever public, and for those that there are now.
async fn photo_told(app: &App, file: &CaseFile, photo: &Photo) -> Result<PhotoTold, Error> {
    let mut versions: Vec<(Edits, Level)> = Vec::new();
    let uses = file.uses.iter();
    for one in uses.filter(|one| one.subject_id == photo.id.as_str()) {
        if let Ok(level) = Level::try_from(one.level) {
            note(&mut versions, &one.content, level);
        }
    }
    let public = versions.len();
    for level in photo.levels() {
        note(&mut versions, &photo.edits, level);
    }
    let steps = photos::told(app, photo, &versions).await?;
    Ok(PhotoTold::new(photo, (versions.as_slice(), public), steps))
}

/// Each version once; edits that can't be read are of none.
fn note(versions: &mut Vec<(Edits, Level)>, edits: &str, level: Level) {
    if let Ok(edits) = serde_json::from_str::<Edits>(edits)
        && !versions.contains(&(edits.clone(), level))
    {
        versions.push((edits, level));
    }
}

/// Everything but the pictures and the manifest.
fn written(
    app: &App,
    file: &CaseFile,
    photos: &[PhotoTold],
    archive: &mut Writer,
) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), Error> {
        entries.push(archive.add(name, bytes)?);
        Ok(())
    };
    let page = story::page(app, file, photos)?;
    add(
        "index.html",
        app.pages.render("evidence/index.html", &page)?.as_bytes(),
    )?;
    add(
        "style.css",
        include_bytes!("../../templates/evidence/style.css"),
    )?;
    add(
        "README.txt",
        app.pages.texts.get("evidence-readme").as_bytes(),
    )?;
    add("public-key.pem", seal::public_pem(&app.config)?.as_bytes())?;
    for signed in &file.consents {
        let (consent, folder) = (&signed.consent, format!("consents/{}", signed.consent.id));
        add(&format!("{folder}/text.md"), signed.text.body.as_bytes())?;
        add(&format!("{folder}/events.json"), &pretty(&signed.events)?)?;
        let (document, evidence) = (consent.document.as_deref(), consent.evidence.as_deref());
        let files = consents::signed_files(document, evidence, consent.signature.as_deref());
        for (name, bytes) in files {
            add(&format!("{folder}/{name}"), &bytes)?;
        }
    }
    add("grants.json", &pretty(&file.grants)?)?;
    add("uses.json", &pretty(&file.uses)?)?;
    add("decisions.json", &pretty(&file.decisions)?)?;
    add("withdrawals.json", &pretty(&file.withdrawals)?)?;
    add("photos.json", &pretty(&photos)?)?;
    add("views-of-originals.json", &pretty(&file.views)?)?;
    add("people.json", &pretty(&file.people)?)?;
    let mut lines = Vec::new();
    for event in &file.audit {
        serde_json::to_writer(&mut lines, event)?;
        lines.push(b'\n');
    }
    add("audit.jsonl", &lines)?;
    Ok(entries)
}

fn pretty<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    Ok(serde_json::to_vec_pretty(value)?)
}

/// The versions that there are of each photo that was not removed.
async fn shown(
    app: &App,
    grant: &StaffGrant,
    file: &CaseFile,
    archive: &mut Writer,
) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for photo in file
        .photos
        .iter()
        .filter(|photo| photo.removed_at.is_none())
    {
        for level in photo.levels() {
            match photos::staff_photo(app, grant, &photo.id, Some(level), WIDTH).await {
                Ok(served) => {
                    let name = format!("photos/{}/{}.jpg", photo.id, level.as_str());
                    entries.push(archive.add(&name, &served.bytes)?);
                }
                // Its file went with a withdrawal.
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(entries)
}

/// The pages of what was signed on paper.
async fn scanned(
    app: &App,
    grant: &StaffGrant,
    file: &CaseFile,
    archive: &mut Writer,
) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for signed in &file.consents {
        let id = signed.consent.id.clone();
        let scans = app.db.read(move |conn| consents::scans(conn, &id)).await?;
        for scan in scans {
            let id = &signed.consent.id;
            let bytes = signing::read_page(app, grant, id, scan.page).await?;
            let name = format!("consents/{id}/scan-{}.jpg", scan.page);
            entries.push(archive.add(&name, &bytes)?);
        }
    }
    Ok(entries)
}

/// The manifest names each file with its hash; our signature over it stands for the whole bundle.
fn sealed(
    app: &App,
    file: &CaseFile,
    entries: Vec<Entry>,
    archive: &mut Writer,
) -> Result<String, Error> {
    let manifest = serde_json::to_vec_pretty(&json!({
        "made_at": file.at.and_utc().to_rfc3339(),
        "program": env!("CARGO_PKG_VERSION"),
        "case": file.case,
        "public_key": seal::public_key(&app.config)?,
        "files": entries,
    }))?;
    let signature = seal::seal(&app.config, &manifest)?;
    archive.add("manifest.signature.txt", signature.as_bytes())?;
    let raw = seal::unhex(&signature).unwrap_or_default();
    archive.add("manifest.signature.bin", &raw)?;
    archive.add(MANIFEST, &manifest)?;
    Ok(sha256(&manifest))
}
