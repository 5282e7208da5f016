//! Who may open which door.

use std::fmt::Write;

use candor::server;
use candor::web::Who;
use reqwest::Method;

use crate::support::browser::Browser;
use crate::support::studio::{Studio, member};

/// A route with its parameters filled: ids of nothing, so that only the guard and "no such thing" can answer.
fn filled(path: &str) -> String {
    let mut filled = String::new();
    for part in path.split('/').skip(1) {
        let value = match part {
            p if p.starts_with("{token:[0-9a-f]") => {
                format!("{}.{}", "0".repeat(32), "0".repeat(64))
            }
            "{version}" => "0".to_owned(),
            "{path:.*}" => "css/none.css".to_owned(),
            "{file}" => "640.jpg".to_owned(),
            "{step}" => "place".to_owned(),
            "{kind}" => "locations".to_owned(),
            "{token}" | "{slug}" | "{publication}" => "none".to_owned(),
            p if p.starts_with('{') => "01a00000-0000-7000-8000-000000000000".to_owned(),
            p => p.to_owned(),
        };
        write!(filled, "/{value}").unwrap();
    }
    filled
}

async fn status(browser: &Browser, method: &Method, path: &str) -> u16 {
    let request = browser
        .client
        .request(method.clone(), format!("{}{path}", browser.url));
    request
        .header("accept", "text/html")
        .send()
        .await
        .unwrap()
        .status()
        .as_u16()
}

/// The table of routes and callers is reviewed as a file; a route that is added shows up in it.
#[tokio::test]
async fn s45_s03_every_route_answers_each_caller_as_the_table_says() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    let keeper = member(&studio.clinic, &studio.admin, "Kim Keeper", "admin").await;
    let callers = [
        ("anonymous", studio.clinic.visitor()),
        ("client", phone),
        ("staff", studio.staff.clone()),
        ("moderator", studio.moderator.clone()),
        ("admin", keeper),
    ];
    let mut table = String::from("method path who | anonymous client staff moderator admin\n");
    for line in server::routes().lines() {
        let path = filled(line.path);
        write!(table, "{} {} {:?} |", line.method, line.path, line.who).unwrap();
        for (_, browser) in &callers {
            let method = Method::from_bytes(line.method.as_str().as_bytes()).unwrap();
            // Leaving would end the session that the rest of the table needs: its guard is the same as its neighbours'.
            let code = status(browser, &method, &path).await;
            write!(table, " {code}").unwrap();
            match (line.who, browser_is(&callers, browser)) {
                (
                    Who::Staff | Who::Moderator | Who::Admin | Who::Member,
                    "anonymous" | "client",
                ) => {
                    assert_eq!(code, 303, "{} {path}", line.method);
                }
                (Who::Staff, "moderator" | "admin")
                | (Who::Moderator, "staff" | "admin")
                | (Who::Admin, "staff" | "moderator") => {
                    assert_eq!(code, 403, "{} {path}", line.method);
                }
                (Who::Client, "anonymous" | "staff" | "moderator" | "admin") => {
                    assert_eq!(code, 401, "{} {path}", line.method)
                }
                _ => assert!(code < 500, "{} {path}: {code}", line.method),
            }
        }
        table.push('\n');
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proofs/access.txt");
    if std::env::var_os("UPDATE_ACCESS").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let reviewed = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        table, reviewed,
        "review tests/proofs/access.txt (UPDATE_ACCESS=1 writes it)"
    );
}

fn browser_is(callers: &[(&'static str, Browser); 5], browser: &Browser) -> &'static str {
    callers
        .iter()
        .find(|(_, b)| std::ptr::eq(b, browser))
        .unwrap()
        .0
}

#[tokio::test]
async fn s36_no_form_is_taken_without_its_token() {
    let studio = Studio::open().await;
    for line in server::routes()
        .lines()
        .iter()
        .filter(|line| line.method == "POST")
    {
        if line.who == Who::Client {
            continue;
        }
        let path = filled(line.path);
        let bare = studio.admin.post_bare(&path, &[]).await;
        let files = ["/photos", "/logo", "/scans"];
        if files.iter().any(|end| line.path.ends_with(end)) {
            // Takes multipart bodies only; the same without a token is tried below.
            bare.expect(400);
            continue;
        }
        assert!([403, 404].contains(&bare.status), "{path}: {}", bare.status);
    }
    let path = format!("{}/staff/cases/{}/photos", studio.staff.url, studio.case);
    let body = reqwest::multipart::Form::new()
        .text("form_token", "x")
        .text("stage", "before");
    let answer = studio
        .staff
        .client
        .post(path)
        .multipart(body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 403);
    // Right token, wrong site.
    let token = studio.admin.token().await;
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = studio
            .admin
            .client
            .post(format!("{}/staff/clients", studio.admin.url))
            .header(name, value);
        let answer = request
            .form(&[("form_token", token.as_str()), ("name", "X")])
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 403, "{name}: {value}");
    }
    // Somebody else's token.
    let other = studio.moderator.token().await;
    studio
        .staff
        .post_bare("/staff/clients", &[("form_token", &other), ("name", "X")])
        .await
        .expect(403);
}

#[tokio::test]
async fn s47_reading_changes_nothing() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    let before = counts(&studio).await;
    for line in server::routes()
        .lines()
        .iter()
        .filter(|line| line.method == "GET")
    {
        let path = filled(line.path).replace("01a00000-0000-7000-8000-000000000000", &studio.case);
        for browser in [&studio.admin, &phone] {
            status(browser, &Method::GET, &path).await;
            status(browser, &Method::HEAD, &path).await;
        }
    }
    assert_eq!(before, counts(&studio).await);
}

/// How many rows each table holds.
pub async fn counts(studio: &Studio) -> Vec<(&'static str, i64)> {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        rows: i64,
    }
    const TABLES: [&str; 16] = [
        "audit_events",
        "jobs",
        "users",
        "sessions",
        "clients",
        "cases",
        "photos",
        "renditions",
        "pairs",
        "consents",
        "consent_events",
        "grants",
        "publications",
        "client_links",
        "client_sessions",
        "stories",
    ];
    let read = |conn: &mut candor::db::Conn| {
        TABLES
            .iter()
            .map(|table| {
                let query = diesel::sql_query(format!("SELECT COUNT(*) AS rows FROM {table}"));
                let count: Count = diesel::RunQueryDsl::get_result(query, &mut **conn)?;
                Ok((*table, count.rows))
            })
            .collect()
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

/// What is not public answers strangers as if it were not there.
#[tokio::test]
async fn s03_unpublished_things_look_like_unknown_ones() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    studio.write_story().await;
    let page = studio
        .staff
        .get(&format!("/staff/cases/{}/story", studio.case))
        .await;
    let slug = crate::support::studio::value(&page, "slug");
    let visitor = studio.clinic.visitor();
    let none = "01a00000-0000-7000-8000-000000000000";
    let pairs = [
        (format!("/stories/{slug}"), "/stories/none".to_owned()),
        (
            format!("/staff/photos/{before}/view/full_face-640.jpg"),
            format!("/staff/photos/{none}/view/full_face-640.jpg"),
        ),
        (
            format!("/staff/photos/{before}/view/bare-1024.jpg"),
            format!("/staff/photos/{none}/view/bare-1024.jpg"),
        ),
        (
            format!("/media/{before}/640.jpg"),
            format!("/media/{none}/640.jpg"),
        ),
        (
            format!("/c/photos/{before}/area_only.jpg"),
            format!("/c/photos/{none}/area_only.jpg"),
        ),
    ];
    for (known, unknown) in pairs {
        let (known, unknown) = (visitor.get(&known).await, visitor.get(&unknown).await);
        assert_eq!(known.status, unknown.status);
        assert!(!known.body.starts_with(&[0xFF, 0xD8]), "no picture");
    }
    // An admin who is neither staff nor moderator may not know of any photo.
    let keeper = member(&studio.clinic, &studio.admin, "Kim Keeper", "admin").await;
    keeper
        .get(&format!("/staff/photos/{before}/view/area_only-640.jpg"))
        .await
        .expect(404);
}
