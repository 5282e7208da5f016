//! What is kept in memory never outlives a yes: at once where it was taken back, within a second elsewhere, and not at all
//! when the database can't be asked.

use std::time::Duration;

use candor::db::schema::clinic as clinic_table;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::support::app::{Options, TestApp};
use crate::support::browser::Page;
use crate::support::studio::Studio;

async fn beside(studio: &Studio) -> TestApp {
    TestApp::start_with(Options {
        beside: Some(studio.clinic.config()),
        ..Options::default()
    })
    .await
}

/// Of who is known to us: pages are made for them, from what is remembered of stories.
const KNOWN: [(&str, &str); 1] = [("cookie", "candor-form=someone")];

fn is_kept(page: &Page) -> bool {
    page.header("cache-control") == "no-cache" && !page.header("etag").is_empty()
}

#[tokio::test]
async fn a_withdrawal_empties_memory_here_at_once_and_there_within_a_second() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let other = beside(&studio).await;
    let (here, there) = (studio.clinic.visitor(), other.visitor());
    let mut paths = vec![address.clone(), "/stories".to_owned(), "/".to_owned()];
    paths.extend(here.get(&address).await.expect(200).media());
    // Twice, so that the second answer comes from memory.
    let mut tags = Vec::new();
    for visitor in [&here, &there] {
        for path in &paths {
            visitor.get(path).await.expect(200);
            visitor.get_with(path, &KNOWN).await.expect(200);
            tags.push(
                visitor
                    .get(path)
                    .await
                    .expect(200)
                    .header("etag")
                    .to_owned(),
            );
        }
    }
    assert!(tags.iter().all(|tag| !tag.is_empty()), "{tags:?}");

    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    for (path, tag) in paths.iter().zip(&tags) {
        let got = here.get_with(path, &[("if-none-match", tag)]).await;
        if path.starts_with("/media/") || path == &address {
            got.expect(410);
        } else {
            assert!(!got.expect(200).text().contains(&address), "{path}");
            let made = here.get_with(path, &KNOWN).await.expect(200);
            assert!(!made.text().contains(&address), "{path}");
        }
    }
    here.get_with(&address, &KNOWN).await.expect(410);
    let second = Duration::from_secs(1);
    there.until(&address, 410, second).await;
    there.get_with(&address, &KNOWN).await.expect(410);
    for path in paths.iter().filter(|path| path.starts_with("/media/")) {
        there.until(path, 410, second).await;
    }
    studio.clinic.drain().await;
}

#[tokio::test]
async fn what_is_published_or_set_shows_at_once() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let empty = visitor.get("/stories").await.expect(200);
    assert!(is_kept(&empty));
    let (_, address) = studio.published("website").await;
    let list = visitor.get("/stories").await.expect(200);
    assert!(list.text().contains(&address));
    visitor.get("/").await.expect(200);
    let renamed = studio.clinic.app.db.write(|conn| {
        diesel::update(clinic_table::table)
            .set(clinic_table::name.eq("Another Name"))
            .execute(&mut **conn)?;
        Ok(())
    });
    renamed.await.unwrap();
    for path in ["/", "/stories", &address] {
        let page = visitor.get(path).await.expect(200);
        assert!(page.text().contains("Another Name"), "{path}");
    }
}

#[tokio::test]
async fn a_yes_that_ends_ends_in_memory_too() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    for path in media.iter().chain([&address]) {
        visitor.get(path).await.expect(200);
        visitor.get(path).await.expect(200);
        visitor.get_with(path, &KNOWN).await.expect(200);
    }
    let db = &studio.clinic.app.db;
    db.set_clock_offset(chrono::Duration::days(25 * 31));
    for path in media.iter().chain([&address]) {
        visitor.get(path).await.expect(410);
        visitor.get_with(path, &KNOWN).await.expect(410);
    }
    db.set_clock_offset(chrono::Duration::zero());
    for path in media.iter().chain([&address]) {
        visitor.get(path).await.expect(200);
    }
}

#[tokio::test]
async fn memory_alone_shows_nothing_when_the_database_can_not_be_asked() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let other = beside(&studio).await;
    let there = other.visitor();
    let media = there.get(&address).await.expect(200).media();
    for path in [&address, &media[0]] {
        there.get(path).await.expect(200);
    }
    let away = "ALTER TABLE content_version RENAME TO content_version_away";
    let back = "ALTER TABLE content_version_away RENAME TO content_version";
    let db = &studio.clinic.app.db;
    db.read(move |conn| Ok(conn.batch_execute(away)?))
        .await
        .unwrap();
    for path in [&address, &media[0]] {
        there.until(path, 503, Duration::from_millis(1500)).await;
        let told = there.get(path).await.expect(503);
        assert_eq!(told.header("cache-control"), "no-store");
    }
    db.read(move |conn| Ok(conn.batch_execute(back)?))
        .await
        .unwrap();
    for path in [&address, &media[0]] {
        there.until(path, 200, Duration::from_millis(1500)).await;
    }
}

#[tokio::test]
async fn what_is_personal_is_neither_kept_nor_answered_from_memory() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    assert!(is_kept(&visitor.get(&address).await.expect(200)));
    for person in [&studio.staff, &studio.admin] {
        let page = person.get(&address).await.expect(200);
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("etag"), "");
    }
    for ours in [
        "candor-flash=notice-saved",
        "_ga=1; candor-flash=notice-saved",
        "_ga=1; %63andor-flash=notice-saved",
    ] {
        let cookie = [("cookie", ours)];
        let flashed = visitor.get_with(&address, &cookie).await.expect(200);
        assert!(!is_kept(&flashed), "{ours}");
    }
    // Those of the clinic's other pages on the same host.
    let theirs = [("cookie", "_ga=GA1.1.7; wp-settings-time-1=1700000000")];
    assert!(is_kept(
        &visitor.get_with(&address, &theirs).await.expect(200)
    ));
    for path in ["/sign-in", "/none", "/stories/none"] {
        assert!(!is_kept(&visitor.get(path).await), "{path}");
    }
    let again = studio.clinic.visitor().get(&address).await.expect(200);
    assert!(is_kept(&again) && again.header("set-cookie").is_empty());
}

#[tokio::test]
async fn a_kept_page_is_the_same_page_in_each_form() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let plain = visitor.get(&address).await.expect(200);
    let asked = [("accept-encoding", "gzip, br")];
    let small = visitor.get_with(&address, &asked).await.expect(200);
    assert_eq!(small.header("content-encoding"), "br");
    assert_eq!(small.header("vary"), "Accept-Encoding");
    assert!(small.body.len() < plain.body.len());
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut small.body.as_slice(), &mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    assert_ne!(small.header("etag"), plain.header("etag"));
    for name in [
        "content-security-policy",
        "x-content-type-options",
        "content-type",
        "x-robots-tag",
    ] {
        assert_eq!(small.header(name), plain.header(name), "{name}");
    }
    let tag = small.header("etag").to_owned();
    let known = [("accept-encoding", "br"), ("if-none-match", tag.as_str())];
    let same = visitor.get_with(&address, &known).await.expect(304);
    assert!(same.body.is_empty());
}
