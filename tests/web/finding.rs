//! Stories looked for: by words, by facts, and by what one says of oneself. Only what is public can be found.

use crate::support::browser::Browser;
use crate::support::studio::{Studio, answer_all};

async fn published(words: &str) -> (Studio, Browser, String) {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "first_name", Some(words)).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    let early = studio
        .clinic
        .visitor()
        .get("/stories?q=scalpel")
        .await
        .expect(200);
    assert!(
        early.text().contains("No story like this"),
        "{}",
        early.text()
    );
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    (studio, phone, format!("/stories/{slug}"))
}

#[tokio::test]
async fn s05_words_are_found_while_they_are_public_and_not_a_moment_longer() {
    let (studio, phone, address) = published("My barber noticed nothing at all.").await;
    let visitor = studio.clinic.visitor();
    let finds = async |query: &str| {
        let page = visitor
            .get(&format!("/stories?q={query}"))
            .await
            .expect(200);
        page.text().contains(&format!("\"{address}\""))
    };
    for query in [
        "scalpel",
        "crown+FULL",
        "barber",
        "micropigmentation",
        "Marc",
        "sc%C3%A2lpel",
        "norwood+iv",
    ] {
        assert!(finds(query).await, "{query}");
    }
    for query in [
        "Dubois",
        "marc.dubois",
        "knee",
        "barber+knee",
        "%3Cscript%3E",
        "%25",
        "%27+OR+1%3D1",
    ] {
        assert!(!finds(query).await, "{query}");
    }
    // A slip of the pen is forgiven, and said.
    let page = visitor.get("/stories?q=scalpell").await.expect(200).text();
    assert!(
        page.contains(&format!("\"{address}\"")) && page.contains("These say “scalpel”"),
        "{page}"
    );
    let page = visitor
        .get("/stories?q=%3Cb%3Ecrown")
        .await
        .expect(200)
        .text();
    assert!(
        page.contains("&lt;b&gt;crown") && !page.contains("<b>crown"),
        "{page}"
    );

    let manage = phone.get("/c/manage").await.expect(200).text();
    let start = manage.find("scope=words:").unwrap() + 6;
    let scope = manage[start..].split('"').next().unwrap();
    phone
        .post("/c/withdrawal", &[("scope", scope)])
        .await
        .expect(303);
    assert!(!finds("barber").await && finds("scalpel").await);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    for query in ["scalpel", "crown", "Marc", "micropigmentation"] {
        assert!(!finds(query).await, "{query}");
    }
    assert!(
        !visitor
            .get("/find?start=norwood-4")
            .await
            .expect(200)
            .text()
            .contains(&address)
    );
    studio.clinic.drain().await;
}

#[tokio::test]
async fn a_view_says_its_conditions_and_leads_to_the_list_without_each() {
    let (studio, _, address) = published("Good.").await;
    let visitor = studio.clinic.visitor();
    let query = "/stories?treatment=scalp-micropigmentation&q=crown&norwood=3..5&sort=longest";
    let page = visitor.get(query).await.expect(200).text();
    assert!(page.contains(&format!("\"{address}\"")), "{page}");
    assert!(
        page.contains("Norwood grade: III to V") && page.contains("“crown”"),
        "{page}"
    );
    for without in [
        "/stories?treatment=scalp-micropigmentation&amp;sort=longest&amp;norwood=3..5",
        "/stories?q=crown&amp;treatment=scalp-micropigmentation&amp;sort=longest",
    ] {
        assert!(
            page.contains(&format!("href=\"{without}\"")),
            "{without}\n{page}"
        );
    }
    assert!(page.contains("content=\"noindex, follow\""));
    // Nothing is offered that one person alone would answer to.
    let all = visitor.get("/stories").await.expect(200).text();
    assert!(
        !all.contains("name=\"norwood\"") && !all.contains("name=\"sessions\""),
        "{all}"
    );
    for query in ["norwood=5..3", "sort=name", "since=never", "sessions=0"] {
        visitor.get(&format!("/stories?{query}")).await.expect(404);
    }
}

#[tokio::test]
async fn someone_like_me_is_found_with_the_reason() {
    let (studio, _, address) = published("Good.").await;
    let visitor = studio.clinic.visitor();
    let asked = visitor.get("/find").await.expect(200).text();
    assert!(!asked.contains(&address) && !asked.contains("Nearest to you"));
    for (query, reason) in [
        ("start=norwood-4", Some("The same grade: Norwood IV")),
        (
            "start=norwood-3v&treatment=scalp-micropigmentation",
            Some("Close in grade: Norwood IV"),
        ),
        ("start=norwood-1", None),
        ("start=scar_type-fue", None),
    ] {
        let page = visitor
            .get(&format!("/find?{query}"))
            .await
            .expect(200)
            .text();
        assert_eq!(
            page.contains(&format!("\"{address}\"")),
            reason.is_some(),
            "{query}"
        );
        assert!(page.contains(reason.unwrap_or("ask us")), "{query}\n{page}");
    }
    for query in [
        "start=norwood-9",
        "start=name-Marc",
        "age_band=7",
        "treatment=none",
    ] {
        visitor.get(&format!("/find?{query}")).await.expect(404);
    }
}

#[tokio::test]
async fn a_shortlist_is_an_address_and_shows_only_what_is_public() {
    let (studio, phone, address) = published("Good.").await;
    let slug = address.strip_prefix("/stories/").unwrap();
    let visitor = studio.clinic.visitor();
    let story = visitor.get(&address).await.expect(200).text();
    assert!(
        story.contains(&format!("href=\"/shortlist?s={slug}\"")),
        "{story}"
    );
    let page = visitor
        .get(&format!("/shortlist?s={slug},{slug},never-there"))
        .await
        .expect(200);
    let text = page.text();
    assert_eq!(
        text.matches(&format!("href=\"{address}\"")).count(),
        1,
        "{text}"
    );
    assert!(
        text.contains("Norwood grade</dt><dd>IV<") && text.contains("any more"),
        "{text}"
    );
    assert!(text.contains("content=\"noindex, follow\"") && text.contains("href=\"/shortlist\""));
    for query in ["", "?s=", "?s=,,", "?s=%3Cscript%3E", "?s=../../etc"] {
        let page = visitor
            .get(&format!("/shortlist{query}"))
            .await
            .expect(200)
            .text();
        assert!(
            page.contains("Nothing kept yet") && !page.contains("<script>"),
            "{query}"
        );
    }
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    let page = visitor
        .get(&format!("/shortlist?s={slug}"))
        .await
        .expect(200)
        .text();
    assert!(
        !page.contains(&format!("href=\"{address}\"")) && page.contains("any more"),
        "{page}"
    );
    studio.clinic.drain().await;
}
