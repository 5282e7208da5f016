//! What the clinic says of itself: treatments in parts, people, places, how it is reached.

use candor::clinic::{self, SectionKind};

use crate::support::browser::{Browser, Page};
use crate::support::studio::{Studio, value};

/// The first page of this kind that the clinic's page links to.
async fn listed(admin: &Browser, list: &str, kind: &str) -> String {
    let start = format!("href=\"/admin/{kind}/");
    let page = admin.get(list).await.expect(200);
    let text = page.text();
    let ids = text.split(&start).skip(1);
    let mut ids = ids.filter_map(|rest| rest.split('"').next());
    let id = ids.find(|id| *id != "new").expect("one is listed");
    format!("/admin/{kind}/{id}")
}

async fn treatment_page(studio: &Studio) -> String {
    listed(&studio.admin, "/admin/treatments", "treatments").await
}

/// The treatment's form as it is stored, with these fields changed.
async fn save_treatment(studio: &Studio, path: &str, changes: &[(&str, &str)]) -> Page {
    let revision = studio.admin.get(path).await.expect(200).field("revision");
    let mut fields = vec![
        ("revision", revision.as_str()),
        ("name", "Scalp micropigmentation"),
        ("slug", "scalp-micropigmentation"),
        ("summary", "Tiny dots of pigment."),
        ("body", "Dots, not lines."),
        ("typical_result", "Most people come two or three times."),
        ("position", "1"),
    ];
    for change in changes {
        fields.retain(|(name, _)| *name != change.0);
        fields.push(*change);
    }
    studio.admin.post(path, &fields).await
}

#[tokio::test]
async fn every_part_of_a_treatment_is_kept_and_given_back_in_order() {
    let studio = Studio::open().await;
    let path = treatment_page(&studio).await;
    let texts: Vec<(&str, String)> = SectionKind::ALL
        .iter()
        .map(|kind| (kind.as_str(), format!("## On {kind}\n\nWords on {kind}.")))
        .collect();
    let fields: Vec<(&str, &str)> = texts.iter().map(|(k, v)| (*k, v.as_str())).collect();
    save_treatment(&studio, &path, &fields).await.expect(303);
    let page = studio.admin.get(&path).await.expect(200).text();
    for (_, text) in &texts {
        assert!(page.contains(text.as_str()), "{text}");
    }
    let id = path.rsplit('/').next().unwrap().to_owned();
    let read = studio
        .clinic
        .app
        .db
        .read(move |conn| clinic::treatment_sections(conn, &id))
        .await
        .unwrap();
    let kinds: Vec<SectionKind> = read.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, SectionKind::ALL);
    for section in &read {
        assert_eq!(section.items.len(), usize::from(section.kind.is_list()));
    }
    assert_eq!(read[2].items[0].title, "On steps");
    assert_eq!(read[2].items[0].body, "Words on steps.");
    let list = studio.admin.get("/admin/treatments").await.expect(200);
    assert!(list.text().contains("12 of 13 parts written"));
    // What is emptied is gone.
    save_treatment(&studio, &path, &[("price", "From 500.")])
        .await
        .expect(303);
    let page = studio.admin.get(&path).await.text();
    assert!(page.contains("From 500.") && !page.contains("Words on benefits."));
}

#[tokio::test]
async fn a_list_that_would_lose_its_first_lines_is_refused() {
    let studio = Studio::open().await;
    let path = treatment_page(&studio).await;
    let answer = save_treatment(&studio, &path, &[("steps", "First we talk.\n## Then")])
        .await
        .expect(422);
    assert!(answer.text().contains("Please begin with a line such as"));
    assert!(answer.text().contains("First we talk."), "what was typed");
    let bad = save_treatment(&studio, &path, &[("slug", "Über uns")]).await;
    assert!(bad.expect(422).text().contains("small letters, digits"));
}

#[tokio::test]
async fn whoever_saves_second_sees_both_versions() {
    let studio = Studio::open().await;
    studio
        .admin
        .post(
            "/admin/locations",
            &[("name", "Harbour"), ("town", "Leith")],
        )
        .await
        .expect(303);
    let place = listed(&studio.admin, "/admin/clinic", "locations").await;
    let person = listed(&studio.admin, "/admin/clinic", "practitioners").await;
    let treatment = treatment_page(&studio).await;
    let place_form = [("name", "Harbour"), ("town", "Leith")];
    let person_form = [("name", "Noor Hale"), ("slug", "noor-hale")];
    let clinic_form = [("name", "North Light"), ("time_zone", "Europe/London")];
    let treatment_form = [
        ("name", "SMP"),
        ("slug", "smp"),
        ("summary", "Dots."),
        ("typical_result", "Two visits."),
        ("position", "1"),
    ];
    type Fields<'a> = &'a [(&'a str, &'a str)];
    let forms: [(&str, Fields, &str); 4] = [
        (&place, &place_form, "address"),
        (&person, &person_form, "bio"),
        ("/admin/clinic", &clinic_form, "about"),
        (&treatment, &treatment_form, "touch_ups"),
    ];
    for (path, form, field) in forms {
        let revision = studio.admin.get(path).await.expect(200).field("revision");
        let send = |text: &'static str| {
            let mut fields = form.to_vec();
            fields.extend([("revision", revision.as_str()), (field, text)]);
            let fields: Vec<(String, String)> = fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            let admin = studio.admin.clone();
            async move {
                let fields: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                admin.post(path, &fields).await
            }
        };
        send("the first to save").await.expect(303);
        let late = send("the second to save").await.expect(409);
        let text = late.text();
        assert!(text.contains("the first to save"), "stored: {path}");
        assert!(text.contains("the second to save"), "typed: {path}");
        assert_ne!(late.field("revision"), revision, "saving again keeps mine");
    }
}

#[tokio::test]
async fn links_and_numbers_that_lead_nowhere_are_refused_with_a_sentence() {
    let studio = Studio::open().await;
    let person = listed(&studio.admin, "/admin/clinic", "practitioners").await;
    let revision = studio.admin.get("/admin/clinic").await.field("revision");
    let clinic = [("name", "N"), ("time_zone", "Europe/London")];
    for (field, text, sentence) in [
        (
            "booking_url",
            "http://book.example/",
            "beginning with https://",
        ),
        (
            "booking_url",
            "javascript:alert(1)",
            "beginning with https://",
        ),
        ("email", "hello at studio", "such as hello@studio.example"),
        ("phone", "call me", "with digits, spaces"),
        ("time_zone", "Mars/Crater", "not a time zone we know"),
    ] {
        let mut fields = clinic.to_vec();
        fields.retain(|(name, _)| *name != field);
        fields.extend([("revision", revision.as_str()), (field, text)]);
        let page = studio
            .admin
            .post("/admin/clinic", &fields)
            .await
            .expect(422);
        assert!(page.text().contains(sentence), "{field}: {text}");
        assert_eq!(value(&page, "name"), "N", "what was typed");
    }
    let fields = [
        ("revision", "1"),
        ("name", "Noor Hale"),
        ("slug", "noor-hale"),
        ("register_url", "//register.example"),
    ];
    let page = studio.admin.post(&person, &fields).await.expect(422);
    assert!(page.text().contains("beginning with https://"));
}

#[tokio::test]
async fn people_get_an_address_of_their_own() {
    let studio = Studio::open().await;
    for title in ["Surgeon", "Surgeon", "Nurse"] {
        let fields = [("name", "Zoë Núñez"), ("title", title)];
        studio
            .admin
            .post("/admin/practitioners", &fields)
            .await
            .expect(303);
    }
    let db = &studio.clinic.app.db;
    let people = db.read(clinic::practitioners).await.unwrap();
    let mut slugs: Vec<&str> = people.iter().map(|one| one.slug.as_str()).collect();
    slugs.sort_unstable();
    assert_eq!(
        slugs,
        ["noor-hale", "zoe-nunez", "zoe-nunez-2"],
        "a double click is one"
    );
    let found = |slug: &'static str| db.read(move |conn| clinic::practitioner_by_slug(conn, slug));
    let noor = found("noor-hale").await.unwrap();
    let path = format!("/admin/practitioners/{}", noor.id);
    let taken = [
        ("revision", "1"),
        ("name", "Noor Hale"),
        ("slug", "zoe-nunez"),
    ];
    let page = studio.admin.post(&path, &taken).await.expect(422);
    assert!(page.text().contains("This address is taken"));
    let fields = [
        ("revision", "1"),
        ("name", "Noor Hale"),
        ("slug", "noor"),
        ("bio", "Trained in *Leith*."),
        ("registration", "4711"),
        ("register_url", "https://register.example/4711"),
    ];
    studio.admin.post(&path, &fields).await.expect(303);
    let noor = found("noor").await.unwrap();
    assert_eq!(noor.register_url, "https://register.example/4711");
    assert_eq!(noor.bio, "Trained in *Leith*.");
    assert!(found("noor-hale").await.is_err());
}

#[tokio::test]
async fn what_is_archived_is_out_of_the_lists_until_it_is_brought_back() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let public = "/treatments/scalp-micropigmentation";
    visitor.get(public).await.expect(200);
    let treatment = treatment_page(&studio).await;
    studio
        .admin
        .post(&format!("{treatment}/archiving"), &[])
        .await
        .expect(303);
    visitor.get(public).await.expect(404);
    let list = studio.admin.get("/admin/treatments").await.expect(200);
    assert!(list.text().contains("Archived (1)"));
    studio
        .admin
        .post(&format!("{treatment}/archiving/delete"), &[])
        .await
        .expect(303);
    visitor.get(public).await.expect(200);

    let person = listed(&studio.admin, "/admin/clinic", "practitioners").await;
    studio
        .admin
        .post(&format!("{person}/archiving"), &[])
        .await
        .expect(303);
    let db = &studio.clinic.app.db;
    assert!(db.read(clinic::practitioners).await.unwrap().is_empty());
    let hidden = db.read(|conn| clinic::practitioner_by_slug(conn, "noor-hale"));
    assert!(hidden.await.is_err());
    // Somebody of that name came meanwhile.
    let again = [("name", "Noor Hale"), ("title", "SMP practitioner")];
    studio
        .admin
        .post("/admin/practitioners", &again)
        .await
        .expect(303);
    let taken = studio
        .admin
        .post(&format!("{person}/archiving/delete"), &[])
        .await
        .expect(409);
    assert!(taken.text().contains("another entry with this name"));
}

#[tokio::test]
async fn treatments_change_places() {
    let studio = Studio::open().await;
    for (name, slug) in [("Scar cover", "scar-cover"), ("Density", "density")] {
        let fields = [
            ("name", name),
            ("slug", slug),
            ("summary", "Dots."),
            ("typical_result", "Two visits."),
            ("position", "1"),
        ];
        studio
            .admin
            .post("/admin/treatments", &fields)
            .await
            .expect(303);
    }
    let order = async || {
        let all = studio.clinic.app.db.read(clinic::treatments).await.unwrap();
        let slugs: Vec<String> = all.iter().map(|one| one.slug[..4].to_owned()).collect();
        (
            slugs.join(" "),
            all.into_iter().map(|one| one.id).collect::<Vec<_>>(),
        )
    };
    let (before, ids) = order().await;
    assert_eq!(before, "dens scal scar", "those of one position by name");
    let path = |id: &str| format!("/admin/treatments/{id}/position");
    studio
        .admin
        .post(&path(&ids[1]), &[("to", "up")])
        .await
        .expect(303);
    assert_eq!(order().await.0, "scal dens scar");
    studio
        .admin
        .post(&path(&ids[1]), &[("to", "up")])
        .await
        .expect(303);
    assert_eq!(order().await.0, "scal dens scar", "it is the first already");
    studio
        .admin
        .post(&path(&ids[1]), &[("to", "sideways")])
        .await
        .expect(422);
}

#[tokio::test]
async fn s20_what_admins_write_stays_text() {
    const HOSTILE: &str = "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} \
                           [x](javascript:alert(1))";
    let studio = Studio::open().await;
    let path = treatment_page(&studio).await;
    let list = format!("## {HOSTILE}\n\n{HOSTILE}");
    let mut fields = vec![("name", HOSTILE), ("body", HOSTILE), ("aftercare", HOSTILE)];
    let kinds = SectionKind::ALL.map(SectionKind::as_str);
    fields.extend(kinds.iter().map(|kind| (*kind, list.as_str())));
    save_treatment(&studio, &path, &fields).await.expect(303);
    let revision = studio.admin.get("/admin/clinic").await.field("revision");
    let clinic = [
        ("revision", revision.as_str()),
        ("name", "<b onclick=alert(1)>North"),
        ("time_zone", "Europe/London"),
        ("tagline", HOSTILE),
        ("about", HOSTILE),
        ("collecting", HOSTILE),
    ];
    studio
        .admin
        .post("/admin/clinic", &clinic)
        .await
        .expect(303);
    let person = listed(&studio.admin, "/admin/clinic", "practitioners").await;
    let bio = [
        ("revision", "1"),
        ("name", "<i>Noor"),
        ("slug", "noor"),
        ("bio", HOSTILE),
    ];
    studio.admin.post(&person, &bio).await.expect(303);
    for page in [
        "/",
        "/treatments/scalp-micropigmentation",
        "/admin/clinic",
        "/admin/treatments",
        &path,
        &person,
    ] {
        let text = studio.admin.get(page).await.expect(200).text();
        for bad in [
            "<script>alert",
            "<img src=x",
            "<b onclick",
            "<i>Noor",
            "href=\"javascript",
            " 49 ",
        ] {
            assert!(!text.contains(bad), "{bad} on {page}");
        }
    }
}
