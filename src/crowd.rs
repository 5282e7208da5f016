//! Work that costs much and that anyone may ask for: few do it at once, some wait, and who comes then is asked to come back,
//! so that a flood of it leaves the rest of the site alone (S33).

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::Error;

/// Who is let in, and who waits. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Crowd {
    /// A place inside or in the line.
    places: Arc<Semaphore>,
    inside: Arc<Semaphore>,
}

/// Inside, until it is dropped.
#[derive(Debug)]
pub struct Admitted {
    _place: OwnedSemaphorePermit,
    _inside: OwnedSemaphorePermit,
}

impl Crowd {
    /// So many at once, while so many wait.
    pub fn new(at_once: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once + waiting)),
            inside: Arc::new(Semaphore::new(at_once)),
        }
    }

    /// Waits for a turn, in the order of those who came.
    ///
    /// # Errors
    /// `Unavailable` where too many wait already.
    pub async fn admit(&self) -> Result<Admitted, Error> {
        let full = |_| Error::unavailable("too many at once");
        let place = self.places.clone().try_acquire_owned().map_err(full)?;
        let closed = |_| Error::internal("a line that was closed");
        let inside = self.inside.clone().acquire_owned().await.map_err(closed)?;
        Ok(Admitted {
            _place: place,
            _inside: inside,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn waits(one: Pin<&mut impl Future<Output = Result<Admitted, Error>>>) -> bool {
        let mut nobody = Context::from_waker(Waker::noop());
        matches!(one.poll(&mut nobody), Poll::Pending)
    }

    #[tokio::test]
    async fn s33_few_at_once_some_wait_and_the_others_are_sent_away() {
        let crowd = Crowd::new(1, 2);
        let inside = crowd.admit().await.unwrap();
        let mut line: Vec<_> = (0..2).map(|_| Box::pin(crowd.admit())).collect();
        for one in &mut line {
            assert!(waits(one.as_mut()));
        }
        let refused = crowd.admit().await.unwrap_err();
        assert_eq!(refused.status(), 503);
        drop(inside);
        let first = line.remove(0).await.unwrap();
        assert!(waits(line[0].as_mut()));
        drop(first);
        line.remove(0).await.unwrap();
        crowd.admit().await.unwrap();
    }
}
