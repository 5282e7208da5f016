//! The growing wait after failed sign-ins, by account and by address: never a permanent lock.

use std::net::IpAddr;

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use crate::db::Conn;
use crate::db::schema::sign_in_delays as delays;
use crate::error::Error;
use crate::hash::sha256;
use crate::web::client_address::household;

/// Failures that cost nothing: people mistype.
const FREE: i32 = 4;
/// A run of failures is forgotten after this long without one.
const MEMORY: Duration = Duration::minutes(30);

/// What is counted: an account or an address, as a hash.
pub(super) fn key(kind: &str, value: &str) -> String {
    sha256(format!("{kind}:{value}").as_bytes())
}

/// An address; one of version 6 is counted with all of its network, or who has one would have a new one for each try.
pub(super) fn key_of_address(kind: &str, address: IpAddr) -> String {
    key(kind, &household(address).to_string())
}

/// # Errors
/// `TooManyRequests` while any of `keys` has to wait.
pub(super) fn check(conn: &mut Conn, keys: &[String]) -> Result<(), Error> {
    let open_at: Option<NaiveDateTime> = delays::table
        .filter(delays::key.eq_any(keys))
        .select(diesel::dsl::max(delays::open_at))
        .first(&mut **conn)?;
    // The clock after the row: what another wrote in between would lie ahead of us, and a free failure would be a wait.
    let now = conn.now()?;
    match open_at {
        Some(open_at) if open_at > now => Err(Error::TooManyRequests {
            seconds: (open_at - now).num_seconds() + 1,
        }),
        _ => Ok(()),
    }
}

/// [`check`] before a decision: who comes meanwhile with one of `keys` waits for the end of this transaction, so that many
/// tries at one moment count as they would one after the other, on every instance.
///
/// # Errors
/// As [`check`].
pub(super) fn in_turn(conn: &mut Conn, keys: &[String]) -> Result<(), Error> {
    let now = conn.now()?;
    // In one order everywhere, or two would wait for each other.
    let mut sorted: Vec<_> = keys.iter().collect();
    sorted.sort();
    for key in sorted {
        diesel::sql_query(LOCK)
            .bind::<Text, _>(key)
            .bind::<Timestamp, _>(now)
            .execute(&mut **conn)?;
    }
    check(conn, keys)
}

/// Writes the row of a key anew, or as it was: both databases keep others from it until the transaction ends.
const LOCK: &str = "INSERT INTO sign_in_delays (key, failures, failed_at, open_at) VALUES ($1, 0, $2, $2) \
    ON CONFLICT (key) DO UPDATE SET failures = sign_in_delays.failures";

/// Notes a failure for each of `keys`, which are [`in_turn`]: after the free ones 2, 4, 8 … 300 seconds of waiting.
pub(super) fn failed(conn: &mut Conn, keys: &[String]) -> Result<(), Error> {
    let now = conn.now()?;
    for key in keys {
        let (before, at): (i32, NaiveDateTime) = delays::table
            .find(key)
            .select((delays::failures, delays::failed_at))
            .first(&mut **conn)?;
        let failures = if now - at < MEMORY { before + 1 } else { 1 };
        let wait = match failures - FREE {
            ..=0 => Duration::zero(),
            n => Duration::seconds(2i64.pow(n.min(8) as u32).min(300)),
        };
        diesel::update(delays::table.find(key))
            .set((
                delays::failures.eq(failures),
                delays::failed_at.eq(now),
                delays::open_at.eq(now + wait),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}

/// Forgets the failures of an account that signed in.
pub(super) fn forgive(conn: &mut Conn, key: &str) -> Result<(), Error> {
    diesel::delete(delays::table.find(key)).execute(&mut **conn)?;
    Ok(())
}
