//! Pictures of a publication in all their sizes, as a page names them.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Serialize;

use crate::consents::PublicPublication;
use crate::db::Conn;
use crate::db::schema::publication_renditions;
use crate::error::Error;
use crate::photos::{self, VEIL};

/// A picture in all its sizes.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    pub src: String,
    pub srcset: String,
    /// Empty until AVIF is made.
    pub avif: String,
    /// Empty unless the clinic has WebP made.
    pub webp: String,
    /// A few soft colours, to stand here until someone asks to see the photo.
    pub veil: Option<String>,
    pub width: i32,
    pub height: i32,
    pub alt: String,
    /// The class that keeps the focus in sight where only a part fits; empty for the middle.
    pub focus: String,
}

/// Width, height and format of each file of a publication, narrowest first.
type Sizes = Vec<(i32, i32, String)>;

/// The photos of a story that are public now.
pub(super) struct Pictures<'a> {
    public: &'a [PublicPublication],
    sizes: HashMap<String, Sizes>,
    focus: HashMap<String, String>,
}

impl<'a> Pictures<'a> {
    /// Reads the sizes of what the predicate gave.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(conn: &mut Conn, public: &'a [PublicPublication]) -> Result<Self, Error> {
        let ids: Vec<&str> = public
            .iter()
            .filter(|one| one.what == "photo")
            .map(|one| one.id.as_str())
            .collect();
        let rows: Vec<(String, i32, i32, String)> = publication_renditions::table
            .filter(publication_renditions::publication_id.eq_any(&ids))
            .order(publication_renditions::width)
            .select((
                publication_renditions::publication_id,
                publication_renditions::width,
                publication_renditions::height,
                publication_renditions::format,
            ))
            .load(&mut **conn)?;
        let mut sizes: HashMap<String, Sizes> = HashMap::new();
        for (publication, width, height, format) in rows {
            let known = sizes.entry(publication).or_default();
            known.push((width, height, format));
        }
        let focus = photos::published_focus(conn, &ids)?;
        Ok(Self {
            public,
            sizes,
            focus,
        })
    }

    /// The picture of a photo, or `None` when it is not public now.
    pub fn find(&self, photo: &str, alt: &str) -> Option<Picture> {
        let publication = self
            .public
            .iter()
            .find(|one| one.what == "photo" && one.subject_id == photo)?;
        let sizes = self.sizes.get(&publication.id)?;
        let veiled = sizes.iter().any(|(width, _, _)| *width == VEIL);
        let sizes: Vec<_> = sizes
            .iter()
            .filter(|(width, _, _)| *width != VEIL)
            .collect();
        let address =
            |width: i32, format: &str| format!("/media/{}/{width}.{format}", publication.public_id);
        let set = |format: &str| {
            sizes
                .iter()
                .filter(|(_, _, kind)| kind == format)
                .map(|(width, _, kind)| format!("{} {width}w", address(*width, kind)))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let mut jpegs = sizes.iter().filter(|(_, _, kind)| kind == "jpg");
        let widest = jpegs.clone().next_back()?;
        let (width, height, _) = jpegs.find(|(width, _, _)| *width >= 1024).unwrap_or(widest);
        Some(Picture {
            src: address(*width, "jpg"),
            srcset: set("jpg"),
            avif: set("avif"),
            webp: set("webp"),
            veil: veiled.then(|| format!("/media/{}/veil.jpg", publication.public_id)),
            width: *width,
            height: *height,
            alt: alt.to_owned(),
            focus: self.focus.get(&publication.id).cloned().unwrap_or_default(),
        })
    }
}
