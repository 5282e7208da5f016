//! Addresses that someone else wrote: whatever stands in one, it is text to us, asks the database nothing of its own, and
//! leads nobody away. All routes that are read are asked, by someone who may.

use std::collections::BTreeSet;
use std::path::Path;

use candor::server;
use candor::web::Who;

use super::doors::counts;
use crate::support::browser::{Browser, Page};
use crate::support::forms::forms;
use crate::support::studio::Studio;

/// The names that our addresses ask with.
const NAMES: [&str; 48] = [
    "a",
    "accent",
    "after",
    "age_band",
    "angle",
    "b",
    "back",
    "before",
    "client",
    "colours",
    "columns",
    "each",
    "format",
    "from",
    "hair_colour",
    "hint",
    "id",
    "limit",
    "location",
    "maxheight",
    "maxwidth",
    "mode",
    "name",
    "next",
    "norwood",
    "noun",
    "page",
    "practitioner",
    "q",
    "radius",
    "s",
    "scar_type",
    "scope",
    "sensitive",
    "sent",
    "sessions",
    "sex",
    "show",
    "shown",
    "since",
    "skin_tone",
    "sort",
    "suggest",
    "to",
    "treatment",
    "url",
    "who",
    "answer",
];

/// The files that read what an address asks: who adds one thinks of its names above.
const READERS: [&str; 33] = [
    "accounts/web/steps_up.rs",
    "cases/web.rs",
    "clinic/web/look.rs",
    "clinic/web/profile.rs",
    "desk/web/cases.rs",
    "desk/web/clients.rs",
    "desk/web/preview.rs",
    "enquiries/web.rs",
    "gallery/web/find.rs",
    "gallery/web/link_cards.rs",
    "gallery/web/shortlist.rs",
    "gallery/web/stories.rs",
    "gallery/web/story.rs",
    "gallery/web/testimonials.rs",
    "moderation/web/decisions.rs",
    "photos/web/edits.rs",
    "photos/web/marks.rs",
    "photos/web/originals.rs",
    "reports/web/form.rs",
    "sharing/web/framed.rs",
    "sharing/web/oembed.rs",
    "sharing/web/practitioners.rs",
    "sharing/web/sites.rs",
    "sharing/web/stories.rs",
    "sharing/web/story_frames.rs",
    "sharing/web/testimonials.rs",
    "sharing/web/treatments.rs",
    "signing/web/ask.rs",
    "signing/web/lost.rs",
    "signing/web/manage.rs",
    "signing/web/pause.rs",
    "upkeep/web/audit.rs",
    "web/nowhere.rs",
];

/// Breaks out of text, attributes and templates where something forgot to escape it, and ends a text of SQL.
const BREAKS: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7919*7919}}') OR '1'='1'; DROP TABLE photos; --";

/// Does something where it is taken for an address, or leads away.
const SCRIPT: &str = "javascript:alert(1)//";
const ELSEWHERE: [&str; 4] = [
    "//evil.example/",
    "https://evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
];

/// Ends a text of SQL, or means more than itself in a pattern.
const SQL: [&str; 2] = [
    "\\') UNION SELECT password_hash FROM users --",
    "%' OR 1=1 --",
];

/// A studio with a public story and its doors open, and who may ask for what.
struct Asked {
    studio: Studio,
    phone: Browser,
    slug: String,
    photo: String,
    pair: String,
    story: String,
}

impl Asked {
    async fn open() -> Self {
        let studio = Studio::open().await;
        let phone = studio.signed("website_and_search").await;
        let story = studio.submit().await;
        studio.decide(&story, "approve", &[]).await.expect(303);
        studio.clinic.drain().await;
        studio
            .admin
            .post("/admin/clinic/api", &[])
            .await
            .expect(303);
        let list = studio.clinic.visitor().get("/stories").await.expect(200);
        let photos = format!("/staff/cases/{}/photos", studio.case);
        let photos = studio.staff.get(&photos).await.expect(200);
        Self {
            slug: list.between("href=\"/stories/", "\"").unwrap(),
            photo: photos.between("/staff/photos/", "\"").unwrap()[..36].to_owned(),
            pair: photos.between("/staff/pairs/", "\"").unwrap()[..36].to_owned(),
            story,
            phone,
            studio,
        }
    }

    fn caller(&self, who: Who) -> Browser {
        match who {
            Who::Anyone => self.studio.clinic.visitor(),
            Who::Client => self.phone.clone(),
            Who::Staff | Who::Member => self.studio.staff.clone(),
            Who::Moderator => self.studio.moderator.clone(),
            Who::Admin => self.studio.admin.clone(),
        }
    }

    /// The address of a route, with what is really there in its gaps; or, for each gap, with `odd` in it.
    fn filled(&self, path: &str, odd: Option<(usize, &str)>) -> Option<String> {
        let mut gap = 0;
        let mut filled = String::new();
        for part in path.split('/').skip(1) {
            filled.push('/');
            let Some(begin) = part.find('{') else {
                filled.push_str(part);
                continue;
            };
            if let Some((_, odd)) = odd.filter(|(place, _)| *place == gap) {
                let end = part.rfind('}').unwrap() + 1;
                filled.extend([&part[..begin], &encoded(odd), &part[end..]]);
            } else {
                filled.push_str(self.value(path, part));
            }
            gap += 1;
        }
        odd.is_none_or(|(place, _)| place < gap).then_some(filled)
    }

    fn value(&self, path: &str, part: &str) -> &str {
        match (path, part) {
            (_, "{path:.*}") => "css/none.css",
            (_, "{version}") => "0",
            (_, "{step}") => "place",
            (_, "{kind}") => "locations",
            (_, "{file}") => "area_only-320.jpg",
            (_, "{case}") => &self.studio.case,
            (path, "{slug}") if path.starts_with("/treatments") => "scalp-micropigmentation",
            (_, "{slug}") => &self.slug,
            (path, "{id}") if path.contains("/photos/") => &self.photo,
            (path, "{id}") if path.contains("/pairs/") => &self.pair,
            (path, "{id}") if path.contains("/clients/") => &self.studio.client,
            (path, "{id}") if path.contains("/cases/") => &self.studio.case,
            (path, "{id}") if path.contains("/stories/") => &self.story,
            _ => "01a00000-0000-7000-8000-000000000000",
        }
    }

    /// Asks every route with each value in its gaps and behind all names of a query, and hands over the answers. Where a list
    /// takes no name that it does not know, each is asked with alone.
    async fn ask_everything(&self, values: &[&str], check: impl Fn(&str, &Page)) {
        let lines = server::routes();
        for line in lines.lines().iter().filter(|line| line.method == "GET") {
            let caller = self.caller(line.who);
            let plain = self.filled(line.path, None).unwrap();
            let shown = caller.get(&plain).await.status == 200;
            for value in values {
                let odd = |gap| self.filled(line.path, Some((gap, value)));
                let mut paths: Vec<String> = (0..3).filter_map(odd).collect();
                if shown {
                    let pairs = NAMES.map(|name| format!("{name}={}", encoded(value)));
                    let all = format!("{plain}?{}", pairs.join("&"));
                    let taken = caller.get(&all).await;
                    check(&all, &taken);
                    if taken.status != 200 {
                        paths.extend(pairs.iter().map(|pair| format!("{plain}?{pair}")));
                    }
                }
                for path in paths {
                    check(&path, &caller.get(&path).await);
                }
            }
        }
    }
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric();
    let mut all = String::new();
    for byte in text.bytes() {
        match plain(byte) {
            true => all.push(char::from(byte)),
            false => all.push_str(&format!("%{byte:02X}")),
        }
    }
    all
}

#[test]
fn s21_s25_s44_all_names_that_addresses_ask_with_are_tried() {
    fn search(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                search(&path, found);
            } else if std::fs::read_to_string(&path)
                .is_ok_and(|text| text.contains("Query<") || text.contains("query_string()"))
            {
                let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
                let name = path.strip_prefix(src).unwrap();
                found.insert(name.to_string_lossy().into_owned());
            }
        }
    }
    let mut found = BTreeSet::new();
    search(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert_eq!(found, READERS.map(str::to_owned).into());
}

#[tokio::test]
async fn s21_s25_s44_what_an_address_says_is_text_and_leads_nowhere() {
    let asked = Asked::open().await;
    let before = counts(&asked.studio).await;
    let values = [BREAKS, SCRIPT, ELSEWHERE[0]];
    let check = |path: &str, page: &Page| {
        assert!(page.status < 500, "{path}: {}", page.status);
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        let to = page.location();
        let home = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        assert!(to.is_empty() || home, "{path} leads to {to}");
        let kind = page.header("content-type");
        if kind.starts_with("image/") || kind.starts_with("application/") {
            return;
        }
        let text = page.text();
        for bad in [
            "<script>alert",
            "<img src=x",
            "onerror=alert(1)>",
            "href=\"javascript:",
            "src=\"javascript:",
            "action=\"javascript:",
            "href=\"//evil",
            "src=\"//evil",
            "action=\"//evil",
            "62710561",
            "$argon2",
        ] {
            assert!(!text.contains(bad), "{bad} at {path}: {text}");
        }
    };
    asked.ask_everything(&values, check).await;
    assert_eq!(before, counts(&asked.studio).await);
    // What was searched for is said again, as text.
    let path = format!("/stories?q={}", encoded(BREAKS));
    let page = asked.studio.clinic.visitor().get(&path).await.expect(200);
    assert!(
        page.text().contains("&lt;script&gt;alert"),
        "{}",
        page.text()
    );
}

/// A pattern's own letters are letters, and nothing is found that is not so called.
#[tokio::test]
async fn s25_a_search_finds_what_was_written_and_nothing_else() {
    let studio = Studio::open().await;
    let (staff, visitor) = (&studio.staff, studio.clinic.visitor());
    let known = staff.get("/staff/clients?name=dubois").await.expect(200);
    assert!(known.text().contains("Marc Dubois"));
    for odd in SQL
        .iter()
        .chain(&["%", "_", "\\", "Marc%", "M_rc", "Marc' --"])
    {
        for list in ["/staff/clients?name=", "/staff/cases?name="] {
            let page = staff
                .get(&format!("{list}{}", encoded(odd)))
                .await
                .expect(200);
            assert!(!page.text().contains("Marc Dubois"), "{list}{odd}");
        }
        visitor
            .get(&format!("/stories?q={}", encoded(odd)))
            .await
            .expect(200);
        for list in [
            "/staff/clients",
            "/staff/cases",
            "/testimonials",
            "/stories",
        ] {
            let page = staff.get(&format!("{list}?after={}", encoded(odd))).await;
            assert_eq!(page.status, 404, "{list} {odd}");
        }
    }
}

#[tokio::test]
async fn s44_no_path_and_no_form_leads_elsewhere() {
    let studio = Studio::open().await;
    let ours = |path: &str, page: &Page| {
        assert!(page.status < 500, "{path}: {}", page.status);
        let to = page.location();
        let home = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        assert!(to.is_empty() || home, "{path} leads to {to}");
    };
    // Paths that browsers read as the name of another site.
    let visitor = studio.clinic.visitor();
    for path in [
        "//evil.example/",
        "//evil.example/%2e%2e",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "/stories//evil.example/",
        "/https://evil.example",
    ] {
        ours(path, &visitor.get(path).await);
    }
    // Forms that say where one came from, or could.
    for to in ELSEWHERE {
        for name in ["back", "next", "return", "to"] {
            ours("/sign-in", &visitor.post("/sign-in", &[(name, to)]).await);
            let fields = [("code", "0"), (name, to)];
            let code = studio.staff.post("/account/code", &fields).await;
            ours("/account/code", &code);
        }
    }
}

/// Every form that anything can be written into, on every page that has one, filled with it and sent.
#[tokio::test]
async fn s25_what_is_written_into_a_form_asks_the_database_nothing_of_its_own() {
    let asked = Asked::open().await;
    let before = counts(&asked.studio).await;
    let mut sent = BTreeSet::new();
    for odd in SQL {
        for line in server::routes()
            .lines()
            .iter()
            .filter(|line| line.method == "GET")
        {
            let caller = asked.caller(line.who);
            let page = caller.get(&asked.filled(line.path, None).unwrap()).await;
            for form in forms(&page.text()) {
                let written = form.fields.iter().any(|(_, _, written)| *written);
                if !written || !sent.insert((odd, form.action.clone())) {
                    continue;
                }
                let fields = form.fields.iter().map(|(name, value, written)| {
                    let value = if *written { odd } else { value.as_str() };
                    (name.as_str(), value)
                });
                let answer = caller
                    .post_bare(&form.action, &fields.collect::<Vec<_>>())
                    .await;
                assert!(
                    answer.status < 500,
                    "{} {odd}: {}",
                    form.action,
                    answer.status
                );
                assert_ne!(answer.status, 400, "{} {odd}", form.action);
            }
        }
    }
    assert!(sent.len() > 20 * SQL.len(), "{}", sent.len());
    let after = counts(&asked.studio).await;
    let whole = before
        .iter()
        .zip(&after)
        .all(|(before, after)| before.1 <= after.1);
    assert!(whole, "{before:?} {after:?}");
    // What was written is text like any other: kept as it is, and found by itself alone.
    let (staff, name) = (&asked.studio.staff, "Robert'); DROP TABLE clients; --");
    let fields = [
        ("name", name),
        ("email", "r@example.com"),
        ("birth_date", "1984-03-09"),
    ];
    staff.post("/staff/clients", &fields).await.expect(303);
    let path = format!("/staff/clients?name={}", encoded("robert'); drop"));
    let found = staff.get(&path).await.expect(200).text();
    assert!(
        found.contains("Robert&#39;); DROP TABLE") && !found.contains("Marc Dubois"),
        "{found}"
    );
}
