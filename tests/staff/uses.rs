//! Copies elsewhere (G28): only what is allowed there leaves, and what is not allowed any more has to come down, with proof.

use candor::db::schema::external_uses;
use diesel::prelude::*;

use crate::support::studio::Studio;

async fn how_many(studio: &Studio) -> i64 {
    let count =
        |conn: &mut candor::db::Conn| Ok(external_uses::table.count().get_result(&mut **conn)?);
    studio.clinic.app.db.read(count).await.unwrap()
}

fn post<'a>(what: &'a str, day: &'a str) -> [(&'a str, &'a str); 3] {
    [
        ("use", what),
        ("place", "https://instagram.example/p/1"),
        ("used_on", day),
    ]
}

#[tokio::test]
async fn g28_what_left_is_taken_down_when_its_yes_ends() {
    let studio = Studio::open().await;
    let (phone, _, (before, after)) = studio.published_elsewhere("covered").await;
    let path = format!("/staff/cases/{}/uses", studio.case);
    let shown = studio.staff.get(&path).await.expect(200).text();
    assert!(
        shown.contains(&format!("instagram:photo:{after}")),
        "{shown}"
    );
    assert!(!shown.contains("facebook:") && !shown.contains("website:"));

    // Exactly this thing, exactly this place, by staff, on a day that has come.
    let of = |channel: &str, photo: &str| format!("{channel}:photo:{photo}");
    for refused in [
        of("facebook", &after),
        of("website", &after),
        of("instagram", &studio.case),
    ] {
        studio
            .staff
            .post(&path, &post(&refused, "2026-06-01"))
            .await
            .expect(409);
    }
    for odd in ["myspace:photo:1", "instagram:hat:1", "instagram:photo:", ""] {
        studio
            .staff
            .post(&path, &post(odd, "2026-06-01"))
            .await
            .expect(422);
    }
    let instagram = of("instagram", &after);
    studio
        .staff
        .post(&path, &post(&instagram, "2099-01-01"))
        .await
        .expect(422);
    studio
        .moderator
        .post(&path, &post(&instagram, "2026-06-01"))
        .await
        .expect(403);
    assert_eq!(how_many(&studio).await, 0);
    studio
        .staff
        .post(&path, &post(&instagram, "2026-06-01"))
        .await
        .expect(303);
    let print = of("print", &before);
    studio
        .staff
        .post(&path, &post(&print, "2026-06-02"))
        .await
        .expect(303);
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("There with your yes") && manage.contains("instagram.example/p/1"));
    let duties = studio.staff.get("/staff/duties").await.expect(200).text();
    assert!(!duties.contains("/removal\""), "nothing is to be done");

    // The one place is taken back: that copy is due, the other is not, and staff hear of it once.
    phone
        .post("/c/withdrawal", &[("scope", "channel:instagram")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let told = |to: &str| {
        studio
            .clinic
            .app
            .mailer
            .sent()
            .iter()
            .filter(|m| m.to == to && m.text.contains("/staff/duties"))
            .count()
    };
    assert_eq!(
        (told("staff@studio.example"), told("ada@studio.example")),
        (1, 1)
    );
    let mail = studio.clinic.mail_to("staff@studio.example").text;
    assert!(!mail.contains("Marc") && !mail.contains("Dubois"), "{mail}");
    let duties = studio.staff.get("/staff/duties").await.expect(200);
    assert_eq!(
        duties.text().matches("/removal\"").count(),
        1,
        "{}",
        duties.text()
    );
    studio
        .staff
        .post(&path, &post(&instagram, "2026-06-01"))
        .await
        .expect(409);
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("We are taking it down"), "{manage}");

    // Done only with a proof, once, on a day that makes sense.
    let id = duties.between("/staff/uses/", "/removal").unwrap();
    let removal = format!("/staff/uses/{id}/removal");
    let proof = ("proof", "The post answers 404; seen by Sam.");
    studio
        .staff
        .post(&removal, &[("removed_on", "2026-07-01")])
        .await
        .expect(422);
    studio.staff.post(&removal, &[proof]).await.expect(422);
    studio
        .staff
        .post(&removal, &[proof, ("removed_on", "2026-05-01")])
        .await
        .expect(422);
    let done = [proof, ("removed_on", "2026-07-01"), ("back", "duties")];
    studio.staff.post(&removal, &done).await.expect(303);
    studio.staff.post(&removal, &done).await.expect(409);
    studio
        .staff
        .post(&format!("/staff/uses/{id}"), &[("place", "elsewhere")])
        .await
        .expect(409);
    let duties = studio.staff.get("/staff/duties").await.expect(200).text();
    assert!(!duties.contains("/removal\""), "{duties}");
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(
        manage.contains("Gone") && manage.contains("1 July 2026"),
        "{manage}"
    );
}

#[tokio::test]
async fn g28_less_of_a_photo_a_pause_and_the_end_of_time_make_a_copy_due() {
    let studio = Studio::open().await;
    let (phone, _, (_, after)) = studio.published_elsewhere("covered").await;
    let print = format!("/staff/photos/{after}/print");
    let taken = |level: &'static str, place: &'static str| [("level", level), ("use", place)];
    // A file leaves for a place: that is a copy elsewhere from this moment on.
    studio
        .staff
        .post(&print, &taken("covered", "facebook"))
        .await
        .expect(409);
    studio
        .staff
        .post(&print, &taken("full_face", "instagram"))
        .await
        .expect(409);
    assert_eq!(how_many(&studio).await, 0);
    studio
        .staff
        .post(&print, &taken("covered", "instagram"))
        .await
        .expect(200);
    studio
        .staff
        .post(&print, &taken("area_only", "outside"))
        .await
        .expect(200);
    studio
        .staff
        .post(&print, &taken("covered", "file"))
        .await
        .expect(200);
    assert_eq!(
        how_many(&studio).await,
        2,
        "the client's own file stays here"
    );
    let path = format!("/staff/cases/{}/uses", studio.case);
    let page = studio.staff.get(&path).await.expect(200);
    let id = page.between("/staff/uses/", "\"").unwrap();
    let id = id.split('/').next().unwrap().to_owned();
    studio
        .staff
        .post(&format!("/staff/uses/{id}"), &[("place", "")])
        .await
        .expect(422);
    let place = [("place", "https://instagram.example/p/2")];
    studio
        .staff
        .post(&format!("/staff/uses/{id}"), &place)
        .await
        .expect(303);

    let due = async || {
        let duties = studio.staff.get("/staff/duties").await.expect(200).text();
        duties.matches("/removal\"").count()
    };
    let told = || {
        studio
            .clinic
            .app
            .mailer
            .sent()
            .iter()
            .filter(|m| m.to == "ada@studio.example" && m.text.contains("/staff/duties"))
            .count()
    };
    assert_eq!(due().await, 0);
    // Less of it: the copy with covered eyes shows more than that, the other does not.
    let less = format!("level:{after}:area_only");
    phone
        .post("/c/withdrawal", &[("scope", &less)])
        .await
        .expect(303);
    studio.clinic.drain().await;
    assert_eq!((due().await, told()), (1, 1));
    // A pause: the other too, until it is over. Then a new end is news again.
    let all = [("scope", "channel:print")];
    phone.post("/c/pause", &all).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!((due().await, told()), (2, 2));
    phone.post("/c/pause/delete", &all).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!((due().await, told()), (1, 2));
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::days(800));
    let found = studio
        .clinic
        .app
        .db
        .write(candor::external_uses::tell_due)
        .await;
    assert_eq!(found.unwrap(), 1);
    studio.clinic.drain().await;
    assert_eq!(told(), 3);
}

#[tokio::test]
async fn g28_a_copy_written_down_while_the_client_stops_is_refused_or_due() {
    let studio = Studio::open().await;
    let (phone, _, (_, after)) = studio.published_elsewhere("covered").await;
    let path = format!("/staff/cases/{}/uses", studio.case);
    let instagram = format!("instagram:photo:{after}");
    let (staff, client) = (studio.staff.token().await, phone.token().await);
    let mut wanted = vec![("form_token", staff.as_str())];
    wanted.extend(post(&instagram, "2026-06-01"));
    let stop = [("form_token", client.as_str()), ("scope", "all")];
    let (written, stopped) = tokio::join!(
        studio.staff.post_bare(&path, &wanted),
        phone.post_bare("/c/withdrawal", &stop)
    );
    assert_eq!(stopped.status, 303);
    studio.clinic.drain().await;
    let there = how_many(&studio).await;
    assert_eq!(written.status, if there == 1 { 303 } else { 409 });
    let duties = studio.staff.get("/staff/duties").await.expect(200).text();
    assert_eq!(duties.matches("/removal\"").count() as i64, there);
}

#[tokio::test]
async fn search_engines_are_asked_to_drop_what_came_down() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let duties = async || studio.staff.get("/staff/duties").await.expect(200);
    assert!(!duties().await.text().contains("search-removals"));
    // A new approval of the same is nothing that came down.
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    assert!(!duties().await.text().contains("search-removals"));

    phone
        .post("/c/withdrawal", &[("scope", "channel:search")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let page = duties().await;
    assert!(
        page.text()
            .contains(&format!("http://candor.test{address}")),
        "{}",
        page.text()
    );
    let id = page.between("/staff/stories/", "/search-removals").unwrap();
    let path = format!("/staff/stories/{id}/search-removals");
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(
        manage.contains("They drop it when they next look"),
        "{manage}"
    );
    studio.staff.post(&path, &[]).await.expect(422);
    let asked = [("proof", "Both forms sent.")];
    studio.staff.post(&path, &asked).await.expect(303);
    assert!(!duties().await.text().contains("search-removals"));
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("We asked them on"), "{manage}");
}
