//! Many photos at once: proposed by their dates, described and paired in one step, all of them or none.

use crate::support::browser::Page;
use crate::support::studio::{Studio, add_case, photo};

async fn send(studio: &Studio, fields: &[(&str, &str)], files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let path = format!("/staff/cases/{}/photos", studio.case);
    let answer = studio.staff.upload(&path, fields, files).await.expect(201);
    let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    let files = told["files"].as_array().unwrap().iter();
    files
        .map(|file| file["photo"].as_str().unwrap().to_owned())
        .collect()
}

async fn page(studio: &Studio) -> Page {
    let path = format!("/staff/cases/{}/photos", studio.case);
    studio.staff.get(&path).await.expect(200)
}

fn later(day: &str) -> [(&'static str, &str); 3] {
    [("stage", "later"), ("angle", "later"), ("taken_on", day)]
}

#[tokio::test]
async fn dates_and_names_propose_and_a_person_confirms() {
    let studio = Studio::open().await;
    let before = send(&studio, &later("2026-01-10"), &[("crown.jpg", photo(1))]).await;
    let after = send(&studio, &later("2026-06-20"), &[("top 2.jpg", photo(2))]).await;
    studio.clinic.drain().await;
    let text = page(&studio).await.text();
    assert!(
        text.contains("Before?") && text.contains("Healed?"),
        "{text}"
    );
    assert!(!text.contains("name=\"pair\""), "nothing is paired unseen");

    let mut fields = vec![
        ("stage", ""),
        ("angle", ""),
        ("face", "none"),
        ("fill_alt", "yes"),
    ];
    let ids: Vec<&String> = before.iter().chain(&after).collect();
    fields.extend(ids.iter().map(|id| ("photo", id.as_str())));
    let path = format!("/staff/cases/{}/descriptions", studio.case);
    studio.staff.post(&path, &fields).await.expect(303);
    studio.clinic.drain().await;
    let text = page(&studio).await.text();
    assert!(
        !text.contains("Before?") && text.contains("Before · Top"),
        "{text}"
    );
    assert!(text.contains("Head seen from above, before the treatment"));

    let pair = page(&studio).await.field("pair");
    let path = format!("/staff/cases/{}/pairings", studio.case);
    studio
        .staff
        .post(&path, &[("pair", &pair)])
        .await
        .expect(303);
    let text = page(&studio).await.text();
    assert!(
        text.contains("Take apart") && !text.contains("name=\"pair\""),
        "{text}"
    );
    let story = studio
        .staff
        .get(&format!("/staff/cases/{}/story", studio.case))
        .await;
    assert!(
        story.text().contains("name=\"narrative\""),
        "it was drafted with the pairs"
    );
}

#[tokio::test]
async fn many_photos_are_described_in_one_step_and_what_is_left_open_stays() {
    let studio = Studio::open().await;
    let said = [
        ("stage", "before"),
        ("angle", "left"),
        ("taken_on", "2026-01-10"),
    ];
    let ids = send(&studio, &said, &[("a.jpg", photo(1)), ("b.jpg", photo(2))]).await;
    studio.clinic.drain().await;
    let path = format!("/staff/cases/{}/descriptions", studio.case);
    let fields = [
        ("photo", ids[0].as_str()),
        ("photo", ids[1].as_str()),
        ("stage", ""),
        ("angle", "right"),
        ("taken_on", "2026-01-12"),
    ];
    studio.staff.post(&path, &fields).await.expect(303);
    let text = page(&studio).await.text();
    assert_eq!(text.matches("Before · Right").count(), 2, "{text}");
    assert!(text.contains("12 January 2026") && !text.contains("10 January 2026"));
    let none = [("stage", "healed"), ("angle", "")];
    let refused = studio.staff.post(&path, &none).await.expect(422);
    assert!(refused.text().contains("Please tick at least one photo."));
    let odd = [
        ("photo", ids[0].as_str()),
        ("stage", "later"),
        ("angle", ""),
    ];
    studio.staff.post(&path, &odd).await.expect(422);
}

#[tokio::test]
async fn s11_one_foreign_photo_and_nothing_is_changed() {
    let studio = Studio::open().await;
    let said = [
        ("stage", "before"),
        ("angle", "left"),
        ("taken_on", "2026-01-10"),
    ];
    let own = send(&studio, &said, &[("a.jpg", photo(1))]).await;
    let case = add_case(&studio.staff, &studio.client).await;
    let other = Studio { case, ..studio };
    let after = [
        ("stage", "healed"),
        ("angle", "left"),
        ("taken_on", "2026-06-10"),
    ];
    let foreign = send(&other, &after, &[("b.jpg", photo(2))]).await;
    other.clinic.drain().await;
    let path = format!("/staff/cases/{}", other.case);
    let both = [
        ("photo", foreign[0].as_str()),
        ("photo", own[0].as_str()),
        ("stage", "fresh"),
        ("angle", "top"),
    ];
    let to = format!("{path}/descriptions");
    other.staff.post(&to, &both).await.expect(404);
    let odd = [("photo", "none of ours"), ("stage", ""), ("angle", "")];
    other.staff.post(&to, &odd).await.expect(404);
    let text = page(&other).await.text();
    assert!(
        text.contains("Healed · Left") && !text.contains("yet · Top"),
        "{text}"
    );
    let pair = format!("{} {}", own[0], foreign[0]);
    let to = format!("{path}/pairings");
    other.staff.post(&to, &[("pair", &pair)]).await.expect(404);
    other
        .staff
        .post(&to, &[("pair", "nonsense")])
        .await
        .expect(404);
}

#[tokio::test]
async fn what_was_here_before_is_said_and_linked() {
    let studio = Studio::open().await;
    let said = [("stage", "before"), ("angle", "left")];
    let first = send(&studio, &said, &[("a.jpg", photo(5))]).await;
    let mut form = reqwest::multipart::Form::new().text("form_token", studio.staff.token().await);
    for (name, value) in said {
        form = form.text(name, value);
    }
    let part = reqwest::multipart::Part::bytes(photo(5)).file_name("b.jpg");
    let url = format!("{}/staff/cases/{}/photos", studio.staff.url, studio.case);
    let request = studio
        .staff
        .client
        .post(url)
        .multipart(form.part("files", part));
    let shown = request.send().await.unwrap().text().await.unwrap();
    assert!(
        shown.contains("This very photo is in this case already."),
        "{shown}"
    );
    assert!(shown.contains(&format!("href=\"/staff/photos/{}\"", first[0])));
    studio.clinic.drain().await;
}

/// The script that waits for versions asks how far each photo is.
#[tokio::test]
async fn how_far_each_photo_is_can_be_asked() {
    let studio = Studio::open().await;
    let said = [("stage", "before"), ("angle", "left")];
    let ids = send(&studio, &said, &[("a.jpg", photo(5))]).await;
    let path = format!("/staff/cases/{}/photos", studio.case);
    let json = [("accept", "application/json")];
    let state = |page: Page| {
        let told: serde_json::Value = serde_json::from_slice(&page.body).unwrap();
        assert_eq!(told["photos"][0]["id"], ids[0].as_str());
        told["photos"][0]["state"].as_str().unwrap().to_owned()
    };
    let asked = studio.staff.get_with(&path, &json).await.expect(200);
    assert_eq!(state(asked), "processing");
    studio.clinic.drain().await;
    let asked = studio.staff.get_with(&path, &json).await.expect(200);
    assert_eq!(state(asked), "ready");
    studio.moderator.get_with(&path, &json).await.expect(403);
}

/// A file that a failing card cut short is kept, and whoever looks at the photo is told.
#[tokio::test]
async fn a_damaged_photo_is_kept_and_says_so() {
    let studio = Studio::open().await;
    let whole = photo(5);
    let cut = whole[..whole.len() * 19 / 20].to_vec();
    let said = [("stage", "before"), ("angle", "left")];
    let ids = send(&studio, &said, &[("a.jpg", cut), ("b.jpg", photo(6))]).await;
    studio.clinic.drain().await;
    let sentence = "The file of this photo is damaged";
    let shown = |page: Page| String::from_utf8(page.body).unwrap();
    for (id, damaged) in ids.iter().zip([true, false]) {
        let page = studio.staff.get(&format!("/staff/photos/{id}")).await;
        assert_eq!(shown(page.expect(200)).contains(sentence), damaged);
    }
    let path = format!("/staff/cases/{}/photos", studio.case);
    let list = shown(studio.staff.get(&path).await.expect(200));
    assert_eq!(list.matches(sentence).count(), 1);
}

#[tokio::test]
async fn a_description_is_changed_beside_the_photo_unless_someone_else_did() {
    let studio = Studio::open().await;
    let said = [("stage", "before"), ("angle", "left")];
    let ids = send(&studio, &said, &[("a.jpg", photo(5))]).await;
    studio.clinic.drain().await;
    let path = format!("/staff/photos/{}/alt", ids[0]);
    let fields = [("revision", "1"), ("alt", "Left side, thinning")];
    studio.staff.post(&path, &fields).await.expect(303);
    studio.staff.post(&path, &fields).await.expect(409);
    assert!(page(&studio).await.text().contains("Left side, thinning"));
}
