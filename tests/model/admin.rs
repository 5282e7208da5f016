//! What an admin does: the consent text in force is recalled, and another takes its place.

use super::world::World;
use crate::support::studio::PASSWORD;

impl World {
    pub(super) async fn recall(&mut self) -> bool {
        let admin = self.studio.clinic.visitor();
        let fields = [("email", "ada@studio.example"), ("password", PASSWORD)];
        admin.post("/sign-in", &fields).await.expect(303);
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
        self.sweep_media().await;
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
        true
    }
}
