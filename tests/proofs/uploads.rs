//! Files, and which photo they may become: what is refused is refused at every door, and no door leads to a photo there is.

use std::process::Command;

use candor::hash::sha256;

use crate::support::browser::Page;
use crate::support::studio::{Studio, add_case, photo};

/// What is no photo of ours, whatever it is called.
fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let bomb = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
        &[
            0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        ],
    ];
    vec![
        (
            "page.jpg",
            b"<!doctype html><script>alert(1)</script>".to_vec(),
        ),
        (
            "drawing.png",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
        ),
        ("paper.jpg", b"%PDF-1.7\n1 0 obj".to_vec()),
        ("moving.png", b"GIF89a\x01\0\x01\0\x80".to_vec()),
        ("both.gif", b"GIF89a/*\x01\0\x01\0*/=1;alert(1)//".to_vec()),
        ("archive.jpg", b"PK\x03\x04\x14\0\0\0".to_vec()),
        ("program.jpg", b"\x7fELF\x02\x01\x01\0".to_vec()),
        ("bomb.png", bomb.concat()),
        ("empty.jpg", Vec::new()),
    ]
}

#[tokio::test]
async fn s16_what_is_refused_at_one_door_is_refused_at_every_other() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let consent = format!("/staff/cases/{}/consent", studio.case);
    studio
        .staff
        .post(&format!("{consent}/paper"), &[])
        .await
        .expect(303);
    let case = add_case(&studio.staff, &studio.client).await;
    let photos = format!("/staff/cases/{case}/photos");
    let said = [
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in hostile() {
        let files = [(name, bytes.clone())];
        let program = studio.staff.upload(&photos, &said, &files).await;
        assert!(
            matches!(program.status, 413 | 415 | 422),
            "{name}: {}",
            program.status
        );

        // The same form without a script: the answer is a page that names the file.
        let page = as_a_page(&studio, &photos, &said, &files).await;
        assert!((400..500).contains(&page.status), "{name}: {}", page.status);

        let scan = studio
            .staff
            .upload(&format!("{consent}/scans"), &[], &files)
            .await;
        assert!(
            (400..500).contains(&scan.status),
            "a scan, {name}: {}",
            scan.status
        );

        let look = studio.admin.get("/admin/clinic/look").await.expect(200);
        let revision = look.field("revision");
        let fields = [("revision", revision.as_str())];
        let logo = studio
            .admin
            .upload("/admin/clinic/logo", &fields, &files)
            .await;
        assert!(
            (400..500).contains(&logo.status),
            "a logo, {name}: {}",
            logo.status
        );

        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let out = folder.path().join("out");
        let done = Command::new(env!("CARGO_BIN_EXE_candor"))
            .arg("develop")
            .args([path.as_path(), "--out".as_ref(), &out])
            .env_clear()
            .output()
            .unwrap();
        assert!(!done.status.success(), "candor develop, {name}: {done:?}");
        let made = std::fs::read_dir(&out).map_or(0, Iterator::count);
        assert_eq!(made, 0, "candor develop, {name}");
    }
    let list = studio.staff.get(&photos).await.expect(200).text();
    assert!(!list.contains("class=\"shot\""), "nothing was kept: {list}");
    let paper = studio
        .staff
        .get(&format!("{consent}/paper"))
        .await
        .expect(200)
        .text();
    assert!(!paper.contains("/papers/"), "nothing was kept: {paper}");
    studio.clinic.drain().await;
}

async fn as_a_page(
    studio: &Studio,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, Vec<u8>)],
) -> Page {
    let mut form = reqwest::multipart::Form::new().text("form_token", studio.staff.token().await);
    for (name, value) in fields {
        form = form.text((*name).to_owned(), (*value).to_owned());
    }
    for (name, bytes) in files {
        let part = reqwest::multipart::Part::bytes(bytes.clone()).file_name((*name).to_owned());
        form = form.part("files", part);
    }
    let request = studio
        .staff
        .client
        .post(format!("{}{path}", studio.staff.url));
    let answer = request
        .header("accept", "text/html")
        .multipart(form)
        .send()
        .await
        .unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let body = answer.bytes().await.unwrap().to_vec();
    Page {
        status,
        headers,
        body,
    }
}

/// A photo's bytes are what was uploaded first, for ever: other bytes are another photo, which nobody has agreed to.
#[tokio::test]
async fn s12_no_second_upload_takes_the_place_of_a_photo() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let public = visitor.get(&address).await.expect(200).media();
    let mut seen = Vec::new();
    for path in &public {
        seen.push(sha256(&visitor.get(path).await.expect(200).body));
    }
    let photos = format!("/staff/cases/{}/photos", studio.case);
    let page = studio.staff.get(&photos).await.expect(200);
    let id = page.between("/staff/photos/", "\"").unwrap()[..36].to_owned();
    // No route takes bytes for a photo there is.
    for method in ["PUT", "PATCH", "POST"] {
        for path in [
            format!("/staff/photos/{id}"),
            format!("/staff/photos/{id}/original"),
            public[0].clone(),
        ] {
            let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
            let file = reqwest::multipart::Part::bytes(photo(77)).file_name("a.jpg");
            let form = reqwest::multipart::Form::new()
                .text("form_token", studio.staff.token().await)
                .part("files", file);
            let request = studio
                .staff
                .client
                .request(method.clone(), format!("{}{path}", studio.staff.url));
            let told = request
                .multipart(form)
                .send()
                .await
                .unwrap()
                .status()
                .as_u16();
            assert!(
                matches!(told, 400 | 403 | 404 | 405 | 415),
                "{method} {path}: {told}"
            );
        }
    }
    // A name or a field that says which photo it is to be is a name, and a field that is not in the form.
    let said = [
        ("stage", "healed"),
        ("angle", "front"),
        ("taken_on", "2026-06-20"),
    ];
    let more: Vec<_> = said.into_iter().chain([("id", id.as_str())]).collect();
    let named = format!("{id}.jpg");
    studio
        .staff
        .upload(&photos, &more, &[(&named, photo(78))])
        .await
        .expect(422);
    let told = studio
        .staff
        .upload(&photos, &said, &[(&named, photo(78))])
        .await
        .expect(201);
    let told: serde_json::Value = serde_json::from_slice(&told.body).unwrap();
    assert_ne!(told["files"][0]["photo"], id.as_str());
    studio.clinic.drain().await;
    // After the approval it is a photo that nobody was asked about: what is public is what it was.
    assert_eq!(visitor.get(&address).await.expect(200).media(), public);
    for (path, hash) in public.iter().zip(seen) {
        assert_eq!(
            sha256(&visitor.get(path).await.expect(200).body),
            hash,
            "{path}"
        );
    }
}

#[tokio::test]
async fn s10_what_one_may_not_read_is_neither_paired_nor_copied() {
    let studio = Studio::open().await;
    let (before, after) = studio.pair().await;
    let mine = studio.case.clone();
    let other = Studio {
        case: add_case(&studio.staff, &studio.client).await,
        ..studio
    };
    let foreign = other.upload("healed", "2026-06-20", photo(40)).await;
    other.clinic.drain().await;
    let none = "01a00000-0000-7000-8000-000000000000";
    let staff = &other.staff;
    // A photo of another case, one that is gone, one that never was.
    staff
        .post(&format!("/staff/photos/{after}/delete"), &[])
        .await
        .expect(303);
    for (case, one, two) in [
        (&mine, &before, &foreign),
        (&mine, &foreign, &before),
        (&other.case, &before, &foreign),
        (&mine, &before, &after),
        (&mine, &before, &none.to_owned()),
    ] {
        let fields = [("before_id", one.as_str()), ("after_id", two)];
        staff
            .post(&format!("/staff/cases/{case}/pairs"), &fields)
            .await
            .expect(404);
        let pair = format!("{one} {two}");
        staff
            .post(&format!("/staff/cases/{case}/pairings"), &[("pair", &pair)])
            .await
            .expect(404);
    }
    // Who is not staff pairs nothing, takes no original and no print.
    for person in [&other.moderator, &other.admin] {
        let roles = person.get("/staff/clients").await.status;
        if roles == 200 {
            continue;
        }
        for path in [
            format!("/staff/cases/{mine}/pairs"),
            format!("/staff/photos/{before}/original"),
            format!("/staff/photos/{before}/print"),
            format!("/staff/cases/{mine}/uses"),
        ] {
            person.post(&path, &[]).await.expect(403);
        }
    }
    // A copy that leaves is of a photo that is there.
    for (path, fields) in [
        (
            format!("/staff/photos/{none}/original"),
            [("reason", "For the file."); 1].as_slice(),
        ),
        (
            format!("/staff/photos/{after}/original"),
            &[("reason", "For the file.")],
        ),
        (
            format!("/staff/photos/{none}/print"),
            &[("level", "area_only"), ("use", "client")],
        ),
        (
            format!("/staff/photos/{after}/print"),
            &[("level", "area_only"), ("use", "client")],
        ),
    ] {
        let told = staff.post(&path, fields).await;
        assert!([404, 422].contains(&told.status), "{path}: {}", told.status);
        assert!(!told.body.starts_with(&[0xFF, 0xD8]), "{path}");
    }
    let page = staff
        .get(&format!("/staff/cases/{mine}/photos"))
        .await
        .expect(200)
        .text();
    assert!(!page.contains(&foreign), "{page}");
}
