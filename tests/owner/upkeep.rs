//! What admins look after: who viewed originals, and jobs that need a person.

use candor::audit;
use candor::db::schema::jobs;
use candor::jobs::Worker;
use candor::server;
use diesel::prelude::*;

use crate::support::studio::{Studio, photo};

#[tokio::test]
async fn s03_an_original_is_given_out_only_with_who_when_and_why() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", photo(77)).await;
    studio.clinic.drain().await;
    let path = format!("/staff/photos/{id}/original");
    let why = [("reason", "Colour check for the touch-up")];

    studio.clinic.visitor().post(&path, &why).await.expect(303);
    studio.moderator.post(&path, &why).await.expect(403);
    studio.staff.get(&path).await.expect(405);
    studio.staff.post(&path, &[]).await.expect(422);
    let unknown = "/staff/photos/01a00000-0000-7000-8000-000000000000/original";
    studio.staff.post(unknown, &why).await.expect(404);
    let log = studio
        .admin
        .get("/admin/originals")
        .await
        .expect(200)
        .text();
    assert!(!log.contains("Sam Staff"), "{log}");

    let given = studio.staff.post(&path, &why).await.expect(200);
    assert_eq!(given.body, photo(77));
    assert_eq!(given.header("content-type"), "image/jpeg");
    assert!(given.header("cache-control").contains("no-store"));
    let name = given.header("content-disposition");
    assert!(
        name.starts_with("attachment") && !name.contains("IMG"),
        "{name}"
    );
    let log = studio
        .admin
        .get("/admin/originals")
        .await
        .expect(200)
        .text();
    assert!(
        log.contains("Sam Staff") && log.contains("Colour check"),
        "{log}"
    );
    studio.staff.get("/admin/originals").await.expect(403);
    let chain = studio.clinic.app.db.read(audit::verify).await.unwrap();
    assert!(matches!(chain, audit::Verdict::Whole(_)));
}

#[tokio::test]
async fn f21_a_parked_job_is_tried_again_or_dropped_by_an_admin() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let park = |id: &'static str, name: &'static str, payload: &'static str| {
        app.db.write(move |conn| {
            let now = conn.now()?;
            diesel::insert_into(jobs::table)
                .values((
                    jobs::id.eq(id),
                    jobs::name.eq(name),
                    jobs::payload.eq(payload),
                    jobs::run_at.eq(now),
                    jobs::created_at.eq(now),
                    jobs::attempts.eq(8),
                    jobs::parked_at.eq(Some(now)),
                    jobs::last_error.eq(Some("mail: 550 no mailbox marc.dubois@example.com here")),
                ))
                .execute(&mut **conn)?;
            Ok(())
        })
    };
    let (mail, owed) = (
        "01a00000-0000-7000-8000-000000000001",
        "01a00000-0000-7000-8000-000000000002",
    );
    park(mail, "send_code", "{}").await.unwrap();
    let event =
        r#"{"id":"ab","client":"01a00000-0000-7000-8000-000000000009","scope":"all","at":""}"#;
    park(owed, "write_ledger", event).await.unwrap();

    let page = studio.admin.get("/admin/jobs").await.expect(200).text();
    assert!(
        page.contains("550 no mailbox … here") && !page.contains("marc.dubois"),
        "{page}"
    );
    assert!(page.contains(&format!("/admin/jobs/{mail}/delete")));
    assert!(!page.contains(&format!("/admin/jobs/{owed}/delete")));
    let delete = |id: &str| format!("/admin/jobs/{id}/delete");
    studio.staff.post(&delete(mail), &[]).await.expect(403);
    // What a withdrawal owes is tried again, never dropped.
    studio.admin.post(&delete(owed), &[]).await.expect(409);
    studio
        .admin
        .post(&format!("/admin/jobs/{owed}/attempts"), &[])
        .await
        .expect(303);
    studio.admin.post(&delete(mail), &[]).await.expect(303);
    studio.admin.post(&delete(mail), &[]).await.expect(404);
    Worker::new(app.clone(), server::jobs())
        .drain()
        .await
        .unwrap();
    assert_eq!(app.db.read(candor::jobs::counts).await.unwrap(), (0, 0));
    assert_eq!(app.ledger.list("events/").await.unwrap().len(), 1);
    let page = studio.admin.get("/admin/jobs").await.expect(200).text();
    assert!(page.contains("Nothing. All is well."), "{page}");
}
