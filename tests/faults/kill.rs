//! F01–F04: SIGKILL at every durable step of upload, processing, publication and withdrawal, and at moments of chance.

use std::time::Duration;

use candor::app::App;
use candor::db::Conn;
use candor::db::schema::{jobs as queue, photos, renditions};
use diesel::prelude::*;
use futures_util::StreamExt;

use super::support::{Dice, Process, assert_sound, open_publications, program, recover};
use crate::support::browser::Browser;
use crate::support::studio::{Studio, sized_photo};

/// Small, so that a round is short: one width of each kind.
fn small(seed: u32) -> Vec<u8> {
    let mut bytes = sized_photo(7, 400, 300);
    // Behind the end of the picture: other bytes, the same pixels.
    bytes.extend_from_slice(&seed.to_be_bytes());
    bytes
}

/// `None` when the connection broke: nothing was acknowledged.
async fn post(browser: &Browser, token: &str, path: &str, fields: &[(&str, &str)]) -> Option<u16> {
    let mut all = vec![("form_token", token)];
    all.extend_from_slice(fields);
    let url = format!("{}{path}", browser.url);
    let answer = browser.client.post(url).form(&all).send().await;
    Some(answer.ok()?.status().as_u16())
}

/// The id of the photo, if its upload was acknowledged.
async fn upload(studio: &Studio, browser: &Browser, bytes: &[u8]) -> Option<String> {
    let url = format!("{}/staff/cases/{}/photos", browser.url, studio.case);
    let request = browser
        .client
        .post(url)
        .header("accept", "application/json")
        .header("content-type", "multipart/form-data; boundary=cut")
        .body(form(&studio.staff.token().await, bytes));
    let told = request.send().await.ok()?.bytes().await.ok()?;
    let told: serde_json::Value = serde_json::from_slice(&told).ok()?;
    told["files"][0]["photo"].as_str().map(str::to_owned)
}

/// The photo with these bytes, if there is one.
async fn photo_with(studio: &Studio, bytes: &[u8]) -> Option<String> {
    let hash = candor::hash::sha256(bytes);
    let found = studio.clinic.app.db.read(move |conn| {
        let same = photos::table.filter(photos::sha256.eq(hash));
        Ok(same.select(photos::id).first(&mut **conn).optional()?)
    });
    found.await.unwrap()
}

async fn assert_kept(studio: &Studio, photo: &str, bytes: &[u8]) {
    let (id, hash) = (photo.to_owned(), candor::hash::sha256(bytes));
    let kept: String = studio
        .clinic
        .app
        .db
        .read(move |conn| {
            Ok(photos::table
                .find(id)
                .select(photos::sha256)
                .first(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(kept, hash, "an acknowledged upload (I3)");
}

/// Every photo is ready with the same set of renditions: none is half done.
async fn assert_none_half_done(studio: &Studio) {
    let (states, counts): (Vec<String>, Vec<i64>) = studio
        .clinic
        .app
        .db
        .read(|conn| {
            let rows: Vec<(String, String)> = photos::table
                .select((photos::id, photos::state))
                .load(&mut **conn)?;
            let mut counts = Vec::new();
            for (id, _) in &rows {
                let made = renditions::table.filter(renditions::photo_id.eq(id));
                counts.push(made.count().get_result(&mut **conn)?);
            }
            Ok((rows.into_iter().map(|row| row.1).collect(), counts))
        })
        .await
        .unwrap();
    assert!(states.iter().all(|state| state == "ready"), "{states:?}");
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

/// I1: a stranger gets no byte of a photo that is not public.
async fn assert_private(studio: &Studio, photo: &str) {
    let stranger = studio.clinic.visitor();
    for file in ["bare-1024.jpg", "full_face-320.jpg", "area_only-320.jpg"] {
        let path = format!("/staff/photos/{photo}/view/{file}");
        let page = stranger.get(&path).await;
        assert!(
            page.status >= 300 && !page.body.starts_with(&[0xff, 0xd8]),
            "{path}"
        );
    }
}

#[tokio::test]
async fn f01_killed_at_every_step_of_an_upload() {
    let studio = Studio::open().await;
    let mut kills = 0;
    for step in 1..100 {
        let bytes = small(step);
        let Some(process) = Process::serve(&studio, false, step).await else {
            kills += 1;
            continue;
        };
        let told = upload(&studio, &process.browser(&studio.staff), &bytes).await;
        let mut process = process;
        tokio::time::sleep(Duration::from_millis(20)).await;
        if let Some(photo) = &told {
            assert_kept(&studio, photo, &bytes).await;
        }
        if !process.died() {
            assert!(told.is_some(), "the step was passed, and yet no answer");
            break;
        }
        kills += 1;
        // The restarted server takes it now, or says that it has it.
        let photo = upload(&studio, &studio.staff, &bytes).await.unwrap();
        assert_kept(&studio, &photo, &bytes).await;
        assert_private(&studio, &photo).await;
    }
    recover(&studio.clinic.app).await;
    assert_none_half_done(&studio).await;
    assert_sound(&studio.clinic.app).await;
    println!("F01: {kills} kills");
    assert!(kills >= 6, "{kills}");
}

/// The body is cut at any byte, or the process dies the moment the answer begins.
#[tokio::test]
async fn f01_killed_while_bytes_arrive() {
    let studio = Studio::open().await;
    let mut dice = Dice::new();
    let mut kills = 0;
    for round in 0..10u32 {
        let process = Process::serve(&studio, false, 0).await.unwrap();
        let staff = process.browser(&studio.staff);
        let bytes = small(1000 + round);
        let body = form(&staff.token().await, &bytes);
        let request = staff
            .client
            .post(format!("{}/staff/cases/{}/photos", staff.url, studio.case))
            .header("accept", "application/json")
            .header("content-type", "multipart/form-data; boundary=cut");
        // The last rounds send everything and die at the answer's head.
        let whole = round >= 7;
        if whole {
            let answer = request.body(body).send().await.unwrap();
            assert_eq!(answer.status(), 201);
            process.kill();
        } else {
            let until = dice.below(body.len() as u64) as usize;
            let (sent, all_sent) = tokio::sync::oneshot::channel();
            let first = Ok::<_, std::io::Error>(body[..until].to_vec());
            let then = futures_util::stream::once(async move {
                let _ = sent.send(());
                std::future::pending().await
            });
            let cut = futures_util::stream::iter([first]).chain(then);
            let request = request.body(reqwest::Body::wrap_stream(cut));
            let sending = tokio::spawn(request.send());
            all_sent.await.unwrap();
            tokio::time::sleep(Duration::from_millis(dice.below(20))).await;
            process.kill();
            assert!(sending.await.unwrap().is_err(), "round {round}");
        }
        kills += 1;
        assert_eq!(photo_with(&studio, &bytes).await.is_some(), whole);
    }
    recover(&studio.clinic.app).await;
    assert_none_half_done(&studio).await;
    assert_sound(&studio.clinic.app).await;
    println!("F01: {kills} kills while bytes arrive");
}

/// An upload as a browser sends it.
fn form(token: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in [
        ("form_token", token),
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ] {
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend_from_slice(format!("{head}{value}\r\n").as_bytes());
    }
    body.extend_from_slice(
        b"--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\n",
    );
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--cut--\r\n");
    body
}

#[tokio::test]
async fn f02_killed_at_every_step_of_processing() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let mut kills = 0;
    for step in 1..200 {
        let bytes = small(step);
        let photo = upload(&studio, &studio.staff, &bytes).await.unwrap();
        let mut process = Process::start(&studio, "work", true, step);
        let finished = loop {
            if process.died() {
                break false;
            }
            if app.db.read(candor::jobs::counts).await.unwrap() == (0, 0) {
                // Its last step lies behind the commit that we saw.
                tokio::time::sleep(Duration::from_millis(200)).await;
                break !process.died();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        };
        drop(process);
        recover(app).await;
        assert_private(&studio, &photo).await;
        if finished {
            break;
        }
        kills += 1;
    }
    assert_none_half_done(&studio).await;
    assert_sound(app).await;
    println!("F02: {kills} kills");
    assert!(kills >= 20, "{kills}");
}

/// A server with its jobs, killed at moments of chance; the restarted one goes on by itself, with real leases.
#[tokio::test]
async fn f02_killed_while_jobs_run_goes_on_after_a_restart() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let mut dice = Dice::new();
    let mut kills = 0;
    for round in 0..6u32 {
        upload(&studio, &studio.staff, &small(2000 + round))
            .await
            .unwrap();
        let process = Process::serve(&studio, true, 0).await.unwrap();
        tokio::time::sleep(Duration::from_millis(dice.below(150))).await;
        process.kill();
        kills += 1;
    }
    let process = Process::serve(&studio, true, 0).await.unwrap();
    let begun = std::time::Instant::now();
    while app.db.read(candor::jobs::counts).await.unwrap() != (0, 0) {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "jobs did not finish (I7)"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    process.kill();
    assert_none_half_done(&studio).await;
    assert_sound(app).await;
    println!("F02: {kills} kills while jobs run");
}

/// There is work, and none that was begun so often that the next kill parks it (F21).
async fn may_be_killed(app: &App) -> bool {
    let read = |conn: &mut Conn| {
        let open = queue::table.filter(queue::parked_at.is_null());
        let attempts = open.select(diesel::dsl::max(queue::attempts));
        Ok(attempts.first::<Option<i32>>(&mut **conn)?)
    };
    let most = app.db.read(read).await.unwrap();
    most.is_some_and(|attempts| attempts < 7)
}

#[tokio::test]
async fn f03_f04_killed_at_every_step_of_publication_and_withdrawal() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let phone = studio.signed("website").await;
    let story = studio.submit().await;
    let mut kills = 0;

    // F03: all or nothing.
    let path = format!("/moderation/stories/{story}");
    let page = studio.moderator.get(&path).await.expect(200);
    let (sources, epoch) = (page.field("sources_sha256"), page.field("epoch"));
    let fields = [
        ("verdict", "approve"),
        ("sources_sha256", sources.as_str()),
        ("epoch", epoch.as_str()),
    ];
    let token = studio.moderator.token().await;
    let mut most = 0;
    for step in 1.. {
        if let Some(process) = Process::serve(&studio, false, step).await {
            let told = post(&process.browser(&studio.moderator), &token, &path, &fields).await;
            if told == Some(303) {
                most = open_publications(app).await;
                break;
            }
        }
        kills += 1;
        most = open_publications(app).await;
        assert_sound(app).await;
        if most > 0 {
            break;
        }
    }
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list
        .between("href=\"/stories/", "\"")
        .expect("published whole");
    let address = format!("/stories/{slug}");
    let shown = studio.clinic.visitor().get(&address).await.expect(200);
    assert!(shown.text().contains("I look in the mirror again."));
    let media = shown.media();
    assert!(most >= 4 && media.len() >= 8, "{most} {media:?}");
    for path in &media {
        studio.clinic.visitor().get(path).await.expect(200);
    }

    // F04: before the commit nothing was answered; from the commit on everything is gone, whoever was killed.
    let token = phone.token().await;
    for step in 1.. {
        let mut answered = false;
        if let Some(process) = Process::serve(&studio, false, step).await {
            let told = post(
                &process.browser(&phone),
                &token,
                "/c/withdrawal",
                &[("scope", "all")],
            )
            .await;
            answered = told == Some(303);
            process.kill();
        }
        kills += 1;
        let process = Process::serve(&studio, false, 0).await.unwrap();
        let visitor = Browser::new(&process.browser(&phone).url);
        let status = visitor.get(&address).await.status;
        assert!(
            status == 410 || status == 200 && !answered,
            "{status} after step {step} (I2)"
        );
        for path in &media {
            assert_eq!(
                visitor.get(path).await.status,
                status,
                "{path} (all or nothing)"
            );
        }
        process.kill();
        if answered {
            break;
        }
    }
    assert_eq!(open_publications(app).await, 0);

    // The work that follows: objects deleted, ledger written; killed on its way, over and over.
    let mut dice = Dice::new();
    while kills < 60 && may_be_killed(app).await {
        let step = 3 + dice.below(30) as u32;
        let mut process = Process::start(&studio, "work", true, step);
        let begun = std::time::Instant::now();
        while !process.died() && begun.elapsed() < Duration::from_secs(3) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        drop(process);
        kills += 1;
        // Another process withdrew: here it is seen within a second.
        let visitor = studio.clinic.visitor();
        visitor.until(&address, 410, Duration::from_secs(1)).await;
    }
    // F04: killed with nothing left to do, it is still down.
    while kills < 10 {
        let process = Process::serve(&studio, false, 0).await.unwrap();
        let visitor = Browser::new(&process.browser(&phone).url);
        visitor.get(&address).await.expect(410);
        process.kill();
        kills += 1;
    }
    recover(app).await;
    for path in &media {
        studio.clinic.visitor().get(path).await.expect(410);
    }
    assert_sound(app).await;
    let ledger = app.ledger.list("events/").await.unwrap();
    assert!(!ledger.is_empty(), "the withdrawal is in the ledger (I2)");
    let told = program(&studio).args(["audit", "verify"]).output().unwrap();
    assert!(told.status.success(), "{told:?} (I5)");
    println!("F03, F04: {kills} kills");
    assert!(kills >= 10, "{kills}");
}
