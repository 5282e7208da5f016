//! Hostile text and fields.

use crate::support::studio::{Studio, answer_all, value};

const HOSTILE: &str = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> {{7919*7919}} {% raw %} \u{202E}abc 🙂 ' --";

#[tokio::test]
async fn s20_s22_s23_text_is_shown_as_text_everywhere() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let path = format!("/staff/cases/{}/story", studio.case);
    let form = studio.staff.get(&path).await.expect(200);
    let narrative =
        format!("{HOSTILE}\n\n[x](javascript:alert(1)) <iframe src=//evil.example></iframe>");
    let (revision, slug) = (form.field("revision"), value(&form, "slug"));
    let fields = [
        ("revision", revision.as_str()),
        ("slug", &slug),
        ("title", HOSTILE),
        ("narrative", &narrative),
        ("authentic", "yes"),
        ("marks", "yes"),
    ];
    studio.staff.post(&path, &fields).await.expect(303);
    let photos = studio
        .staff
        .get(&format!("/staff/cases/{}/photos", studio.case))
        .await
        .text();
    for id in photos
        .split("/staff/photos/")
        .skip(1)
        .map(|part| &part[..36])
        .collect::<std::collections::BTreeSet<_>>()
    {
        studio
            .describe(id, &[("faceless", "yes"), ("alt", HOSTILE)])
            .await;
    }
    studio.clinic.drain().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", Some(HOSTILE)).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    let moderation = studio
        .moderator
        .get(&format!("/moderation/stories/{story}"))
        .await
        .expect(200)
        .text();
    studio.decide(&story, "approve", &[]).await.expect(303);
    let visitor = studio.clinic.visitor();
    let public = visitor
        .get(&format!("/stories/{slug}"))
        .await
        .expect(200)
        .text();
    let pages = [
        moderation,
        public,
        visitor.get("/stories").await.text(),
        visitor.get("/").await.text(),
        studio.staff.get(&path).await.text(),
        phone.get("/c/manage").await.text(),
    ];
    for page in pages {
        for bad in [
            "<script>alert",
            "<img src=x",
            "<iframe src=//",
            "href=\"javascript",
            "onerror=alert(1)>",
            "\u{202E}",
        ] {
            assert!(!page.contains(bad), "{bad} in {page}");
        }
        assert!(!page.contains("62710561"), "no template is evaluated");
    }
}

#[tokio::test]
async fn s13_s14_fields_that_are_not_in_the_form_are_refused() {
    let studio = Studio::open().await;
    for (path, extra) in [
        ("/staff/clients", ("epoch", "9")),
        ("/staff/clients", ("public_id", "me")),
        (
            "/staff/cases",
            ("id", "01a00000-0000-7000-8000-000000000000"),
        ),
        ("/admin/users", ("password_hash", "x")),
    ] {
        let fields = [
            ("name", "X"),
            ("email", "x@studio.example"),
            ("client_id", studio.client.as_str()),
            extra,
        ];
        let known: Vec<_> = fields
            .iter()
            .filter(|(name, _)| *name != "client_id" || path == "/staff/cases")
            .copied()
            .collect();
        let answer = studio.admin.post(path, &known).await;
        assert_eq!(answer.status, 422, "{path} {extra:?}");
    }
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    for extra in [
        ("state", "active"),
        ("expires_at", "2099-01-01"),
        ("role", "admin"),
    ] {
        phone
            .post(
                "/c/ask/place",
                &[("place", "website"), ("revision", "1"), extra],
            )
            .await
            .expect(422);
    }
    let story = studio.submit().await;
    studio
        .decide(&story, "approve", &[("state", "published")])
        .await
        .expect(422);
}

#[tokio::test]
async fn s31_only_the_sizes_that_exist_have_addresses() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let folder = media[0].rsplit_once('/').unwrap().0;
    for file in [
        "641.jpg",
        "0640.jpg",
        "640.webp",
        "640",
        "640.jpg.avif",
        "-640.jpg",
        "+640.jpg",
        "99999.jpg",
        "640.jpg%00",
        "..%2f640.jpg",
    ] {
        visitor.get(&format!("{folder}/{file}")).await.expect(404);
    }
}

#[tokio::test]
async fn overlong_and_missing_text_is_refused_with_what_to_do() {
    let studio = Studio::open().await;
    let missing = studio
        .staff
        .post("/staff/clients", &[("name", "  \u{0}  ")])
        .await
        .expect(422);
    assert!(missing.text().contains("Please fill this in"));
    let long = "x".repeat(201);
    assert!(
        studio
            .staff
            .post("/staff/clients", &[("name", &long)])
            .await
            .expect(422)
            .text()
            .contains("too long")
    );
    let huge = "x".repeat(300 * 1024);
    studio
        .staff
        .post("/staff/clients", &[("name", &huge)])
        .await
        .expect(413);
    let date = [("name", "A"), ("birth_date", "31.12.1990")];
    assert!(
        studio
            .staff
            .post("/staff/clients", &date)
            .await
            .expect(422)
            .text()
            .contains("year-month-day")
    );
}
