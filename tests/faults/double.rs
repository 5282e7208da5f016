//! F15: the same form twice at the same moment makes one record.

use candor::db::schema::{audit_events, clients, pairs, photos, publications};
use diesel::prelude::*;

use crate::support::browser::Browser;
use crate::support::studio::{Studio, photo};

/// Sends the same form twice at the same moment, as a double click does; both statuses, smaller first.
async fn twice(who: &Browser, path: &str, fields: &[(&str, &str)]) -> [u16; 2] {
    let token = who.token().await;
    let mut all = vec![("form_token", token.as_str())];
    all.extend_from_slice(fields);
    let (one, other) = tokio::join!(who.post_bare(path, &all), who.post_bare(path, &all));
    let mut both = [one.status, other.status];
    both.sort_unstable();
    both
}

/// How often this was done, by the audit log.
async fn done(studio: &Studio, verb: &'static str) -> i64 {
    let db = &studio.clinic.app.db;
    db.read(move |conn| {
        let events = audit_events::table.filter(audit_events::verb.eq(verb));
        Ok(events.count().get_result(&mut **conn)?)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn f15_double_submits_make_one_record() {
    let studio = Studio::open().await;
    let db = &studio.clinic.app.db;

    // A client: the page carries a key of its own.
    let key = studio.staff.get("/staff/clients/new").await.field("key");
    let fields = [("key", key.as_str()), ("name", "Nina Twice")];
    assert_eq!(
        twice(&studio.staff, "/staff/clients", &fields).await,
        [303; 2]
    );
    let named: i64 = db
        .read(|conn| {
            let same = clients::table.filter(clients::name.eq("Nina Twice"));
            Ok(same.count().get_result(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(named, 1, "clients");
    // Going back and writing another name is another client.
    let other = [("key", key.as_str()), ("name", "Nina Thrice")];
    studio
        .staff
        .post("/staff/clients", &other)
        .await
        .expect(303);
    assert_eq!(done(&studio, "client.add").await, 3);

    // A case, a practitioner.
    let new = format!("/staff/cases/new?client={}", studio.client);
    let page = studio.staff.get(&new).await;
    let (key, treatment) = (page.field("key"), page.first_choice("treatment_id"));
    let fields = [
        ("key", key.as_str()),
        ("client_id", studio.client.as_str()),
        ("treatment_id", treatment.as_str()),
    ];
    assert_eq!(
        twice(&studio.staff, "/staff/cases", &fields).await,
        [303; 2]
    );
    assert_eq!(done(&studio, "case.add").await, 2);
    let fields = [("name", "Ivo Twice"), ("title", "Practitioner")];
    assert_eq!(
        twice(&studio.admin, "/admin/practitioners", &fields).await,
        [303; 2]
    );
    assert_eq!(done(&studio, "practitioner.add").await, 2);

    // The same file.
    let path = format!("/staff/cases/{}/photos", studio.case);
    let fields = [("stage", "before"), ("angle", "left")];
    let files = [("a.jpg", photo(99))];
    let (one, two) = tokio::join!(
        studio.staff.upload(&path, &fields, &files),
        studio.staff.upload(&path, &fields, &files)
    );
    assert!(
        [one.status, two.status].contains(&201),
        "{} {}",
        one.status,
        two.status
    );
    let kept: i64 = db
        .read(|conn| Ok(photos::table.count().get_result(&mut **conn)?))
        .await
        .unwrap();
    assert_eq!(kept, 1, "photos");

    // A pair.
    let (before, after) = studio.pair().await;
    db.write(|conn| Ok(diesel::delete(pairs::table).execute(&mut **conn)?))
        .await
        .unwrap();
    let path = format!("/staff/cases/{}/pairs", studio.case);
    let fields = [("before_id", before.as_str()), ("after_id", after.as_str())];
    assert_eq!(twice(&studio.staff, &path, &fields).await, [303; 2]);
    let paired: i64 = db
        .read(|conn| Ok(pairs::table.count().get_result(&mut **conn)?))
        .await
        .unwrap();
    assert_eq!(paired, 1, "pairs");

    // The story, the signature, the submission, the decision.
    let path = format!("/staff/cases/{}/story", studio.case);
    assert_eq!(twice(&studio.staff, &path, &[]).await, [303; 2]);
    assert_eq!(done(&studio, "story.create").await, 1);
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    sign_twice(&phone).await;
    assert_eq!(done(&studio, "consent.sign").await, 1);
    studio.clinic.drain().await;
    assert_eq!(done(&studio, "consent.receipt").await, 1);
    let path = format!("/staff/cases/{}/story/submission", studio.case);
    assert_eq!(twice(&studio.staff, &path, &[]).await, [303; 2]);
    assert_eq!(done(&studio, "story.submit").await, 1);
    let queue = studio.moderator.get("/moderation").await.expect(200);
    let story = queue.between("/moderation/stories/", "\"").unwrap();
    let path = format!("/moderation/stories/{story}");
    let fields = approval(&studio.moderator, &path).await;
    let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(twice(&studio.moderator, &path, &fields).await, [303, 409]);
    assert_eq!(done(&studio, "story.decide").await, 1);
    let uses: Vec<(String, String, String)> = db
        .read(|conn| {
            Ok(publications::table
                .select((
                    publications::what,
                    publications::subject_id,
                    publications::channel,
                ))
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    let different: std::collections::BTreeSet<_> = uses.iter().collect();
    assert_eq!(different.len(), uses.len(), "{uses:?}");
}

/// What the page of a waiting story sends when it is approved.
async fn approval(moderator: &Browser, path: &str) -> [(&'static str, String); 3] {
    let page = moderator.get(path).await.expect(200);
    [
        ("verdict", "approve".to_owned()),
        ("sources_sha256", page.field("sources_sha256")),
        ("epoch", page.field("epoch")),
    ]
}

/// Answers the questions and sends the signature twice at the same moment.
async fn sign_twice(phone: &Browser) {
    loop {
        let next = phone.get("/c/ask").await.expect(303).location();
        let page = phone.get(&next).await.expect(200);
        let revision = page.field("revision");
        let mut fields = vec![("revision", revision.as_str())];
        let shown;
        match next.rsplit('/').next().unwrap() {
            "pictures" => fields.push(("answer", "all")),
            "level" => fields.push(("level", "area_only")),
            "place" => fields.push(("place", "website")),
            "name" => fields.push(("name", "first_name")),
            "words" => fields.push(("answer", "no")),
            _ => {
                shown = page.field("shown_sha256");
                fields.push(("shown_sha256", &shown));
                fields.extend([("signer_name", "Marc Dubois"), ("agree", "yes")]);
                let both = twice(phone, &next, &fields).await;
                assert!(both.contains(&303), "{both:?}");
                return;
            }
        }
        phone.post(&next, &fields).await.expect(303);
    }
}
