//! The sweep: whatever a stranger can ask for is asked for, and what comes back is compared with the reference.

use std::collections::{BTreeMap, BTreeSet};

use candor::server;
use candor::web::Who;

use super::picture;
use super::reference::Use;
use super::world::{PARTNER, World};
use crate::support::browser::{Browser, Page};

/// Media addresses that visitors were ever given, by publication; and which use each publication was.
#[derive(Default)]
pub struct Seen {
    addresses: BTreeMap<String, BTreeSet<String>>,
    uses: BTreeMap<String, Use>,
}

/// Public pages that hold nothing of a client, whatever is public; the rest is asked for below.
const NOTHING: [&str; 18] = [
    "/healthz",
    "/readyz",
    "/assets/{version}/{path:.*}",
    "/first-run",
    "/sign-in",
    "/sign-in/code",
    "/password/{token}",
    "/password-reset",
    "/theme-{hash:[0-9a-f]{16}}.css",
    "/logo-{hash:[0-9a-f]{16}}.png",
    r"/c/{token:[0-9a-f]{32}\.[0-9a-f]{64}}",
    "/robots.txt",
    "/embed/accent-{accent:[0-9a-f]{6}}.css",
    "/embed.js",
    "/api",
    "/api/v1/openapi.json",
    "/api/v1/treatments",
    "/api/v1/practitioners",
];

/// Addresses of one story: they answer while it is public.
const OF_A_STORY: [&str; 5] = [
    "/stories/",
    "/embed/stories/",
    "/embed/for/www.partner.example/stories/",
    "/api/v1/stories/",
    "/oembed?",
];

/// Where a public story is told of, and where its words stand.
struct Asked {
    path: String,
    /// The story is on it when it is public.
    tells: bool,
    /// So are its words.
    speaks: bool,
}

impl Asked {
    /// In a frame on a partner's site.
    fn is_for_partners(&self) -> bool {
        self.path.starts_with("/embed/for/")
    }
}

/// The media addresses of an answer for programs, which are absolute there.
fn of_an_api(page: &Page) -> Vec<String> {
    let text = page.text();
    let kind = page.header("content-type");
    let parts = text.split("http://candor.test/media/").skip(1);
    let path = |rest: &str| {
        let end = rest.find(['"', ' ', ',', '<']).unwrap_or(rest.len());
        format!("/media/{}", &rest[..end])
    };
    match kind {
        "application/json" => parts.map(path).collect(),
        _ => Vec::new(),
    }
}

impl World {
    /// All that strangers can ask for, now.
    pub async fn sweep(&mut self) {
        let visitor = self.studio.clinic.visitor();
        let expected = self.case.reference.clone();
        let told = expected.told();
        let mut media = BTreeSet::new();
        for asked in self.pages() {
            let page = visitor.get(&asked.path).await;
            let of_a_story = OF_A_STORY.iter().any(|path| asked.path.starts_with(path));
            let there = match asked.is_for_partners() {
                true => told.is_some() && expected.lent(),
                false => told.is_some(),
            };
            let whole = there || !of_a_story;
            assert!(there || !asked.is_for_partners() || page.media().is_empty());
            match whole {
                true => assert_eq!(page.status, 200, "{}", asked.path),
                false => assert!(
                    [404, 410].contains(&page.status),
                    "{}: {}",
                    asked.path,
                    page.status
                ),
            }
            self.check_words(&asked, &page);
            media.extend(page.media());
            media.extend(of_an_api(&page));
        }
        self.check_index(&visitor).await;
        self.check_media(&visitor, media).await;
        self.sweep_media().await;
        self.check_doors(&visitor).await;
    }

    /// Every public page, by the router: a route that is added has to be thought of here.
    fn pages(&self) -> Vec<Asked> {
        let page = |path: String, tells: bool, speaks: bool| Asked {
            path,
            tells,
            speaks,
        };
        let lines = server::routes();
        let public = lines
            .lines()
            .iter()
            .filter(|line| line.who == Who::Anyone && line.method == "GET");
        let slug = &self.case.slug;
        let stages = self.case.reference.on_page().len();
        let mut all = Vec::new();
        for line in public.filter(|line| !NOTHING.contains(&line.path)) {
            match line.path {
                "/" | "/treatments" | "/practitioners" | "/how-we-collect" | "/find"
                | "/verified" | "/locations" | "/lost-link" => {
                    all.push(page(line.path.to_owned(), false, false));
                }
                "/stories" => {
                    all.push(page("/stories".to_owned(), true, false));
                    let title = self.token("Ti", self.case.reference.title);
                    all.push(page(format!("/stories?q={title}"), false, false));
                }
                "/stories/{slug}" => {
                    all.push(page(format!("/stories/{slug}"), true, true));
                    for second in 2..=stages {
                        let path = format!("/stories/{slug}?mode=side&angle=front&a=1&b={second}");
                        all.push(page(path, true, true));
                    }
                }
                "/stories/{slug}/question" | "/stories/{slug}/report" => {
                    all.push(page(line.path.replace("{slug}", slug), true, false));
                }
                // Cards name the clinic, and of a story its treatment.
                path if path.ends_with("/card.png") => {
                    let kinds = "{kind:stories|treatments|practitioners|locations}";
                    if path.contains(kinds) {
                        all.push(page(format!("/stories/{slug}/card.png"), false, false));
                    }
                }
                "/shortlist" => all.push(page(format!("/shortlist?s={slug}"), true, false)),
                "/treatments/{slug}" => {
                    let path = "/treatments/scalp-micropigmentation".to_owned();
                    all.push(page(path, true, false));
                }
                "/embed/stories/{slug}" | "/api/v1/stories/{slug}" => {
                    all.push(page(line.path.replace("{slug}", slug), true, true));
                }
                "/oembed" => {
                    let url = format!("http%3A%2F%2Fcandor.test%2Fstories%2F{slug}");
                    all.push(page(format!("/oembed?url={url}"), false, false));
                }
                "/embed/for/{partner}/stories/{slug}"
                | "/embed/for/{partner}/gallery"
                | "/embed/for/{partner}/testimonials" => {
                    let path = line.path.replace("{partner}", PARTNER);
                    let (list, words) = (path.ends_with("gallery"), path.ends_with("testimonials"));
                    all.push(page(path.replace("{slug}", slug), !words, !list));
                }
                "/embed/gallery" | "/api/v1/stories" => {
                    all.push(page(line.path.to_owned(), true, false));
                }
                "/embed/testimonials" | "/api/v1/testimonials" => {
                    all.push(page(line.path.to_owned(), false, true));
                }
                // Asked for as search engines do, below.
                "/feed.xml" | "/feed.json" => all.push(page(line.path.to_owned(), false, false)),
                "/practitioners/{slug}" | "/locations/{slug}" => {}
                "/testimonials" => all.push(page("/testimonials".to_owned(), false, true)),
                "/sitemap.xml"
                | "/sitemaps/{name}.xml"
                | "/media/{publication}/{file}"
                | "/media/{publication}/video.mp4"
                | "/media/{publication}/video.vtt" => {}
                other => panic!("the sweep does not know {other}"),
            }
        }
        all
    }

    /// The client's canaries: only where they may be, and there.
    fn check_words(&self, asked: &Asked, page: &Page) {
        let (text, path) = (page.text(), &asked.path);
        let expected = &self.case.reference;
        let context = || format!("{path}\n{expected:#?}");
        let last = self.token("La", 0);
        assert!(!text.contains(&last), "the last name, {}", context());
        let lent = expected.lent() || !asked.is_for_partners();
        for version in 1..=expected.title.max(20) {
            let public = lent && expected.told() == Some(version);
            let title = self.token("Ti", version);
            // What was searched for is said again.
            let title_shown = text.contains(&title) && !path.contains(&title);
            let narrative = text.contains(&self.token("Te", version));
            assert!(
                public || !(title_shown || narrative),
                "a text, {}",
                context()
            );
            if public && asked.tells {
                assert!(title_shown, "the title is missing, {}", context());
            }
            let words = text.contains(&self.token("Wo", version));
            let public = lent && expected.words() == Some(version);
            assert!(public || !words, "words, {}", context());
            if public && asked.speaks {
                assert!(words, "words are missing, {}", context());
            }
        }
        let name = text.contains(&self.token("Fi", 0));
        assert!(lent && expected.name() || !name, "the name, {}", context());
        if lent && expected.name() && expected.words().is_some() && asked.speaks {
            assert!(name, "the name is missing, {}", context());
        }
        let noindex = page.header("x-robots-tag").contains("noindex");
        // What belongs to a story and is no story: search engines keep none of it.
        let beside = ["/question", "/report", "/card.png"];
        let below = beside.iter().any(|end| path.ends_with(end));
        assert!(!below || page.status != 200 || noindex, "robots, {path}");
        if path.starts_with("/stories/")
            && expected.told().is_some()
            && !path.contains('?')
            && !below
        {
            assert_eq!(!noindex, expected.searchable(), "robots, {}", context());
        }
    }

    /// What search engines are told.
    async fn check_index(&self, visitor: &Browser) {
        let index = visitor.get("/sitemap.xml").await.expect(200).text();
        let mut listed = false;
        for file in index.split("http://candor.test/sitemaps/").skip(1) {
            let name = file.split('<').next().unwrap();
            let part = visitor.get(&format!("/sitemaps/{name}")).await.expect(200);
            listed |= part.text().contains(&self.case.slug);
        }
        let expected = &self.case.reference;
        assert_eq!(listed, expected.searchable(), "sitemap, {expected:#?}");
        for feed in ["/feed.xml", "/feed.json"] {
            let told = visitor.get(feed).await.expect(200).text();
            let title = self.token("Ti", expected.told().unwrap_or_default());
            for word in [title.as_str(), &self.case.slug] {
                assert_eq!(
                    told.contains(word),
                    expected.searchable(),
                    "{feed}, {expected:#?}"
                );
            }
        }
    }

    /// The pictures on the pages: which photos they show, and how much of them.
    async fn check_media(&mut self, visitor: &Browser, media: BTreeSet<String>) {
        let mut shown = BTreeMap::new();
        for path in media {
            let (publication, file) = path.trim_start_matches("/media/").split_once('/').unwrap();
            let seen = &mut self.case.seen;
            let addresses = seen.addresses.entry(publication.to_owned()).or_default();
            if addresses.insert(path.clone()) {
                let sizes = ["200.jpg", "200.avif", "320.jpg", "640.jpg", "veil.jpg"];
                addresses.extend(sizes.map(|file| format!("/media/{publication}/{file}")));
            }
            if file.ends_with(".jpg") && file != "veil.jpg" {
                let origin = format!("https://{PARTNER}");
                let asked = [("origin", origin.as_str())];
                let page = visitor.get_with(&path, &asked).await.expect(200);
                let lent = page.header("access-control-allow-origin") == origin;
                let shows = picture::look(&page.body);
                let reference = &self.case.reference;
                assert_eq!(lent, reference.lent(), "{path}, {reference:#?}");
                shown.insert(shows.photo, shows);
                let public = self.case.reference.public();
                let expected = public.get(&shows.photo).copied();
                assert_eq!(
                    Some(shows),
                    expected.map(|one| one.shows),
                    "{:#?}",
                    self.case.reference
                );
                let known = seen
                    .uses
                    .entry(publication.to_owned())
                    .or_insert(expected.unwrap());
                assert_eq!(
                    Some(*known),
                    expected,
                    "an old address, {:#?}",
                    self.case.reference
                );
            }
        }
        let expected = self.case.reference.on_page().into_iter();
        let expected: BTreeMap<_, _> = expected.map(|(photo, one)| (photo, one.shows)).collect();
        assert_eq!(shown, expected, "{:#?}", self.case.reference);
    }

    /// Every address that was ever given out: 200 while its very use is public, else gone.
    pub async fn sweep_media(&self) {
        let visitor = self.studio.clinic.visitor();
        let public = self.case.reference.public();
        for (publication, addresses) in &self.case.seen.addresses {
            let Some(known) = self.case.seen.uses.get(publication) else {
                continue;
            };
            let open = public.get(&known.shows.photo) == Some(known);
            for path in addresses {
                let page = visitor.get(path).await;
                let made = path.ends_with("/200.jpg");
                match (open, page.status) {
                    (true, 200) if made => assert_eq!(picture::look(&page.body), known.shows),
                    (true, 200) => {}
                    (true, 404) if !made => {}
                    (false, 404 | 410) => {}
                    (_, status) => {
                        panic!("{path}: {status}, {known:?}, {:#?}", self.case.reference)
                    }
                }
            }
        }
    }

    /// Doors that are not for strangers, whatever is public; and those of people whose work is another.
    async fn check_doors(&self, visitor: &Browser) {
        for id in &self.case.photos {
            let path = format!("/staff/photos/{id}/view/area_only-320.jpg");
            visitor.get(&path).await.expect(303);
            visitor
                .get(&format!("/c/photos/{id}/area_only.jpg"))
                .await
                .expect(401);
            visitor
                .get(&format!("/media/{id}/320.jpg"))
                .await
                .expect(404);
        }
        let story = format!("/staff/cases/{}/story/preview", self.studio.case);
        visitor.get(&story).await.expect(303);
        self.studio.moderator.get(&story).await.expect(403);
    }
}
