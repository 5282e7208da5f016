//! Frames on partners' sites: a place that clients are asked about by itself, and take back by itself.

use crate::support::browser::{Browser, Page};
use crate::support::studio::{Studio, answer_in};

const PARTNER: &str = "https://www.partner.example";
const OTHER: &str = "https://other.example";
const OWN: &str = "https://www.clinic.example";

async fn list(studio: &Studio, site: &str, whose: &str) {
    let fields = [("site", site), ("whose", whose)];
    let answer = studio.admin.post("/admin/clinic/embeds", &fields).await;
    answer.expect(303);
}

/// A public story whose client allowed the website, and these places too. Gives the phone and the story's address.
async fn published(studio: &Studio, also: &[&str]) -> (Browser, String) {
    studio.use_channels(&["search", "partner_embed"]).await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    let words = Some("I look in the mirror again.");
    answer_in(
        &phone,
        "area_only",
        "website_and_search",
        also,
        "first_name",
        words,
    )
    .await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    (phone, format!("/stories/{slug}"))
}

fn framers(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    let (_, framers) = policy.split_once("frame-ancestors ").unwrap();
    framers.to_owned()
}

fn for_partner(path: &str) -> String {
    format!("/embed/for/www.partner.example{path}")
}

const ALSO: [&str; 1] = ["also_partner_embed"];

#[tokio::test]
async fn g01_a_partners_site_shows_what_is_allowed_on_partners_sites_and_nothing_else() {
    let studio = Studio::open().await;
    let (_, address) = published(&studio, &[]).await;
    list(&studio, "www.partner.example", "partner").await;
    let visitor = studio.clinic.visitor();
    // Everything is public on the website; nobody allowed partners' sites.
    let frame = visitor.get(&for_partner(&address)).await.expect(404);
    assert!(frame.text().contains(" data-empty>"));
    for path in ["/gallery", "/testimonials"] {
        let page = visitor.get(&for_partner(path)).await.expect(200);
        assert!(page.text().contains(" data-empty>"), "{path}");
        assert!(page.media().is_empty() && !page.text().contains("mirror"));
    }
    let picture = visitor.get(&address).await.expect(200).media().remove(0);
    for origin in [PARTNER, "null"] {
        let page = visitor.get_with(&picture, &[("origin", origin)]).await;
        let page = page.expect(200);
        assert_eq!(page.header("access-control-allow-origin"), "", "{origin}");
    }
    // A partner's site is none of the clinic's own: those frames stay closed to it.
    let own = visitor.get(&format!("/embed{address}")).await.expect(200);
    assert_eq!(framers(&own), "'none'");
}

#[tokio::test]
async fn s37_each_partner_has_frames_of_its_own() {
    let studio = Studio::open().await;
    let (_, address) = published(&studio, &ALSO).await;
    let visitor = studio.clinic.visitor();
    let stranger = visitor.get(&for_partner(&address)).await.expect(404);
    assert_eq!(framers(&stranger), "'none'");
    list(&studio, "www.partner.example", "partner").await;
    list(&studio, "other.example", "partner").await;
    list(&studio, "www.clinic.example", "own").await;
    for path in [address.as_str(), "/gallery", "/testimonials"] {
        // Twice: the second time from memory.
        for _ in 0..2 {
            let page = visitor.get(&for_partner(path)).await.expect(200);
            assert_eq!(framers(&page), format!("'self' {PARTNER}"), "{path}");
            assert!(page.header("x-robots-tag").contains("noindex"), "{path}");
            let says = page.text().contains("mirror") || page.text().contains("A crown");
            assert!(says, "{path}");
        }
    }
    let other = format!("/embed/for/other.example{address}");
    let page = visitor.get(&other).await.expect(200);
    assert_eq!(framers(&page), format!("'self' {OTHER}"));
    // Other views of the story keep the address.
    let text = page.text();
    assert!(text.contains("/embed/for/other.example/stories/"), "{text}");
    assert!(!text.contains("=\"/embed/stories/"), "{text}");
    let own = visitor.get(&format!("/embed{address}")).await.expect(200);
    assert_eq!(framers(&own), format!("'self' {OWN}"));
    // The clinic's own site is no partner.
    let name = format!("/embed/for/www.clinic.example{address}");
    visitor.get(&name).await.expect(404);
    let picture = visitor.get(&address).await.expect(200).media().remove(0);
    for origin in [PARTNER, OTHER, OWN, "null"] {
        let page = visitor.get_with(&picture, &[("origin", origin)]).await;
        let page = page.expect(200);
        assert_eq!(page.header("access-control-allow-origin"), origin);
    }
    // Off the list, and its frames are empty.
    let page = studio.admin.get("/admin/clinic/embeds").await.expect(200);
    assert!(
        page.text().contains("A partner’s, says Ada Owner"),
        "{}",
        page.text()
    );
    let text = page.text();
    let row = text
        .split("<li>")
        .find(|row| row.contains(PARTNER))
        .unwrap();
    let id = row.split("/admin/clinic/embeds/").nth(1).unwrap();
    let path = format!("/admin/clinic/embeds/{}", id.split('"').next().unwrap());
    studio.admin.post(&path, &[]).await.expect(303);
    let gone = visitor.get(&for_partner(&address)).await.expect(404);
    assert_eq!(framers(&gone), "'none'");
    let page = visitor.get_with(&picture, &[("origin", PARTNER)]).await;
    assert_eq!(page.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn s06_partners_sites_are_taken_back_and_the_website_stays() {
    let studio = Studio::open().await;
    let (phone, address) = published(&studio, &ALSO).await;
    list(&studio, "www.partner.example", "partner").await;
    list(&studio, "www.clinic.example", "own").await;
    let visitor = studio.clinic.visitor();
    let mut tags = Vec::new();
    for path in [address.as_str(), "/gallery", "/testimonials"] {
        let page = visitor.get(&for_partner(path)).await.expect(200);
        tags.push((for_partner(path), page.header("etag").to_owned()));
    }
    let picture = visitor.get(&address).await.expect(200).media().remove(0);
    let lent = visitor.get_with(&picture, &[("origin", PARTNER)]).await;
    assert_eq!(lent.header("access-control-allow-origin"), PARTNER);
    // The client sees the place, and stops it alone.
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("channel:partner_embed"), "{manage}");
    let scope = [("scope", "channel:partner_embed")];
    phone.post("/c/withdrawal", &scope).await.expect(303);
    for (path, tag) in &tags {
        let page = visitor.get_with(path, &[("if-none-match", tag)]).await;
        assert_ne!(page.status, 304, "{path}");
        let text = page.text();
        assert!(
            !text.contains("mirror") && !text.contains("/media/"),
            "{path}"
        );
    }
    visitor.get(&for_partner(&address)).await.expect(410);
    let kept = visitor.get_with(&picture, &[("origin", PARTNER)]).await;
    assert_eq!(kept.expect(200).header("access-control-allow-origin"), "");
    // Nothing else changed.
    for path in [&address, &format!("/embed{address}"), "/embed/gallery"] {
        let page = visitor.get(path).await.expect(200);
        assert!(!page.media().is_empty(), "{path}");
    }
    let found = visitor.get(&address).await.expect(200);
    assert!(!found.header("x-robots-tag").contains("noindex"));
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s06_without_the_website_partners_show_nothing() {
    let studio = Studio::open().await;
    let (phone, address) = published(&studio, &ALSO).await;
    list(&studio, "www.partner.example", "partner").await;
    let visitor = studio.clinic.visitor();
    visitor.get(&for_partner(&address)).await.expect(200);
    let scope = [("scope", "channel:website")];
    phone.post("/c/withdrawal", &scope).await.expect(303);
    visitor.get(&for_partner(&address)).await.expect(410);
    let gallery = visitor.get(&for_partner("/gallery")).await.expect(200);
    assert!(gallery.media().is_empty());
    studio.clinic.drain().await;
}

#[tokio::test]
async fn an_admin_makes_lines_for_a_partner_and_is_told_when_nobody_is_asked() {
    let studio = Studio::open().await;
    list(&studio, "www.partner.example", "partner").await;
    let page = studio.admin.get("/admin/clinic/embeds").await.expect(200);
    assert!(page.text().contains("not asked about partner websites yet"));
    studio.use_channels(&["partner_embed"]).await;
    let path = "/admin/clinic/embeds?for=www.partner.example&shown=gallery";
    let text = studio.admin.get(path).await.expect(200).text();
    assert!(!text.contains("not asked about partner websites yet"));
    let address = "http://candor.test/embed/for/www.partner.example/gallery";
    assert!(text.contains(address), "{text}");
    let path = "/admin/clinic/embeds?for=nobody.example";
    let text = studio.admin.get(path).await.expect(200).text();
    assert!(!text.contains("/embed/for/nobody.example"), "{text}");
}
