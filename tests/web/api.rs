//! The API for programs of the clinic's own: closed until it is opened, described whole, and never more than the website shows.

use reqwest::Method;
use serde_json::Value;

use crate::support::browser::{Browser, Page};
use crate::support::studio::Studio;

const LISTS: [&str; 4] = [
    "/api/v1/stories",
    "/api/v1/testimonials",
    "/api/v1/treatments",
    "/api/v1/practitioners",
];

async fn open(studio: &Studio) {
    studio
        .admin
        .post("/admin/clinic/api", &[])
        .await
        .expect(303);
}

fn json(page: &Page) -> Value {
    serde_json::from_slice(&page.body).unwrap()
}

async fn problem(visitor: &Browser, path: &str, status: u16) -> Value {
    let page = visitor.get(path).await.expect(status);
    assert_eq!(
        page.header("content-type"),
        "application/problem+json",
        "{path}"
    );
    assert_eq!(page.header("cache-control"), "no-store", "{path}");
    let told = json(&page);
    assert_eq!(told["status"], status, "{path}");
    told
}

#[tokio::test]
async fn the_api_is_closed_until_an_admin_opens_it() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let mut paths = LISTS.map(str::to_owned).to_vec();
    paths.push(format!("/api/v1{address}"));
    for path in &paths {
        problem(&visitor, path, 404).await;
    }
    for other in [&studio.staff, &studio.moderator] {
        other.post("/admin/clinic/api", &[]).await.expect(403);
    }
    open(&studio).await;
    open(&studio).await;
    for path in &paths {
        visitor.get(path).await.expect(200);
    }
    studio
        .admin
        .post("/admin/clinic/api/delete", &[])
        .await
        .expect(303);
    for path in &paths {
        problem(&visitor, path, 404).await;
    }
}

#[tokio::test]
async fn s05_s50_the_api_tells_what_the_website_shows_to_everyone_alike() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    open(&studio).await;
    let visitor = studio.clinic.visitor();
    let story = format!("/api/v1{address}");
    let one = visitor
        .get_with(&story, &[("origin", "https://elsewhere.example")])
        .await
        .expect(200);
    assert_eq!(one.header("access-control-allow-origin"), "*");
    assert_eq!(one.header("access-control-allow-credentials"), "");
    assert!(one.headers.get("set-cookie").is_none());
    assert!(one.header("x-robots-tag").contains("noai"));
    let told = json(&one);
    assert_eq!(told["channel"], "website");
    let item = &told["item"];
    assert_eq!(item["testimonial"]["words"], "I look in the mirror again.");
    assert_eq!(item["testimonial"]["attribution"], "Marc");
    assert_eq!(item["facts"][0]["value_label"], "IV");
    assert!(item["beside"].as_array().unwrap().len() >= 2, "{item}");
    let picture = &item["angles"][0]["stages"][1]["picture"];
    let path = picture["address"].as_str().unwrap();
    let path = path.strip_prefix("http://candor.test").unwrap();
    visitor.get(path).await.expect(200);
    let list = json(&visitor.get("/api/v1/stories").await.expect(200));
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    // A staff member's cookies change nothing.
    let known = studio.staff.get(&story).await.expect(200);
    assert_eq!(known.body, one.body);
    let scope = [("scope", "all")];
    phone.post("/c/withdrawal", &scope).await.expect(303);
    let tag = one.header("etag").to_owned();
    let gone = visitor.get_with(&story, &[("if-none-match", &tag)]).await;
    gone.expect(410);
    problem(&visitor, &story, 410).await;
    for list in ["/api/v1/stories", "/api/v1/testimonials"] {
        let page = visitor.get(list).await.expect(200);
        assert_eq!(json(&page)["items"], Value::Array(Vec::new()), "{list}");
    }
    studio.clinic.drain().await;
    // Only reading, and no other site learns that it may send more.
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let url = format!("{}/api/v1/stories", visitor.url);
        let request = visitor.client.request(method.clone(), url);
        let answer = request
            .header("origin", "https://elsewhere.example")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 405, "{method}");
        let headers = answer.headers();
        assert!(
            headers.get("access-control-allow-methods").is_none(),
            "{method}"
        );
        assert!(
            headers.get("access-control-allow-origin").is_none(),
            "{method}"
        );
    }
}

#[tokio::test]
async fn s15_what_the_api_does_not_know_it_refuses_by_name() {
    let studio = Studio::open().await;
    studio.published("website").await;
    open(&studio).await;
    let visitor = studio.clinic.visitor();
    for (path, name) in [
        ("/api/v1/stories?state=draft", "state"),
        ("/api/v1/stories?client=1", "client"),
        ("/api/v1/stories?norwood=99", "norwood"),
        ("/api/v1/stories?treatment=none", "treatment"),
        ("/api/v1/stories?practitioner=none", "practitioner"),
        ("/api/v1/stories?sort=worst", "sort"),
        ("/api/v1/stories?limit=51", "limit"),
        ("/api/v1/stories?limit=0", "limit"),
        ("/api/v1/stories?after=x", "after"),
        ("/api/v1/stories?q=a&q=b", "q"),
        ("/api/v1/testimonials?sort=newest", "sort"),
        ("/api/v1/treatments?q=a", "q"),
    ] {
        assert_eq!(
            problem(&visitor, path, 400).await["parameter"],
            name,
            "{path}"
        );
    }
    for path in ["/api/v1/stories/none", "/api/v1/stories/x%2fy"] {
        problem(&visitor, path, 404).await;
    }
    for path in [
        "/api/v1/stories?norwood=4",
        "/api/v1/stories?treatment=scalp-micropigmentation&limit=1&sort=longest&q=crown",
    ] {
        let told = json(&visitor.get(path).await.expect(200));
        assert_eq!(told["items"].as_array().unwrap().len(), 1, "{path}");
    }
}

#[tokio::test]
async fn every_route_and_every_field_is_described() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    open(&studio).await;
    let visitor = studio.clinic.visitor();
    let document = json(&visitor.get("/api/v1/openapi.json").await.expect(200));
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "http://candor.test");
    let lines = candor::server::routes();
    let mut routes: Vec<&str> = lines.lines().iter().map(|line| line.path).collect();
    routes.retain(|path| path.starts_with("/api/v1/") && !path.ends_with(".json"));
    routes.sort_unstable();
    let described: Vec<&str> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(routes, described);
    let reference = visitor.get("/api").await.expect(200).text();
    for (path, item) in document["paths"].as_object().unwrap() {
        assert!(reference.contains(path), "{path}");
        for parameter in item["get"]["parameters"].as_array().unwrap() {
            said(&parameter["description"]);
        }
        said(&item["get"]["summary"]);
        let asked = path.replace("/stories/{slug}", &address);
        let answer = json(&visitor.get(&asked).await.expect(200));
        let schema = &item["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        fits(&document, schema, &answer, path);
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, property) in schema["properties"].as_object().unwrap() {
            said(&property["description"]);
            assert!(
                reference.contains(&format!("<code>{field}</code>")),
                "{name}.{field}"
            );
        }
    }
    let refused = visitor.get("/api/v1/stories?x=1").await.expect(400);
    let schema = serde_json::json!({ "$ref": "#/components/schemas/Problem" });
    fits(&document, &schema, &json(&refused), "problem");
    // Each parameter that is described is one that is understood.
    for parameter in document["paths"]["/api/v1/stories"]["get"]["parameters"]
        .as_array()
        .unwrap()
    {
        let path = format!("/api/v1/stories?{}=", parameter["name"].as_str().unwrap());
        visitor.get(&path).await.expect(200);
    }
}

/// A sentence, not the id of one that is missing.
fn said(text: &Value) {
    let text = text.as_str().unwrap();
    assert!(text.contains(' ') || text.ends_with('.'), "{text}");
}

/// Whether a value is what its schema says: every key described, every required one there.
fn fits(document: &Value, schema: &Value, value: &Value, place: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#").unwrap();
        return fits(document, document.pointer(name).unwrap(), value, place);
    }
    match schema["type"].as_str().unwrap() {
        "object" => {
            let object = value
                .as_object()
                .unwrap_or_else(|| panic!("{place}: {value}"));
            for (key, inner) in object {
                let property = &schema["properties"][key];
                assert!(property.is_object(), "{place}.{key} is not described");
                fits(document, property, inner, &format!("{place}.{key}"));
            }
            for key in schema["required"].as_array().unwrap() {
                assert!(
                    object.contains_key(key.as_str().unwrap()),
                    "{place}.{key} is missing"
                );
            }
        }
        "array" => {
            for inner in value
                .as_array()
                .unwrap_or_else(|| panic!("{place}: {value}"))
            {
                fits(document, &schema["items"], inner, place);
            }
        }
        "integer" => assert!(value.is_i64(), "{place}: {value}"),
        "boolean" => assert!(value.is_boolean(), "{place}: {value}"),
        "string" => assert!(value.is_string(), "{place}: {value}"),
        other => panic!("{place}: {other}"),
    }
}
