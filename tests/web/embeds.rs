//! Frames on the clinic's other sites, and oEmbed: who may show what, and that it goes when its owner takes it back.

use candor::server;
use candor::web::Who;
use serde_json::Value;

use crate::support::browser::{Browser, Page};
use crate::support::studio::Studio;

const SITE: &str = "https://www.clinic.example";

/// Puts a site on the list of those that may frame.
async fn list(studio: &Studio, site: &str) {
    let fields = [("site", site), ("whose", "own")];
    let answer = studio.admin.post("/admin/clinic/embeds", &fields).await;
    answer.expect(303);
}

fn framers(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    let (_, framers) = policy.split_once("frame-ancestors ").unwrap();
    framers.to_owned()
}

fn slug(address: &str) -> &str {
    address.strip_prefix("/stories/").unwrap()
}

async fn oembed(visitor: &Browser, url: &str, more: &str) -> Page {
    let url = url
        .replace(':', "%3A")
        .replace('/', "%2F")
        .replace('?', "%3F");
    let url = url.replace('=', "%3D");
    visitor.get(&format!("/oembed?url={url}{more}")).await
}

#[tokio::test]
async fn s37_only_frames_may_be_framed_and_only_by_sites_on_the_list() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let frames = [
        format!("/embed{address}"),
        "/embed/gallery".to_owned(),
        "/embed/testimonials".to_owned(),
    ];
    for path in &frames {
        assert_eq!(
            framers(&visitor.get(path).await.expect(200)),
            "'none'",
            "{path}"
        );
    }
    list(&studio, "www.clinic.example").await;
    let all = format!("'self' {SITE}");
    for path in &frames {
        // Twice, so that the second answer comes from memory.
        for _ in 0..2 {
            assert_eq!(framers(&visitor.get(path).await.expect(200)), all, "{path}");
        }
    }
    // What is no story says so in the frame, and leaves the site around it whole.
    let none = visitor.get("/embed/stories/none").await.expect(404);
    assert_eq!(framers(&none), all);
    // Every other door stays closed to frames.
    let lines = server::routes();
    let others = lines.lines().iter().filter(|line| line.method == "GET");
    for line in others.filter(|line| !line.path.starts_with("/embed/")) {
        let path = line.path.replace("{slug}", slug(&address));
        let browser = match line.who {
            Who::Admin => &studio.admin,
            Who::Staff | Who::Member => &studio.staff,
            _ => &visitor,
        };
        let framers = framers(&browser.get(&path).await);
        assert_eq!(framers, "'none'", "{path}");
    }
    // Off the list: at once, also where the page was in memory.
    let page = studio.admin.get("/admin/clinic/embeds").await.expect(200);
    let id = page.between("/admin/clinic/embeds/", "/delete").unwrap();
    let path = format!("/admin/clinic/embeds/{id}/delete");
    studio.admin.post(&path, &[]).await.expect(303);
    for path in &frames {
        assert_eq!(
            framers(&visitor.get(path).await.expect(200)),
            "'none'",
            "{path}"
        );
    }
}

#[tokio::test]
async fn s37_a_site_is_listed_on_the_word_of_an_admin_that_it_is_the_clinics() {
    let studio = Studio::open().await;
    let refused = |fields: Vec<(&'static str, &'static str)>, text: &'static str| {
        let admin = studio.admin.clone();
        async move {
            let answer = admin.post("/admin/clinic/embeds", &fields).await;
            let told = answer.expect(422).text();
            assert!(told.contains(text), "{fields:?}: {told}");
        }
    };
    refused(vec![("site", "www.clinic.example")], "Please say whose").await;
    for site in [
        "*",
        "http://clinic.example",
        "clinic.example/page",
        "clinic.example *",
    ] {
        refused(
            vec![("site", site), ("whose", "own")],
            "Please write the name",
        )
        .await;
    }
    list(&studio, "https://WWW.clinic.example/").await;
    refused(
        vec![("site", "www.clinic.example"), ("whose", "own")],
        "on the list already",
    )
    .await;
    let page = studio.admin.get("/admin/clinic/embeds").await.expect(200);
    assert!(page.text().contains("by Ada Owner"), "{}", page.text());
    let chain = studio.clinic.app.db.read(|conn| {
        use candor::db::schema::audit_events::dsl::{audit_events, detail, verb};
        use diesel::prelude::*;
        let told = audit_events
            .filter(verb.eq("embed_site.attest"))
            .select(detail);
        Ok(told.load::<String>(&mut **conn)?)
    });
    assert_eq!(
        chain.await.unwrap(),
        [format!("{{\"origin\":\"{SITE}\",\"relation\":\"own\"}}")]
    );
    for other in [&studio.staff, &studio.moderator] {
        other.get("/admin/clinic/embeds").await.expect(403);
    }
}

#[tokio::test]
async fn s48_frames_know_nobody_and_answer_no_address_but_their_own() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website_and_search").await;
    list(&studio, "www.clinic.example").await;
    let slug = slug(&address);
    let paths = [
        format!("/embed/stories/{slug}?mode=side&angle=front&a=1&b=2&colours=dark&accent=7a4e24"),
        "/embed/gallery?treatment=scalp-micropigmentation&columns=2".to_owned(),
        "/embed/testimonials?colours=auto".to_owned(),
        "/embed.js".to_owned(),
        "/embed/accent-7a4e24.css".to_owned(),
        "/feed.xml".to_owned(),
        "/feed.json".to_owned(),
    ];
    let visitor = studio.clinic.visitor();
    for path in &paths {
        let strange = visitor.get(path).await.expect(200);
        // The same for who is signed in, and with a message that waits to be shown.
        studio
            .admin
            .post("/admin/clinic/api", &[])
            .await
            .expect(303);
        let known = studio.admin.get(path).await.expect(200);
        assert_eq!(strange.body, known.body, "{path}");
        for page in [&strange, &known] {
            assert!(page.headers.get("set-cookie").is_none(), "{path}");
            assert!(
                !page.header("vary").to_lowercase().contains("cookie"),
                "{path}"
            );
        }
    }
    for path in &paths[..3] {
        let text = visitor.get(path).await.text();
        assert!(
            !text.contains("form_token") && !text.contains("method=\"post\""),
            "{path}"
        );
    }
    // An address that a cache takes for a file is none of ours, and nobody keeps the answer.
    for path in [
        "/embed/x.css".to_owned(),
        "/embed/gallery.css".to_owned(),
        "/embed/gallery/x.css".to_owned(),
        format!("/embed/stories/{slug}.css"),
        format!("/embed/stories/{slug}/x.js"),
        format!("/embed/stories/{slug};x.css"),
        format!("/embed/stories/{slug}%2fx.css"),
        format!("/stories/{slug}/..;a.css"),
        format!("/stories/{slug};a.css"),
        format!("/stories/{slug}%00.css"),
        "/treatments/%00".to_owned(),
        "/embed/gallery?treatment=%00".to_owned(),
        "/stories?q=%00".to_owned(),
        "/feed.xml/x.css".to_owned(),
        "/embed/accent-7a4e24zz.css".to_owned(),
    ] {
        let page = visitor.get(&path).await.expect(404);
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(!page.text().contains("A crown that looks full"), "{path}");
    }
    // Nor do other names of this house change what is said.
    let page = visitor
        .get_with(
            &paths[0],
            &[
                ("host", "evil.example"),
                ("x-forwarded-host", "evil.example"),
            ],
        )
        .await;
    assert!(!page.expect(200).text().contains("evil.example"));
}

#[tokio::test]
async fn what_an_embed_does_not_know_it_refuses() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    for path in [
        "/embed/gallery?colums=2",
        "/embed/gallery?columns=5",
        "/embed/gallery?columns=0",
        "/embed/gallery?columns=2&columns=3",
        "/embed/gallery?treatment=none",
        "/embed/gallery?colours=pink",
        "/embed/gallery?accent=red",
        "/embed/gallery?accent=%23fff%22%3E%3Cscript%3E",
        "/embed/testimonials?columns=2",
        &format!("/embed{address}?treatment=x"),
        &format!("/embed{address}?utm_source=x"),
    ] {
        let page = visitor.get(path).await.expect(400);
        assert!(page.text().contains("data-empty"), "{path}");
        assert!(!page.text().contains("<script>"), "{path}");
    }
    let story = visitor.get(&format!("/embed{address}?colours=dark")).await;
    let text = story.expect(200).text();
    // Other views keep the look.
    assert!(
        text.contains("?colours=dark&amp;mode=side&amp;angle=front"),
        "{text}"
    );
    assert!(
        text.contains("Most people come two or three times."),
        "{text}"
    );
    assert!(text.contains("I look in the mirror again."), "{text}");
}

#[tokio::test]
async fn s01_s05_a_frame_is_empty_from_the_moment_of_the_withdrawal() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    list(&studio, "www.clinic.example").await;
    let visitor = studio.clinic.visitor();
    let frame = format!("/embed{address}");
    let url = format!("http://candor.test{address}");
    let mut tags = Vec::new();
    for path in [
        &frame,
        "/embed/gallery",
        "/embed/testimonials",
        "/feed.xml",
        "/feed.json",
    ] {
        let page = visitor.get(path).await.expect(200);
        assert!(
            page.text().contains(slug(&address)) || path.ends_with("testimonials"),
            "{path}"
        );
        tags.push((path.to_owned(), page.header("etag").to_owned()));
    }
    oembed(&visitor, &url, "").await.expect(200);
    let scope = [("scope", "channel:search")];
    phone.post("/c/withdrawal", &scope).await.expect(303);
    for feed in ["/feed.xml", "/feed.json"] {
        let page = visitor.get(feed).await.expect(200);
        assert!(!page.text().contains(slug(&address)), "{feed}");
    }
    visitor.get(&frame).await.expect(200);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    for (path, tag) in &tags {
        let page = visitor.get_with(path, &[("if-none-match", tag)]).await;
        assert_ne!(page.status, 304, "{path}");
        let text = page.text();
        assert!(
            !text.contains(slug(&address)) && !text.contains("mirror"),
            "{path}"
        );
        assert!(!text.contains("/media/"), "{path}");
    }
    let gone = visitor.get(&frame).await.expect(410);
    assert_eq!(framers(&gone), format!("'self' {SITE}"));
    assert_eq!(gone.header("cache-control"), "no-store");
    assert!(gone.text().contains(" data-empty>"), "its height is nought");
    oembed(&visitor, &url, "").await.expect(404);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s50_pictures_are_lent_to_the_clinics_own_sites_alone() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let story = visitor.get(&address).await.expect(200);
    let picture = story.media().remove(0);
    let lent = |origin: &'static str| {
        let (visitor, picture) = (visitor.clone(), picture.clone());
        async move {
            let page = visitor.get_with(&picture, &[("origin", origin)]).await;
            let page = page.expect(200);
            assert_eq!(page.header("vary"), "Origin");
            assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
            page.header("access-control-allow-origin").to_owned()
        }
    };
    for origin in [SITE, "null", "https://evil.example"] {
        assert_eq!(lent(origin).await, "", "{origin}");
    }
    list(&studio, "www.clinic.example").await;
    assert_eq!(lent(SITE).await, SITE);
    // Our own frame there, where the site seals it off.
    assert_eq!(lent("null").await, "null");
    for other in [
        "https://evil.example",
        "https://www.clinic.example.evil.example",
        "http://www.clinic.example",
        "https://clinic.example",
    ] {
        assert_eq!(lent(other).await, "", "{other}");
    }
    // Pages are read by nobody from elsewhere, framed or not.
    for path in [&address, "/", "/embed/gallery", "/feed.json", "/oembed"] {
        let page = visitor.get_with(path, &[("origin", SITE)]).await;
        assert_eq!(page.header("access-control-allow-origin"), "", "{path}");
    }
    let file = visitor.get("/embed.js").await.expect(200);
    assert!(file.body.len() <= 1024, "{} bytes", file.body.len());
}

#[tokio::test]
async fn s24_oembed_describes_our_own_pages_and_keeps_nothing_of_anyone() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let url = format!("http://candor.test{address}");
    // Nobody may frame: there is no frame to describe, and no page says so.
    oembed(&visitor, &url, "").await.expect(404);
    let story = visitor.get(&address).await.expect(200);
    assert!(!story.text().contains("json+oembed"));
    list(&studio, "www.clinic.example").await;
    let story = visitor.get(&address).await.expect(200).text();
    let link = story
        .split("type=\"application/json+oembed\" href=\"")
        .nth(1)
        .unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let described = link.strip_prefix("http://candor.test").unwrap();
    let host = [("host", "evil.example")];
    let page = visitor.get_with(described, &host).await.expect(200);
    assert!(page.header("content-type").starts_with("application/json"));
    let told: Value = serde_json::from_slice(&page.body).unwrap();
    assert_eq!(
        (&told["version"], &told["type"]),
        (&"1.0".into(), &"rich".into())
    );
    assert_eq!(told["provider_url"], "http://candor.test/");
    let html = told["html"].as_str().unwrap();
    let frame = format!("<iframe src=\"http://candor.test/embed{address}\"");
    assert!(html.starts_with(&frame), "{html}");
    // Consumers keep it: nothing of the story is in it.
    assert!(!page.text().contains("A crown") && !page.text().contains("/media/"));
    assert!(!page.text().contains("evil.example"));
    let small = oembed(
        &visitor,
        &url,
        "&maxwidth=300&maxheight=400&format=json&dnt=1",
    )
    .await;
    let told: Value = serde_json::from_slice(&small.expect(200).body).unwrap();
    assert_eq!(
        (&told["width"], &told["height"]),
        (&300.into(), &400.into())
    );
    for list in [
        "/stories",
        "/stories?treatment=scalp-micropigmentation",
        "/testimonials",
    ] {
        let page = oembed(&visitor, &format!("http://candor.test{list}"), "").await;
        page.expect(200);
    }
    for (url, more, status) in [
        (url.as_str(), "&format=xml", 501),
        (&url, "&maxwidth=wide", 400),
        (&url, "&maxheight=0", 400),
        ("http://candor.test/stories/none", "", 404),
        ("http://candor.test/stories?treatment=none", "", 404),
        ("http://candor.test/staff/cases", "", 404),
        ("http://evil.example/stories/none", "", 404),
        ("", "", 404),
    ] {
        oembed(&visitor, url, more).await.expect(status);
    }
    visitor.get("/oembed").await.expect(404);
}
