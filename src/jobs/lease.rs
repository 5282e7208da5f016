//! The right to let a job take effect.

use chrono::Duration;
use diesel::prelude::*;

use crate::app::App;
use crate::db::schema::jobs;
use crate::db::{Conn, exactly_one};
use crate::error::Error;

/// The right to let one job take effect, until another worker takes it over.
#[derive(Debug, Clone)]
pub struct Lease {
    pub(super) job: String,
    pub(super) holder: String,
}

impl Lease {
    /// Ends the job, in the transaction of its effect.
    ///
    /// # Errors
    /// `Conflict` when the lease was lost: the caller's transaction must roll back.
    pub fn finish(&self, conn: &mut Conn) -> Result<(), Error> {
        let ended = diesel::delete(
            jobs::table.filter(jobs::id.eq(&self.job).and(jobs::leased_by.eq(&self.holder))),
        )
        .execute(&mut **conn)?;
        exactly_one(ended)
    }

    /// Asks between two steps of long work whether the job is still ours, so that what was called off goes no further.
    ///
    /// # Errors
    /// `Conflict` when it is not: it was called off, or another worker has it.
    pub async fn check(&self, app: &App) -> Result<(), Error> {
        let lease = self.clone();
        let ours: i64 = app
            .db
            .read(move |conn| {
                Ok(jobs::table
                    .filter(
                        jobs::id
                            .eq(&lease.job)
                            .and(jobs::leased_by.eq(&lease.holder)),
                    )
                    .count()
                    .get_result(&mut **conn)?)
            })
            .await?;
        if ours == 1 {
            Ok(())
        } else {
            Err(Error::Conflict)
        }
    }
}

/// Keeps a job for another `lease_time`, if it is still ours.
pub(super) fn renew(conn: &mut Conn, lease: &Lease, lease_time: Duration) -> Result<(), Error> {
    let until = conn.now()? + lease_time;
    let renewed = diesel::update(
        jobs::table.filter(
            jobs::id
                .eq(&lease.job)
                .and(jobs::leased_by.eq(&lease.holder)),
        ),
    )
    .set(jobs::leased_until.eq(Some(until)))
    .execute(&mut **conn)?;
    exactly_one(renewed)
}
