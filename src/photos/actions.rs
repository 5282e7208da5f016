//! What can be done with photos.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::jobs::MakeRenditions;
use super::photo::{Angle, Photo, PhotoState, Stage, UNSAID};
use super::queries;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::clients;
use crate::consents;
use crate::db::schema::{pairs, photos};
use crate::db::{CaseId, ClientId, Conn, PhotoId, exactly_one};
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
    objects::own(conn, &row.object)?;
    let id = PhotoId::new();
    let now = conn.now()?;
    let edits = Edits::default().canonical_json();
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

/// What staff may change about a photo. The original never changes.
#[derive(Debug, Clone)]
pub struct Details {
    pub revision: i32,
    /// `None`: still not said.
    pub stage: Option<Stage>,
    pub session_number: Option<i32>,
    /// `None`: still not said.
    pub angle: Option<Angle>,
    pub taken_on: Option<NaiveDate>,
    pub alt: String,
    pub sensitive: bool,
    /// Staff say: the bare picture shows no face and nothing that tells who it is.
    pub faceless: bool,
    pub edits: Edits,
    /// Apply the edits to all photos of this angle in the case.
    pub whole_angle: bool,
}

/// Changes a photo. Where less is shown than before, what is public of it comes down in this transaction and returns
/// with the new rendition; where more would be shown, the approved rendition stays until the client and a moderator
/// have said yes.
///
/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` for edits that make no sense.
pub fn edit(
    conn: &mut Conn,
    actor: &Actor,
    id: &PhotoId,
    details: &Details,
) -> Result<Photo, Error> {
    actor.require(Role::Staff)?;
    let photo = locked(conn, id)?;
    if details.edits.validate().is_err() {
        return Err(Error::field("edits", "photo-edits-refused"));
    }
    change(conn, actor, &photo, details)?;
    if details.whole_angle {
        for other in queries::photos(conn, &photo.case_id)? {
            if other.id != photo.id && details.angle.is_some() && other.angle() == details.angle {
                let same = Details {
                    revision: other.revision,
                    stage: other.stage(),
                    session_number: other.session_number,
                    taken_on: other.taken_on,
                    alt: other.alt.clone(),
                    ..details.clone()
                };
                change(conn, actor, &other, &same)?;
            }
        }
    }
    queries::photo(conn, id)
}

/// The photo under its client's lock: an approval under way waits for us, or we for it.
pub(super) fn locked(conn: &mut Conn, id: &PhotoId) -> Result<Photo, Error> {
    let client = queries::photo(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    queries::photo(conn, id)
}

pub(super) fn change(
    conn: &mut Conn,
    actor: &Actor,
    photo: &Photo,
    details: &Details,
) -> Result<(), Error> {
    let edits = details.edits.canonical_json();
    let edits_sha256 = sha256(edits.as_bytes());
    let bare_level = if details.faceless { 0 } else { 2 };
    let redo = edits_sha256 != photo.edits_sha256
        || bare_level != photo.bare_level
        || photo.state == "refused";
    let state = if redo {
        PhotoState::Processing.as_str()
    } else {
        photo.state.as_str()
    };
    let changed = diesel::update(
        photos::table
            .find(photo.id.as_str())
            .filter(photos::revision.eq(details.revision)),
    )
    .set((
        photos::stage.eq(details.stage.map_or(UNSAID, Stage::as_str)),
        photos::session_number.eq(details.session_number),
        photos::angle.eq(details.angle.map_or(UNSAID, Angle::as_str)),
        photos::taken_on.eq(details.taken_on),
        photos::alt.eq(&details.alt),
        photos::sensitive.eq(details.sensitive),
        photos::bare_level.eq(bare_level),
        photos::edits.eq(&edits),
        photos::edits_sha256.eq(&edits_sha256),
        photos::state.eq(state),
        photos::revision.eq(photo.revision + 1),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    if redo {
        if must_come_down(conn, photo, details, &edits)? {
            consents::unpublish_subject(conn, photo.id.as_str(), "less_shown")?;
        }
        jobs::enqueue(
            conn,
            &MakeRenditions {
                photo: photo.id.clone(),
                edits: edits_sha256.clone(),
                bare_level,
            },
        )?;
    }
    let detail = json!({ "edits": edits_sha256, "revision": photo.revision + 1 });
    audit::record(
        conn,
        &actor.doer(),
        "photo.edit",
        &format!("photo:{}", photo.id),
        &detail,
    )
}

/// Whether what is public of a photo must come down now: less of it is to be shown than is, or staff say that the
/// picture tells more of the person than they had said. What would show *more* leaves the approved version up.
fn must_come_down(
    conn: &mut Conn,
    photo: &Photo,
    details: &Details,
    edits: &str,
) -> Result<bool, Error> {
    if !details.faceless && photo.bare_level == 0 {
        return Ok(true);
    }
    let less = |shown: &String| {
        let approved: Option<Edits> = serde_json::from_str(shown).ok();
        shown != edits
            && approved.is_none_or(|approved| details.edits.shows_no_more_than(&approved))
    };
    Ok(consents::published_contents(conn, photo.id.as_str())?
        .iter()
        .any(less))
}

/// Takes a photo out of the case: what is public of it comes down at once.
///
/// # Errors
/// `NotFound`.
pub fn remove(conn: &mut Conn, actor: &Actor, id: &PhotoId) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let photo = locked(conn, id)?;
    let now = conn.now()?;
    diesel::update(photos::table.find(id.as_str()))
        .set((
            photos::removed_at.eq(Some(now)),
            photos::removed_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?;
    diesel::delete(
        pairs::table.filter(
            pairs::before_id
                .eq(id.as_str())
                .or(pairs::after_id.eq(id.as_str())),
        ),
    )
    .execute(&mut **conn)?;
    consents::unpublish_subject(conn, id.as_str(), "photo_removed")?;
    audit::record(
        conn,
        &actor.doer(),
        "photo.remove",
        &format!("photo:{id}"),
        &json!({}),
    )?;
    Ok(photo.case_id)
}
