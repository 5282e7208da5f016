//! A client sends a video or drops it; staff write what is said in it, and have its file made again.

use std::fs::File;

use diesel::prelude::*;
use serde_json::json;

use super::captions::Captions;
use super::jobs::{DropVideo, MakeVideo};
use super::queries;
use super::video::{Standing, Video};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::clients;
use crate::consents::{self, Answers, ClientSession, ConsentState};
use crate::db::schema::{video_files, videos};
use crate::db::{Conn, VideoId, exactly_one};
use crate::error::Error;
use crate::jobs;
use crate::objects;
use crate::storage::{ObjectId, StorageKey};
use crate::video::{self, Failure, Limits};
use crate::web::upload::ReceivedFile;

/// Takes a video that has arrived, in place of one sent before: refuses what is none of ours, seals the original, and has the
/// file for the web made. `Err` inside: the id of the text that says why it is refused.
///
/// # Errors
/// `Forbidden` until the session is confirmed; `Conflict` once signed; `Unavailable` when store or database don't answer.
pub async fn receive(
    app: &App,
    session: &ClientSession,
    received: ReceivedFile,
) -> Result<Result<(), String>, Error> {
    session.require_confirmed()?;
    let path = received.file.path().to_owned();
    let looked_at = tokio::task::spawn_blocking(move || {
        video::probe(&mut File::open(path)?, &Limits::default())
    })
    .await
    .map_err(|e| Error::internal(format!("video: {e}")))?;
    match looked_at {
        Ok(()) => {}
        Err(Failure::Refused(why)) => return Ok(Err(format!("video-refused-{}", why.code()))),
        Err(Failure::Io(error)) => {
            return Err(Error::unavailable(format!("upload folder: {error}")));
        }
    }
    let object = ObjectId::random()?;
    let begun = object.clone();
    app.db
        .write(move |conn| objects::begin(conn, &begun, "original"))
        .await?;
    app.storage
        .put_file(&StorageKey::Original(object.clone()), received.file.path())
        .await?;
    let session = session.clone();
    app.db
        .write(move |conn| keep(conn, &session, &object, &received))
        .await?;
    Ok(Ok(()))
}

fn keep(
    conn: &mut Conn,
    session: &ClientSession,
    object: &ObjectId,
    received: &ReceivedFile,
) -> Result<(), Error> {
    let link = &session.link;
    clients::lock(conn, &link.client_id)?;
    let draft = consents::consent(conn, &link.consent_id)?;
    if draft.state() != ConsentState::Sent {
        return Err(Error::Conflict);
    }
    drop_sent(conn, session)?;
    objects::own(conn, object)?;
    let (id, now) = (VideoId::new(), conn.now()?);
    diesel::insert_into(videos::table)
        .values((
            videos::id.eq(id.as_str()),
            videos::client_id.eq(link.client_id.as_str()),
            videos::case_id.eq(draft.case_id.as_str()),
            videos::consent_id.eq(link.consent_id.as_str()),
            videos::object_id.eq(object.as_str()),
            videos::sha256.eq(&received.sha256),
            videos::bytes.eq(i64::try_from(received.bytes).unwrap_or(i64::MAX)),
            videos::uploaded_at.eq(now),
            videos::captions.eq(""),
            videos::captions_revision.eq(0),
        ))
        .execute(&mut **conn)?;
    jobs::enqueue(conn, &MakeVideo { video: id.clone() })?;
    // What was said of another video is not said of this one.
    let answers = Answers {
        video: None,
        ..draft.answers()
    };
    consents::record_answers(conn, &draft, &answers)?;
    let detail =
        json!({ "consent": link.consent_id, "sha256": received.sha256, "bytes": received.bytes });
    audit::record(
        conn,
        &Doer::Client(link.client_id.to_string()),
        "video.send",
        &format!("video:{id}"),
        &detail,
    )
}

/// The client drops the video they sent, before they sign: nothing of it is kept.
///
/// # Errors
/// `Forbidden` until the session is confirmed; `Conflict` once signed.
pub fn drop_video(conn: &mut Conn, session: &ClientSession) -> Result<(), Error> {
    session.require_confirmed()?;
    clients::lock(conn, &session.link.client_id)?;
    let draft = consents::consent(conn, &session.link.consent_id)?;
    if draft.state() != ConsentState::Sent {
        return Err(Error::Conflict);
    }
    drop_sent(conn, session)?;
    let answers = Answers {
        video: None,
        ..draft.answers()
    };
    consents::record_answers(conn, &draft, &answers)
}

fn drop_sent(conn: &mut Conn, session: &ClientSession) -> Result<(), Error> {
    let Some(sent) = queries::sent_under(conn, &session.link.consent_id)? else {
        return Ok(());
    };
    let (_, file) = queries::video(conn, &sent.id)?;
    jobs::call_off::<MakeVideo>(conn, sent.id.as_str())?;
    diesel::delete(video_files::table.find(sent.id.as_str())).execute(&mut **conn)?;
    diesel::delete(videos::table.find(sent.id.as_str())).execute(&mut **conn)?;
    let job = DropVideo {
        original: sent.object_id,
        made: file.map(|file| file.object_id),
    };
    jobs::enqueue(conn, &job)?;
    audit::record(
        conn,
        &Doer::Client(sent.client_id.to_string()),
        "video.drop",
        &format!("video:{}", sent.id),
        &json!({ "sha256": sent.sha256 }),
    )
}

/// Keeps what is said in a video. Whoever writes it says that they watched it to the end.
///
/// # Errors
/// `Forbidden` without the role staff; `Conflict` when someone else wrote meanwhile, or there is no file to watch; `Invalid` names
/// what is wrong.
pub fn caption(
    conn: &mut Conn,
    actor: &Actor,
    id: &VideoId,
    (text, watched, revision): (&str, bool, i32),
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let (video, file) = queries::video(conn, id)?;
    clients::lock(conn, &video.client_id)?;
    let file = file.ok_or(Error::Conflict)?;
    let captions =
        Captions::parse(text, file.millis).map_err(|why| Error::field("captions", why))?;
    if !watched {
        return Err(Error::field("watched", "captions-watched-missing"));
    }
    let now = conn.now()?;
    let row = videos::table
        .find(id.as_str())
        .filter(videos::captions_revision.eq(revision));
    let changed = diesel::update(row)
        .set((
            videos::captions.eq(captions.text()),
            videos::captions_revision.eq(revision + 1),
            videos::watched_at.eq(Some(now)),
            videos::watched_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?;
    exactly_one(changed)?;
    let written = crate::hash::sha256(captions.text().as_bytes());
    audit::record(
        conn,
        &actor.doer(),
        "video.caption",
        &format!("video:{id}"),
        &json!({ "captions": written, "sha256": video.sha256 }),
    )
}

/// Has the file for the web made again, when it went with a publication that ended.
///
/// # Errors
/// `Forbidden` without the role staff.
pub fn make_again(conn: &mut Conn, actor: &Actor, video: &Video) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    clients::lock(conn, &video.client_id)?;
    let (video, file) = queries::video(conn, &video.id)?;
    if queries::standing(conn, &video, file.as_ref())? != Standing::PutAway {
        return Ok(());
    }
    let id = video.id;
    jobs::enqueue(conn, &MakeVideo { video: id.clone() })?;
    audit::record(
        conn,
        &actor.doer(),
        "video.make",
        &format!("video:{id}"),
        &json!({}),
    )
}
