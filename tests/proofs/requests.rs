//! Requests that no browser sends, written by hand on a connection: each is refused, and answered once.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

use crate::support::app::TestApp;
use crate::support::studio::Studio;

/// All that the server says to these bytes until it has nothing more to say.
fn told(clinic: &TestApp, request: &[u8]) -> String {
    let address = clinic.url.trim_start_matches("http://");
    let mut socket = TcpStream::connect(address).unwrap();
    // Who is refused early may not be able to send all of it.
    let _ = socket.write_all(request);
    let _ = socket.shutdown(Shutdown::Write);
    let (mut got, mut part) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = socket.read(&mut part) {
        got.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&got).into_owned()
}

/// The statuses of all answers in it.
fn statuses(told: &str) -> Vec<u16> {
    let answers = told.split("HTTP/1.1 ").skip(1);
    let status = |one: &str| one[..3].parse().unwrap();
    answers.map(status).collect()
}

#[tokio::test]
async fn s49_methods_that_we_do_not_speak_are_refused_and_change_nothing() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let photo = format!("/staff/photos/{before}");
    for method in [
        "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "get", "G3T-THIS",
    ] {
        for path in [
            "/",
            "/stories",
            "/sign-in",
            "/lost-link",
            &photo,
            "/assets/0/css/x.css",
        ] {
            let request = format!("{method} {path} HTTP/1.1\r\nhost: candor.test\r\n\r\n");
            let told = told(&studio.clinic, request.as_bytes());
            let [status] = statuses(&told)[..] else {
                panic!("{method} {path}: {told}");
            };
            assert!([400, 404, 405].contains(&status), "{method} {path}: {told}");
            assert!(!told.contains("SURPRISE"), "{told}");
        }
    }
    // A method that a proxy takes from a header is none of ours.
    for header in ["x-http-method-override", "x-method-override"] {
        let asked = studio.staff.get_with(&photo, &[(header, "DELETE")]).await;
        asked.expect(200);
    }
    studio.staff.get(&photo).await.expect(200);
    let request = "CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n";
    let status = statuses(&told(&studio.clinic, request.as_bytes()));
    assert!(matches!(status[..], [400 | 404 | 405]), "{status:?}");
}

#[tokio::test]
async fn s49_heads_that_do_not_end_are_refused() {
    let clinic = TestApp::start().await;
    let long = "x".repeat(1 << 20);
    let many: String = (0..2000).map(|n| format!("x-{n}: 1\r\n")).collect();
    for head in [
        format!("GET /stories HTTP/1.1\r\nhost: candor.test\r\nx-long: {long}\r\n\r\n"),
        format!("GET /stories HTTP/1.1\r\nhost: candor.test\r\ncookie: session={long}\r\n\r\n"),
        format!("GET /stories?q={long} HTTP/1.1\r\nhost: candor.test\r\n\r\n"),
        format!("GET /stories HTTP/1.1\r\nhost: candor.test\r\n{many}\r\n"),
    ] {
        let told = told(&clinic, head.as_bytes());
        let status = statuses(&told);
        assert!(
            matches!(status[..], [] | [400 | 413 | 414 | 431]),
            "{}: {status:?}",
            &head[..60]
        );
        assert!(!told.contains("<main"), "{}", &head[..60]);
    }
    clinic.visitor().get("/stories").await.expect(200);
}

/// Where two programs could disagree where a request ends, the second request would be somebody else's.
#[tokio::test]
async fn s49_what_could_be_read_as_two_requests_is_answered_as_none() {
    let clinic = TestApp::start().await;
    let smuggled = "GET /healthz HTTP/1.1\r\nhost: candor.test\r\n\r\n";
    let chunked = format!("0\r\n\r\n{smuggled}");
    let (length, whole) = (smuggled.len(), chunked.len());
    for (what, head, body) in [
        (
            "both a length and chunks",
            format!("content-length: {whole}\r\ntransfer-encoding: chunked\r\n"),
            chunked.as_str(),
        ),
        (
            "both, the other way around",
            "transfer-encoding: chunked\r\ncontent-length: 4\r\n".to_owned(),
            &chunked,
        ),
        (
            "two lengths",
            format!("content-length: 0\r\ncontent-length: {length}\r\n"),
            smuggled,
        ),
        (
            "a list of lengths",
            format!("content-length: 0, {length}\r\n"),
            smuggled,
        ),
        (
            "a length with a sign",
            format!("content-length: +{length}\r\n"),
            smuggled,
        ),
        (
            "a length below zero",
            "content-length: -1\r\n".to_owned(),
            smuggled,
        ),
        (
            "a length in other digits",
            "content-length: 0x10\r\n".to_owned(),
            smuggled,
        ),
        (
            "an encoding of another name",
            "transfer-encoding: xchunked\r\n".to_owned(),
            &chunked,
        ),
        (
            "chunked, but not last",
            "transfer-encoding: chunked, identity\r\n".to_owned(),
            &chunked,
        ),
        (
            "two encodings",
            "transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n".to_owned(),
            &chunked,
        ),
        (
            "a space before the colon",
            format!("content-length : {length}\r\n"),
            smuggled,
        ),
        (
            "a folded line",
            format!("x: 1\r\n content-length: {length}\r\n"),
            smuggled,
        ),
        (
            "a line that is no header",
            format!("content-length\r\nx: {length}\r\n"),
            smuggled,
        ),
    ] {
        let request = format!("POST /lost-link HTTP/1.1\r\nhost: candor.test\r\n{head}\r\n{body}");
        let told = told(&clinic, request.as_bytes());
        let status = statuses(&told);
        assert!(
            !told.contains("ok\n"),
            "{what}: the second was answered: {told}"
        );
        assert!(status.len() <= 1, "{what}: {told}");
        assert!(
            status.iter().all(|status| (400..500).contains(status)),
            "{what}: {told}"
        );
    }
    // Two that are written one after the other as they should be are two.
    let two = told(&clinic, smuggled.repeat(2).as_bytes());
    assert_eq!(statuses(&two), [200, 200]);
}
