//! Who sent open forms lately: few for each address, and a bound for all together (S33). Known to this process alone, for
//! minutes; nothing of it is written down.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Duration, NaiveDateTime};

use super::client_address::household;
use crate::error::Error;

/// So long a form counts.
const WINDOW: Duration = Duration::minutes(10);
/// From one address.
const EACH: usize = 8;
/// From all addresses together.
const ALL: usize = 100;
/// So many taken forms are remembered, which is more than can be sent while one is valid.
const TAKEN: usize = 4 * 6 * ALL;

/// Shared by all threads.
#[derive(Debug, Clone, Default)]
pub struct Senders(Arc<Mutex<Lately>>);

#[derive(Debug, Default)]
struct Lately {
    sent: HashMap<IpAddr, Vec<NaiveDateTime>>,
    taken: VecDeque<(NaiveDateTime, String)>,
}

impl Senders {
    /// Counts a form.
    ///
    /// # Errors
    /// `TooManyRequests` when the sender, or all together, sent enough.
    pub(super) fn admit(&self, sender: IpAddr, now: NaiveDateTime) -> Result<(), Error> {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.sent.retain(|_, at| {
            at.retain(|at| now - *at < WINDOW);
            !at.is_empty()
        });
        let all: usize = lately.sent.values().map(Vec::len).sum();
        let own = lately.sent.entry(household(sender)).or_default();
        if own.len() >= EACH || all >= ALL {
            let first = own.first().copied().unwrap_or(now);
            return Err(Error::TooManyRequests {
                seconds: (WINDOW - (now - first)).num_seconds().max(1),
            });
        }
        own.push(now);
        Ok(())
    }

    pub(super) fn has_taken(&self, nonce: &str) -> bool {
        let lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.taken.iter().any(|(_, known)| known == nonce)
    }

    pub(super) fn take(&self, nonce: &str, now: NaiveDateTime) {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lately.taken.len() >= TAKEN {
            lately.taken.pop_front();
        }
        lately.taken.push_back((now, nonce.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minute: i64) -> NaiveDateTime {
        chrono::DateTime::from_timestamp(minute * 60, 0)
            .unwrap()
            .naive_utc()
    }

    #[test]
    fn s33_few_from_each_and_a_bound_for_all() {
        let senders = Senders::default();
        let one: IpAddr = "2001:db8::1".parse().unwrap();
        let neighbour: IpAddr = "2001:db8::ffff".parse().unwrap();
        for _ in 0..EACH {
            senders.admit(one, minute(0)).unwrap();
        }
        for sender in [one, neighbour] {
            let refused = senders.admit(sender, minute(9)).unwrap_err();
            assert!(matches!(refused, Error::TooManyRequests { seconds: 60 }));
        }
        senders.admit(one, minute(10)).unwrap();
        let mut taken = 1;
        for host in 0..=u8::MAX {
            let sender = IpAddr::from([192, 0, 2, host]);
            taken += usize::from(senders.admit(sender, minute(11)).is_ok());
        }
        assert_eq!(taken, ALL);
        senders.admit(neighbour, minute(22)).unwrap();
    }
}
