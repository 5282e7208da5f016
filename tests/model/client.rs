//! What the client does, on their own phone.

use super::operation::Part;
use super::picture::LEVELS;
use super::world::{Less, World};
use crate::support::browser::Browser;
use crate::support::studio::{CLIENT_MAIL, answer_in};

impl World {
    pub(super) async fn sign(
        &mut self,
        level: usize,
        place: &str,
        name: bool,
        words: bool,
    ) -> bool {
        if self.case.reference.pairs().is_empty() {
            return false;
        }
        self.case.signatures += 1;
        let version = self.case.signatures;
        let said = words.then(|| self.token("Wo", version));
        let phone = self.studio.open_link(&self.studio.invite().await).await;
        let called = if name { "first_name" } else { "none" };
        let (where_to, also): (_, &[&str]) = match place {
            "website_and_partners" => ("website", &["also_partner_embed"]),
            place => (place, &[]),
        };
        let said = said.as_deref();
        answer_in(&phone, LEVELS[level], where_to, also, called, said).await;
        self.studio.clinic.drain().await;
        let mail = self.studio.clinic.mail_to(CLIENT_MAIL).text;
        let link = mail.split("http://candor.test").nth(1).unwrap();
        let link = link.split_whitespace().next().unwrap().to_owned();
        let words = words.then_some(version);
        let reference = &mut self.case.reference;
        reference.sign(level, place, name, words, link);
        true
    }

    /// The client, who kept the receipt with its link.
    pub(super) async fn client(&self) -> Option<Browser> {
        let link = self.case.reference.manage.as_deref()?;
        let phone = self.studio.clinic.visitor();
        phone.post(link, &[]).await.expect(303);
        Some(phone)
    }

    pub(super) async fn narrow(&mut self, photo: usize, level: usize) -> bool {
        let photo = self.case.reference.meant(photo);
        let Some((photo, phone)) = photo.zip(self.client().await) else {
            return false;
        };
        // A version that was never made can't take the place of the other.
        self.look_at(photo).await;
        let scope = format!("level:{}:{}", self.case.photos[photo], LEVELS[level]);
        let fields = [("scope", scope.as_str())];
        phone.post("/c/withdrawal", &fields).await.expect(303);
        self.case.reference.narrow(photo, level);
        self.noted(Less::Level { photo, level });
        true
    }

    pub(super) async fn withdraw(&mut self, part: Part) -> bool {
        let Some((phone, part, scope)) = self.meant(part).await else {
            return false;
        };
        let fields = [("scope", scope.as_str())];
        phone.post("/c/withdrawal", &fields).await.expect(303);
        self.case.reference.withdraw(part);
        self.noted(Less::Part(part));
        true
    }

    /// The link is enough for a pause.
    pub(super) async fn pause(&mut self, part: Part) -> bool {
        let Some((phone, part, scope)) = self.meant(part).await else {
            return false;
        };
        let fields = [("scope", scope.as_str())];
        phone.post("/c/pause", &fields).await.expect(303);
        self.case.reference.pause(part);
        self.noted(Less::Pause(part));
        true
    }

    /// To show again what was paused takes a code as well.
    pub(super) async fn resume(&mut self) -> bool {
        let Some(link) = self.case.reference.manage.clone() else {
            return false;
        };
        let fields = [("scope", "all")];
        let stranger = self.client().await.expect("the link");
        stranger.post("/c/pause/delete", &fields).await.expect(403);
        let phone = self.studio.open_link(&link).await;
        phone.post("/c/pause/delete", &fields).await.expect(303);
        self.case.reference.resume();
        true
    }

    /// The phone, what is meant as the reference knows it, and as the forms say it.
    async fn meant(&self, part: Part) -> Option<(Browser, Part, String)> {
        let phone = self.client().await?;
        let (mut part, mut scope) = (part, "all".to_owned());
        match part {
            Part::All => {}
            Part::Website => scope = "channel:website".to_owned(),
            Part::Search => scope = "channel:search".to_owned(),
            Part::Partners => scope = "channel:partner_embed".to_owned(),
            Part::Photo(photo) => {
                let photo = self.case.reference.meant(photo)?;
                part = Part::Photo(photo);
                scope = format!("photo:{}", self.case.photos[photo]);
            }
            Part::Name => scope = format!("name:{}", self.studio.case),
            Part::Words => {
                let manage = phone.get("/c/manage").await.expect(200);
                scope = format!("words:{}", manage.between("scope=words:", "\"")?);
            }
        }
        Some((phone, part, scope))
    }

    pub(super) fn noted(&mut self, less: Less) {
        if let Some(saved) = &mut self.case.backup {
            saved.since.push(less);
        }
    }
}
