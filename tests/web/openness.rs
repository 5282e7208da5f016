//! What visitors can rely on, and how they can tell: figures, steps of photos, what lasts, people and places.

use crate::support::studio::{Studio, add_case, answer_all, photo};

/// Another client with a public story; `later` is a picture of a year on.
async fn another(studio: &mut Studio, name: &str, seed: u8) -> String {
    let fields = [
        ("name", name),
        ("email", crate::support::studio::CLIENT_MAIL),
        ("birth_date", "1980-02-03"),
    ];
    let made = studio
        .staff
        .post("/staff/clients", &fields)
        .await
        .expect(303);
    studio.client = made.location().rsplit('/').next().unwrap().to_owned();
    studio.case = add_case(&studio.staff, &studio.client).await;
    published(studio, seed).await
}

async fn published(studio: &Studio, seed: u8) -> String {
    let mut photos = Vec::new();
    for (stage, day, seed) in [
        ("before", "2024-01-10", seed),
        ("fresh", "2026-02-02", seed + 1),
        ("healed", "2026-06-20", seed + 2),
    ] {
        let id = studio.upload(stage, day, photo(seed)).await;
        studio.clinic.drain().await;
        let fields = [("faceless", "yes"), ("alt", "Crown from above")];
        studio.describe(&id, &fields).await;
        photos.push(id);
    }
    studio.clinic.drain().await;
    for after in &photos[1..] {
        let pair = [("before_id", photos[0].as_str()), ("after_id", after)];
        let path = format!("/staff/cases/{}/pairs", studio.case);
        studio.staff.post(&path, &pair).await.expect(303);
    }
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let path = format!("/staff/cases/{}/story", studio.case);
    let page = studio.staff.get(&path).await.expect(200);
    format!("/stories/{}", crate::support::studio::value(&page, "slug"))
}

#[tokio::test]
async fn s05_figures_are_about_three_people_at_least() {
    let mut studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let figures = |text: &str| -> Vec<String> {
        let part = text.split("class=\"figures\"").nth(1).unwrap();
        let part = part.split("</dl>").next().unwrap();
        let each = part.split("<dd>").skip(1);
        each.map(|dd| dd.split("</dd>").next().unwrap().to_owned())
            .collect()
    };
    published(&studio, 10).await;
    another(&mut studio, "Lena Ortiz", 40).await;
    let page = visitor.get("/how-we-collect").await.expect(200).text();
    let few = figures(&page);
    assert_eq!(few.len(), 4, "{page}");
    assert!(
        few.iter().all(|one| one.contains("fewer than 3")),
        "{few:?}"
    );
    another(&mut studio, "Tom Reyes", 80).await;
    // A fourth was treated, and not asked yet.
    let fields = [("name", "Ines Roth"), ("birth_date", "1980-02-03")];
    let made = studio.staff.post("/staff/clients", &fields).await;
    let client = made.location().rsplit('/').next().unwrap().to_owned();
    add_case(&studio.staff, &client).await;
    let page = visitor.get("/how-we-collect").await.expect(200).text();
    assert_eq!(figures(&page), ["4", "3", "3", "3"]);
    assert!(page.contains("href=\"/verified\""));
    let page = visitor.get("/verified").await.expect(200).text();
    assert!(page.contains("What it does not mean"));
}

#[tokio::test]
async fn a_story_tells_every_step_of_its_photos_and_the_hash_of_the_originals() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let page = studio.clinic.visitor().get(&address).await.expect(200);
    let text = page.text();
    for seed in [10, 20] {
        let hash = candor::hash::sha256(&photo(seed));
        assert!(text.contains(&hash), "{seed}");
    }
    assert!(text.contains("700 × 350 pixels") && text.contains("no retouching"));
    // A preview of what was never approved has no steps, and no pages below it.
    let preview = format!("/staff/cases/{}/story/preview", studio.case);
    let preview = studio.staff.get(&preview).await.expect(200).text();
    assert!(!preview.contains("SHA-256") && !preview.contains("/question"));
}

#[tokio::test]
async fn s06_what_lasts_is_shown_from_public_photos_and_goes_with_them() {
    let mut studio = Studio::open().await;
    let path = "/treatments/scalp-micropigmentation";
    let visitor = studio.clinic.visitor();
    let (phone, address) = studio.published("website").await;
    // One time alone is nothing to compare.
    let page = visitor.get(path).await.expect(200).text();
    assert!(!page.contains("class=\"lasting\""), "{page}");
    let other = another(&mut studio, "Lena Ortiz", 40).await;
    let strip = |text: String| -> String {
        let (_, rest) = text.split_once("class=\"lasting\"").expect("a strip");
        rest.split("individual").next().unwrap().to_owned()
    };
    let shown = strip(visitor.get(path).await.expect(200).text());
    assert!(
        shown.contains("Fresh") && shown.contains("Healed"),
        "{shown}"
    );
    assert!(shown.contains(&address) && shown.contains(&other));
    let all = [("scope", "all")];
    phone.post("/c/withdrawal", &all).await.expect(303);
    let page = visitor.get(path).await.expect(200);
    assert!(!page.text().contains(&address));
    for path in page.media() {
        visitor.get(&path).await.expect(200);
    }
    studio.clinic.drain().await;
}

#[tokio::test]
async fn a_misconception_is_answered_by_real_cases_while_they_are_public() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let list = studio.admin.get("/admin/treatments").await.expect(200);
    let edit = list.between("href=\"/admin/treatments/", "\"").unwrap();
    let edit = match edit.as_str() {
        "new" => {
            let text = list.text();
            let mut ids = text.split("href=\"/admin/treatments/").skip(1);
            let id = ids.find(|id| !id.starts_with("new")).unwrap();
            id.split('"').next().unwrap().to_owned()
        }
        _ => edit,
    };
    let path = format!("/admin/treatments/{edit}");
    let page = studio.admin.get(&path).await.expect(200);
    let revision = page.field("revision");
    let belief =
        format!("## It looks painted on\nNot when it has healed.\n{address}\n/stories/none-1\n");
    let fields = [
        ("revision", revision.as_str()),
        ("name", "Scalp micropigmentation"),
        ("slug", "scalp-micropigmentation"),
        ("summary", "Tiny dots of pigment."),
        ("typical_result", "Two or three sessions."),
        ("misconceptions", &belief),
    ];
    studio.admin.post(&path, &fields).await.expect(303);
    let public = "/treatments/scalp-micropigmentation";
    let visitor = studio.clinic.visitor();
    let answer = |text: String| {
        let (_, rest) = text.split_once("It looks painted on").unwrap();
        rest.split("</details>").next().unwrap().to_owned()
    };
    let shown = answer(visitor.get(public).await.expect(200).text());
    assert!(shown.contains("Not when it has healed."), "{shown}");
    assert!(shown.contains(&format!("href=\"{address}\"")) && shown.contains("/media/"));
    assert!(!shown.contains("none-1"));
    let all = [("scope", "all")];
    phone.post("/c/withdrawal", &all).await.expect(303);
    let shown = answer(visitor.get(public).await.expect(200).text());
    assert!(
        !shown.contains("/stories/") && !shown.contains("/media/"),
        "{shown}"
    );
    studio.clinic.drain().await;
}

#[tokio::test]
async fn people_have_their_register_and_places_their_page() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let none = visitor.get("/practitioners/noor-hale").await.expect(200);
    assert!(none.text().contains("No number in a public register"));
    let page = studio.admin.get("/admin/clinic").await.expect(200);
    let id = page.between("href=\"/admin/practitioners/", "\"").unwrap();
    let path = format!("/admin/practitioners/{id}");
    let revision = studio.admin.get(&path).await.field("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("name", "Noor Hale"),
        ("slug", "noor-hale"),
        ("register_name", "Council of Leith, skin piercing"),
        ("registration", "4711"),
        ("register_url", "https://register.example/4711"),
    ];
    studio.admin.post(&path, &fields).await.expect(303);
    let page = visitor.get("/practitioners/noor-hale").await.text();
    for part in [
        "Council of Leith",
        "4711",
        "https://register.example/4711",
        "Questions to ask",
    ] {
        assert!(page.contains(part), "{part}");
    }

    let fields = [("name", "Quay Street"), ("town", "Leith")];
    studio
        .admin
        .post("/admin/locations", &fields)
        .await
        .expect(303);
    visitor
        .get("/locations/quay-street-leith")
        .await
        .expect(200);
    let page = studio.admin.get("/admin/clinic").await.expect(200);
    let id = page.between("href=\"/admin/locations/", "\"").unwrap();
    let path = format!("/admin/locations/{id}");
    let revision = studio.admin.get(&path).await.field("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("name", "Quay Street"),
        ("town", "Leith"),
        ("hours", "Tuesday to Saturday\n10 to 6"),
        ("directions", "Bus 16. **Two steps**, <b>no lift</b>."),
        ("slug", "quay-street"),
    ];
    studio.admin.post(&path, &fields).await.expect(303);
    let page = visitor
        .get("/locations/quay-street")
        .await
        .expect(200)
        .text();
    assert!(page.contains("Tuesday to Saturday") && page.contains("<strong>Two steps</strong>"));
    assert!(!page.contains("<b>no lift"));
    visitor
        .get("/locations/quay-street-leith")
        .await
        .expect(404);
    let list = visitor.get("/locations").await.expect(200).text();
    assert!(list.contains("href=\"/locations/quay-street\""));
    assert!(
        visitor
            .get("/sitemaps/pages.xml")
            .await
            .text()
            .contains("/locations/quay-street")
    );
}
