//! What is known of cases, gathered from the slices in a few queries for all of them.

use chrono::NaiveDateTime;

use crate::cases::{self, Named, Wanted};
use crate::consents;
use crate::db::Conn;
use crate::error::Error;
use crate::photos::{self, Tally};
use crate::stories;

/// More cases than this are read in several steps: a statement holds only so many values.
const STEP: usize = 2000;

/// One case, as far as its status depends on it.
#[derive(Debug, Clone)]
pub struct Facts {
    pub case: Named,
    pub now: NaiveDateTime,
    pub photos: Tally,
    pub sessions: i64,
    pub story: Option<stories::Standing>,
    pub consent: Option<consents::Standing>,
}

impl Facts {
    /// The last moment something happened to the case.
    pub fn last_at(&self) -> NaiveDateTime {
        let story = self.story.as_ref().map(stories::Standing::last_at);
        let consent = self.consent.as_ref().map(consents::Standing::last_at);
        [self.photos.last_at, story, consent]
            .into_iter()
            .flatten()
            .fold(self.case.updated_at, NaiveDateTime::max)
    }
}

/// The cases wanted, the one touched last first.
///
/// # Errors
/// When the database does not answer.
pub fn gather(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Facts>, Error> {
    let now = conn.now()?;
    let all = cases::named(conn, wanted)?;
    let mut gathered = Vec::with_capacity(all.len());
    for some in all.chunks(STEP) {
        let ids: Vec<String> = some.iter().map(|case| case.id.to_string()).collect();
        let mut photos = photos::tallies(conn, &ids)?;
        let sessions = cases::session_counts(conn, &ids)?;
        let mut stories = stories::standings(conn, &ids)?;
        let mut consents = consents::standings(conn, &ids)?;
        gathered.extend(some.iter().map(|case| Facts {
            photos: photos.remove(&case.id).unwrap_or_default(),
            sessions: sessions.get(&case.id).copied().unwrap_or(0),
            story: stories.remove(&case.id),
            consent: consents.remove(&case.id),
            case: case.clone(),
            now,
        }));
    }
    gathered.sort_by_key(|one| std::cmp::Reverse((one.last_at(), one.case.id.clone())));
    Ok(gathered)
}
