//! Takes due jobs and runs them; several workers and several instances share one queue.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration as Wait, Instant};

use chrono::Duration;
use tokio::sync::watch;

use super::lease::renew;
use super::queue::{Due, Failed, claim, fail};
use super::{Job, Lease, MAX_ATTEMPTS, Turn};
use crate::app::App;
use crate::error::Error;

type Running = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;
type Run = Arc<dyn Fn(App, &str, Lease) -> Result<Running, Error> + Send + Sync>;

/// The kinds of work that a worker knows.
#[derive(Clone, Default)]
pub struct Registry {
    runs: BTreeMap<&'static str, Run>,
    turns: BTreeMap<&'static str, Turn>,
    repeatable: Vec<&'static str>,
    /// How often kinds are tried that are not tried [`MAX_ATTEMPTS`] times.
    limits: BTreeMap<&'static str, i32>,
}

impl Registry {
    /// Adds a kind of work.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        let run = |app: App, payload: &str, lease: Lease| {
            let job: J = serde_json::from_str(payload)?;
            Ok(Box::pin(job.run(app, lease)) as Running)
        };
        self.runs.insert(J::NAME, Arc::new(run));
        self.turns.insert(J::NAME, J::TURN);
        if J::ATTEMPTS != MAX_ATTEMPTS {
            self.limits.insert(J::NAME, J::ATTEMPTS);
        }
        if J::REPEATABLE {
            self.repeatable.push(J::NAME);
        }
        self
    }

    fn named(&self, wanted: impl Fn(Turn) -> bool) -> Vec<&'static str> {
        let kinds = self.turns.iter().filter(|(_, turn)| wanted(**turn));
        kinds.map(|(name, _)| *name).collect()
    }

    /// The kinds that a restored database may simply do again.
    pub fn repeatable(&self) -> &[&'static str] {
        &self.repeatable
    }
}

/// Runs jobs until told to stop.
#[derive(Clone)]
pub struct Worker {
    app: App,
    registry: Registry,
    /// How long a worker that fell silent keeps its job.
    lease_time: Duration,
}

impl Worker {
    pub fn new(app: App, registry: Registry) -> Self {
        Self {
            lease_time: app.config.jobs.lease,
            app,
            registry,
        }
    }

    /// Takes jobs until `stop` says true; a job that has begun is finished first. Errands have a worker of their own, and
    /// as many work on photos at a time as the configuration says.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        let errands = self.registry.named(|turn| turn == Turn::Errand);
        let photos = self.registry.named(|turn| turn != Turn::Errand);
        let lanes = (0..self.app.config.jobs.photos_at_once)
            .map(|_| photos.clone())
            .chain([errands]);
        let lanes = lanes.map(|names| self.work(names, stop.clone()));
        futures_util::future::join_all(lanes).await;
    }

    async fn work(&self, names: Vec<&'static str>, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.one(&names).await {
                Ok(true) => {}
                Ok(false) => idle(&mut stop, Wait::from_millis(500)).await,
                Err(error) => {
                    tracing::error!(%error, "jobs can't be read");
                    idle(&mut stop, Wait::from_secs(2)).await;
                }
            }
        }
    }

    /// Runs all jobs that are due now, and those that they enqueue. For tests and the command line.
    ///
    /// # Errors
    /// When the queue can't be read; failed jobs stay in the queue.
    pub async fn drain(&self) -> Result<usize, Error> {
        let names = self.registry.named(|_| true);
        let mut ran = 0;
        while self.one(&names).await? {
            ran += 1;
        }
        Ok(ran)
    }

    /// Runs the next due job of these kinds; `false` when there is none.
    async fn one(&self, names: &[&'static str]) -> Result<bool, Error> {
        let (names, lease_time) = (names.to_vec(), self.lease_time);
        let attended = self.app.attention.held(Instant::now());
        let limits = self.registry.limits.clone();
        let claimed = self
            .app
            .db
            .write(move |conn| {
                let limit = |name: &str| limits.get(name).copied().unwrap_or(MAX_ATTEMPTS);
                claim(conn, &names, limit, &attended, lease_time)
            })
            .await?;
        let Some((due, lease)) = claimed else {
            return Ok(false);
        };
        if let Err(error) = self.attempt(&due, lease.clone()).await {
            self.give_back(due, lease, error).await?;
        }
        Ok(true)
    }

    async fn attempt(&self, due: &Due, lease: Lease) -> Result<(), Error> {
        let Some(run) = self.registry.runs.get(due.name.as_str()) else {
            return Err(Error::internal("unknown kind of job"));
        };
        let job = run(self.app.clone(), &due.payload, lease.clone())?;
        // A task of its own, so that a panic in one job is that job's failure.
        let mut running = tokio::spawn(job);
        let beat = (self.lease_time / 3).to_std().unwrap_or_default();
        loop {
            if let Ok(ended) = tokio::time::timeout(beat, &mut running).await {
                return ended.map_err(|e| Error::internal(format!("job stopped: {e}")))?;
            }
            let (lease, lease_time) = (lease.clone(), self.lease_time);
            let renewed = self
                .app
                .db
                .write(move |conn| renew(conn, &lease, lease_time));
            if let Err(error) = renewed.await {
                // The job may have ended this moment; if the lease was lost, its effect is refused.
                tracing::debug!(%error, "lease not renewed");
            }
        }
    }

    async fn give_back(&self, due: Due, lease: Lease, error: Error) -> Result<(), Error> {
        let text = error.to_string();
        let (id, name) = (due.id.clone(), due.name.clone());
        let told = text.clone();
        let limits = &self.registry.limits;
        let limit = limits.get(name.as_str()).copied().unwrap_or(MAX_ATTEMPTS);
        let failed = self
            .app
            .db
            .write(move |conn| fail(conn, &due, &lease, &told, limit))
            .await?;
        match failed {
            Failed::Parked => {
                tracing::error!(job = %id, %name, error = %text, "job parked: it needs a person");
            }
            Failed::Later => {
                tracing::warn!(job = %id, %name, error = %text, "job failed, will be tried again");
            }
            Failed::NotOurs => tracing::info!(job = %id, %name, "job called off or taken over"),
        }
        Ok(())
    }
}

async fn idle(stop: &mut watch::Receiver<bool>, wait: Wait) {
    let _ = tokio::time::timeout(wait, stop.changed()).await;
}
