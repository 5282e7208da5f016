//! A file that has arrived becomes a photo of a case: refused by name, sealed, and sent to be developed.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::jobs::MakeRenditions;
use super::photo::{Angle, PhotoState, Stage, UNSAID};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::clients;
use crate::clinic;
use crate::db::schema::photos;
use crate::db::{CaseId, ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{self, Edits, Limits};
use crate::jobs;
use crate::objects;
use crate::storage::{ObjectId, StorageKey};
use crate::web::upload::ReceivedFile;

/// What staff say of a batch of photos while uploading.
#[derive(Debug, Clone)]
pub struct NewPhoto {
    /// `None`: proposed by the date, for a person to confirm.
    pub stage: Option<Stage>,
    pub session_number: Option<i32>,
    /// `None`: not said yet.
    pub angle: Option<Angle>,
    /// `None`: the camera's own date, if the file has one.
    pub taken_on: Option<NaiveDate>,
}

/// What became of one file.
#[derive(Debug, Clone)]
pub enum Uploaded {
    Kept(PhotoId),
    /// The same bytes are in this case already.
    Duplicate(PhotoId),
    /// Kept, but the same bytes are also in another case.
    AlsoIn(PhotoId, CaseId),
    /// The id of the text that says why and what to do.
    Refused {
        status: u16,
        message: String,
    },
}

/// Takes one file that has arrived: refuses what is no photo of ours, seals the original, and has renditions made.
/// The object is written before the row; when this returns, both are there.
///
/// # Errors
/// `NotFound` for a case that isn't; `Unavailable` when store or database don't answer: the file was not kept.
pub async fn upload(
    app: &App,
    actor: &Actor,
    case: &CaseId,
    new: &NewPhoto,
    received: ReceivedFile,
) -> Result<Uploaded, Error> {
    actor.require(Role::Staff)?;
    let path = received.file.path().to_owned();
    let probed = tokio::task::spawn_blocking(move || {
        let bytes = std::fs::read(&path)?;
        Ok::<_, std::io::Error>(imaging::probe(&bytes, &Limits::default()))
    })
    .await
    .map_err(|e| Error::internal(format!("probe: {e}")))?
    .map_err(|e| Error::unavailable(format!("upload folder: {e}")))?;
    let probe = match probed {
        Ok(probe) => probe,
        Err(refusal) => {
            return Ok(Uploaded::Refused {
                status: refusal_status(&refusal),
                message: format!("photo-refused-{}", refusal.code()),
            });
        }
    };
    let (case_id, hash) = (case.clone(), received.sha256.clone());
    let asked = hash.clone();
    let known = app
        .db
        .read(move |conn| {
            let client = queries::client_of(conn, &case_id)?;
            Ok((client, queries::same_bytes(conn, &asked)?))
        })
        .await?;
    let (client, same) = known;
    if let Some(photo) = same.iter().find(|photo| &photo.case_id == case) {
        return Ok(Uploaded::Duplicate(photo.id.clone()));
    }
    let object = ObjectId::random()?;
    let begun = object.clone();
    app.db
        .write(move |conn| objects::begin(conn, &begun, "original"))
        .await?;
    app.storage
        .put_file(&StorageKey::Original(object.clone()), received.file.path())
        .await?;
    let row = Row {
        client,
        case: case.clone(),
        object,
        received,
        probe,
        new: new.clone(),
    };
    let actor = actor.clone();
    let kept = app.db.write(move |conn| insert(conn, &actor, &row)).await;
    match kept {
        Ok(id) => Ok(match same.into_iter().next() {
            Some(other) => Uploaded::AlsoIn(id, other.case_id),
            None => Uploaded::Kept(id),
        }),
        // Sent twice at the same moment: the other one won, ours is swept.
        Err(error) if Conn::is_unique_violation(&error) => {
            let same = app
                .db
                .read(move |conn| queries::same_bytes(conn, &hash))
                .await?;
            let won = same.into_iter().find(|photo| &photo.case_id == case);
            won.map(|photo| Uploaded::Duplicate(photo.id)).ok_or(error)
        }
        Err(error) => Err(error),
    }
}

fn refusal_status(refusal: &imaging::Refusal) -> u16 {
    use imaging::Refusal;
    match refusal {
        Refusal::TooManyBytes | Refusal::TooManyPixels => 413,
        Refusal::NotAPhoto | Refusal::Heic | Refusal::Avif => 415,
        _ => 422,
    }
}

struct Row {
    client: ClientId,
    case: CaseId,
    object: ObjectId,
    received: ReceivedFile,
    probe: imaging::Probe,
    new: NewPhoto,
}

fn insert(conn: &mut Conn, actor: &Actor, row: &Row) -> Result<PhotoId, Error> {
    // Nothing arrives any more for a client who was forgotten meanwhile.
    clients::lock(conn, &row.client)?;
    objects::own(conn, &row.object)?;
    let id = PhotoId::new();
    let now = conn.now()?;
    let edits = Edits {
        watermark: clinic::watermark(conn)?,
        ..Edits::default()
    };
    let edits = edits.canonical_json();
    let taken_on = row
        .new
        .taken_on
        .or(row.probe.taken_at.map(|at| at.date()))
        .filter(|day| *day <= now.date());
    diesel::insert_into(photos::table)
        .values((
            (
                photos::id.eq(id.as_str()),
                photos::case_id.eq(row.case.as_str()),
                photos::client_id.eq(row.client.as_str()),
                photos::object_id.eq(row.object.as_str()),
                photos::sha256.eq(&row.received.sha256),
                photos::bytes.eq(i64::try_from(row.received.bytes).unwrap_or(i64::MAX)),
                photos::kind.eq(row.probe.kind.as_str()),
                photos::width.eq(i32::try_from(row.probe.width).unwrap_or(i32::MAX)),
                photos::height.eq(i32::try_from(row.probe.height).unwrap_or(i32::MAX)),
            ),
            (
                photos::stage.eq(row.new.stage.map_or(UNSAID, Stage::as_str)),
                photos::session_number.eq(row.new.session_number),
                photos::angle.eq(row.new.angle.map_or(UNSAID, Angle::as_str)),
                photos::taken_on.eq(taken_on),
                photos::alt.eq(""),
                photos::sensitive.eq(false),
                photos::bare_level.eq(2),
                photos::edits.eq(&edits),
                photos::edits_sha256.eq(sha256(edits.as_bytes())),
                photos::state.eq(PhotoState::Processing.as_str()),
                photos::revision.eq(1),
                photos::uploaded_at.eq(now),
                photos::uploaded_by.eq(actor.id.as_str()),
            ),
        ))
        .execute(&mut **conn)?;
    jobs::enqueue(
        conn,
        &MakeRenditions {
            photo: id.clone(),
            edits: sha256(edits.as_bytes()),
            bare_level: 2,
        },
    )?;
    let detail =
        json!({ "case": row.case, "sha256": row.received.sha256, "bytes": row.received.bytes });
    audit::record(
        conn,
        &actor.doer(),
        "photo.upload",
        &format!("photo:{id}"),
        &detail,
    )?;
    Ok(id)
}
