//! The client's own photos as the questions show them: side by side, by stage and months, in versions.

use chrono::NaiveDate;
use serde::Serialize;

use super::asking::Asking;
use crate::cases;
use crate::consents::Answers;
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::imaging::Level;
use crate::photos::{self, Photo, best_level};

/// One photo.
#[derive(Debug, Clone, Serialize)]
pub struct Shot {
    pub id: String,
    pub stage: String,
    pub angle: String,
    pub alt: String,
    pub sensitive: bool,
    /// Whole months since the first session; `None` before it, and for the first month.
    pub months: Option<i64>,
    /// The version to show; `None` when there is none that shows as little as was chosen.
    pub level: Option<&'static str>,
    pub chosen: Option<bool>,
    /// The versions that exist.
    pub levels: Vec<&'static str>,
    pub width: i32,
    pub height: i32,
}

/// Two photos of one angle.
#[derive(Debug, Clone, Serialize)]
pub struct Beside {
    pub angle: String,
    pub before: Shot,
    pub after: Shot,
    pub weeks: Option<i64>,
}

/// An answer to "how much of you?", on a photo of their own.
#[derive(Debug, Clone, Serialize)]
pub struct Version {
    pub level: &'static str,
    pub sample: Option<Shot>,
    /// How many of the chosen photos would not be shown, because they don't exist with so little of the person.
    pub lacking: usize,
}

/// Makes shots of a case's photos.
pub struct Album {
    first_session: Option<NaiveDate>,
}

impl Album {
    /// # Errors
    /// When the database does not answer.
    pub fn of(conn: &mut Conn, case: &CaseId) -> Result<Self, Error> {
        let sessions = cases::sessions(conn, case)?;
        Ok(Self {
            first_session: sessions.iter().map(|session| session.held_on).min(),
        })
    }

    /// A photo in the version `level`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn shot(
        &self,
        conn: &mut Conn,
        photo: &Photo,
        level: Option<Level>,
    ) -> Result<Shot, Error> {
        // A version may be cropped: its own size, so that the page keeps its shape while the picture arrives.
        let size = match level {
            Some(level) => photos::renditions(conn, photo, level)?
                .iter()
                .find(|one| one.is_photo())
                .map(|one| (one.width, one.height)),
            None => None,
        };
        let (width, height) = size.unwrap_or((photo.width, photo.height));
        let after = !photo.stage().is_some_and(photos::Stage::is_before);
        let months = photo
            .taken_on
            .zip(self.first_session)
            .filter(|_| after)
            .map(|(taken, first)| (taken - first).num_days() / 30)
            .filter(|months| *months > 0);
        Ok(Shot {
            id: photo.id.to_string(),
            stage: photo.stage.clone(),
            angle: photo.angle.clone(),
            alt: photo.alt.clone(),
            sensitive: photo.sensitive,
            months,
            level: level.map(Level::as_str),
            chosen: None,
            levels: photo.levels().into_iter().map(Level::as_str).collect(),
            width,
            height,
        })
    }

    fn asked(&self, conn: &mut Conn, photo: &Photo, answers: &Answers) -> Result<Shot, Error> {
        let level = match answers.level_of(photo.id.as_str()) {
            Some(granted) => best_level(photo, granted),
            // Before the level is chosen a client sees the version that shows least.
            None => photo.levels().into_iter().min(),
        };
        Ok(Shot {
            chosen: answers.photos.get(photo.id.as_str()).copied(),
            ..self.shot(conn, photo, level)?
        })
    }

    /// The pairs that are asked about.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn pairs(&self, conn: &mut Conn, asking: &Asking) -> Result<Vec<Beside>, Error> {
        let mut shown = Vec::new();
        for pair in &asking.pairs {
            let days = pair.before.taken_on.zip(pair.after.taken_on);
            shown.push(Beside {
                angle: pair.before.angle.clone(),
                before: self.asked(conn, &pair.before, &asking.answers)?,
                after: self.asked(conn, &pair.after, &asking.answers)?,
                weeks: days.map(|(before, after)| (after - before).num_weeks()),
            });
        }
        Ok(shown)
    }

    /// Each photo that is asked about, once.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn shots(&self, conn: &mut Conn, asking: &Asking) -> Result<Vec<Shot>, Error> {
        asking
            .photos
            .iter()
            .map(|photo| self.asked(conn, photo, &asking.answers))
            .collect()
    }

    /// The versions there are, each on the same photo where it can be: the one with most versions.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn versions(&self, conn: &mut Conn, asking: &Asking) -> Result<Vec<Version>, Error> {
        let chosen: Vec<&Photo> = asking
            .photos
            .iter()
            .filter(|photo| asking.answers.photos.get(photo.id.as_str()) != Some(&false))
            .collect();
        let mut levels: Vec<Level> = chosen.iter().flat_map(|photo| photo.levels()).collect();
        levels.sort();
        levels.dedup();
        let mut richest = chosen.clone();
        // Stable: of those with equally many, an after before a before, since it is what is shown largest.
        richest.sort_by_key(|photo| {
            let before = photo.stage().is_some_and(photos::Stage::is_before);
            (std::cmp::Reverse(photo.levels().len()), before)
        });
        let mut versions = Vec::new();
        for level in levels {
            let there = |photo: &&&Photo| photo.levels().contains(&level);
            let sample = match richest.iter().find(there) {
                Some(photo) => Some(self.shot(conn, photo, Some(level))?),
                None => None,
            };
            versions.push(Version {
                level: level.as_str(),
                sample,
                lacking: chosen
                    .iter()
                    .filter(|photo| best_level(photo, level).is_none())
                    .count(),
            });
        }
        Ok(versions)
    }
}
