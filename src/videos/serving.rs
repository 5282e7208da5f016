//! How bytes of a video leave: each way asks for the proof value that belongs to it, and a long answer asks again and again.

use bytes::Bytes;
use futures_util::{Stream, stream};

use super::queries;
use super::stored::Parts;
use super::video::VideoFile;
use crate::app::App;
use crate::consents::{self, ClientGrant, PublicVideo, StaffGrant};
use crate::db::{Conn, VideoId};
use crate::error::Error;
use crate::storage::ObjectId;

/// A video that may be played, by whoever got it from here.
#[derive(Debug, Clone)]
pub struct Reel {
    parts: Parts,
    /// Of the whole, in quotes.
    pub tag: String,
    /// Where it is public: asked before each part.
    public: Option<String>,
}

/// For everyone, under the proof that it was public a moment ago.
///
/// # Errors
/// `NotFound` for a file that is none of ours.
pub(super) fn public_reel(publication: &str, proof: &PublicVideo) -> Result<Reel, Error> {
    Ok(Reel {
        parts: Parts {
            object: ObjectId::parse(proof.object_id()).ok_or(Error::NotFound)?,
            bytes: proof.bytes(),
            hashes: proof.parts().to_owned(),
        },
        tag: format!("\"{}\"", proof.sha256()),
        public: Some(publication.to_owned()),
    })
}

/// For staff and moderators.
///
/// # Errors
/// `NotFound` while there is no file.
pub(super) fn staff_reel(conn: &mut Conn, _: &StaffGrant, id: &VideoId) -> Result<Reel, Error> {
    let (_, file) = queries::video(conn, id)?;
    private_reel(file)
}

/// For the client who proved to be one: their own video, nobody else's.
///
/// # Errors
/// `NotFound` for a video of someone else, and while there is no file.
pub fn client_reel(conn: &mut Conn, grant: &ClientGrant, id: &VideoId) -> Result<Reel, Error> {
    let (video, file) = queries::video(conn, id)?;
    if &video.client_id != grant.client() {
        return Err(Error::NotFound);
    }
    private_reel(file)
}

fn private_reel(file: Option<VideoFile>) -> Result<Reel, Error> {
    let file = file.ok_or(Error::NotFound)?;
    Ok(Reel {
        parts: Parts {
            object: ObjectId::parse(&file.object_id).ok_or(Error::NotFound)?,
            bytes: u64::try_from(file.bytes).unwrap_or(0),
            hashes: file.parts,
        },
        tag: format!("\"{}\"", file.sha256),
        public: None,
    })
}

impl Reel {
    pub fn bytes(&self) -> u64 {
        self.parts.bytes
    }

    /// The bytes from the first to the last, one part in memory at a time. What is taken back meanwhile ends it.
    pub fn play(self, app: App, first: u64, last: u64) -> impl Stream<Item = Result<Bytes, Error>> {
        stream::try_unfold((self, app, first), move |(reel, app, at)| async move {
            if at > last {
                return Ok(None);
            }
            reel.still_public(&app).await?;
            let mut bytes = reel.parts.from(&app, at).await?;
            let left = usize::try_from(last - at)
                .unwrap_or(usize::MAX)
                .saturating_add(1);
            bytes.truncate(left);
            if bytes.is_empty() {
                return Err(Error::unavailable("a part of a video is missing"));
            }
            let next = at + bytes.len() as u64;
            Ok(Some((bytes, (reel, app, next))))
        })
    }

    /// Its address never shows another file, so what is asked here is only whether it still is public.
    async fn still_public(&self, app: &App) -> Result<(), Error> {
        let Some(publication) = self.public.clone() else {
            return Ok(());
        };
        let asked = app
            .db
            .read(move |conn| consents::public_by_id(conn, &publication));
        asked.await?.map(|_| ()).ok_or(Error::Gone)
    }
}
