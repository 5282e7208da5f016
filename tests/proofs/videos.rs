//! What a client says in a video: shown with its captions under a yes of its own, and gone with it.

use crate::support::browser::{Browser, Page};
use crate::support::film::{Film, SECRETS, film};
use crate::support::studio::Studio;

/// Answers all questions but the last page, which shows the story.
async fn up_to_the_story(phone: &Browser, place: &str) {
    for (step, field, value) in [
        ("pictures", "answer", "all"),
        ("level", "level", "area_only"),
        ("place", "place", place),
        ("name", "name", "first_name"),
    ] {
        let path = format!("/c/ask/{step}");
        let revision = phone.get(&path).await.expect(200).field("revision");
        let fields = [("revision", revision.as_str()), (field, value)];
        phone.post(&path, &fields).await.expect(303);
    }
}

/// A client on the page that shows the story.
async fn asked(studio: &Studio, place: &str) -> Browser {
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    up_to_the_story(&phone, place).await;
    phone
}

async fn send(phone: &Browser, bytes: Vec<u8>) -> Page {
    phone
        .upload("/c/video", &[], &[("IMG_0001.MOV", bytes)])
        .await
}

async fn say(phone: &Browser, answer: &str) -> Page {
    let revision = phone.get("/c/video").await.expect(200).field("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("answer", answer),
        ("incentive", "gift"),
        ("insider", "none"),
    ];
    phone.post("/c/video/answer", &fields).await
}

async fn sign(studio: &Studio, phone: &Browser) {
    let page = phone.get("/c/ask/story").await.expect(200);
    let (revision, shown) = (page.field("revision"), page.field("shown_sha256"));
    let fields = [
        ("revision", revision.as_str()),
        ("shown_sha256", &shown),
        ("signer_name", "Marc Dubois"),
        ("agree", "yes"),
    ];
    phone.post("/c/ask/story", &fields).await.expect(303);
    studio.clinic.drain().await;
}

/// The client sent a video, said yes to it, and signed. Gives the phone and the id of the video.
async fn signed_with_video(studio: &Studio, place: &str, shot: &Film) -> (Browser, String) {
    let phone = asked(studio, place).await;
    send(&phone, film(shot)).await.expect(201);
    studio.clinic.drain().await;
    say(&phone, "yes").await.expect(303);
    let id = id_on(&phone.get("/c/ask/story").await.expect(200));
    sign(studio, &phone).await;
    (phone, id)
}

fn id_on(page: &Page) -> String {
    page.between("/c/videos/", "/")
        .expect("the video is on the page")
}

async fn caption(studio: &Studio, captions: &str, watched: &str) -> Page {
    let path = format!("/staff/cases/{}/video", studio.case);
    let revision = studio.staff.get(&path).await.expect(200).field("revision");
    let fields = [
        ("revision", revision.as_str()),
        ("captions", captions),
        ("watched", watched),
    ];
    studio.staff.post(&path, &fields).await
}

const SAID: &str = "0:00 I wore a cap for years.\n0:01 Now I don't, & that is <all> I wanted.";

/// As above, and someone watched it and wrote down what is said.
pub async fn captioned(studio: &Studio, place: &str, shot: &Film) -> (Browser, String) {
    let signed = signed_with_video(studio, place, shot).await;
    caption(studio, SAID, "yes").await.expect(303);
    signed
}

/// As above, and approved. Gives also the addresses of the story and of the video.
pub async fn published(studio: &Studio, place: &str) -> (Browser, String, String, String) {
    published_film(studio, place, &Film::default()).await
}

pub async fn published_film(
    studio: &Studio,
    place: &str,
    shot: &Film,
) -> (Browser, String, String, String) {
    let (phone, id) = captioned(studio, place, shot).await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let address = format!("/stories/{slug}");
    let page = studio.clinic.visitor().get(&address).await.expect(200);
    let film = page
        .between("<source src=\"", "\"")
        .expect("the video is on the page");
    (phone, id, address, film)
}

#[tokio::test]
async fn s04_a_video_is_served_in_parts_while_its_yes_stands() {
    let studio = Studio::open().await;
    let (phone, id, address, film) = published(&studio, "website_and_search").await;
    let visitor = studio.clinic.visitor();
    let page = visitor.get(&address).await.expect(200).text();
    for part in [
        "<video controls preload=\"metadata\" playsinline width=\"64\" height=\"48\"",
        "<track kind=\"captions\"",
        "I wore a cap for years.",
        "&lt;all&gt;",
        "received a gift",
        "\"VideoObject\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("autoplay"));

    let whole = visitor.get(&film).await.expect(200);
    let (length, tag) = (whole.body.len(), whole.header("etag").to_owned());
    assert_eq!(whole.header("content-type"), "video/mp4");
    assert_eq!(whole.header("accept-ranges"), "bytes");
    for secret in SECRETS {
        assert!(memchr(&whole.body, secret.as_bytes()).is_none(), "{secret}");
    }
    let part = async |range: &str| visitor.get_with(&film, &[("range", range)]).await;
    let first = part("bytes=0-99").await.expect(206);
    assert_eq!(
        first.header("content-range"),
        format!("bytes 0-99/{length}")
    );
    assert_eq!(first.body, whole.body[..100]);
    assert_eq!(
        part("bytes=-7").await.expect(206).body,
        whole.body[length - 7..]
    );
    assert_eq!(
        part("bytes=1000-").await.expect(206).body,
        whole.body[1000..]
    );
    let beyond = part("bytes=99999999-").await.expect(416);
    assert_eq!(beyond.header("content-range"), format!("bytes */{length}"));
    let since = async |tag: &str| {
        let headers = [("range", "bytes=0-9"), ("if-range", tag)];
        visitor.get_with(&film, &headers).await
    };
    assert_eq!(since(&tag).await.expect(206).body.len(), 10);
    assert_eq!(since("\"older\"").await.expect(200).body.len(), length);
    visitor
        .get_with(&film, &[("if-none-match", &tag)])
        .await
        .expect(304);
    let head = visitor.client.head(format!("{}{film}", visitor.url));
    let head = head.send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert_eq!(head.headers()["content-length"], length.to_string());

    let captions = film.replace(".mp4", ".vtt");
    let told = visitor.get(&captions).await.expect(200);
    assert!(told.header("content-type").starts_with("text/vtt"));
    assert!(
        told.text()
            .starts_with("WEBVTT\n\n00:00.000 --> 00:01.000\nI wore a cap")
    );
    let caption_tag = told.header("etag").to_owned();
    let list = visitor.get("/testimonials").await.expect(200).text();
    assert!(list.contains("Watch the video"), "{list}");
    let map = visitor
        .get("/sitemaps/stories-0.xml")
        .await
        .expect(200)
        .text();
    assert!(
        map.contains("<video:content_loc>http://candor.test/media/"),
        "{map}"
    );

    // An address that never was is not one that something was taken back from.
    let public = film.split('/').nth(2).unwrap();
    let never: String = public.chars().rev().collect();
    for file in ["video.mp4", "video.vtt", "640.jpg"] {
        let address = format!("/media/{never}/{file}");
        visitor.get(&address).await.expect(404);
    }

    // The video alone is taken back.
    let scope = format!("video:{id}");
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("Your video") && manage.contains(&scope));
    phone
        .get(&format!("/c/withdrawal?scope={scope}"))
        .await
        .expect(200);
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);
    for round in 0..2 {
        for (path, tag) in [(&film, &tag), (&captions, &caption_tag)] {
            for headers in [
                vec![],
                vec![("range", "bytes=0-99")],
                vec![("if-none-match", tag.as_str())],
                vec![("range", "bytes=0-9"), ("if-range", tag.as_str())],
                vec![("if-none-match", "*")],
            ] {
                let answer = visitor.get_with(path, &headers).await.expect(410);
                assert_eq!(answer.header("cache-control"), "no-store");
            }
        }
        let page = visitor.get(&address).await.expect(200).text();
        assert!(!page.contains("<video") && !page.contains("I wore a cap"));
        if round == 0 {
            studio.clinic.drain().await;
        }
    }
    let left = studio.clinic.app.storage.list("videos/").await.unwrap();
    assert!(left.is_empty(), "{left:?}");
    let staff = format!("/staff/videos/{id}/video.mp4");
    studio.staff.get(&staff).await.expect(404);

    // Who works with the case can have it made again, for themselves alone.
    let path = format!("/staff/cases/{}/video/file", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    studio.clinic.drain().await;
    studio.staff.get(&staff).await.expect(200);
    visitor.get(&film).await.expect(410);
}

fn memchr(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|part| part == needle)
}

#[tokio::test]
async fn f06_a_part_of_a_video_that_was_changed_is_not_handed_out() {
    let studio = Studio::open().await;
    let (_, _, _, film) = published(&studio, "website").await;
    let visitor = studio.clinic.visitor();
    visitor.get(&film).await.expect(200);
    let storage = &studio.clinic.app.storage;
    let path = storage.list("videos/").await.unwrap().remove(0);
    let key = candor::storage::StorageKey::from_path(&path).unwrap();
    let mut bytes = storage.get(&key).await.unwrap().to_vec();
    bytes[5000] ^= 1;
    storage.delete(&key).await.unwrap();
    storage.put(&key, bytes.into()).await.unwrap();
    // The head is gone before the part is read: the answer breaks off.
    let request = visitor.client.get(format!("{}{film}", visitor.url)).send();
    let body = request.await.unwrap().bytes().await;
    assert!(body.is_err(), "{body:?}");
}

#[tokio::test]
async fn g18_no_video_is_published_without_captions_by_someone_who_watched_it() {
    let studio = Studio::open().await;
    signed_with_video(&studio, "website", &Film::default()).await;
    let story = studio.submit().await;
    let page = format!("/moderation/stories/{story}");
    let text = studio.moderator.get(&page).await.expect(200).text();
    assert!(
        text.contains("write its captions") && text.contains("<video"),
        "{text}"
    );
    studio.decide(&story, "approve", &[]).await.expect(409);

    caption(&studio, SAID, "").await.expect(422);
    caption(&studio, "I wore a cap.", "yes").await.expect(422);
    caption(&studio, "0:09 I wore a cap.", "yes")
        .await
        .expect(422);
    studio.decide(&story, "approve", &[]).await.expect(409);

    // Names in captions hold it back as names in words do (G14).
    let seen = studio.look_at(&story).await;
    caption(&studio, "0:00 I am Marc Dubois.", "yes")
        .await
        .expect(303);
    studio.decide(&story, "approve", &[]).await.expect(409);
    // What was looked at before they were written is not what would be published (G25).
    caption(&studio, SAID, "yes").await.expect(303);
    studio
        .decide_on(&story, &seen, "approve", &[])
        .await
        .expect(409);
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn s06_a_video_that_was_not_allowed_is_not_published() {
    let studio = Studio::open().await;
    let phone = asked(&studio, "website").await;
    send(&phone, film(&Film::default())).await.expect(201);
    studio.clinic.drain().await;
    let without = [("answer", "yes")];
    let revision = phone.get("/c/video").await.expect(200).field("revision");
    let fields = [("revision", revision.as_str()), without[0]];
    phone.post("/c/video/answer", &fields).await.expect(422);
    say(&phone, "no").await.expect(303);
    sign(&studio, &phone).await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let page = studio
        .clinic
        .visitor()
        .get(&format!("/stories/{slug}"))
        .await;
    assert!(!page.expect(200).text().contains("<video"));
}

#[tokio::test]
async fn s28_what_is_no_video_of_ours_is_refused_with_a_way_out() {
    let studio = Studio::open().await;
    let phone = asked(&studio, "website").await;
    let hevc = Film {
        coding: *b"hvc1",
        ..Film::default()
    };
    let half = film(&Film::default());
    let half = half[..half.len() / 2].to_vec();
    for (bytes, words) in [
        (film(&hevc), "HEVC"),
        (half, "damaged"),
        (b"\x1a\x45\xdf\xa3 webm".to_vec(), "WebM"),
        (b"<!doctype html>".to_vec(), "MP4 or MOV"),
        (Vec::new(), "empty"),
    ] {
        let answer = send(&phone, bytes).await.expect(422);
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert!(told["message"].as_str().unwrap().contains(words), "{told}");
    }
    let left = studio.clinic.app.storage.list("videos/").await.unwrap();
    assert!(left.is_empty());
}

#[tokio::test]
async fn a_client_replaces_and_drops_a_video_and_nothing_of_it_is_kept() {
    let studio = Studio::open().await;
    let phone = asked(&studio, "website").await;
    let originals = || async {
        let storage = &studio.clinic.app.storage;
        storage.list("originals/").await.unwrap().len()
    };
    let before = originals().await;
    send(&phone, film(&Film::default())).await.expect(201);
    studio.clinic.drain().await;
    say(&phone, "yes").await.expect(303);
    let first = id_on(&phone.get("/c/ask/story").await.expect(200));
    assert_eq!(originals().await, before + 1);

    // Another one: what was said of the first is not said of it.
    let other = Film {
        frames: 12,
        sound: false,
        ..Film::default()
    };
    send(&phone, film(&other)).await.expect(201);
    studio.clinic.drain().await;
    assert_eq!(originals().await, before + 1);
    phone
        .get(&format!("/c/videos/{first}/video.mp4"))
        .await
        .expect(404);
    let story = phone.get("/c/ask/story").await.expect(200).text();
    assert!(!story.contains("/c/videos/"));

    phone.post("/c/video/delete", &[]).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!(originals().await, before);
    let left = studio.clinic.app.storage.list("videos/").await.unwrap();
    assert!(left.is_empty(), "{left:?}");
    sign(&studio, &phone).await;
    assert_eq!(send(&phone, film(&other)).await.status, 409, "it is signed");
}

#[tokio::test]
async fn s08_a_video_is_for_its_client_and_those_who_work_with_it() {
    let studio = Studio::open().await;
    let phone = asked(&studio, "website").await;
    send(&phone, film(&Film::default())).await.expect(201);
    studio.clinic.drain().await;
    let id = id_on(&phone.get("/c/video").await.expect(200));
    let own = format!("/c/videos/{id}/video.mp4");
    phone
        .get_with(&own, &[("range", "bytes=0-9")])
        .await
        .expect(206);
    let stranger = studio.clinic.visitor();
    assert_ne!(stranger.get(&own).await.status, 200);
    let staff = format!("/staff/videos/{id}/video.mp4");
    studio.staff.get(&staff).await.expect(200);
    studio.moderator.get(&staff).await.expect(200);
    assert_ne!(stranger.get(&staff).await.status, 200);
    assert_ne!(phone.get(&staff).await.status, 200);
    // Whoever holds the link without the code sees nothing.
    let other = studio.clinic.visitor();
    other.post(&studio.invite().await, &[]).await.expect(303);
    other.get(&own).await.expect(404);
}
