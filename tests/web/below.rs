//! The site below a path of another one (`https://studio.example/results`): nothing that it answers leads beside that path.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;

use candor::config::Config;
use regex::Regex;

use crate::support::app::{Options, TestApp};
use crate::support::browser::{Browser, Page};
use crate::support::studio::Studio;

const PREFIX: &str = "/results";

async fn below() -> Studio {
    Studio::open_with(Options {
        prefix: PREFIX,
        ..Options::default()
    })
    .await
}

/// What in an answer names a place beside the path.
fn escapes(page: &Page) -> Vec<String> {
    let beside =
        |path: &str| !path.starts_with("//") && path != PREFIX && !path.starts_with("/results/");
    let text = page.text();
    let kind = page.header("content-type");
    let pattern = match kind.split(';').next().unwrap_or_default() {
        "text/html" => {
            r#"\s(?:href|src|srcset|imagesrcset|action|formaction|poster|data-[a-z-]+)="(/[^"]*)""#
        }
        "text/css" => r#"url\(["']?(/[^)]*)"#,
        "application/xml" | "application/atom+xml" => r#"[">](/[^"<>\s]+)["<]"#,
        "text/javascript" => r#"["'`](/[a-z][^"'`]*)["'`]"#,
        "text/plain" => r#"(?:llow|Sitemap): (/\S*)"#,
        // Values alone: names of an OpenAPI document are below the address of its server.
        _ => r#""(/[^"]*)"\s*[,}\]]"#,
    };
    let mut found: Vec<String> = Vec::new();
    if !kind.starts_with("image/") {
        let own = Regex::new(pattern).unwrap();
        found.extend(own.captures_iter(&text).map(|one| one[1].to_owned()));
        let whole = Regex::new(r"http://candor\.test(/[^\x22'<\s&]*)?").unwrap();
        found.extend(
            whole
                .captures_iter(&text)
                .map(|one| one.get(1).map_or("", |path| path.as_str()).to_owned()),
        );
        // Of several addresses in one attribute each counts.
        let more: Vec<String> = found
            .iter()
            .flat_map(|one| one.split(", ").skip(1).map(str::to_owned))
            .collect();
        found.extend(more);
    }
    found.retain(|path| beside(path));
    found.extend(Some(page.location()).filter(|to| to.starts_with('/') && beside(to)));
    for cookie in page.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        if !cookie.contains("Path=/results") {
            found.push(cookie.to_owned());
        }
    }
    let policy = page.header("content-security-policy");
    found.extend(
        policy
            .split(';')
            .filter(|one| one.contains("'self'") && !one.contains("frame-ancestors"))
            .map(str::to_owned),
    );
    found
}

/// Follows every link from there, and tells how many pages it saw.
async fn crawl(browser: &Browser, starts: &[&str]) -> usize {
    let links = Regex::new(r##"\s(?:href|src)="([^"#]*)"##).unwrap();
    let shape = Regex::new(r"[0-9a-f]{8,}(-[0-9a-f]+)*|\d+").unwrap();
    let mut queue: VecDeque<String> = starts.iter().map(|path| (*path).to_owned()).collect();
    let (mut seen, mut asked) = (BTreeSet::new(), 0);
    while let Some(path) = queue.pop_front() {
        if !seen.insert(shape.replace_all(&path, "#").into_owned()) || path.contains("sign-out") {
            continue;
        }
        let page = browser.get(&path).await;
        asked += 1;
        assert!(page.status < 500, "{path}: {}", page.status);
        let linked = !starts.contains(&path.as_str());
        assert!(
            page.status != 404 || !linked,
            "{path} is linked, and not there"
        );
        assert_eq!(escapes(&page), Vec::<String>::new(), "{path}");
        let text = page.text().replace("&amp;", "&");
        if page.header("content-type").starts_with("text/html") {
            let found = links.captures_iter(&text).map(|one| one[1].to_owned());
            queue.extend(found.filter(|link| link.starts_with("/results/")));
        }
    }
    asked
}

#[tokio::test]
async fn below_a_path_nothing_leads_beside_it() {
    let studio = below().await;
    let (client, story) = studio.published("website_and_search").await;
    let story = story.strip_prefix(PREFIX).unwrap_or(&story).to_owned();
    let fields = [("site", "www.clinic.example"), ("whose", "own")];
    studio
        .admin
        .post("/admin/clinic/embeds", &fields)
        .await
        .expect(303);
    studio.admin.post("/admin/clinic/api", &[]).await;
    let visitor = studio.clinic.visitor();
    let oembed = format!(
        "/oembed?url=http%3A%2F%2Fcandor.test%2Fresults%2Fstories%2F{}",
        &story[9..]
    );
    let framed = format!("/embed{story}");
    let api = format!("/api/v1{story}");
    let public = [
        "/",
        &story,
        &framed,
        &oembed,
        &api,
        "/embed/gallery",
        "/embed.js",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemaps/pages.xml",
        "/sitemaps/stories-0.xml",
        "/feed.xml",
        "/feed.json",
        "/api",
        "/api/v1/openapi.json",
        "/api/v1/stories",
        "/find",
        "/shortlist",
        "/nowhere",
        "/staff",
    ];
    assert!(crawl(&visitor, &public).await > 40);
    for path in [&story, &oembed, &api, "/feed.xml", "/sitemap.xml"] {
        let page = visitor.get(path).await.expect(200);
        assert!(
            page.text().contains("http://candor.test/results/"),
            "{path}"
        );
    }
    assert!(crawl(&studio.staff, &["/staff", "/staff/cases", "/account"]).await > 20);
    assert!(crawl(&studio.moderator, &["/moderation"]).await > 3);
    assert!(crawl(&studio.admin, &["/admin/clinic", "/admin/components"]).await > 20);
    assert!(crawl(&client, &["/c/manage"]).await > 2);
    // A form leads on below the path, and so does the mail that says where to.
    let mail = studio.clinic.mail_to(crate::support::studio::CLIENT_MAIL);
    assert!(
        mail.text.contains("http://candor.test/results/c/"),
        "{}",
        mail.text
    );
    let out = studio.staff.post("/sign-out", &[]).await.expect(303);
    assert_eq!(out.location(), "/results/sign-in");
    assert_eq!(escapes(&out), Vec::<String>::new());
    studio.staff.get("/staff").await.expect(303);
}

#[tokio::test]
async fn below_a_path_what_lies_beside_it_is_not_ours() {
    let clinic = TestApp::start_with(Options {
        prefix: PREFIX,
        ..Options::default()
    })
    .await;
    let mut beside = clinic.visitor();
    beside.url = clinic.url.trim_end_matches(PREFIX).to_owned();
    for path in [
        "/",
        "/stories",
        "/resultsx",
        "/results2/stories",
        "/robots.txt",
    ] {
        let page = beside.get(path).await.expect(404);
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
    }
    // What watches the program comes past the proxy.
    for path in ["/healthz", "/readyz", "/results/healthz"] {
        beside.get(path).await.expect(200);
    }
    let bare = beside.get("/results").await.expect(303);
    assert_eq!(bare.location(), "/results/");
    beside.get("/results/stories").await.expect(200);
    // Twice: from memory too.
    let again = beside.get("/results/stories").await.expect(200);
    assert_eq!(escapes(&again), Vec::<String>::new());
}

/// Styles and scripts can't know where they live: they name nothing by the root of a site.
#[test]
fn below_a_path_no_style_or_script_names_the_root() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let mut folders = vec![root];
    let comments = Regex::new(r"(?s)/\*.*?\*/|(?m)^\s*//.*$|\s// .*$").unwrap();
    let names = Regex::new(r#"(?:["'`]|url\()["']?/[a-z]"#).unwrap();
    let mut looked = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            let text = comments.replace_all(&text, "");
            assert_eq!(
                names.find(&text).map(|one| one.as_str()),
                None,
                "{}",
                path.display()
            );
            looked += 1;
        }
    }
    assert!(looked > 30);
}

#[test]
fn a_site_may_live_below_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let web = |url: &str| {
        let vars = [
            (
                "CANDOR_DATA_DIR".to_owned(),
                folder.path().display().to_string(),
            ),
            ("CANDOR_BASE_URL".to_owned(), url.to_owned()),
        ];
        Config::from_vars(vars).unwrap().web
    };
    for url in [
        "https://studio.example/results",
        "https://studio.example/results/",
    ] {
        assert_eq!(web(url).prefix(), "/results");
        assert_eq!(
            web(url).link("/stories"),
            "https://studio.example/results/stories"
        );
    }
    assert_eq!(web("https://studio.example").prefix(), "");
}
