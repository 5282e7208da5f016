//! Assets in the form that the browser takes, for good, and small enough.

use std::io::Write;
use std::path::{Path, PathBuf};

use actix_web::test::TestRequest;
use bytes::Bytes;
use candor::web::assets::{self, Asset, respond};
use candor::web::bundle;
use candor::web::encoding::Encoding;

use crate::support::app::TestApp;

fn asset() -> Asset {
    Asset {
        kind: "text/css; charset=utf-8".to_owned(),
        tag: "abc".to_owned(),
        plain: Bytes::from_static(b"plain"),
        brotli: Some(Bytes::from_static(b"br")),
        gzip: Some(Bytes::from_static(b"gz")),
    }
}

#[test]
fn the_browser_says_which_form_it_takes() {
    for (accepted, best) in [
        (None, Encoding::Plain),
        (Some(""), Encoding::Plain),
        (Some("gzip, deflate, br, zstd"), Encoding::Brotli),
        (Some("GZIP;q=0.5"), Encoding::Gzip),
        (Some("br;q=0, gzip"), Encoding::Gzip),
        (Some("br;q=0.000,gzip; q=0"), Encoding::Plain),
        (Some("brotli"), Encoding::Plain),
    ] {
        assert_eq!(Encoding::best(accepted), best, "{accepted:?}");
    }
}

#[actix_web::test]
async fn each_form_has_its_own_tag_and_says_that_it_varies() {
    for (accepted, encoding, tag, body) in [
        ("br, gzip", Some("br"), "\"abc-br\"", "br"),
        ("gzip", Some("gzip"), "\"abc-gz\"", "gz"),
        ("identity", None, "\"abc\"", "plain"),
    ] {
        let request = TestRequest::get()
            .insert_header(("accept-encoding", accepted))
            .to_http_request();
        let answer = respond(&request, &asset(), true);
        let header = |name: &str| answer.headers().get(name).map(|v| v.to_str().unwrap());
        assert_eq!(header("content-encoding"), encoding);
        assert_eq!(header("etag"), Some(tag));
        assert_eq!(header("vary"), Some("Accept-Encoding"));
        assert_eq!(header("content-type"), Some("text/css; charset=utf-8"));
        let bytes = actix_web::body::to_bytes(answer.into_body()).await.unwrap();
        assert_eq!(bytes, body.as_bytes());
        let again = TestRequest::get()
            .insert_header(("accept-encoding", accepted))
            .insert_header(("if-none-match", tag))
            .to_http_request();
        assert_eq!(respond(&again, &asset(), true).status(), 304);
    }
}

#[tokio::test]
async fn a_sheet_arrives_whole_and_head_says_the_same() {
    let clinic = TestApp::start().await;
    let visitor = clinic.visitor();
    let path = assets::address("css/public.css");
    let got = visitor.get(&path).await.expect(200);
    assert_eq!(got.header("content-type"), "text/css; charset=utf-8");
    assert!(got.text().starts_with("@layer reset, tokens"));
    assert!(!got.text().contains("@import"), "one file");
    let head = visitor.client.head(format!("{}{path}", clinic.url));
    let head = head.send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert_eq!(head.headers()["content-length"], got.body.len().to_string());
    assert_eq!(head.headers()["etag"], got.header("etag"));
    assert_eq!(head.bytes().await.unwrap().len(), 0);
    let tag = got.header("etag").to_owned();
    visitor
        .get_with(&path, &[("if-none-match", &tag)])
        .await
        .expect(304);
    for none in [
        "/assets/x/css/none.css",
        "/assets/x/../Cargo.toml",
        "/assets/x/%2e%2e/Cargo.toml",
    ] {
        visitor.get(none).await.expect(404);
    }
}

fn read(path: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    std::fs::read_to_string(root.join(path)).ok()
}

fn compressed(path: &str) -> usize {
    let (_, bytes) = bundle::finished(path, read(path).unwrap().as_bytes(), &read).unwrap();
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(&bytes).unwrap();
    drop(writer);
    out.len()
}

fn scripts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            scripts(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// FRONTEND's yardstick, in bytes as they travel.
#[test]
fn pages_stay_within_their_bytes() {
    let public: Vec<String> = match read("js/public.js") {
        Some(_) => bundle::modules("js/public.js", &read).unwrap(),
        None => Vec::new(),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let mut all = Vec::new();
    scripts(&root.join("js"), &mut all);
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().display().to_string();
    let staff: Vec<String> = all
        .iter()
        .map(name)
        .filter(|n| !public.contains(n))
        .collect();
    let sum = |paths: &[String]| paths.iter().map(|path| compressed(path)).sum::<usize>();
    let sizes = [
        ("public style sheet", compressed("css/public.css"), 15_000),
        ("staff style sheet", compressed("css/staff.css"), 20_000),
        ("client style sheet", compressed("css/client.css"), 15_000),
        ("public scripts", sum(&public), 12_000),
        ("all other scripts", sum(&staff), 60_000),
    ];
    for (what, bytes, most) in sizes {
        println!("{what}: {bytes} bytes of {most}");
        assert!(bytes <= most, "{what}: {bytes} bytes, at most {most}");
    }
}
