//! What can be stored: each key knows its path, its content type and whether the public may ever see it.

use std::fmt;

use chrono::NaiveDate;

use super::ObjectId;

/// One object of the store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StorageKey {
    /// The photo or video exactly as it was uploaded. Never served to the public.
    Original(ObjectId),
    /// Pixels decoded and encoded by us, with masks burned in; public under a live consent only.
    Rendition(ObjectId, ImageFormat),
    /// A client's video, written anew by us; public under a live consent only.
    Video(ObjectId),
    /// The clinic's logo, decoded and encoded by us. It shows no client.
    Logo(ObjectId),
    /// A page of a consent that was signed on paper, encoded by us. For the clinic's people only.
    Scan(ObjectId),
    /// One event of the withdrawal ledger, on the ledger's own store. Random like the rest, so that two instances never
    /// choose the same name; its time is in its bytes.
    LedgerEvent(ObjectId),
    /// Where the head of the audit chain was on a day. Its day is in its name, for whoever looks into the store.
    Anchor(NaiveDate, ObjectId),
    /// Written, read and deleted by `doctor`.
    Probe(ObjectId),
}

/// The format of videos, as rows name it, and their extension.
pub const VIDEO: &str = "mp4";

/// How a rendition is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImageFormat {
    Jpeg,
    Avif,
    Webp,
}

impl ImageFormat {
    /// Without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Avif => "avif",
            Self::Webp => "webp",
        }
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Avif => "image/avif",
            Self::Webp => "image/webp",
        }
    }

    /// The format with this extension, or `None`.
    pub fn parse(extension: &str) -> Option<Self> {
        [Self::Jpeg, Self::Avif, Self::Webp]
            .into_iter()
            .find(|format| format.extension() == extension)
    }
}

impl StorageKey {
    /// The path inside the store: ASCII, with slashes, without one in front, spread over 256 folders.
    pub fn path(&self) -> String {
        let shelf = |folder: &str, id: &ObjectId| format!("{folder}/{}/{id}", &id.as_str()[..2]);
        match self {
            Self::Original(id) => shelf("originals", id),
            Self::Rendition(id, format) => {
                format!("{}.{}", shelf("renditions", id), format.extension())
            }
            Self::Video(id) => format!("{}.{VIDEO}", shelf("videos", id)),
            Self::Logo(id) => format!("{}.png", shelf("logos", id)),
            Self::Scan(id) => format!("{}.jpg", shelf("scans", id)),
            Self::LedgerEvent(id) => format!("{}.json", shelf("events", id)),
            Self::Anchor(day, id) => format!("anchors/{}/{day}-{id}.json", day.format("%Y")),
            Self::Probe(id) => shelf("probes", id),
        }
    }

    /// Where that lies which was made in this format of something a client gave; `None` for a format that we don't make.
    pub fn made(id: ObjectId, format: &str) -> Option<Self> {
        match format {
            VIDEO => Some(Self::Video(id)),
            other => ImageFormat::parse(other).map(|format| Self::Rendition(id, format)),
        }
    }

    /// The key whose path this is (as [`super::Storage::list`] gives it), or `None` when we would never have written
    /// there.
    pub fn from_path(path: &str) -> Option<Self> {
        let (folder, rest) = path.split_once('/')?;
        let name = rest.rsplit('/').next()?;
        let (id, extension) = name.split_once('.').unwrap_or((name, ""));
        if folder == "anchors" {
            let (day, id) = id.rsplit_once('-')?;
            let key = Self::Anchor(day.parse().ok()?, ObjectId::parse(id)?);
            return (key.path() == path).then_some(key);
        }
        let id = ObjectId::parse(id)?;
        let key = match folder {
            "originals" => Self::Original(id),
            "renditions" => Self::Rendition(id, ImageFormat::parse(extension)?),
            "videos" => Self::Video(id),
            "logos" => Self::Logo(id),
            "scans" => Self::Scan(id),
            "events" => Self::LedgerEvent(id),
            "probes" => Self::Probe(id),
            _ => return None,
        };
        (key.path() == path).then_some(key)
    }

    /// What the store is told; an original's own type is known to the database only.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Rendition(_, format) => format.content_type(),
            Self::Video(_) => "video/mp4",
            Self::Logo(_) => "image/png",
            Self::Scan(_) => "image/jpeg",
            Self::LedgerEvent(_) | Self::Anchor(..) => "application/json",
            Self::Original(_) | Self::Probe(_) => "application/octet-stream",
        }
    }

    /// Whether a live consent could make it public. Without one, everything in the store is private.
    pub fn may_be_public(&self) -> bool {
        matches!(self, Self::Rendition(..) | Self::Video(_))
    }
}

impl fmt::Display for StorageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}
