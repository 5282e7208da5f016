//! Less of a person: at once, never more, and told with its real state.

use candor::audit::Doer;
use candor::consents::Scope;
use candor::db::ClientId;
use candor::signing::take_back;

use crate::support::browser::Browser;
use crate::support::studio::{Studio, answer_showing};

/// A public story whose photos show the whole face. Gives the phone, the story's address and both photos.
pub async fn whole_face(studio: &Studio, eyes: bool) -> (Browser, String, (String, String)) {
    let photos = studio.pair_with_faces(eyes).await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_showing(
        &phone,
        "full_face",
        "website_and_search",
        "first_name",
        None,
    )
    .await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    (phone, format!("/stories/{slug}"), photos)
}

fn level(photo: &str, level: &str) -> String {
    format!("level:{photo}:{level}")
}

#[tokio::test]
async fn s06_less_of_a_photo_takes_the_place_of_more_at_once() {
    let studio = Studio::open().await;
    let (phone, address, (before, after)) = whole_face(&studio, true).await;
    let visitor = studio.clinic.visitor();
    let approved = visitor.get(&address).await.expect(200).media();
    let manage = phone.get("/c/manage").await.expect(200).text();
    for wanted in [level(&after, "area_only"), level(&after, "covered")] {
        assert!(manage.contains(&wanted), "{wanted} is offered");
    }

    let scope = level(&after, "covered");
    let asked = format!("/c/withdrawal?scope={scope}");
    phone.get(&asked).await.expect(200);
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);

    // No job has run: the swap is part of what was committed.
    let now = visitor.get(&address).await.expect(200).media();
    let gone: Vec<_> = approved.iter().filter(|one| !now.contains(one)).collect();
    let new: Vec<_> = now.iter().filter(|one| !approved.contains(one)).collect();
    assert!(!gone.is_empty() && !new.is_empty() && gone.len() < approved.len());
    for path in &gone {
        visitor.get(path).await.expect(410);
    }
    for path in &new {
        visitor.get(path).await.expect(200);
    }
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains(&level(&after, "area_only")));
    assert!(!manage.contains(&level(&after, "covered")), "less already");
    assert!(manage.contains(&level(&before, "covered")), "its own grant");
    assert!(manage.contains("took-open"), "files still go");

    studio.clinic.drain().await;
    visitor.get(&address).await.expect(200);
    for path in visitor.get(&address).await.media() {
        visitor.get(&path).await.expect(200);
    }
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(!manage.contains("still being deleted"), "told as done");

    // A form that came twice changes nothing: it shows as little already.
    let before = visitor.get(&address).await.expect(200).media();
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);
    let media = visitor.get(&address).await.expect(200).media();
    assert_eq!(media, before);

    // A form that asks for more changes nothing: widening needs a signature.
    phone
        .post("/c/withdrawal", &[("scope", &level(&after, "full_face"))])
        .await
        .expect(303);
    let media = visitor.get(&address).await.expect(200).media();
    for path in &gone {
        visitor.get(path).await.expect(410);
    }
    assert!(media.iter().all(|path| !gone.contains(&path)));
}

#[tokio::test]
async fn s06_without_a_lower_version_the_photo_goes() {
    let studio = Studio::open().await;
    let (phone, address, (_, after)) = whole_face(&studio, false).await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    // There is a version for the scalp only; "eyes covered" was never made, and the scalp is less than that.
    phone
        .post("/c/withdrawal", &[("scope", &level(&after, "covered"))])
        .await
        .expect(303);
    let now = visitor.get(&address).await.expect(200).media();
    assert!(now != media);
    // Staff take the mask away: nothing that shows as little exists any more, and the whole face never returns.
    studio
        .describe(&after, &[("alt", "Crown from above")])
        .await;
    studio.clinic.drain().await;
    for path in media.iter().filter(|path| !now.contains(path)) {
        visitor.get(path).await.expect(410);
    }
    let review = studio.staff.get(&address).await;
    assert!(review.media().iter().all(|path| now.contains(path)));
}

#[tokio::test]
async fn s08_nobody_narrows_the_photos_of_another() {
    let studio = Studio::open().await;
    let (_, address, (_, after)) = whole_face(&studio, true).await;
    let media = studio.clinic.visitor().get(&address).await.media();
    // What another client takes back is their own.
    let fields = [
        ("name", "Ana Ruiz"),
        ("email", "ana.ruiz@example.com"),
        ("birth_date", "1990-01-01"),
    ];
    let other = studio.staff.post("/staff/clients", &fields).await;
    let other = other.location().rsplit('/').next().unwrap().to_owned();
    let other = ClientId::parse(&other).unwrap();
    let scope = Scope::parse(&level(&after, "area_only")).unwrap();
    studio
        .clinic
        .app
        .db
        .write(move |conn| take_back(conn, &Doer::System, &other, &scope))
        .await
        .unwrap();
    studio.clinic.drain().await;
    assert_eq!(studio.clinic.visitor().get(&address).await.media(), media);
}

#[tokio::test]
async fn a_story_taken_down_by_staff_does_not_return_with_less_shown() {
    let studio = Studio::open().await;
    let (phone, address, (_, after)) = whole_face(&studio, true).await;
    let visitor = studio.clinic.visitor();
    studio
        .staff
        .post(
            &format!("/staff/cases/{}/story/unpublishing", studio.case),
            &[],
        )
        .await
        .expect(303);
    visitor.get(&address).await.expect(410);
    phone
        .post("/c/withdrawal", &[("scope", &level(&after, "area_only"))])
        .await
        .expect(303);
    studio.clinic.drain().await;
    visitor.get(&address).await.expect(410);
}

#[tokio::test]
async fn closed_links_say_why_to_their_holder_only() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let first = studio.invite().await;
    let second = studio.invite().await;
    let visitor = studio.clinic.visitor();
    let replaced = visitor.get(&first).await.expect(404).text();
    assert!(replaced.contains("newer link"));
    let phone = studio.open_link(&second).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let signed = visitor.get(&second).await.expect(404).text();
    assert!(signed.contains("answered already"));
    let unknown = format!("/c/{}.{}", "0".repeat(32), "0".repeat(64));
    let unknown = visitor.get(&unknown).await.expect(404).text();
    assert!(unknown.contains("There is nothing here"), "{unknown}");
}

/// A public story of which staff show more than was approved, so that nothing can be made of it when less is asked for: one
/// photo came down and waits for its version. Gives the phone, the story's address and both photos.
async fn waiting(studio: &Studio) -> (Browser, String, (String, String)) {
    let (phone, address, (before, after)) = whole_face(studio, true).await;
    studio.describe(&after, &covered("10")).await;
    studio.clinic.drain().await;
    phone
        .post("/c/withdrawal", &[("scope", &level(&after, "area_only"))])
        .await
        .expect(303);
    studio.clinic.drain().await;
    (phone, address, (before, after))
}

/// A face, so much of it, and its eyes.
fn covered(height: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![("alt", "Crown from above")];
    for (kind, y, height) in [("face", "60", height), ("eyes", "70", "20")] {
        fields.extend([
            ("mask_kind", kind),
            ("mask_x", "10"),
            ("mask_y", y),
            ("mask_width", "40"),
            ("mask_height", height),
        ]);
    }
    fields
}

/// Staff cover as much as before, and more: the version that was waited for is made. Gives the photos that are public then.
async fn made(studio: &Studio, after: &str) -> Vec<String> {
    studio.describe(after, &covered("39")).await;
    studio.clinic.drain().await;
    public(studio).await
}

async fn public(studio: &Studio) -> Vec<String> {
    let client = ClientId::parse(&studio.client).unwrap();
    let read = move |conn: &mut candor::db::Conn| candor::consents::public_of_client(conn, &client);
    let public = studio.clinic.app.db.read(read).await.unwrap();
    let photos = public.into_iter().filter(|one| one.what == "photo");
    photos.map(|one| one.subject_id).collect()
}

/// It waits no longer once all was taken back: a later signature alone, without a moderator, publishes nothing.
#[tokio::test]
async fn s06_g26_what_was_taken_back_while_it_waited_does_not_return() {
    let studio = Studio::open().await;
    let (phone, _, (_, after)) = waiting(&studio).await;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_showing(&phone, "full_face", "website", "none", None).await;
    studio.clinic.drain().await;
    let public = made(&studio, &after).await;
    assert!(public.is_empty(), "nobody has approved it: {public:?}");
}

/// A newer yes to the same use does not change what was approved, nor that less of it was asked for.
#[tokio::test]
async fn s06_what_waits_returns_under_a_newer_yes_to_the_same_use() {
    let studio = Studio::open().await;
    let (_, _, (_, after)) = waiting(&studio).await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_showing(&phone, "full_face", "website", "none", None).await;
    studio.clinic.drain().await;
    let public = made(&studio, &after).await;
    assert!(public.contains(&after), "{public:?}");
}

/// What a newer yes leaves out does not return either when the yes after that allows it again.
#[tokio::test]
async fn s06_g26_what_a_newer_yes_leaves_out_while_it_waits_does_not_return() {
    let studio = Studio::open().await;
    let (_, _, (before, after)) = waiting(&studio).await;
    for photos in [vec![&before], vec![&before, &after]] {
        let phone = studio.open_link(&studio.invite().await).await;
        let next = phone.get("/c/ask").await.expect(303).location();
        let revision = phone.get(&next).await.expect(200).field("revision");
        let mut fields = vec![("revision", revision.as_str()), ("answer", "some")];
        fields.extend(photos.into_iter().map(|photo| ("photo", photo.as_str())));
        phone.post(&next, &fields).await.expect(303);
        answer_showing(&phone, "full_face", "website", "none", None).await;
        studio.clinic.drain().await;
    }
    let public = made(&studio, &after).await;
    assert!(
        !public.contains(&after),
        "nobody has approved it: {public:?}"
    );
}

/// Of the versions that are made, those that show more than was asked for are passed over; and what returned with its JPEG has
/// its AVIF a moment later.
#[tokio::test]
async fn s06_what_waits_returns_at_the_level_that_was_asked_for() {
    let studio = Studio::open().await;
    let (_, address, (_, after)) = waiting(&studio).await;
    let visitor = studio.clinic.visitor();
    let before = visitor.get(&address).await.media();
    assert!(made(&studio, &after).await.contains(&after));
    let media = visitor.get(&address).await.expect(200).media();
    let new: Vec<_> = media.iter().filter(|one| !before.contains(one)).collect();
    for format in [".jpg", ".avif"] {
        let path = new.iter().find(|path| path.ends_with(format));
        visitor.get(path.expect(format)).await.expect(200);
    }
}

/// What staff cover while nothing is allowed is approved anew: the end of the dispute alone does not bring it back.
#[tokio::test]
async fn g26_what_staff_covered_during_a_dispute_does_not_return_when_it_is_settled() {
    let studio = Studio::open().await;
    let (_, _, (before, after)) = whole_face(&studio, true).await;
    let path = format!("/staff/cases/{}/consent/suspension", studio.case);
    let why = [("why", "Somebody says it is not their signature.")];
    studio.staff.post(&path, &why).await.expect(303);
    assert!(made(&studio, &after).await.is_empty());
    let lift = format!("/admin/disputes/{}/delete", studio.case);
    let settled = [("why", "They signed it before us.")];
    studio.admin.post(&lift, &settled).await.expect(303);
    studio.clinic.drain().await;
    let public = public(&studio).await;
    assert!(
        public.contains(&before) && !public.contains(&after),
        "nobody has approved what is covered now: {public:?}"
    );
}
