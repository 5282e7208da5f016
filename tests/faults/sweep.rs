//! What a crash leaves behind is swept; what is in use never is; what was taken down can be published again.

use std::time::{Duration, Instant, SystemTime};

use candor::db::schema::{begun_objects, jobs, publications};
use candor::jobs::Worker;
use candor::photos::sweep;
use candor::server;
use candor::storage::{ObjectId, StorageKey};
use diesel::prelude::*;

use super::support::{Process, assert_sound, assert_whole};
use crate::support::studio::{Studio, answer_all, photo};

#[tokio::test]
async fn f01_a_server_sweeps_what_a_killed_one_left() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let mut keys = Vec::new();
    for age in [2, 0] {
        let id = ObjectId::random().unwrap();
        let key = StorageKey::Original(id.clone());
        app.storage.put(&key, "left over".into()).await.unwrap();
        let row = move |conn: &mut candor::db::Conn| {
            let at = conn.now()? - chrono::Duration::hours(age);
            diesel::insert_into(begun_objects::table)
                .values((
                    begun_objects::object_id.eq(id.as_str()),
                    begun_objects::kind.eq("original"),
                    begun_objects::begun_at.eq(at),
                ))
                .execute(&mut **conn)?;
            Ok(())
        };
        app.db.write(row).await.unwrap();
        keys.push(key);
    }
    let uploads = app.config.data_dir.join("uploads");
    std::fs::create_dir_all(&uploads).unwrap();
    let (old, young) = (uploads.join("old"), uploads.join("young"));
    for path in [&old, &young] {
        std::fs::write(path, "half a photo").unwrap();
    }
    let two_days = SystemTime::now() - Duration::from_secs(48 * 60 * 60);
    let file = std::fs::File::options().append(true).open(&old).unwrap();
    file.set_modified(two_days).unwrap();

    let process = Process::serve(&studio, false, 0).await.unwrap();
    let begun = Instant::now();
    while old.exists() || app.storage.exists(&keys[0]).await.unwrap() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "nothing was swept"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    process.kill();
    assert!(young.exists(), "an upload under way");
    assert!(
        app.storage.exists(&keys[1]).await.unwrap(),
        "an object under way"
    );
}

/// A sweep far too eager: each upload is kept whole or refused, never a row without its object.
#[tokio::test]
async fn f01_a_sweep_beside_uploads_takes_nothing_that_is_in_use() {
    let studio = Studio::open().await;
    let app = studio.clinic.app.clone();
    let sweeping = tokio::spawn(async move {
        loop {
            sweep(&app, chrono::Duration::milliseconds(4))
                .await
                .unwrap();
        }
    });
    let path = format!("/staff/cases/{}/photos", studio.case);
    let fields = [("stage", "before"), ("angle", "left")];
    let (mut kept, mut refused) = (0, 0);
    for seed in 0..24 {
        let files = [("a.jpg", photo(seed))];
        match studio.staff.upload(&path, &fields, &files).await.status {
            201 => kept += 1,
            409 => refused += 1,
            other => panic!("{other}"),
        }
    }
    sweeping.abort();
    println!("{kept} kept, {refused} refused");
    let _ = sweeping.await;
    studio.clinic.drain().await;
    assert_eq!(assert_whole(&studio.clinic.app).await.is_empty(), kept == 0);
}

/// Objects of a withdrawn publication are gone, so a new approval waits until new ones were made (I4).
#[tokio::test]
async fn f07_what_was_taken_down_is_made_anew_before_it_is_published_again() {
    let studio = Studio::open().await;
    let (before, after) = studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let everything = [("scope", "all")];
    phone.post("/c/withdrawal", &everything).await.expect(303);
    studio.clinic.drain().await;
    assert_sound(&studio.clinic.app).await;

    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "first_name", None).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(409);
    for id in [&before, &after] {
        let path = format!("/staff/photos/{id}/view/area_only-320.jpg");
        studio.moderator.get(&path).await.expect(404);
        studio.moderator.get(&path).await.expect(404);
        studio.clinic.drain().await;
        studio.moderator.get(&path).await.expect(200);
    }
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    let list = visitor.get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let media = visitor.get(&format!("/stories/{slug}")).await.media();
    assert!(media.len() >= 8, "{media:?}");
    for path in media {
        visitor.get(&path).await.expect(200);
    }
    assert_sound(&studio.clinic.app).await;
}

/// Covered twice, the second time while the first is being developed: only the last version becomes public.
#[tokio::test]
async fn f12_an_edit_overtakes_the_job_of_the_edit_before() {
    let studio = Studio::open().await;
    studio.published("website").await;
    let app = &studio.clinic.app;
    let subject: String = app
        .db
        .read(|conn| {
            let photos = publications::table.filter(publications::what.eq("photo"));
            Ok(photos.select(publications::subject_id).first(&mut **conn)?)
        })
        .await
        .unwrap();
    let mask = |x: &'static str| {
        [
            ("mask_kind", "mark"),
            ("mask_x", x),
            ("mask_y", "5"),
            ("mask_width", "10"),
            ("mask_height", "10"),
        ]
    };
    let (mut changes, mut overtaken) = (vec![("faceless", "yes"), ("alt", "Crown")], 0);
    for pair in [["5", "15"], ["25", "35"], ["45", "55"], ["65", "75"]] {
        changes.extend(mask(pair[0]));
        studio.describe(&subject, &changes).await;
        let worker = Worker::new(app.clone(), server::jobs());
        let working = tokio::spawn(async move { worker.drain().await.unwrap() });
        while !leased(app).await {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        changes.extend(mask(pair[1]));
        studio.describe(&subject, &changes).await;
        overtaken += i32::from(leased(app).await);
        working.await.unwrap();
        studio.clinic.drain().await;
        let asked = subject.clone();
        let (shown, now): (Vec<String>, String) = app
            .db
            .read(move |conn| {
                let id = candor::db::PhotoId::parse(&asked).unwrap();
                let photo = candor::photos::photo(conn, &id)?;
                let level = candor::imaging::Level::AreaOnly;
                let open = publications::table
                    .filter(publications::subject_id.eq(asked))
                    .filter(publications::unpublished_at.is_null());
                Ok((
                    open.select(publications::content_sha256)
                        .load(&mut **conn)?,
                    candor::photos::content_sha256(&photo, level),
                ))
            })
            .await
            .unwrap();
        assert_eq!(shown, [now], "an older version is public (I1)");
    }
    println!("{overtaken} of 4 overtaken");
    assert_sound(app).await;
}

async fn leased(app: &candor::app::App) -> bool {
    let count: i64 = app
        .db
        .read(|conn| {
            let taken = jobs::table.filter(jobs::leased_by.is_not_null());
            Ok(taken.count().get_result(&mut **conn)?)
        })
        .await
        .unwrap();
    count > 0
}
