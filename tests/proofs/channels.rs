//! Each place is a yes of its own: asked one by one, visible, and taken back one by one.

use candor::db::schema::{consents, grants, standing_grants};
use diesel::prelude::*;

use crate::support::browser::Browser;
use crate::support::studio::{Studio, answer_in};

/// The phone of someone who has answered up to "where?", and the revision of their answers.
async fn at_the_place(studio: &Studio) -> (Browser, String) {
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    for (step, field, value) in [
        ("pictures", "answer", "all"),
        ("level", "level", "area_only"),
    ] {
        let path = format!("/c/ask/{step}");
        let revision = phone.get(&path).await.expect(200).field("revision");
        let fields = [("revision", revision.as_str()), (field, value)];
        phone.post(&path, &fields).await.expect(303);
    }
    let revision = phone
        .get("/c/ask/place")
        .await
        .expect(200)
        .field("revision");
    (phone, revision)
}

#[tokio::test]
async fn s14_places_that_are_not_asked_about_are_refused() {
    let studio = Studio::open().await;
    let (phone, revision) = at_the_place(&studio).await;
    let try_it = async |fields: &[(&str, &str)], status: u16| {
        let mut all = vec![("revision", revision.as_str())];
        all.extend_from_slice(fields);
        phone.post("/c/ask/place", &all).await.expect(status).text()
    };
    let shown = phone.get("/c/ask/place").await.expect(200).text();
    assert!(!shown.contains("also_") && !shown.contains("value=\"elsewhere\""));
    // The clinic uses the website and search only.
    try_it(&[("place", "website"), ("also_instagram", "yes")], 422).await;
    try_it(&[("place", "website"), ("also_myspace", "yes")], 422).await;
    try_it(&[("place", "website"), ("also_website", "yes")], 422).await;
    try_it(&[("place", "elsewhere")], 422).await;
    try_it(&[("place", "everywhere")], 422).await;

    let odd = [("channel", "myspace")];
    studio
        .admin
        .post("/admin/clinic/channels", &odd)
        .await
        .expect(422);
    let not_theirs = studio.staff.get("/admin/clinic/channels").await;
    not_theirs.expect(403);
    studio.use_channels(&["instagram", "print"]).await;

    // Nothing is ticked, search is not offered any more, and the rest is.
    let shown = phone.get("/c/ask/place").await.expect(200).text();
    assert!(shown.contains("name=\"also_instagram\"") && shown.contains("name=\"also_print\""));
    assert!(
        !shown.contains("also_facebook") && !shown.contains(" checked"),
        "{shown}"
    );
    assert!(!shown.contains("value=\"website_and_search\""));
    try_it(&[("place", "website_and_search")], 422).await;
    try_it(&[("place", "website"), ("also_facebook", "yes")], 422).await;
    let both = try_it(&[("place", "nowhere"), ("also_print", "yes")], 422).await;
    assert!(
        both.contains("also chose") && both.contains(" checked"),
        "{both}"
    );
    try_it(&[("place", "elsewhere")], 422).await;
    try_it(&[("place", "elsewhere"), ("also_print", "yes")], 303).await;
}

#[tokio::test]
async fn g05_a_place_that_fell_out_of_use_before_the_signature_is_asked_again() {
    let studio = Studio::open().await;
    studio.use_channels(&["print"]).await;
    let (phone, revision) = at_the_place(&studio).await;
    let print = [
        ("revision", revision.as_str()),
        ("place", "elsewhere"),
        ("also_print", "yes"),
    ];
    phone.post("/c/ask/place", &print).await.expect(303);
    let revision = phone.get("/c/ask/name").await.expect(200).field("revision");
    let name = [("revision", revision.as_str()), ("name", "none")];
    phone.post("/c/ask/name", &name).await.expect(303);
    let page = phone.get("/c/ask/story").await.expect(200);
    assert!(page.text().contains("Printed paper"), "{}", page.text());
    studio.use_channels(&[]).await;
    let (revision, shown) = (page.field("revision"), page.field("shown_sha256"));
    let fields = [
        ("revision", revision.as_str()),
        ("shown_sha256", &shown),
        ("signer_name", "Marc Dubois"),
        ("agree", "yes"),
    ];
    phone.post("/c/ask/story", &fields).await.expect(409);
    let next = phone.get("/c/ask").await.expect(303).location();
    assert!(next.ends_with("/place"), "{next}");
}

#[tokio::test]
async fn s06_one_place_is_taken_back_and_the_others_stay() {
    let studio = Studio::open().await;
    let (phone, address, (_, after)) = studio.published_elsewhere("covered").await;
    let visitor = studio.clinic.visitor();
    let photo = format!("/staff/photos/{after}");
    let offered = async |channel: &str| {
        let page = studio.staff.get(&photo).await.expect(200).text();
        page.contains(&format!("name=\"use\" value=\"{channel}\""))
    };
    assert!(offered("instagram").await && offered("outside").await && !offered("facebook").await);
    // The document that was signed says each thing in each place, and so does the receipt.
    let document: String = studio
        .clinic
        .app
        .db
        .read(|conn| {
            let signed: Option<String> = consents::table
                .select(consents::document)
                .first(&mut **conn)?;
            Ok(signed.unwrap())
        })
        .await
        .unwrap();
    let document: candor::consents::Document = serde_json::from_str(&document).unwrap();
    let said = document.grants.iter().filter(|one| one.subject_id == after);
    let said: Vec<_> = said
        .map(|one| (one.channel.as_str(), one.level.as_deref()))
        .collect();
    let each = ["website", "search", "instagram", "print"];
    assert_eq!(said, each.map(|channel| (channel, Some("covered"))));
    let receipt = phone.get("/c/receipt").await.expect(200).text();
    assert!(
        receipt.contains("Instagram") && receipt.contains("Print"),
        "{receipt}"
    );

    let instagram = [("scope", "channel:instagram")];
    phone.post("/c/withdrawal", &instagram).await.expect(303);
    assert!(!offered("instagram").await && offered("outside").await);
    let page = visitor.get(&address).await.expect(200);
    assert_eq!(
        page.header("x-robots-tag"),
        "noai, noimageai",
        "search stays"
    );
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(!manage.contains("scope=channel:instagram"), "{manage}");
    assert!(manage.contains("scope=channel:print"));

    let website = [("scope", "channel:website")];
    phone.post("/c/withdrawal", &website).await.expect(303);
    visitor.get(&address).await.expect(410);
    assert!(offered("outside").await, "print is a place of its own");
    phone
        .post("/c/withdrawal", &[("scope", "channel:print")])
        .await
        .expect(303);
    assert!(!offered("outside").await);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s07_all_that_stands_is_on_the_clients_page_with_a_way_to_stop_it() {
    let studio = Studio::open().await;
    let (phone, address, _) = studio.published_elsewhere("full_face").await;
    // What the clinic does not use any more is not asked about, and stays with those who allowed it.
    studio.use_channels(&[]).await;
    // The link alone, on another phone.
    let mail = studio
        .clinic
        .mail_to(crate::support::studio::CLIENT_MAIL)
        .text;
    let link = mail.split("http://candor.test").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap().to_owned();
    let other = studio.clinic.visitor();
    other.post(&link, &[]).await.expect(303);
    loop {
        let standing: Vec<(String, String, String)> = studio
            .clinic
            .app
            .db
            .read(|conn| {
                Ok(standing_grants::table
                    .select((
                        standing_grants::what,
                        standing_grants::subject_id,
                        standing_grants::channel,
                    ))
                    .load(&mut **conn)?)
            })
            .await
            .unwrap();
        let manage = other.get("/c/manage").await.expect(200).text();
        assert!(!manage.contains("<img"), "pictures take a code");
        for (what, subject, channel) in &standing {
            for scope in [format!("{what}:{subject}"), format!("channel:{channel}")] {
                for way in ["withdrawal", "pause"] {
                    let href = format!("\"/c/{way}?scope={scope}\"");
                    assert!(manage.contains(&href), "{href} in {manage}");
                    let first = format!("/c/{way}?scope={scope}");
                    other.get(&first).await.expect(200);
                }
            }
        }
        let Some((what, subject, _)) = standing.first() else {
            break;
        };
        let scope = format!("{what}:{subject}");
        other
            .post("/c/withdrawal", &[("scope", &scope)])
            .await
            .expect(303);
    }
    studio.clinic.visitor().get(&address).await.expect(410);
    assert!(
        phone
            .get("/c/manage")
            .await
            .expect(200)
            .text()
            .contains("Nothing of you is shown")
    );
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s06_a_pause_is_down_at_once_and_ends_with_a_code_alone() {
    let studio = Studio::open().await;
    let (phone, address, (before, _)) = studio.published_elsewhere("covered").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let mail = studio
        .clinic
        .mail_to(crate::support::studio::CLIENT_MAIL)
        .text;
    let link = mail.split("http://candor.test").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap().to_owned();
    let other = studio.clinic.visitor();
    other.post(&link, &[]).await.expect(303);

    let all = [("scope", "all")];
    other.post("/c/pause", &all).await.expect(303);
    visitor.get(&address).await.expect(410);
    for path in &media {
        visitor.get(path).await.expect(410);
    }
    // No file is deleted, and a moderator can't publish it meanwhile.
    studio.clinic.drain().await;
    let manage = other.get("/c/manage").await.expect(200).text();
    assert!(
        manage.contains("is paused") && !manage.contains("/c/pause/delete"),
        "{manage}"
    );
    other.post("/c/pause/delete", &all).await.expect(403);
    visitor.get(&address).await.expect(410);

    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("/c/pause/delete"), "{manage}");
    phone.post("/c/pause/delete", &all).await.expect(303);
    visitor.get(&address).await.expect(200);
    for path in &media {
        visitor.get(path).await.expect(200);
    }

    // One thing, one place: the rest stays. Less of a photo is no pause.
    let name = [("scope", &*format!("name:{}", studio.case))];
    other.post("/c/pause", &name).await.expect(303);
    let page = visitor.get(&address).await.expect(200).text();
    assert!(page.contains("mirror") && !page.contains("Marc"), "{page}");
    other
        .post("/c/pause", &[("scope", "channel:search")])
        .await
        .expect(303);
    let page = visitor.get(&address).await.expect(200);
    assert!(page.header("x-robots-tag").contains("noindex"));
    let less = format!("level:{before}:area_only");
    other
        .post("/c/pause", &[("scope", &less)])
        .await
        .expect(422);

    // Withdrawn while it was paused: it does not come back.
    other.post("/c/pause", &all).await.expect(303);
    other.post("/c/withdrawal", &name).await.expect(303);
    let less = [("scope", less.as_str())];
    other.post("/c/withdrawal", &less).await.expect(303);
    phone.post("/c/pause/delete", &all).await.expect(303);
    studio.clinic.drain().await;
    let page = visitor.get(&address).await.expect(200);
    assert!(!page.text().contains("Marc"));
    assert_eq!(
        page.header("x-robots-tag"),
        "noai, noimageai",
        "search is back"
    );
    let now = page.media();
    let gone: Vec<_> = media.iter().filter(|one| !now.contains(one)).collect();
    assert!(!gone.is_empty(), "less of the one photo");
    for path in gone {
        visitor.get(path).await.expect(410);
    }
    // All of it is in the history of the consent, and the chain is whole.
    let whole = studio
        .clinic
        .app
        .db
        .read(candor::audit::verify)
        .await
        .unwrap();
    assert!(matches!(whole, candor::audit::Verdict::Whole(_)));
}

#[tokio::test]
async fn s06_a_pause_keeps_a_newer_signature_apart() {
    let studio = Studio::open().await;
    let (phone, address, _) = studio.published_elsewhere("covered").await;
    phone
        .post("/c/pause", &[("scope", "all")])
        .await
        .expect(303);
    let visitor = studio.clinic.visitor();
    visitor.get(&address).await.expect(410);
    // Signing anew says what holds from then on; what was paused of the older one ended with it.
    let again = studio.open_link(&studio.invite().await).await;
    answer_in(&again, "covered", "website", &[], "none", None).await;
    studio.clinic.drain().await;
    visitor.get(&address).await.expect(200);
    let paused: i64 = studio
        .clinic
        .app
        .db
        .read(|conn| {
            Ok(grants::table
                .filter(grants::ended_at.is_null())
                .filter(grants::paused_at.is_not_null())
                .count()
                .get_result(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(paused, 0);
}

#[tokio::test]
async fn who_asks_to_be_forgotten_stops_everything_with_it() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let odd = [("kind", "everything")];
    phone.post("/c/requests", &odd).await.expect(422);
    let copy = [("kind", "copy"), ("note", "As a CD, please.")];
    phone.post("/c/requests", &copy).await.expect(303);
    phone.post("/c/requests", &copy).await.expect(303);
    visitor.get(&address).await.expect(200);
    phone
        .post("/c/requests", &[("kind", "erase")])
        .await
        .expect(303);
    visitor.get(&address).await.expect(410);
    studio.clinic.drain().await;

    let duties = studio.staff.get("/staff/duties").await.expect(200);
    let text = duties.text();
    assert_eq!(text.matches("/staff/requests/").count(), 2, "{text}");
    assert!(text.contains("As a CD, please."));
    let id = duties.between("/staff/requests/", "\"").unwrap();
    let path = format!("/staff/requests/{id}");
    studio
        .staff
        .post(&path, &[("answer", "")])
        .await
        .expect(422);
    let answer = [("answer", "Sent by post today.")];
    studio.staff.post(&path, &answer).await.expect(303);
    studio.staff.post(&path, &answer).await.expect(409);
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("Sent by post today."), "{manage}");
}
