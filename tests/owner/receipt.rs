//! The record of a consent that a client keeps: it says what was allowed, and a changed byte shows.

use std::process::Command;

use candor::consents::is_record_by;
use candor::seal;

use crate::support::studio::Studio;

#[tokio::test]
async fn a_record_proves_itself_and_a_changed_byte_shows() {
    let studio = Studio::open().await;
    let (phone, _, (before, _)) = studio.published_elsewhere("covered").await;
    let given = phone.get("/c/receipt.json").await.expect(200);
    assert!(
        given
            .header("content-disposition")
            .starts_with("attachment")
    );
    assert!(given.header("cache-control").contains("no-store"));
    let text = given.text();
    let key = seal::public_key(&studio.clinic.config()).unwrap();
    assert!(is_record_by(&key, &text));

    // What was allowed, place by place, in the terms of the standard; nothing that opens a door.
    let told: serde_json::Value = serde_json::from_str(&text).unwrap();
    let record = &told["record"];
    let purposes = record["pii_processing"]["purposes"].as_array().unwrap();
    let places: Vec<&str> = purposes
        .iter()
        .map(|one| one["recipient_third_parties"][0].as_str().unwrap())
        .collect();
    assert_eq!(places, ["website", "search", "instagram", "print"]);
    let information = purposes[2]["pii_information"].as_array().unwrap();
    let photo = information
        .iter()
        .find(|one| one["pii_attribute_id"] == before);
    assert_eq!(photo.unwrap()["identifiability"], "covered");
    assert_eq!(record["events"][0]["entity_name"], "Marc Dubois");
    assert_eq!(
        record["party_identification"][0]["party_name"],
        "North Light Studio"
    );
    assert!(!text.contains("/c/"), "no private link");

    // The same again, also after a withdrawal.
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let again = phone.get("/c/receipt.json").await.expect(200).text();
    assert_eq!(again, text, "what was signed does not change");

    // Any byte; any other key.
    // Some of the many, and all of what proves it.
    let proof = text.find("\"proof\"").unwrap();
    let all = (0..text.len()).step_by(97);
    for at in all.chain(proof..(proof + 300).min(text.len())) {
        let mut changed = text.clone().into_bytes();
        changed[at] = if changed[at] == b'a' { b'b' } else { b'a' };
        let Ok(changed) = String::from_utf8(changed) else {
            continue;
        };
        assert!(!is_record_by(&key, &changed), "byte {at}");
    }
    let letters = text.match_indices(|c: char| c.is_ascii_lowercase());
    for at in letters.rev().step_by(5).take(80) {
        let mut other = text.clone();
        other.replace_range(at.0..at.0 + 1, &at.1.to_uppercase());
        assert!(!is_record_by(&key, &other), "case of byte {}", at.0);
    }
    assert!(!is_record_by(&key, &format!("{text} ")));
    assert!(!is_record_by(&"00".repeat(32), &text));
    // At the command line, with the public key alone.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("receipt.json");
    let verify = |text: &str| {
        std::fs::write(&file, text).unwrap();
        Command::new(env!("CARGO_BIN_EXE_candor"))
            .args(["receipt", "verify"])
            .arg(&file)
            .args(["--key", &key])
            .env_clear()
            .output()
            .unwrap()
            .status
            .success()
    };
    assert!(verify(&text));
    assert!(!verify(&text.replace("covered", "full_face")));
}
