//! Until when what is kept of the public pages holds: the content version as this instance knows it, and the database's
//! clock carried on between two looks.
//!
//! A write of this instance looks after its commit and before it answers, so its own changes count at once; what other
//! instances change is seen by looking several times a second while anyone asks. A look older than a second is not
//! believed. The next end or beginning of a yes is a boundary like a change.

use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{Conn, Db, connection};
use crate::db::schema::grants;
use crate::error::Error;
use crate::shelf::Epoch;

/// After this long another look begins, while the last is still believed.
const LOOK_AGAIN: Duration = Duration::from_millis(200);
/// After this long a look is not believed.
const BELIEVED: Duration = Duration::from_secs(1);

/// For this long after a look that failed nobody else waits for another.
const AWAY: Duration = Duration::from_millis(500);

/// The last look of this instance.
#[derive(Default)]
pub(super) struct Content {
    seen: RwLock<Seen>,
    tickets: AtomicU64,
    is_looking: AtomicBool,
    /// Of many who wait for a look, one looks; when it failed last.
    one: tokio::sync::Mutex<Option<Instant>>,
}

#[derive(Default)]
struct Seen {
    /// Of the look that wrote here last; an earlier look that ends later has nothing to say.
    ticket: u64,
    /// Nothing when the look failed: then nothing is believed.
    look: Option<Look>,
}

#[derive(Clone)]
struct Look {
    epoch: Epoch,
    mark: String,
    /// When this instance asked, by its own clock, and what the database's said then or a little later.
    asked: Instant,
    clock: NaiveDateTime,
    /// The epoch holds at `from ≤ database time < until`.
    from: NaiveDateTime,
    until: Option<NaiveDateTime>,
}

impl Look {
    fn holds_at(&self, now: NaiveDateTime) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

impl Db {
    /// The epoch of this moment.
    ///
    /// # Errors
    /// When the database has to be asked and does not answer: the caller shows nothing.
    pub async fn epoch(&self) -> Result<Epoch, Error> {
        if let Some(epoch) = self.epoch_at_hand() {
            return Ok(epoch);
        }
        let mut failed_at = self.content.one.lock().await;
        if let Some(epoch) = self.epoch_at_hand() {
            return Ok(epoch);
        }
        if failed_at.is_some_and(|at| at.elapsed() < AWAY) {
            return Err(Error::unavailable("the content version can't be read"));
        }
        let content = self.content.clone();
        let seen = self.read(move |conn| content.look(conn)).await;
        *failed_at = seen.is_err().then(Instant::now);
        seen.map_err(|error| Error::unavailable(format!("content version: {error}")))
    }

    /// The epoch of this moment if the last look is fresh enough to say so.
    pub fn epoch_at_hand(&self) -> Option<Epoch> {
        let (epoch, age) = self.content.at_hand(self.offset())?;
        if age >= LOOK_AGAIN {
            self.look_again();
        }
        Some(epoch)
    }

    fn look_again(&self) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        if self.content.is_looking.swap(true, Ordering::SeqCst) {
            return;
        }
        let db = self.clone();
        runtime.spawn(async move {
            let content = db.content.clone();
            // What can't be seen is not believed for longer than a second.
            if let Err(error) = db.read(move |conn| content.look(conn)).await {
                tracing::warn!(%error, "the content version can't be read");
            }
            db.content.is_looking.store(false, Ordering::SeqCst);
        });
    }
}

impl Content {
    /// After a transaction, whatever became of it and before anyone is told: its change is seen, or nothing is believed.
    pub(super) fn look_after_commit(&self, conn: &mut Conn) {
        if self.look(conn).is_err() {
            let ticket = self.ticket();
            self.note(ticket, None);
        }
    }

    /// The epoch that the last look says is now, and how old that look is; none where it says nothing any more.
    pub(super) fn at_hand(&self, offset: chrono::Duration) -> Option<(Epoch, Duration)> {
        let seen = self.seen.read().ok()?;
        let look = seen.look.as_ref()?;
        let age = look.asked.elapsed();
        let now = look.clock + chrono::Duration::from_std(age).ok()? + offset;
        (age < BELIEVED && look.holds_at(now)).then_some((look.epoch, age))
    }

    fn ticket(&self) -> u64 {
        self.tickets.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Asks the database. Tickets are drawn before asking, so that of two looks the one that began later, which has
    /// seen all that the other has, counts.
    fn look(&self, conn: &mut Conn) -> Result<Epoch, Error> {
        let ticket = self.ticket();
        let asked = Instant::now();
        let (mark, clock) = connection::content_version(conn)?;
        let now = clock + conn.offset();
        let before = self.seen.read().ok().and_then(|seen| seen.look.clone());
        let (epoch, from, until) = match before {
            Some(look) if look.mark == mark && look.holds_at(now) => {
                (look.epoch, look.from, look.until)
            }
            _ => (Epoch::new(ticket), now, boundary(conn, now)?),
        };
        let look = Look {
            epoch,
            mark,
            asked,
            clock,
            from,
            until,
        };
        self.note(ticket, Some(look));
        Ok(epoch)
    }

    fn note(&self, ticket: u64, look: Option<Look>) {
        if let Ok(mut seen) = self.seen.write()
            && seen.ticket < ticket
        {
            *seen = Seen { ticket, look };
        }
    }
}

/// The next moment at which a grant begins or ends, whatever it is for.
fn boundary(conn: &mut Conn, now: NaiveDateTime) -> Result<Option<NaiveDateTime>, Error> {
    let open = grants::table.filter(grants::ended_at.is_null());
    let end: Option<NaiveDateTime> = open
        .filter(grants::expires_at.gt(now))
        .select(diesel::dsl::min(grants::expires_at))
        .first(&mut **conn)?;
    let beginning: Option<NaiveDateTime> = open
        .filter(grants::valid_from.gt(now))
        .select(diesel::dsl::min(grants::valid_from))
        .first(&mut **conn)?;
    Ok(end.into_iter().chain(beginning).min())
}
