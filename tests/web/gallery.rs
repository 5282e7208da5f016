//! The public pages: views as addresses, what is listed, what search engines and others may keep.

use candor::db::schema::renditions;
use diesel::prelude::*;
use serde_json::json;

use crate::support::browser::Page;
use crate::support::studio::{Studio, answer_all, photo};

/// A before, a fresh and a healed photo of the front, published.
async fn three_stages(studio: &Studio, place: &str, words: Option<&str>) -> String {
    let (before, _) = studio.pair().await;
    let fresh = studio.upload("fresh", "2026-02-02", photo(15)).await;
    studio.clinic.drain().await;
    let fields = [("faceless", "yes"), ("alt", "Crown, reddened")];
    studio.describe(&fresh, &fields).await;
    studio.clinic.drain().await;
    let pair = [("before_id", before.as_str()), ("after_id", fresh.as_str())];
    let path = format!("/staff/cases/{}/pairs", studio.case);
    studio.staff.post(&path, &pair).await.expect(303);
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, place, "first_name", words).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    format!("/stories/{slug}")
}

/// The captions of the two pictures that are compared.
fn compared(text: &str) -> Vec<String> {
    text.split("<figcaption><strong>")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_view_is_an_address_and_what_is_not_there_gives_way_to_the_usual_one() {
    let studio = Studio::open().await;
    let address = three_stages(&studio, "website_and_search", None).await;
    let visitor = studio.clinic.visitor();
    const USUAL: [&str; 2] = ["Before", "Healed"];
    for (query, mode, stages) in [
        ("", "slider", USUAL),
        ("?mode=side", "side", USUAL),
        ("?mode=fade&angle=front&a=1&b=3", "fade", USUAL),
        (
            "?mode=toggle&a=1&b=2",
            "toggle",
            ["Before", "Fresh, not healed yet"],
        ),
        ("?a=2&b=3", "slider", ["Fresh, not healed yet", "Healed"]),
        ("?a=3&b=2", "slider", ["Fresh, not healed yet", "Healed"]),
        ("?b=2", "slider", ["Before", "Fresh, not healed yet"]),
        ("?a=2&b=2", "slider", USUAL),
        ("?a=0&b=9", "slider", USUAL),
        ("?a=x&b=-1", "slider", USUAL),
        ("?mode=zoom&angle=moon", "slider", USUAL),
        ("?mode=%3Cscript%3E", "slider", USUAL),
    ] {
        let text = visitor
            .get(&format!("{address}{query}"))
            .await
            .expect(200)
            .text();
        assert!(text.contains(&format!("data-mode=\"{mode}\"")), "{query}");
        assert_eq!(compared(&text), stages, "{query}");
        assert!(!text.contains("%3C") && !text.contains("moon"), "{query}");
    }
    let text = visitor.get(&address).await.text();
    // Months and intervals, never a day.
    assert!(
        text.contains("<time datetime=\"2026-06\">June 2026</time>"),
        "{text}"
    );
    assert!(
        text.contains("19 weeks after session 1") && text.contains("23 weeks apart"),
        "{text}"
    );
    assert!(
        !text.contains("2026-06-20") && !text.contains("20 June"),
        "{text}"
    );
    let text = visitor.get(&format!("{address}?b=2")).await.text();
    assert!(
        text.contains("one day after session 1")
            && text.contains("not healed yet: it will look softer")
    );
}

#[tokio::test]
async fn a_photo_marked_as_hard_to_look_at_is_sent_when_it_is_asked_for() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let fields = [
        ("faceless", "yes"),
        ("alt", "A wound"),
        ("sensitive", "yes"),
    ];
    studio.describe(&before, &fields).await;
    studio.clinic.drain().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    let mut veils = Vec::new();
    for path in ["/", "/stories", "/treatments/scalp-micropigmentation"] {
        veils.extend(visitor.get(path).await.expect(200).media());
    }
    let list = visitor.get("/stories").await;
    let address = format!(
        "/stories/{}",
        list.between("href=\"/stories/", "\"").unwrap()
    );
    let veiled = visitor.get(&address).await.expect(200);
    assert!(veiled.text().contains("show=sensitive"));
    // What is sent before that is a few soft colours, a file of its own.
    assert_eq!(veiled.media().len(), 2, "{}", veiled.text());
    veils.extend(veiled.media());
    for path in &veils {
        assert!(path.ends_with("/veil.jpg"), "{path}");
        let sent = visitor.get(path).await.expect(200).body;
        let veil = image::load_from_memory(&sent).unwrap();
        assert!(veil.width() <= 40 && sent.len() < 2048, "{path}");
        let by_width = path.replace("veil.jpg", "40.jpg");
        visitor.get(&by_width).await.expect(404);
    }
    let shown = visitor.get(&format!("{address}?show=sensitive")).await;
    assert!(shown.media().len() >= 4);
    let veil = |path: &String| path.ends_with("/veil.jpg");
    assert!(!shown.media().iter().any(veil), "{}", shown.text());
    // It comes down with the photo, through the same door.
    let withdrawal = [("scope", "all")];
    phone.post("/c/withdrawal", &withdrawal).await.expect(303);
    for path in &veils {
        visitor.get(path).await.expect(410);
    }
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s05_a_list_is_narrowed_by_public_facts_only() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let lists = |text: String| text.contains(&format!("\"{address}\""));
    let person = visitor.get("/practitioners").await.expect(200);
    let person = person.between("href=\"/practitioners/", "\"").unwrap();
    for (query, found) in [
        ("treatment=scalp-micropigmentation", true),
        ("norwood=4", true),
        ("norwood=5", false),
        ("norwood=&skin_tone=", true),
        ("skin_tone=3", false),
        (&*format!("practitioner={person}&norwood=4"), true),
    ] {
        let text = visitor
            .get(&format!("/stories?{query}"))
            .await
            .expect(200)
            .text();
        assert_eq!(lists(text), found, "{query}");
    }
    for query in [
        "treatment=none",
        "norwood=99",
        "skin_tone=x",
        "practitioner=none",
        "after=x",
    ] {
        visitor.get(&format!("/stories?{query}")).await.expect(404);
    }
    assert!(lists(
        visitor
            .get(&format!("/practitioners/{person}"))
            .await
            .expect(200)
            .text()
    ));
}

#[tokio::test]
async fn s06_s20_words_are_listed_while_their_owner_agrees() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    assert!(
        visitor
            .get("/testimonials")
            .await
            .expect(200)
            .text()
            .contains("No words yet")
    );
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    let words = "I look <b>in</b> the mirror again.";
    answer_all(&phone, "website", "first_name", Some(words)).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    // Signed is not published.
    assert!(!visitor.get("/testimonials").await.text().contains("mirror"));
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let page = visitor.get("/testimonials").await.expect(200);
    let text = page.text();
    assert!(text.contains("I look &lt;b&gt;in&lt;"), "{text}");
    assert!(
        text.contains("Marc") && !text.contains("Dubois") && text.contains("A selection"),
        "{text}"
    );
    assert!(page.header("x-robots-tag").contains("noindex"));

    let manage = phone.get("/c/manage").await.expect(200).text();
    let start = manage.find("scope=words:").unwrap() + 6;
    let scope = manage[start..].split('"').next().unwrap();
    phone
        .post("/c/withdrawal", &[("scope", scope)])
        .await
        .expect(303);
    assert!(
        !visitor
            .get("/testimonials")
            .await
            .expect(200)
            .text()
            .contains("mirror")
    );
}

#[tokio::test]
async fn what_the_clinic_put_away_is_not_found() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let person = visitor.get("/practitioners").await.expect(200);
    let person = person.between("href=\"/practitioners/", "\"").unwrap();
    let page = visitor
        .get(&format!("/practitioners/{person}"))
        .await
        .expect(200);
    assert!(page.text().contains("Noor Hale"));
    visitor.get("/practitioners/none").await.expect(404);
    visitor.get("/treatments/none").await.expect(404);
    let page = visitor.get("/treatments").await.expect(200).text();
    assert!(page.contains("href=\"/treatments/scalp-micropigmentation\""));
}

#[tokio::test]
async fn g27_a_public_page_sets_no_cookie_and_is_indexed_when_all_on_it_may_be() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let person = visitor
        .get("/practitioners")
        .await
        .between("href=\"/practitioners/", "\"");
    for path in [
        "/",
        "/stories",
        "/find",
        "/treatments",
        "/treatments/scalp-micropigmentation",
        "/practitioners",
        &format!("/practitioners/{}", person.unwrap()),
        "/testimonials",
        "/how-we-collect",
        "/verified",
        "/locations",
        &address,
    ] {
        let page = visitor.get(path).await.expect(200);
        assert!(page.header("set-cookie").is_empty(), "{path}");
        let text = page.text();
        assert!(!text.contains("form_token"), "{path}");
        let canonical = format!("<link rel=\"canonical\" href=\"http://candor.test{path}\">");
        assert!(text.contains(&canonical), "{path}");
        assert!(
            text.contains("<meta name=\"description\" content=\""),
            "{path}"
        );
        assert!(
            scripts(&text) <= 1 && text.matches("rel=\"stylesheet\"").count() <= 2,
            "{path}"
        );
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
    }
    let home = markup(&visitor.get("/").await.text()).unwrap();
    assert_eq!(
        (&home["@type"], &home["url"]),
        (&json!("MedicalClinic"), &json!("http://candor.test/"))
    );
    let closed = visitor.get(&address).await;
    assert!(closed.header("x-robots-tag").contains("noindex"));
    assert_eq!(markup(&closed.text()), None);
    let open = Studio::open().await;
    let (_, address) = open.published("website_and_search").await;
    let page = open.clinic.visitor().get(&address).await;
    assert_eq!(page.header("x-robots-tag"), "noai, noimageai");
    assert!(!page.text().contains("name=\"robots\""));
    // Crumbs and two pictures with their credit; no stars about ourselves.
    let told = markup(&page.text()).unwrap();
    let graph = told["@graph"].as_array().unwrap();
    let kinds: Vec<_> = graph
        .iter()
        .map(|one| one["@type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["BreadcrumbList", "ImageObject", "ImageObject"]);
    let picture = graph[1]["contentUrl"].as_str().unwrap();
    let path = picture.strip_prefix("http://candor.test").unwrap();
    open.clinic.visitor().get(path).await.expect(200);
    assert!(!page.text().contains("AggregateRating") && !page.text().contains("\"Review\""));
}

/// Scripts that run.
fn scripts(text: &str) -> usize {
    text.matches("<script").count()
        - text
            .matches("<script type=\"application/ld+json\">")
            .count()
}

/// What a page tells search engines in JSON-LD.
fn markup(text: &str) -> Option<serde_json::Value> {
    let (_, rest) = text.split_once("<script type=\"application/ld+json\">")?;
    Some(serde_json::from_str(rest.split_once("</script>")?.0).unwrap())
}

/// Where others show a link to a story they copy what the page names: the result, cut out around its focus, while all who are
/// on it may be found; and nothing of anyone who only agreed to the website.
#[tokio::test]
async fn g27_a_link_to_a_story_shows_a_photo_that_may_be_found_elsewhere_and_no_other() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let page = visitor.get(&address).await.expect(200);
    let named = |name: &str| page.between(&format!("<meta property=\"{name}\" content=\""), "\"");
    assert_eq!(named("og:type").as_deref(), Some("article"));
    assert_eq!(
        named("og:title").as_deref(),
        Some("A crown that looks full again")
    );
    assert_eq!(
        named("og:url"),
        Some(format!("http://candor.test{address}"))
    );
    assert!(
        named("og:description")
            .unwrap()
            .starts_with("Scalp micropigmentation")
    );
    assert_eq!(named("og:image:alt").as_deref(), Some("Crown from above"));
    let picture = named("og:image").unwrap();
    let picture = picture.strip_prefix("http://candor.test").unwrap();
    assert!(page.text().contains("summary_large_image"));
    let sent = visitor.get(picture).await.expect(200);
    let shown = image::load_from_memory(&sent.body).unwrap();
    assert_eq!((shown.width(), shown.height()), (600, 315));
    assert_eq!(named("og:image:width").as_deref(), Some("600"));
    assert_eq!(named("og:image:height").as_deref(), Some("315"));
    // It is of the result, and no page of ours shows it.
    let result = page
        .media()
        .into_iter()
        .find(|path| path.ends_with("/640.jpg"));
    assert!(result.is_some() && !page.media().iter().any(|path| path == picture));

    // Not to be found any more, but still on the website: the photo stays, its copy for elsewhere goes at once.
    let scope = [("scope", "channel:search")];
    phone.post("/c/withdrawal", &scope).await.expect(303);
    visitor.get(picture).await.expect(410);
    let tag = sent.header("etag");
    let asked = visitor.get_with(picture, &[("if-none-match", tag)]).await;
    assert_eq!(asked.status, 410);
    let page = visitor.get(&address).await.expect(200);
    assert_eq!(
        preview_of(&page),
        format!("http://candor.test{address}/card.png")
    );
    assert!(page.text().contains("og:title"));
    for path in page.media() {
        visitor.get(&path).await.expect(200);
    }
    studio.clinic.drain().await;

    let careful = Studio::open().await;
    let (phone, address) = careful.published("website").await;
    let visitor = careful.clinic.visitor();
    let page = visitor.get(&address).await.expect(200);
    assert_eq!(
        preview_of(&page),
        format!("http://candor.test{address}/card.png")
    );
    let photo = page
        .media()
        .into_iter()
        .find(|path| path.ends_with("/640.jpg"));
    let guessed = photo.unwrap().replace("/640.jpg", "/600.jpg");
    visitor.get(&guessed).await.expect(404);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    visitor.get(&guessed).await.expect(410);
    careful.clinic.drain().await;
}

/// A photo that is hard to look at is seen by those who ask for it; a link asks for nothing.
#[tokio::test]
async fn a_link_never_shows_a_photo_that_is_hard_to_look_at() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let fields = [
        ("faceless", "yes"),
        ("alt", "A wound"),
        ("sensitive", "yes"),
    ];
    studio.describe(&before, &fields).await;
    studio.clinic.drain().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website_and_search").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    let list = visitor.get("/stories").await;
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    for asked in ["", "?show=sensitive"] {
        let page = visitor
            .get(&format!("/stories/{slug}{asked}"))
            .await
            .expect(200);
        let card = format!("http://candor.test/stories/{slug}/card.png");
        assert_eq!(preview_of(&page), card, "{asked}");
    }
}

/// What others show where they link to the page: without a photo that may stand there, a card of words.
fn preview_of(page: &Page) -> String {
    let address = page.between("property=\"og:image\" content=\"", "\"");
    address.unwrap_or_else(|| panic!("no picture: {}", page.text()))
}

/// Who works with a photo, or agrees to it, sees the photo or nothing: a veil never stands in for it.
#[tokio::test]
async fn a_veil_is_never_shown_as_the_photo() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let view = format!("/staff/photos/{before}/view/area_only-320.jpg");
    studio.staff.get(&view).await.expect(200);
    let id = before.clone();
    let lost = move |conn: &mut candor::db::Conn| {
        diesel::delete(
            renditions::table
                .filter(renditions::photo_id.eq(&id))
                .filter(renditions::width.gt(40)),
        )
        .execute(&mut **conn)?;
        Ok(())
    };
    studio.clinic.app.db.write(lost).await.unwrap();
    studio.staff.get(&view).await.expect(404);
    studio.clinic.drain().await;
    let made = studio.staff.get(&view).await.expect(200);
    assert_eq!(image::load_from_memory(&made.body).unwrap().width(), 320);
}
