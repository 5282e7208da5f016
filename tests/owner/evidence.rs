//! The evidence of a case: one file that a lawyer can read and check without us.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use candor::db::schema::audit_events;
use candor::hash::sha256;
use candor::seal;
use diesel::prelude::*;
use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::studio::{Studio, add_case, member, photo};

fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

async fn take(person: &Browser, case: &str, fields: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let path = format!("/staff/cases/{case}/evidence");
    person.get(&path).await.expect(200);
    let given = person.post(&path, fields).await.expect(200);
    assert_eq!(given.header("content-type"), "application/zip");
    assert!(given.header("cache-control").contains("no-store"));
    let name = given.header("content-disposition");
    assert!(
        name.starts_with("attachment") && !name.contains("Marc"),
        "{name}"
    );
    unpacked(&given.body)
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

fn json(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[name]).unwrap()
}

#[tokio::test]
async fn s27_the_evidence_of_a_case_tells_all_and_can_be_checked_without_us() {
    let mut studio = Studio::open().await;
    let (phone, _) = studio.published("website_and_search").await;
    phone
        .post("/c/withdrawal", &[("scope", "channel:search")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let case = studio.case.clone();
    // Another client, whose name would lead elsewhere and is code.
    let other = [
        ("name", "../../<b>Lena</b>/etc"),
        ("birth_date", "1990-01-02"),
    ];
    let answer = studio
        .staff
        .post("/staff/clients", &other)
        .await
        .expect(303);
    studio.client = answer.location().rsplit('/').next().unwrap().to_owned();
    studio.case = add_case(&studio.staff, &studio.client).await;
    let theirs = studio.upload("before", "2026-01-10", photo(99)).await;
    studio.clinic.drain().await;

    let files = take(&studio.moderator, &case, &[]).await;
    for name in files.keys() {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-/._".contains(c);
        assert!(
            name.chars().all(plain) && !name.contains("..") && !name.starts_with('/'),
            "{name}"
        );
    }
    assert!(
        !files.keys().any(|name| name.starts_with("photos/")),
        "only when asked for"
    );

    // The page says it in words, and has nothing that runs or is fetched.
    let page = text(&files, "index.html");
    for told in [
        "Marc Dubois",
        "North Light Studio",
        "Our website",
        "Search engines",
        "Scalp only",
        "Mo Moderator",
        "I look in the mirror again.",
        "You can stop at any time",
        "Approved",
        "taken back",
        "openssl",
        "are as they were signed",
        "taken by the mail server",
        "is kept, and has this hash",
        "Read as jpeg",
    ] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    for foreign in [
        "<script",
        "http://",
        "https://",
        "Lena",
        &theirs,
        "evidence-",
        "style=",
    ] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(
        files
            .values()
            .all(|bytes| !String::from_utf8_lossy(bytes).contains(&theirs))
    );
    let people = text(&files, "people.json");
    assert!(people.contains("Sam Staff") && people.contains("Mo Moderator"));

    // The manifest is signed, and names each file as it is.
    let manifest = json(&files, "manifest.json");
    let key = manifest["public_key"].as_str().unwrap();
    let signature = text(&files, "manifest.signature.txt");
    assert!(seal::is_by(key, &files["manifest.json"], &signature));
    let named = manifest["files"].as_array().unwrap();
    assert_eq!(named.len() + 3, files.len());
    for file in named {
        let name = file["file"].as_str().unwrap();
        assert_eq!(file["sha256"], sha256(&files[name]).as_str(), "{name}");
    }
    // So is the consent; the evidence holds the hashes of what was seen.
    let folder = files
        .keys()
        .find_map(|name| name.strip_suffix("document.json"));
    let folder = folder.unwrap().to_owned();
    let of = |name: &str| format!("{folder}{name}");
    let signature = text(&files, &of("signature.txt"));
    assert!(seal::is_by(key, &files[&of("evidence.json")], &signature));
    assert_eq!(candor::hash::hex(&files[&of("signature.bin")]), signature);
    let evidence = json(&files, &of("evidence.json"));
    assert_eq!(
        evidence["document_sha256"],
        sha256(&files[&of("document.json")]).as_str()
    );
    assert_eq!(
        evidence["text_sha256"],
        sha256(&files[&of("text.md")]).as_str()
    );

    // Lives, decisions with their gates, photos with their hashes, the lines of the chain.
    let grants = json(&files, "grants.json");
    let grants = grants.as_array().unwrap();
    assert!(
        grants
            .iter()
            .any(|one| one["channel"] == "search" && one["ended_why"] == "withdrawn")
    );
    assert!(
        grants
            .iter()
            .any(|one| one["channel"] == "website" && one["ended_at"].is_null())
    );
    let gates: Vec<Value> =
        serde_json::from_str(json(&files, "decisions.json")[0]["gates"].as_str().unwrap()).unwrap();
    assert!(gates.len() > 15 && gates.iter().all(|gate| gate["passed"] == true));
    let photos = json(&files, "photos.json");
    let hashes: Vec<_> = photos
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["original_sha256"].clone())
        .collect();
    assert!(
        hashes.contains(&sha256(&photo(10)).into()) && hashes.contains(&sha256(&photo(20)).into())
    );
    let audit = text(&files, "audit.jsonl");
    for verb in [
        "consent.sign",
        "story.decide",
        "consent.withdraw",
        "photo.upload",
    ] {
        assert!(audit.contains(verb), "{verb}");
    }
    assert_eq!(
        json(&files, "withdrawals.json")[0]["scope"],
        "channel:search"
    );
    assert!(json(&files, "uses.json").as_array().unwrap().len() > 2);

    // Who took it stands in the chain, with the hash of what was taken.
    let taken: (String, String) = studio
        .clinic
        .app
        .db
        .read(|conn| {
            Ok(audit_events::table
                .filter(audit_events::verb.eq("case.evidence"))
                .select((audit_events::subject, audit_events::detail))
                .first(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(taken.0, format!("case:{case}"));
    assert!(taken.1.contains(&sha256(&files["manifest.json"])));
}

#[tokio::test]
async fn evidence_is_for_moderators_and_admins_and_pictures_for_those_who_work_with_them() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let path = format!("/staff/cases/{}/evidence", studio.case);
    studio.staff.get(&path).await.expect(403);
    studio.staff.post(&path, &[]).await.expect(403);
    studio.clinic.visitor().get(&path).await.expect(303);
    let keeper = member(&studio.clinic, &studio.admin, "Kim Keeper", "admin").await;
    let page = keeper.get(&path).await.expect(200).text();
    assert!(!page.contains("name=\"pictures\""));
    take(&keeper, &studio.case, &[]).await;
    keeper.post(&path, &[("pictures", "yes")]).await.expect(403);
    keeper.post(&path, &[("case", "x")]).await.expect(422);
    let files = take(&studio.moderator, &studio.case, &[("pictures", "yes")]).await;
    let pictures: Vec<_> = files
        .keys()
        .filter(|name| name.starts_with("photos/"))
        .collect();
    assert_eq!(pictures.len(), 2, "{pictures:?}");
    // A version, never the original.
    for name in pictures {
        let bytes = &files[name];
        assert!(bytes.starts_with(&[0xff, 0xd8]));
        assert!(sha256(bytes) != sha256(&photo(10)) && sha256(bytes) != sha256(&photo(20)));
    }
}
