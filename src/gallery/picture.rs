//! Pictures of a publication in all their sizes, as a page names them.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Serialize;

use crate::consents::{LiveGrant, PublicPublication};
use crate::db::schema::publication_renditions;
use crate::db::{Conn, one_of};
use crate::error::Error;
use crate::imaging::Kind;
use crate::photos;

/// A picture in all its sizes.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Id of the use that shows it; empty for a picture that staff alone see.
    #[serde(skip)]
    pub publication: String,
    pub src: String,
    pub srcset: String,
    /// Empty until AVIF is made.
    pub avif: String,
    /// Empty unless the clinic has WebP made.
    pub webp: String,
    /// A few soft colours, to stand here until someone asks to see the photo.
    pub veil: Option<String>,
    /// The part that stands for it in previews of links, where it may.
    pub open_graph: Option<OpenGraph>,
    pub width: i32,
    pub height: i32,
    pub alt: String,
    /// The class that keeps the focus in sight where only a part fits; empty for the middle.
    pub focus: String,
}

/// The part of a photo that others copy where they show a link.
#[derive(Debug, Clone, Serialize)]
pub struct OpenGraph {
    pub src: String,
    pub width: i32,
    pub height: i32,
}

/// Width, height and format of each file of a publication, narrowest first.
type Sizes = Vec<(i32, i32, String)>;

/// The photos of a story that are public now.
pub(super) struct Pictures<'a> {
    public: &'a [PublicPublication],
    live: &'a [LiveGrant],
    sizes: HashMap<String, Sizes>,
    focus: HashMap<String, String>,
}

impl<'a> Pictures<'a> {
    /// Reads the sizes of what the predicate gave; `live` are the grants of the case.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(
        conn: &mut Conn,
        public: &'a [PublicPublication],
        live: &'a [LiveGrant],
    ) -> Result<Self, Error> {
        let ids: Vec<&str> = public
            .iter()
            .filter(|one| one.what == "photo")
            .map(|one| one.id.as_str())
            .collect();
        let rows: Vec<(String, i32, i32, String)> = publication_renditions::table
            .filter(one_of(publication_renditions::publication_id, &ids))
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
            live,
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
        let all = self.sizes.get(&publication.id)?;
        let is = |wanted: Kind| {
            let kind = move |size: &&(i32, i32, String)| photos::kind(size.0) == wanted;
            all.iter().filter(kind)
        };
        let sizes: Vec<_> = is(Kind::Photo).collect();
        let address =
            |width: i32, format: &str| format!("/media/{}/{width}.{format}", publication.public_id);
        let mut grants = self.live.iter();
        let shared = grants.any(|grant| publication.is_shared_by(grant));
        let open_graph = is(Kind::OpenGraph).next_back().filter(|_| shared);
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
            publication: publication.id.clone(),
            src: address(*width, "jpg"),
            srcset: set("jpg"),
            avif: set("avif"),
            webp: set("webp"),
            veil: is(Kind::Veil)
                .next()
                .map(|_| format!("/media/{}/veil.jpg", publication.public_id)),
            open_graph: open_graph.map(|(width, height, format)| OpenGraph {
                src: address(*width, format),
                width: *width,
                height: *height,
            }),
            width: *width,
            height: *height,
            alt: alt.to_owned(),
            focus: self.focus.get(&publication.id).cloned().unwrap_or_default(),
        })
    }
}
