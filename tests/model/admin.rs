//! What an admin does: the consent text in force is recalled, and another takes its place; a dispute is settled; a client is
//! forgotten.

use super::world::{Less, World};
use crate::support::browser::Browser;
use crate::support::studio::PASSWORD;

impl World {
    async fn admin(&self) -> Browser {
        let admin = self.studio.clinic.visitor();
        let fields = [("email", "ada@studio.example"), ("password", PASSWORD)];
        admin.post("/sign-in", &fields).await.expect(303);
        admin
    }

    /// What is disputed stands again, if it holds in all else.
    pub(super) async fn settle(&mut self) -> bool {
        let path = format!("/admin/disputes/{}/delete", self.studio.case);
        let fields = [("why", "They came in with their passport.")];
        let answer = self.admin().await.post(&path, &fields).await;
        let reference = &mut self.case.reference;
        match answer.status {
            303 => assert!(reference.settle(), "{reference:#?}"),
            404 => assert!(!reference.is_disputed(), "{reference:#?}"),
            409 => assert!(!reference.settle(), "{reference:#?}"),
            other => panic!("{other}: {}", answer.text()),
        }
        answer.status == 303
    }

    pub(super) async fn forget(&mut self) -> bool {
        let path = format!("/admin/clients/{}/erasure", self.studio.client);
        let forgotten = self.admin().await.post(&path, &[("meant", "yes")]).await;
        forgotten.expect(303);
        self.case.reference.forget();
        self.noted(Less::Forgotten);
        self.sweep_media().await;
        true
    }

    pub(super) async fn recall(&mut self) -> bool {
        let admin = self.admin().await;
        let texts = admin.get("/admin/texts").await.expect(200).text();
        // Before anyone was asked there is none to recall.
        let Some(at) = texts.find("In force</span>") else {
            return false;
        };
        let link = texts[..at].rsplit("href=\"").next().unwrap();
        let path = link.split('"').next().unwrap();
        let page = admin.get(path).await.expect(200);
        let name = page.between("To be sure, type: ", "<").unwrap();
        let recall = [
            ("typed", name.trim()),
            ("why", "It names the wrong clinic."),
        ];
        admin
            .post(&format!("{path}/recall"), &recall)
            .await
            .expect(303);
        self.case.reference.recall();
        self.noted(Less::Recalled);
        self.sweep_media().await;
        self.put_a_text_in_force().await;
        true
    }

    /// That clients are asked with from now on.
    pub(super) async fn put_a_text_in_force(&self) {
        let admin = self.admin().await;
        admin.post("/admin/texts", &[]).await.expect(303);
        let draft = "/admin/texts/draft";
        let revision = admin.get(draft).await.expect(200).field("revision");
        let mut fields = vec![("revision", revision.as_str()), ("then", "publish")];
        for tag in [
            "purpose",
            "recipients",
            "retention",
            "revocation",
            "redisclosure",
            "conditioning",
        ] {
            fields.push((tag, "Other words."));
        }
        admin.post(draft, &fields).await.expect(303);
    }
}
