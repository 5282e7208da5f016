//! Photos that are there twice although their bytes differ: told by what they look like, across the clinic. Staff are told
//! where a photo stands; nothing is ever refused for it.

use std::collections::HashMap;

use bytes::Bytes;
use diesel::connection::DefaultLoadingMode;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::jobs::bare;
use super::photo::Photo;
use super::queries;
use crate::app::App;
use crate::db::schema::{photo_doubles as table, photos};
use crate::db::{CaseId, Conn, PhotoId};
use crate::error::Error;
use crate::imaging::measure::{Likeness, SAME, Search, sameness};
use crate::imaging::{Edits, Limits, look};
use crate::jobs::{self, Job, Lease, Turn};

/// Another photo that looks like one's own.
#[derive(Debug, Clone, Serialize)]
pub struct Double {
    pub id: PhotoId,
    pub case_id: CaseId,
}

/// Of photos that may be copies, so many of the likeliest are looked at.
const CLOSEST: usize = 3;

/// Looks at photos that may be one, but were cut, marked or masked perhaps.
#[derive(Debug, Serialize, Deserialize)]
pub struct LookCloser {
    pub photo: PhotoId,
}

/// Other photos that look alike, the likest first.
#[derive(Debug, Default)]
pub(super) struct Alike {
    copies: Vec<PhotoId>,
    perhaps: Vec<PhotoId>,
}

/// The photo's likeness as it is kept, measured on its bare picture if it was not yet, and the photos of the clinic that
/// are like it.
pub(super) async fn looked_up(
    app: &App,
    photo: &Photo,
    bare: Option<Bytes>,
) -> Result<(Option<String>, Alike), Error> {
    let Some(bytes) = bare.filter(|_| photo.likeness.is_none()) else {
        return Ok((photo.likeness.clone(), Alike::default()));
    };
    let found = tokio::task::spawn_blocking(move || {
        let picture = look(&bytes, &Edits::default(), &Limits::default()).ok()?;
        Likeness::of(&picture)
    })
    .await
    .unwrap_or(None);
    let Some(likeness) = found else {
        return Ok((Some(String::new()), Alike::default()));
    };
    let id = photo.id.clone();
    let alike = app.db.read(move |conn| alike(conn, &id, &likeness)).await?;
    Ok((Some(likeness.to_hex()), alike))
}

/// Row by row: a hundred thousand photos take no more memory than ten.
fn alike(conn: &mut Conn, id: &PhotoId, likeness: &Likeness) -> Result<Alike, Error> {
    let search = Search::of(likeness);
    let rows = photos::table
        .filter(photos::removed_at.is_null())
        .filter(photos::likeness.is_not_null())
        .filter(photos::id.ne(id.as_str()))
        .select((photos::id, photos::likeness))
        .load_iter::<(PhotoId, Option<String>), DefaultLoadingMode>(&mut **conn)?;
    let mut near: Vec<(u32, PhotoId)> = Vec::new();
    for row in rows {
        let (id, hex) = row?;
        let Some(other) = hex.as_deref().and_then(Likeness::from_hex) else {
            continue;
        };
        let distance = search.distance(&other);
        if distance <= Likeness::ALIKE {
            near.push((distance, id));
        }
    }
    near.sort_by(|(one, a), (other, b)| (one, a.as_str()).cmp(&(other, b.as_str())));
    let copies = near.partition_point(|(distance, _)| *distance <= Likeness::COPY);
    let ids = |some: &[(u32, PhotoId)]| {
        some.iter()
            .map(|(_, id)| id.clone())
            .take(CLOSEST)
            .collect()
    };
    Ok(Alike {
        copies: ids(&near[..copies]),
        perhaps: ids(&near[copies..]),
    })
}

/// Keeps what was found; what is not sure is looked at by a job of its own, so that nobody waits for it.
pub(super) fn note(conn: &mut Conn, photo: &PhotoId, alike: &Alike) -> Result<(), Error> {
    for other in &alike.copies {
        keep(conn, photo, other)?;
    }
    if alike.copies.is_empty() && !alike.perhaps.is_empty() {
        jobs::enqueue(
            conn,
            &LookCloser {
                photo: photo.clone(),
            },
        )?;
    }
    Ok(())
}

fn keep(conn: &mut Conn, one: &PhotoId, other: &PhotoId) -> Result<(), Error> {
    let known: i64 = table::table
        .filter(table::one_id.eq_any([one.as_str(), other.as_str()]))
        .filter(table::other_id.eq_any([one.as_str(), other.as_str()]))
        .count()
        .get_result(&mut **conn)?;
    if known > 0 {
        return Ok(());
    }
    let now = conn.now()?;
    diesel::insert_into(table::table)
        .values((
            table::one_id.eq(one.as_str()),
            table::other_id.eq(other.as_str()),
            table::found_at.eq(now),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

impl Job for LookCloser {
    const NAME: &'static str = "look_closer";
    const REPEATABLE: bool = true;
    const TURN: Turn = Turn::Later;

    fn about(&self) -> Option<&str> {
        Some(self.photo.as_str())
    }

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let id = self.photo.clone();
        let asked = id.clone();
        let perhaps = app
            .db
            .read(move |conn| {
                let photo = match queries::photo(conn, &asked) {
                    Ok(photo) => photo,
                    Err(Error::NotFound) => return Ok(Vec::new()),
                    Err(error) => return Err(error),
                };
                let likeness = photo.likeness.as_deref().and_then(Likeness::from_hex);
                likeness.map_or(Ok(Vec::new()), |it| Ok(alike(conn, &asked, &it)?.perhaps))
            })
            .await?;
        let mut found = Vec::new();
        for other in perhaps {
            if let Some((one, two)) = bare(&app, &id).await?.zip(bare(&app, &other).await?)
                && are_one(one, two).await
            {
                found.push(other);
            }
        }
        app.db
            .write(move |conn| {
                lease.finish(conn)?;
                for other in &found {
                    keep(conn, &id, other)?;
                }
                Ok(())
            })
            .await
    }
}

async fn are_one(one: Bytes, other: Bytes) -> bool {
    let looked = tokio::task::spawn_blocking(move || {
        let seen = |bytes: &[u8]| look(bytes, &Edits::default(), &Limits::default()).ok();
        sameness(&seen(&one)?, &seen(&other)?)
    });
    looked
        .await
        .unwrap_or(None)
        .is_some_and(|same| same >= SAME)
}

/// For each of these photos another one that looks like it, if there is one; of another case before one of the same.
///
/// # Errors
/// When the database does not answer.
pub fn doubles(conn: &mut Conn, some: &[Photo]) -> Result<HashMap<PhotoId, Double>, Error> {
    let ids: Vec<&str> = some.iter().map(|photo| photo.id.as_str()).collect();
    let noted: Vec<(PhotoId, PhotoId)> = table::table
        .filter(table::one_id.eq_any(&ids).or(table::other_id.eq_any(&ids)))
        .select((table::one_id, table::other_id))
        .load(&mut **conn)?;
    let named: Vec<&str> = noted
        .iter()
        .flat_map(|(one, other)| [one.as_str(), other.as_str()])
        .collect();
    let there: Vec<(PhotoId, CaseId)> = photos::table
        .filter(photos::id.eq_any(&named))
        .filter(photos::removed_at.is_null())
        .select((photos::id, photos::case_id))
        .load(&mut **conn)?;
    let both_ways = noted
        .iter()
        .flat_map(|(one, other)| [(one, other), (other, one)]);
    let mut found: HashMap<PhotoId, Double> = HashMap::new();
    for (own, other) in both_ways {
        let (Some(photo), Some((_, case))) = (
            some.iter().find(|photo| &photo.id == own),
            there.iter().find(|(id, _)| id == other),
        ) else {
            continue;
        };
        let known = found
            .get(own)
            .is_some_and(|known| known.case_id != photo.case_id);
        if !known {
            let (id, case_id) = (other.clone(), case.clone());
            found.insert(own.clone(), Double { id, case_id });
        }
    }
    Ok(found)
}
