//! What happens to the machine, and time.

use candor::backup;
use candor::server;

use super::operation::Part;
use super::world::{Less, Saved, World};
use crate::support::app::{Options, TestApp};
use crate::support::studio::PASSWORD;

impl World {
    pub(super) async fn expire(&mut self) -> bool {
        self.days += 760;
        self.case.reference.today = self.days;
        self.case.reference.undoable = false;
        self.set_clock();
        self.sweep_media().await;
        self.sign_in().await;
        true
    }

    pub(super) fn set_clock(&self) {
        let db = &self.studio.clinic.app.db;
        db.set_clock_offset(chrono::Duration::days(self.days));
    }

    /// Everyone signs in, at the server as it is now.
    pub(super) async fn sign_in(&mut self) {
        for role in ["staff", "moderator"] {
            let person = self.studio.clinic.visitor();
            let email = format!("{role}@studio.example");
            let fields = [("email", email.as_str()), ("password", PASSWORD)];
            person.post("/sign-in", &fields).await.expect(303);
            match role {
                "staff" => self.studio.staff = person,
                _ => self.studio.moderator = person,
            }
        }
    }

    pub(super) async fn backup(&mut self) -> bool {
        self.studio.clinic.drain().await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b");
        backup::backup(&self.studio.clinic.app, &path)
            .await
            .unwrap();
        self.case.backup = Some(Saved {
            _folder: folder,
            path,
            reference: self.case.reference.clone(),
            since: Vec::new(),
        });
        true
    }

    /// The machine is lost: a new one takes its place with the last backup, and the ledger.
    pub(super) async fn restore(&mut self) -> bool {
        if self.case.backup.is_none() {
            return false;
        }
        self.studio.clinic.drain().await;
        let after = Some(self.studio.clinic.config());
        let options = Options {
            after,
            ..Options::default()
        };
        let new = TestApp::start_with(options).await;
        self.before
            .push(std::mem::replace(&mut self.studio.clinic, new));
        self.set_clock();
        let saved = self.case.backup.as_ref().unwrap();
        let insist = backup::Options::default();
        let jobs = server::jobs();
        let app = &self.studio.clinic.app;
        backup::restore(app, &saved.path, insist, jobs.repeatable())
            .await
            .unwrap();
        let older = saved.reference.clone();
        let known = older.photos.len();
        let mut reference = self.case.reference.restored(older);
        for less in &saved.since {
            match *less {
                Less::Level { photo, level } if photo < known => reference.narrow(photo, level),
                Less::Part(Part::Photo(photo)) | Less::Pause(Part::Photo(photo))
                    if photo >= known => {}
                Less::Part(part) => reference.withdraw(part),
                // What was taken up again since stays paused.
                Less::Pause(part) => reference.pause(part),
                // So does what was settled since.
                Less::Suspended => reference.suspend(),
                Less::Recalled => reference.recall(),
                Less::Forgotten => reference.forget(),
                Less::Level { .. } => {}
            }
        }
        self.case.photos.truncate(known);
        self.case.reference = reference;
        self.sweep_media().await;
        self.studio.clinic.drain().await;
        self.sign_in().await;
        let saved = self.case.backup.as_ref().unwrap();
        if saved
            .since
            .iter()
            .any(|less| matches!(less, Less::Recalled))
        {
            self.put_a_text_in_force().await;
        }
        true
    }

    /// The program ends and is started anew, on what it had written down.
    pub(super) async fn restart(&mut self) -> bool {
        self.studio.clinic.restart().await;
        self.set_clock();
        let url = self.studio.clinic.url.clone();
        for person in [&mut self.studio.staff, &mut self.studio.moderator] {
            person.url.clone_from(&url);
        }
        true
    }
}
