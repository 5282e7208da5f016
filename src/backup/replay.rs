//! Brings a restored database up to date with the ledger, and only then lets it be served.

use diesel::prelude::*;
use serde_json::json;

use crate::app::App;
use crate::audit::{self, Doer};
use crate::consents::{self, Replayed};
use crate::db::schema::{restores, stories};
use crate::db::{self, Conn, StoryId};
use crate::erasure;
use crate::error::Error;

/// What the replay did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Finished {
    /// Withdrawals that the backup did not know, and that took effect now.
    pub replayed: usize,
    /// Publications that ended by them.
    pub ended: usize,
    /// Events of clients whose record came after the backup.
    pub unknown_clients: usize,
}

/// Whether this database may be served: it was never restored, or the ledger has been replayed.
///
/// # Errors
/// When the database does not answer.
pub fn is_finished(conn: &mut Conn) -> Result<bool, Error> {
    let open: i64 = restores::table
        .filter(restores::replayed_at.is_null())
        .count()
        .get_result(&mut **conn)?;
    Ok(open == 0)
}

/// Runs later migrations and replays the whole ledger. Begun again after an interruption, it goes on.
///
/// # Errors
/// When ledger or database don't answer, or an event can't be read: the database stays closed.
pub async fn finish(app: &App) -> Result<Finished, Error> {
    db::migrate(&app.db)?;
    let mut done = Finished::default();
    for found in consents::read_ledger(app).await? {
        // Whoever could write there could only take more down: what is signed by nobody takes effect too.
        let Some((event, _)) = found.entry else {
            return Err(Error::internal(format!(
                "{} of the ledger can't be read",
                found.path
            )));
        };
        let replayed = app
            .db
            .write(move |conn| erasure::replay(conn, &event))
            .await?;
        match replayed {
            Replayed::Known => {}
            Replayed::Now { ended, .. } => {
                done.replayed += 1;
                done.ended += ended;
            }
            Replayed::NoSuchClient => done.unknown_clients += 1,
        }
    }
    app.db.write(move |conn| close(conn, done)).await?;
    Ok(done)
}

fn close(conn: &mut Conn, done: Finished) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::update(restores::table.filter(restores::replayed_at.is_null()))
        .set(restores::replayed_at.eq(Some(now)))
        .execute(&mut **conn)?;
    let detail = json!({
        "replayed": done.replayed,
        "publications": done.ended,
        "unknown_clients": done.unknown_clients,
    });
    audit::record(conn, &Doer::System, "backup.replay", "ledger", &detail)
}

/// Without a ledger nobody knows what was withdrawn since: everything comes down, and moderators publish it again.
pub(super) fn unpublish_all(conn: &mut Conn) -> Result<usize, Error> {
    let published: Vec<StoryId> = stories::table
        .filter(stories::state.eq("published"))
        .select(stories::id)
        .load(&mut **conn)?;
    let now = conn.now()?;
    let mut ended = 0;
    for story in published {
        ended += consents::unpublish_story(conn, &story, "ledger_lost")?;
        diesel::update(stories::table.find(story.as_str()))
            .set((
                stories::state.eq("unpublished"),
                stories::unpublished_at.eq(Some(now)),
            ))
            .execute(&mut **conn)?;
    }
    Ok(ended)
}
