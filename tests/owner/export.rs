//! Exports: all of one client and nothing of another, in files whose names tell nothing (S27).

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use candor::backup;
use candor::hash::sha256;

use crate::support::studio::{Studio, photo};

fn unpacked(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[tokio::test]
async fn s27_a_client_gets_all_that_is_theirs_and_nothing_else() {
    let mut studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let marc = studio.client.clone();
    let other = [("name", "Lena Ortiz"), ("birth_date", "1990-01-02")];
    let answer = studio
        .staff
        .post("/staff/clients", &other)
        .await
        .expect(303);
    studio.client = answer.location().rsplit('/').next().unwrap().to_owned();
    studio.case = crate::support::studio::add_case(&studio.staff, &studio.client).await;
    let theirs = studio.upload("before", "2026-01-10", photo(99)).await;
    studio.clinic.drain().await;

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("client.zip");
    let app = &studio.clinic.app;
    let pictures = backup::export_client(app, &marc, &out).await.unwrap();
    let files = unpacked(&out);
    assert!(pictures > 8);
    let originals: Vec<_> = files
        .keys()
        .filter(|name| name.contains("/original."))
        .collect();
    assert_eq!(originals.len(), 2, "{originals:?}");
    let hashes: Vec<String> = originals.iter().map(|name| sha256(&files[*name])).collect();
    assert!(hashes.contains(&sha256(&photo(10))) && hashes.contains(&sha256(&photo(20))));
    for name in files.keys() {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-/._".contains(c);
        assert!(name.chars().all(plain) && !name.contains(".."), "{name}");
        let folded = name.to_lowercase();
        assert!(
            !folded.contains("marc") && !folded.contains("dubois") && !folded.contains("img"),
            "{name}"
        );
    }
    let data = String::from_utf8(files["data.json"].clone()).unwrap();
    let told: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(told["clients"][0]["name"], "Marc Dubois");
    for table in [
        "cases",
        "case_sessions",
        "photos",
        "renditions",
        "consents",
        "grants",
        "publications",
        "testimonials",
        "stories",
        "approvals",
    ] {
        assert!(!told[table].as_array().unwrap().is_empty(), "{table}");
    }
    assert!(!data.contains("Ortiz") && !data.contains(&theirs) && !data.contains("token"));
    assert!(files.keys().any(|name| name.ends_with("/document.json")));
    assert!(String::from_utf8_lossy(&files["README.txt"]).contains("Everything"));
    studio.clinic.visitor().get(&address).await.expect(200);

    assert!(
        backup::export_client(app, "nobody", &folder.path().join("n"))
            .await
            .is_err()
    );
    let whole = folder.path().join("clinic");
    let all = backup::export_clinic(app, &whole).await.unwrap();
    assert!(all > pictures);
    let users = std::fs::read_to_string(whole.join("data/users.json")).unwrap();
    assert!(
        users.contains("Ada Owner") && !users.contains("argon2"),
        "{users}"
    );
    assert!(!whole.join("data/client_links.json").exists());
    assert!(
        whole
            .join(format!("photos/{theirs}/original.jpeg"))
            .exists()
    );
    let verbs: Vec<String> = app
        .db
        .read(|conn| {
            use candor::db::schema::audit_events;
            use diesel::prelude::*;
            Ok(audit_events::table
                .filter(audit_events::verb.like("export.%"))
                .order(audit_events::seq)
                .select(audit_events::verb)
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(verbs, ["export.client", "export.clinic"]);
}
