//! How long a server waits for someone who sends: a slow line is fine, a line held open on purpose is not (S30).

use std::time::{Duration, Instant};

use actix_web::web::Bytes;
use futures_util::{Stream, StreamExt};

use crate::error::Error;

/// How long the other side may be silent.
const SILENCE: Duration = Duration::from_secs(30);
/// How long any pace is fine: connections start slowly, and a phone may change between networks.
const GRACE: Duration = Duration::from_secs(60);
/// The slowest pace after that, on average since the beginning, in bytes a second: an eighth of the slowest mobile line.
const PACE: u64 = 1024;

/// What has come of one body, and since when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    begun: Instant,
    bytes: u64,
}

impl Patience {
    pub(super) fn new(begun: Instant) -> Self {
        Self { begun, bytes: 0 }
    }

    /// The next part of a body; `None` at its end.
    ///
    /// # Errors
    /// 408 for who is silent or trickles, 400 for a body that is not what its head said.
    pub(super) async fn next<E>(
        &mut self,
        body: &mut (impl Stream<Item = Result<Bytes, E>> + Unpin),
    ) -> Result<Option<Bytes>, Error> {
        let chunk = within_reason(body.next()).await?;
        match chunk.transpose() {
            Err(_) => Err(Error::refused(400, "error-body")),
            Ok(Some(chunk)) if !self.goes_on(chunk.len(), Instant::now()) => Err(too_slow()),
            Ok(chunk) => Ok(chunk),
        }
    }

    /// Notes that so many bytes have come; whether to go on waiting.
    fn goes_on(&mut self, bytes: usize, now: Instant) -> bool {
        self.bytes = self.bytes.saturating_add(bytes as u64);
        let passed = now.saturating_duration_since(self.begun);
        passed <= GRACE || self.bytes >= passed.as_secs().saturating_mul(PACE)
    }
}

fn too_slow() -> Error {
    Error::refused(408, "error-timeout")
}

/// What comes, unless nothing comes for too long.
pub(super) async fn within_reason<T>(coming: impl Future<Output = T>) -> Result<T, Error> {
    tokio::time::timeout(SILENCE, coming)
        .await
        .map_err(|_| too_slow())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends so many bytes each so often; after how long it is sent away.
    fn sent_away(bytes: usize, every: Duration, whole: Duration) -> Option<Duration> {
        let begun = Instant::now();
        let mut patience = Patience::new(begun);
        let mut passed = Duration::ZERO;
        while passed < whole {
            passed += every;
            if !patience.goes_on(bytes, begun + passed) {
                return Some(passed);
            }
        }
        None
    }

    #[test]
    fn s30_a_body_that_trickles_is_sent_away() {
        let away = sent_away(1, Duration::from_secs(20), Duration::from_secs(3600));
        assert_eq!(away, Some(Duration::from_secs(80)));
    }

    #[test]
    fn a_slow_line_is_waited_for() {
        let hour = Duration::from_secs(3600);
        assert_eq!(sent_away(2048, Duration::from_secs(1), hour), None);
        // Nothing for half a minute, then as fast as before.
        assert_eq!(sent_away(200 << 10, Duration::from_secs(29), hour), None);
    }
}
