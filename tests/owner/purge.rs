//! F11: a cache in front of the site is told what came down, and asked until it is gone there. S34: the message goes where the
//! owner said, and nowhere else.

use std::sync::{Arc, Mutex};

use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use candor::config::{Config, PurgeConfig, Secret};
use candor::hook::{Hook, Message, Reach, signature};
use candor::jobs::{self, Worker};
use candor::server;
use serde_json::Value;
use url::Url;

use crate::proofs::texts;
use crate::support::app::{Options, TestApp};
use crate::support::studio::Studio;

/// A message as it arrived.
#[derive(Clone)]
struct Came {
    path: String,
    id: String,
    at: String,
    signature: String,
    body: String,
}

/// A cache that keeps all it ever had until it is told, and the program that it is told by.
#[derive(Clone, Default)]
struct Cache {
    came: Arc<Mutex<Vec<Came>>>,
    /// It loses messages.
    deaf: Arc<Mutex<bool>>,
    dropped: Arc<Mutex<Vec<String>>>,
}

impl Cache {
    /// Serves itself; gives its address.
    fn start(&self) -> String {
        let (sender, receiver) = std::sync::mpsc::channel();
        let cache = self.clone();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    App::new()
                        .app_data(Data::new(cache.clone()))
                        .route("/moved", web::post().to(moved))
                        .default_service(web::to(asked))
                })
                .workers(1)
                .bind("127.0.0.1:0")
                .unwrap();
                sender.send(server.addrs()[0]).unwrap();
                server.run().await.unwrap();
            });
        });
        format!("http://{}", receiver.recv().unwrap())
    }

    fn came(&self) -> Vec<Came> {
        self.came.lock().unwrap().clone()
    }

    /// All addresses that it was told of.
    fn told(&self) -> Vec<String> {
        self.came()
            .iter()
            .flat_map(|one| named(&one.body))
            .collect()
    }
}

async fn moved() -> HttpResponse {
    let to = ("location", "/purge");
    HttpResponse::TemporaryRedirect().insert_header(to).finish()
}

async fn asked(cache: Data<Cache>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let path = request.path().to_owned();
    if request.method() == "GET" {
        let gone = cache
            .dropped
            .lock()
            .unwrap()
            .iter()
            .any(|url| url.ends_with(&path));
        return match gone {
            true => HttpResponse::Gone().finish(),
            false => HttpResponse::Ok().body("an old copy"),
        };
    }
    let header = |name: &str| {
        let value = request.headers().get(name).and_then(|v| v.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let came = Came {
        path,
        id: header("webhook-id"),
        at: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    cache.came.lock().unwrap().push(came);
    if !*cache.deaf.lock().unwrap() {
        let urls = named(&String::from_utf8_lossy(&body));
        cache.dropped.lock().unwrap().extend(urls);
    }
    HttpResponse::NoContent().finish()
}

/// The addresses that a message names.
fn named(body: &str) -> Vec<String> {
    let told: Value = serde_json::from_str(body).unwrap();
    let urls = told["data"]["urls"].as_array().unwrap().iter();
    urls.map(|url| url.as_str().unwrap().to_owned()).collect()
}

fn secret() -> Secret {
    Secret::of(vec![7; 32])
}

/// The same clinic with the cache in front.
async fn with_cache(config: Config, cache: &str) -> TestApp {
    let mut config = config;
    config.purge = Some(PurgeConfig {
        url: Url::parse(&format!("{cache}/purge")).unwrap(),
        secret: secret(),
        internal: false,
        check: Url::parse(cache).unwrap(),
    });
    let options = Options {
        beside: Some(config),
        ..Options::default()
    };
    TestApp::start_with(options).await
}

#[tokio::test]
async fn f11_a_cache_is_told_what_came_down_and_asked_until_it_is_gone() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let media = studio
        .clinic
        .visitor()
        .get(&address)
        .await
        .expect(200)
        .media();
    let cache = Cache::default();
    let url = cache.start();
    let clinic = with_cache(studio.clinic.config(), &url).await;
    *cache.deaf.lock().unwrap() = true;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);

    let worker = Worker::new(clinic.app.clone(), server::jobs());
    worker.drain().await.unwrap();
    let came = cache.came();
    assert!(!came.is_empty());
    let first = &came[0];
    let message = Message {
        id: &first.id,
        at: first.at.parse().unwrap(),
        body: &first.body,
    };
    assert_eq!(first.signature, signature(&secret(), &message));
    let told: Value = serde_json::from_str(&first.body).unwrap();
    assert_eq!(told["type"], "addresses.gone");
    let urls = cache.told();
    for path in media.iter().chain([&address]) {
        assert!(urls.contains(&format!("{url}{path}")), "{path}: {urls:?}");
    }
    // Nothing else of the client goes out with it.
    assert!(
        came.iter()
            .all(|one| !one.body.contains(&studio.client) && !one.body.contains("Marc"))
    );
    let (waiting, parked) = clinic.app.db.read(jobs::counts).await.unwrap();
    assert!(
        waiting > 0 && parked == 0,
        "it still answers: told again later"
    );

    // It hears now.
    *cache.deaf.lock().unwrap() = false;
    clinic.app.db.set_clock_offset(chrono::Duration::minutes(1));
    clinic.drain().await;
    let again = cache.came();
    assert!(again.len() > came.len());
    assert!(
        again
            .iter()
            .all(|one| came.iter().filter(|c| c.id == one.id).count() < 2)
    );
}

/// Whatever it comes down by: the text it rests on was recalled, staff took the story down, or a photo away.
#[tokio::test]
async fn f11_a_cache_is_told_whatever_it_comes_down_by() {
    for (way, whole) in [("recall", true), ("unpublishing", true), ("photo", false)] {
        let studio = Studio::open().await;
        let (_, address) = studio.published("website").await;
        let visitor = studio.clinic.visitor();
        let media = visitor.get(&address).await.expect(200).media();
        let cache = Cache::default();
        let url = cache.start();
        let clinic = with_cache(studio.clinic.config(), &url).await;
        let case = format!("/staff/cases/{}", studio.case);
        match way {
            "recall" => texts::recall(&studio).await,
            "photo" => {
                let page = studio.staff.get(&case).await.expect(200);
                let photo = page.between("href=\"/staff/photos/", "\"").unwrap();
                let away = format!("/staff/photos/{photo}/delete");
                studio.staff.post(&away, &[]).await.expect(303);
            }
            _ => {
                let down = format!("{case}/story/unpublishing");
                studio.staff.post(&down, &[]).await.expect(303);
            }
        }
        clinic.drain().await;
        let told = cache.told();
        let gone = |path: &&String| told.contains(&format!("{url}{path}"));
        let count = media.iter().filter(gone).count();
        assert!(count > 0 && (count == media.len()) == whole, "{way}");
        assert!(gone(&&address), "{way}");
        // Told of what is gone here, and of nothing else.
        for path in media.iter().filter(gone) {
            visitor.get(path).await.expect(410);
        }
    }
}

/// Within the hour a person knows, and what a withdrawal owes can't be dropped.
#[tokio::test]
async fn f11_a_cache_that_keeps_what_came_down_is_told_to_a_person_within_the_hour() {
    let studio = Studio::open().await;
    let (phone, _) = studio.published("website").await;
    let cache = Cache::default();
    let clinic = with_cache(studio.clinic.config(), &cache.start()).await;
    *cache.deaf.lock().unwrap() = true;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    let worker = Worker::new(clinic.app.clone(), server::jobs());
    let mut parked = 0;
    for minute in 0..60 {
        clinic
            .app
            .db
            .set_clock_offset(chrono::Duration::minutes(minute));
        worker.drain().await.unwrap();
        parked = clinic.app.db.read(jobs::counts).await.unwrap().1;
    }
    assert!(parked > 0);
    let page = studio.admin.get("/admin/jobs").await.expect(200);
    let text = page.text();
    assert!(text.contains("Have a cache drop what came down"), "{text}");
    assert!(text.contains("do not answer 410 yet"), "{text}");
    let id = page.between("/admin/jobs/", "/attempts").unwrap();
    let dropping = format!("/admin/jobs/{id}/delete");
    studio.admin.post(&dropping, &[]).await.expect(409);
    // Tried again by hand, it is done once the cache listens.
    *cache.deaf.lock().unwrap() = false;
    let mut page = page;
    while let Some(id) = page.between("/admin/jobs/", "/attempts") {
        let again = format!("/admin/jobs/{id}/attempts");
        studio.admin.post(&again, &[]).await.expect(303);
        page = studio.admin.get("/admin/jobs").await.expect(200);
    }
    clinic.drain().await;
}

#[tokio::test]
async fn s34_a_message_goes_where_the_owner_said_and_nowhere_else() {
    let cache = Cache::default();
    let url = cache.start();
    let message = Message {
        id: "msg_1",
        at: 1_800_000_000,
        body: r#"{"data":{"urls":[]}}"#,
    };
    let hook = |url: &str, reach: Reach| Hook {
        url: Url::parse(url).unwrap(),
        secret: secret(),
        reach,
    };
    // Names that lead inside, addresses of clouds' credentials in every dress.
    let port = url.rsplit(':').next().unwrap();
    let refused = [
        (format!("http://localhost:{port}/purge"), Reach::Public),
        (format!("{url}/purge"), Reach::Public),
        (
            format!("http://[::ffff:127.0.0.1]:{port}/purge"),
            Reach::Public,
        ),
        (format!("http://0.0.0.0:{port}/purge"), Reach::Internal),
        ("http://169.254.169.254/latest".to_owned(), Reach::Internal),
        (
            "http://[::ffff:169.254.169.254]/latest".to_owned(),
            Reach::Internal,
        ),
        ("http://2852039166/latest".to_owned(), Reach::Internal),
        ("http://0xa9fea9fe/latest".to_owned(), Reach::Internal),
        ("http://[fe80::1]/".to_owned(), Reach::Internal),
        ("http://10.0.0.1/".to_owned(), Reach::Loopback),
    ];
    for (url, reach) in refused {
        let told = hook(&url, reach)
            .post(&message)
            .await
            .unwrap_err()
            .to_string();
        assert!(told.contains("not called"), "{url}: {told}");
    }
    assert!(cache.came().is_empty());
    // A redirect is an answer, not a way.
    let moved = hook(&format!("{url}/moved"), Reach::Loopback)
        .post(&message)
        .await;
    assert!(moved.unwrap_err().to_string().contains("307"));
    assert!(cache.came().is_empty());
    hook(&format!("{url}/purge"), Reach::Loopback)
        .post(&message)
        .await
        .unwrap();
    let came = cache.came();
    assert_eq!((came.len(), came[0].path.as_str()), (1, "/purge"));
}
