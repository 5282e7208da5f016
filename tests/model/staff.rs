//! What staff and moderators do.

use candor::db::CaseId;
use candor::stories;

use super::picture::{self, LEVELS};
use super::world::{Less, World};
use crate::support::studio::value;

impl World {
    pub(super) async fn upload(&mut self) -> bool {
        let photo = self.case.photos.len();
        if photo == picture::MOST {
            return false;
        }
        let before = self.case.reference.upload();
        let (stage, day) = match before {
            true => ("before", format!("2026-01-1{photo}")),
            false => ("healed", format!("2026-06-1{photo}")),
        };
        let bytes = picture::photo(photo, self.number);
        let id = self.studio.upload(stage, &day, bytes).await;
        self.describe(&id, false).await;
        self.case.photos.push(id);
        let path = format!("/staff/cases/{}/pairs", self.studio.case);
        for (one, other) in self.case.reference.pairs() {
            if one == photo || other == photo {
                let ids = [&self.case.photos[one], &self.case.photos[other]];
                let fields = [("before_id", ids[0].as_str()), ("after_id", ids[1])];
                self.studio.staff.post(&path, &fields).await.expect(303);
            }
        }
        self.studio.clinic.drain().await;
        true
    }

    pub(super) async fn describe(&self, id: &str, covered: bool) {
        let mut fields = picture::masks(covered);
        fields.push(("alt", "Crown from above"));
        self.studio.describe(id, &fields).await;
    }

    pub(super) async fn cover(&mut self, photo: usize, covered: bool) -> bool {
        let reference = &mut self.case.reference;
        let Some(photo) = reference.meant(photo) else {
            return false;
        };
        if reference.photos[photo].covered == covered {
            return false;
        }
        reference.cover(photo, covered);
        let id = self.case.photos[photo].clone();
        self.describe(&id, covered).await;
        // The new version is not made yet.
        self.sweep_media().await;
        self.studio.clinic.drain().await;
        self.case.reference.made(photo);
        true
    }

    /// Staff look at every version; what went with a publication is made anew.
    pub(super) async fn look_at(&mut self, photo: usize) {
        let id = self.case.photos[photo].clone();
        let mut missing = false;
        for level in LEVELS {
            let path = format!("/staff/photos/{id}/view/{level}-320.jpg");
            missing |= self.studio.staff.get(&path).await.status != 200;
        }
        if missing {
            self.studio.clinic.drain().await;
            self.case.reference.made(photo);
        }
    }

    pub(super) async fn remove(&mut self, photo: usize) -> bool {
        let Some(photo) = self.case.reference.meant(photo) else {
            return false;
        };
        let path = format!("/staff/photos/{}/delete", self.case.photos[photo]);
        self.studio.staff.post(&path, &[]).await.expect(303);
        self.case.reference.remove(photo);
        true
    }

    pub(super) async fn rewrite(&mut self) -> bool {
        self.case.reference.title += 1;
        self.case.reference.undoable = false;
        let version = self.case.reference.title;
        let path = format!("/staff/cases/{}/story", self.studio.case);
        let page = self.studio.staff.get(&path).await.expect(200);
        self.case.slug = value(&page, "slug");
        let (title, text) = (self.token("Ti", version), self.token("Te", version));
        let fields = [
            ("revision", page.field("revision")),
            ("slug", self.case.slug.clone()),
            ("title", title),
            ("narrative", text),
            ("authentic", "yes".to_owned()),
            ("marks", "yes".to_owned()),
        ];
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.studio.staff.post(&path, &fields).await.expect(303);
        true
    }

    pub(super) async fn approve(&mut self) -> bool {
        for (photo, _) in self.case.reference.clone().photos.iter().enumerate() {
            if self.case.reference.meant(photo).is_some() {
                self.look_at(photo).await;
            }
        }
        let case = CaseId::parse(&self.studio.case).unwrap();
        let path = format!("/staff/cases/{case}/story/submission");
        self.studio.staff.post(&path, &[]).await.expect(303);
        let read = self
            .studio
            .clinic
            .app
            .db
            .read(move |conn| stories::of_case(conn, &case));
        let story = read.await.unwrap().unwrap().id.to_string();
        self.case.reference.undoable = false;
        let expected = if self.case.reference.approve() {
            303
        } else {
            409
        };
        let decided = self.studio.decide(&story, "approve", &[]).await;
        decided.expect(expected);
        true
    }

    /// What is in force is disputed: nothing of it is seen.
    pub(super) async fn suspend(&mut self) -> bool {
        let path = format!("/staff/cases/{}/consent/suspension", self.studio.case);
        let fields = [("why", "Their sister says it is not their signature.")];
        let answer = self.studio.staff.post(&path, &fields).await;
        if answer.status == 404 {
            let reference = &self.case.reference;
            assert!(reference.public().is_empty(), "{reference:#?}");
            return false;
        }
        answer.expect(303);
        self.case.reference.suspend();
        self.noted(Less::Suspended);
        self.sweep_media().await;
        true
    }

    pub(super) async fn undo(&mut self) -> bool {
        if !self.case.reference.undoable {
            return false;
        }
        let queue = self.studio.moderator.get("/moderation").await.expect(200);
        let id = queue.between("/moderation/decisions/", "/delete\"");
        let path = format!("/moderation/decisions/{}/delete", id.expect("an undo"));
        self.studio.moderator.post(&path, &[]).await.expect(303);
        self.case.reference.take_down();
        true
    }

    pub(super) async fn unpublish(&mut self) -> bool {
        let path = format!("/staff/cases/{}/story/unpublishing", self.studio.case);
        self.studio.staff.post(&path, &[]).await.expect(303);
        self.case.reference.take_down();
        true
    }
}
