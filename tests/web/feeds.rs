//! Feeds: what search may keep and nothing else, told by the day.

use serde_json::Value;

use crate::support::studio::Studio;

#[tokio::test]
async fn s05_feeds_list_what_search_may_find() {
    for (place, listed) in [("website", false), ("website_and_search", true)] {
        let studio = Studio::open().await;
        let (_, address) = studio.published(place).await;
        let visitor = studio.clinic.visitor();
        for page in ["/", "/stories"] {
            let text = visitor.get(page).await.expect(200).text();
            for link in [
                "type=\"application/atom+xml\" href=\"/feed.xml\"",
                "type=\"application/feed+json\" href=\"/feed.json\"",
            ] {
                assert!(text.contains(link), "{page}: {link}");
            }
        }
        let atom = visitor.get("/feed.xml").await.expect(200);
        assert!(
            atom.header("content-type")
                .starts_with("application/atom+xml")
        );
        let json = visitor.get("/feed.json").await.expect(200);
        assert!(
            json.header("content-type")
                .starts_with("application/feed+json")
        );
        let told: Value = serde_json::from_slice(&json.body).unwrap();
        let items = told["items"].as_array().unwrap();
        assert_eq!(items.len(), usize::from(listed), "{place}");
        assert_eq!(atom.text().contains(&address), listed, "{place}");
        for page in [&atom, &json] {
            assert!(page.text().contains("not to be used to train machines"));
            assert!(page.header("x-robots-tag").contains("noai"));
            // The client's own words and name stay on the page.
            assert!(!page.text().contains("mirror") && !page.text().contains("Marc"));
            let again = [("if-none-match", page.header("etag"))];
            let path = if std::ptr::eq(page, &atom) {
                "/feed.xml"
            } else {
                "/feed.json"
            };
            visitor.get_with(path, &again).await.expect(304);
        }
    }
}

#[tokio::test]
async fn a_feed_tells_the_day_and_keeps_its_names() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let read = |text: &str| {
        let told: Value = serde_json::from_str(text).unwrap();
        told["items"][0].clone()
    };
    let page = visitor
        .get_with("/feed.json", &[("host", "evil.example")])
        .await;
    let text = page.expect(200).text();
    assert!(!text.contains("evil.example"), "{text}");
    let item = read(&text);
    assert_eq!(item["url"], format!("http://candor.test{address}"));
    let id = item["id"].as_str().unwrap();
    assert!(id.starts_with("tag:candor.test,2026:story/"), "{id}");
    let day = item["date_published"].as_str().unwrap();
    assert!(day.ends_with("T00:00:00Z"), "{day}");
    assert!(
        item["content_html"]
            .as_str()
            .unwrap()
            .contains("<strong>no</strong> scalpel")
    );
    let picture = item["image"].as_str().unwrap();
    let picture = picture.strip_prefix("http://candor.test").unwrap();
    visitor.get(picture).await.expect(200);
    let atom = visitor.get("/feed.xml").await.expect(200).text();
    assert!(atom.contains(&format!("<id>{id}</id>")), "{atom}");
    assert!(
        atom.contains(&format!("<published>{day}</published>")),
        "{atom}"
    );
    assert!(
        atom.contains("&lt;strong&gt;no&lt;/strong&gt; scalpel"),
        "{atom}"
    );
}
