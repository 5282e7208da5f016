//! What search engines are told of: sitemaps and robots.

use crate::support::studio::Studio;

fn addresses(text: &str, tag: &str) -> Vec<String> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let parts = text.split(&open).skip(1);
    parts
        .filter_map(|rest| Some(rest.split_once(&close)?.0.to_owned()))
        .collect()
}

#[tokio::test]
async fn s05_s24_a_sitemap_lists_what_search_may_find_at_the_configured_address() {
    for (place, listed) in [("website", false), ("website_and_search", true)] {
        let studio = Studio::open().await;
        let (phone, address) = studio.published(place).await;
        let visitor = studio.clinic.visitor();
        let index = visitor.get("/sitemap.xml").await.expect(200);
        assert!(index.header("content-type").starts_with("application/xml"));
        let files = addresses(&index.text(), "loc");
        let base = "http://candor.test/sitemaps/";
        assert_eq!(
            files,
            [format!("{base}pages.xml"), format!("{base}stories-0.xml")]
        );
        let pages = visitor.get("/sitemaps/pages.xml").await.expect(200).text();
        for path in addresses(&pages, "loc") {
            let path = path.strip_prefix("http://candor.test").unwrap().to_owned();
            visitor.get(&path).await.expect(200);
        }
        let stories = visitor
            .get("/sitemaps/stories-0.xml")
            .await
            .expect(200)
            .text();
        let found = addresses(&stories, "loc");
        assert_eq!(
            found.contains(&format!("http://candor.test{address}")),
            listed,
            "{place}"
        );
        let pictures = addresses(&stories, "image:loc");
        assert_eq!(pictures.len(), if listed { 2 } else { 0 });
        for picture in &pictures {
            let path = picture.strip_prefix("http://candor.test").unwrap();
            let answer = visitor.get(path).await.expect(200);
            assert_eq!(answer.header("x-robots-tag"), "noai, noimageai", "{path}");
        }
        phone
            .post("/c/withdrawal", &[("scope", "all")])
            .await
            .expect(303);
        let index = visitor.get("/sitemap.xml").await.expect(200);
        assert_eq!(addresses(&index.text(), "loc").len(), 1);
        visitor.get("/sitemaps/stories-0.xml").await.expect(404);
        studio.clinic.drain().await;
    }
    let studio = Studio::open().await;
    for name in [
        "stories-1",
        "stories-x",
        "stories-99999999999999999999",
        "none",
    ] {
        let path = format!("/sitemaps/{name}.xml");
        studio.clinic.visitor().get(&path).await.expect(404);
    }
}

#[tokio::test]
async fn robots_names_the_sitemap_and_turns_collectors_for_training_away() {
    let studio = Studio::open().await;
    let text = studio
        .clinic
        .visitor()
        .get("/robots.txt")
        .await
        .expect(200)
        .text();
    assert!(
        text.contains("\nSitemap: http://candor.test/sitemap.xml\n"),
        "{text}"
    );
    let (_, groups) = text.split_once("User-agent: AI2Bot\n").unwrap();
    let (group, _) = groups.split_once("\n\n").unwrap();
    assert!(
        group.contains("User-agent: GPTBot\n") && group.ends_with("\nDisallow: /"),
        "{text}"
    );
}
