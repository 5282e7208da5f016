//! From an interrupted first start to a clinic that can be looked at.

use std::io::Cursor;
use std::path::Path;

use candor::app::App;
use candor::audit::{self, Verdict};
use candor::config::Config;
use candor::demo::drawing::{Head, Moment, View};
use candor::demo::{self, Demo, Folder, Guide};
use candor::error::Error;
use candor::jobs;
use image::{ImageFormat, Rgb, RgbImage};

use crate::support::app::{Options, TestApp};

/// As `candor demo` would be told, on a port that is free.
pub fn config(folder: &Path) -> Config {
    let vars = [
        ("CANDOR_DATA_DIR", folder.display().to_string()),
        ("CANDOR_LISTEN", "127.0.0.1:0".to_owned()),
        ("CANDOR_BASE_URL", "http://candor.test".to_owned()),
        ("CANDOR_WORKERS", "1".to_owned()),
    ];
    demo::settings(Config::from_vars(vars.map(|(name, value)| (name.to_owned(), value))).unwrap())
}

/// Quicker than a portrait, and no two alike.
fn draw(head: &Head, view: View, moment: Moment) -> Result<Vec<u8>, Error> {
    let shade = (head.seed % 200) as u8;
    let picture = RgbImage::from_fn(480, 600, |x, y| {
        Rgb([
            shade.wrapping_add((x / 4) as u8),
            (view as u8 * 40).wrapping_add((y / 5) as u8),
            moment as u8 * 80,
        ])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    Ok(bytes.into_inner())
}

/// Fails where a power cut might.
fn interrupted(head: &Head, view: View, moment: Moment) -> Result<Vec<u8>, Error> {
    if moment == Moment::Healed {
        return Err(Error::internal("the power is gone"));
    }
    draw(head, view, moment)
}

async fn events(app: &App) -> i64 {
    match app.db.read(audit::verify).await.unwrap() {
        Verdict::Whole(events) => events,
        broken => panic!("{broken:?}"),
    }
}

#[tokio::test]
async fn the_demo_is_made_once_and_shows_every_state() {
    let data = tempfile::tempdir().unwrap();
    let config = config(data.path());
    let folder = Folder::claim(&config).unwrap();
    let failed = demo::open(&folder, config.clone(), Demo::few(interrupted), |_| {}).await;
    assert!(failed.is_err());

    let (app, guide) = demo::open(&folder, config.clone(), Demo::few(draw), |_| {})
        .await
        .unwrap();
    assert_eq!(guide.stories, 1);
    let (_, parked) = app.db.read(jobs::counts).await.unwrap();
    assert_eq!(parked, 0);
    let made = events(&app).await;
    drop(app);

    let (app, again) = demo::open(&folder, config.clone(), Demo::few(interrupted), |_| {})
        .await
        .unwrap();
    assert_eq!(events(&app).await, made, "a second start changes nothing");
    assert_eq!(again.to_string(), guide.to_string());
    drop(app);

    let clinic = TestApp::start_with(Options {
        beside: Some(config),
        ..Options::default()
    })
    .await;
    visit(&clinic, &guide).await;
    moderate(&clinic).await;
}

fn path(url: &str) -> &str {
    url.strip_prefix("http://candor.test").unwrap()
}

/// What a visitor and two clients find.
async fn visit(clinic: &TestApp, guide: &Guide) {
    let visitor = clinic.visitor();
    let home = visitor.get("/").await.expect(200);
    let story = home.between("href=\"/stories/", "\"").expect("a card");
    let page = visitor.get(&format!("/stories/{story}")).await.expect(200);
    let media = page.media();
    assert!(media.iter().filter(|url| url.ends_with(".jpg")).count() >= 2);
    for url in media {
        visitor.get(&url).await.expect(200);
    }
    let withdrawn = guide.withdrawn.as_deref().unwrap();
    visitor.get(path(withdrawn)).await.expect(410);
    let invite = path(guide.invite.as_deref().unwrap()).to_owned();
    visitor.get(&invite).await.expect(200);
    let opened = visitor.post(&invite, &[]).await.expect(303);
    assert_eq!(opened.location(), "/c/ask");
    let other = clinic.visitor();
    let manage = path(guide.manage.as_deref().unwrap()).to_owned();
    other.post(&manage, &[]).await.expect(303);
    other.get("/c/manage").await.expect(200);
}

async fn moderate(clinic: &TestApp) {
    let moderator = clinic.visitor();
    let login = [
        ("email", "moderator@northlight.example"),
        ("password", "north light demo"),
    ];
    moderator.post("/sign-in", &login).await.expect(303);
    let queue = moderator.get("/moderation").await.expect(200);
    assert!(queue.between("/moderation/stories/", "\"").is_some());
}
