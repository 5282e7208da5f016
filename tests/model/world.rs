//! A studio in which the steps are really taken, beside the reference; and the canaries of each client.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::TempDir;

use super::operation::{Operation, Part};
use super::reference::Reference;
use super::sweep::Seen;
use crate::support::app::TestApp;
use crate::support::studio::{CLIENT_MAIL, Studio, add_case};

/// Clients of all worlds: no two have a token in common.
static CLIENTS: AtomicU64 = AtomicU64::new(1);

/// A site that is not the clinic's.
pub const PARTNER: &str = "www.partner.example";

/// One installation, through its restarts and restores.
pub struct World {
    pub studio: Studio,
    /// What a successor still needs: stores and the ledger.
    pub before: Vec<TestApp>,
    pub number: u64,
    pub days: i64,
    pub case: Case,
}

/// One client's case, the reference, and what visitors have seen of it.
#[derive(Default)]
pub struct Case {
    pub reference: Reference,
    pub photos: Vec<String>,
    pub slug: String,
    pub seen: Seen,
    pub signatures: u64,
    pub backup: Option<Saved>,
}

/// A backup, and the reference at that time.
pub struct Saved {
    pub _folder: TempDir,
    pub path: PathBuf,
    pub reference: Reference,
    /// Taken back since: what the ledger knows.
    pub since: Vec<Less>,
}

/// What a client took back, or lost.
#[derive(Clone, Copy)]
pub enum Less {
    Part(Part),
    Pause(Part),
    Level {
        photo: usize,
        level: usize,
    },
    /// What was signed is disputed.
    Suspended,
    /// The text they signed was recalled.
    Recalled,
    Forgotten,
}

impl World {
    /// Everything that can be opened to others is open: what is not public stays unseen all the same.
    pub async fn open() -> Self {
        let studio = Studio::open().await;
        studio.use_channels(&["search", "partner_embed"]).await;
        for (site, whose) in [("www.clinic.example", "own"), (PARTNER, "partner")] {
            let site = [("site", site), ("whose", whose)];
            let listed = studio.admin.post("/admin/clinic/embeds", &site).await;
            listed.expect(303);
        }
        let opened = studio.admin.post("/admin/clinic/api", &[]).await;
        opened.expect(303);
        Self {
            studio,
            before: Vec::new(),
            number: 0,
            days: 0,
            case: Case::default(),
        }
    }

    /// A word that is nowhere else.
    pub fn token(&self, kind: &str, version: u64) -> String {
        format!("{kind}{}v{version}x", self.number)
    }

    /// The next client, with a case and the draft of a story.
    pub async fn next_client(&mut self) {
        self.number = CLIENTS.fetch_add(1, Ordering::SeqCst);
        let name = format!("{} {}", self.token("Fi", 0), self.token("La", 0));
        let fields = [
            ("name", name.as_str()),
            ("email", CLIENT_MAIL),
            ("birth_date", "1984-03-09"),
        ];
        let answer = self.studio.staff.post("/staff/clients", &fields).await;
        let location = answer.expect(303).location();
        self.studio.client = location.rsplit('/').next().unwrap().to_owned();
        self.studio.case = add_case(&self.studio.staff, &self.studio.client).await;
        self.case = Case::default();
        self.case.reference.today = self.days;
        let path = format!("/staff/cases/{}/story", self.studio.case);
        self.studio.staff.post(&path, &[]).await.expect(303);
        self.rewrite().await;
    }

    /// Takes a step, in the studio and in the reference. `false`: there was nothing to do.
    pub async fn step(&mut self, operation: &Operation) -> bool {
        // Of someone who was forgotten there is nothing to do anything with.
        let of_the_machine = [Operation::Expire, Operation::Restore, Operation::Restart];
        if self.case.reference.forgotten && !of_the_machine.contains(operation) {
            return false;
        }
        match *operation {
            Operation::Upload => self.upload().await,
            Operation::Sign {
                level,
                place,
                name,
                words,
            } => self.sign(level, place, name, words).await,
            Operation::Narrow { photo, level } => self.narrow(photo, level).await,
            Operation::Withdraw(part) => self.withdraw(part).await,
            Operation::Pause(part) => self.pause(part).await,
            Operation::Resume => self.resume().await,
            Operation::Cover { photo, covered } => self.cover(photo, covered).await,
            Operation::Remove { photo } => self.remove(photo).await,
            Operation::Rewrite => self.rewrite().await,
            Operation::Approve => self.approve().await,
            Operation::Undo => self.undo().await,
            Operation::Unpublish => self.unpublish().await,
            Operation::Expire => self.expire().await,
            Operation::Recall => self.recall().await,
            Operation::Suspend => self.suspend().await,
            Operation::Settle => self.settle().await,
            Operation::Forget => self.forget().await,
            Operation::Backup => self.backup().await,
            Operation::Restore => self.restore().await,
            Operation::Restart => self.restart().await,
        }
    }

    /// The client takes back everything: whatever came before, nothing is left.
    pub async fn leave(&mut self) {
        if self.case.reference.forgotten {
            return;
        }
        self.withdraw(Part::All).await;
        let path = format!("/staff/cases/{}/consent/withdrawal", self.studio.case);
        self.studio.staff.post(&path, &[]).await.expect(303);
        self.case.reference.withdraw(Part::All);
        self.sweep().await;
        self.studio.clinic.drain().await;
        self.sweep().await;
    }
}
