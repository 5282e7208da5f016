//! The conditions of the publish gates one by one: what is wrong in one thing only holds the story back by that gate, and what
//! is just still right does not.

use candor::imaging::{Edits, Mask, MaskKind, Rect};

use super::gates::{handed_over, open_after, open_gates_after, ready};
use super::videos::captioned;
use crate::support::film::Film;
use crate::support::studio::Studio;

const BEFORE: &str = "stage = 'before'";

/// Another text with the words of the one that was signed, changed, under the version that is next.
fn another_text(body: &str, sha256: &str) -> Vec<String> {
    vec![
        format!(
            "INSERT INTO consent_texts (id, locale, profile, version, body, sha256, effective_from) \
             SELECT 'another', locale, profile, 99, {body}, {sha256}, effective_from FROM consent_texts \
             WHERE id IN (SELECT text_id FROM consents)"
        ),
        "UPDATE consents SET text_id = 'another'".to_owned(),
    ]
}

#[tokio::test]
async fn g01_g02_g04_g05_g06_g08_g13_g17_each_condition_of_a_gate_holds_the_story_back() {
    let ready = ready().await;
    let before = format!("(SELECT id FROM photos WHERE {BEFORE})");
    let mark = Rect {
        x: 0.4,
        y: 0.4,
        width: 0.2,
        height: 0.2,
    };
    let covered = Edits {
        masks: vec![Mask::new(MaskKind::Mark, mark)],
        ..Edits::default()
    };
    let covered = covered.canonical_json();
    let made = |what: &str| vec![format!("{what} photo_id IN {before}")];
    let grant = |set: &str| {
        vec![format!(
            "UPDATE grants SET {set} WHERE subject_id IN {before}"
        )]
    };
    let photo = |set: &str| vec![format!("UPDATE photos SET {set} WHERE {BEFORE}")];
    let consent = |set: &str| vec![format!("UPDATE consents SET {set}")];
    let answer =
        |from: &str, to: &str| consent(&format!("answers = replace(answers, '{from}', '{to}')"));
    let signed_until = |end: &str| {
        consent(&format!(
            "signed_at = '2026-01-31 00:00:00', expires_at = '{end}'"
        ))
    };
    let session = |day: &str| vec![format!("UPDATE case_sessions SET held_on = {day}")];
    let all_before = "UPDATE photos SET stage = 'before'";
    let nina = "client_id = (SELECT id FROM clients WHERE name = 'Nina Other')";
    let without_part = "replace(body, '::: retention', '::: other')";
    let marks_unseen = "UPDATE stories SET marks_at = NULL".to_owned();
    // Whoever shows the whole face need not look for marks.
    let whole_face_unseen = vec![
        "UPDATE photos SET bare_level = 2".to_owned(),
        "DELETE FROM renditions WHERE level = 2".to_owned(),
        "UPDATE renditions SET level = 2 WHERE level = 0".to_owned(),
        "UPDATE grants SET level = 2 WHERE what = 'photo'".to_owned(),
        marks_unseen.clone(),
    ];
    let without_consent = "G01 G02 G04 G05 G06 G07 G09 G11 G12 G13 G21";
    let recalled = "UPDATE consent_texts SET recalled_at = effective_from";
    let cases = [
        (consent("revision = revision"), ""),
        (
            vec!["UPDATE grants SET ended_at = valid_from".to_owned()],
            "G01",
        ),
        (grant("source_sha256 = 'x'"), "G02"),
        (grant("source = 'x'"), "G02"),
        (grant(&format!("source = '{covered}'")), "G02"),
        (photo("state = 'processing'"), "G02"),
        (
            made("DELETE FROM renditions WHERE format = 'jpg' AND width > 64 AND"),
            "G02",
        ),
        (
            made("UPDATE renditions SET clean = (1 = 0) WHERE format = 'jpg' AND"),
            "G13",
        ),
        (made("DELETE FROM renditions WHERE"), "G02 G13"),
        (photo(nina), "G03"),
        (consent("text_sha256 = 'x'"), "G01 G04"),
        (another_text("body", "sha256"), ""),
        (another_text("body || ' '", "sha256"), "G04 G09"),
        (another_text(without_part, "sha256"), "G04 G05 G09 G21"),
        (vec![recalled.to_owned()], "G01 G04"),
        (answer(r#""place":"website""#, r#""place":null"#), "G05"),
        (answer(r#""level":"area_only""#, r#""level":null"#), "G05"),
        (answer(r#""name":"#, r#""named":"#), "G05"),
        (consent("expires_at = signed_at"), "G06"),
        (consent("expires_at = NULL"), "G06 G21"),
        (signed_until("2031-01-31 00:00:00"), ""),
        (signed_until("2031-01-31 00:00:01"), "G06 G21"),
        (photo("taken_on = NULL"), "G08 G17"),
        (photo("taken_on = '1999-01-01'"), "G08"),
        (vec!["DELETE FROM case_sessions".to_owned()], "G17"),
        (photo("stage = 'healed'"), "G17"),
        (vec![all_before.to_owned()], "G17"),
        (session("(SELECT max(taken_on) FROM photos)"), ""),
        (session("(SELECT min(taken_on) FROM photos)"), "G17"),
        (session("'2030-01-01'"), "G17"),
        (consent("receipt_at = NULL"), "G01 G11"),
        (consent("state = 'suspended'"), without_consent),
        (consent("state = 'unheard of'"), without_consent),
        (
            vec!["UPDATE stories SET title = 'Marc Dubois'".to_owned()],
            "G14",
        ),
        (vec![marks_unseen], "G16"),
        (whole_face_unseen, ""),
        (
            vec!["UPDATE grants SET source = 'Other words' WHERE what = 'words'".to_owned()],
            "G18",
        ),
        (
            vec!["UPDATE treatments SET typical_result = ' '".to_owned()],
            "G22",
        ),
        (
            vec!["UPDATE cases SET practitioner_id = NULL".to_owned()],
            "G22",
        ),
    ];
    let mut wrong = Vec::new();
    for (statements, expected) in cases {
        let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
        let open = open_after(&ready, &statements).await.join(" ");
        if open != expected {
            wrong.push(format!("{statements:?}: {open:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Somebody signed for the client, by a document that the clinic has seen.
#[tokio::test]
async fn g07_each_condition_of_who_signs_for_a_client_holds_the_story_back() {
    let ready = ready().await;
    let guardian = [
        "INSERT INTO representatives (id, client_id, role, name, email, document, seen_at, seen_by) \
         SELECT 'gerda', client_id, 'guardian', 'Gerda Keller', 'gerda@example.com', 'Court order', signed_at, \
         (SELECT min(id) FROM users) FROM consents",
        "UPDATE consents SET signer_role = 'guardian', representative_id = 'gerda'",
    ];
    let of_gerda = |set: &str| vec![format!("UPDATE representatives SET {set}")];
    let consent = |set: &str| vec![format!("UPDATE consents SET {set}")];
    // Eighteen after the signature and before today.
    let came_of_age = vec![
        "UPDATE consents SET signed_at = '2026-01-31 00:00:00', expires_at = '2027-01-31 00:00:00'"
            .to_owned(),
        "UPDATE clients SET birth_date = '2008-02-15' WHERE id IN (SELECT client_id FROM consents)"
            .to_owned(),
        "UPDATE photos SET taken_on = '2026-02-15' WHERE stage = 'before'".to_owned(),
        "UPDATE case_sessions SET held_on = '2026-02-20'".to_owned(),
    ];
    let mut executor = came_of_age.clone();
    executor.extend(of_gerda("role = 'executor'"));
    executor.extend(consent("signer_role = 'executor'"));
    let cases = [
        (of_gerda("role = role"), ""),
        (of_gerda("role = 'executor'"), "G07"),
        (
            of_gerda("until = (SELECT date(signed_at) FROM consents)"),
            "",
        ),
        (of_gerda("until = '2020-01-01'"), "G07"),
        (
            of_gerda("ended_at = (SELECT signed_at FROM consents)"),
            "G07",
        ),
        (of_gerda("ended_at = '2100-01-01 00:00:00'"), ""),
        (of_gerda("email = NULL"), ""),
        (of_gerda("email = 'staff@studio.example'"), "G07"),
        (consent("representative_id = NULL"), "G07"),
        (consent("signer_role = 'subject'"), "G07"),
        (came_of_age, "G07"),
        (executor, ""),
    ];
    let mut wrong = Vec::new();
    for (more, expected) in cases {
        let statements: Vec<&str> = guardian
            .into_iter()
            .chain(more.iter().map(String::as_str))
            .collect();
        let open = open_after(&ready, &statements).await.join(" ");
        if open != expected {
            wrong.push(format!("{more:?}: {open:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A video is the one that the client allowed, there is a file of it, and what is said in it is written down.
#[tokio::test]
async fn g13_g18_each_condition_of_a_video_holds_the_story_back() {
    let studio = Studio::open().await;
    captioned(&studio, "website", &Film::default()).await;
    let ready = handed_over(studio).await;
    let (photos, consent, video) = ("/photos", "/consent", "/video");
    let late = "UPDATE videos SET captions = replace(captions, '0:01', '9:01')";
    let cases = [
        ("UPDATE videos SET bytes = bytes", vec![]),
        (
            "DELETE FROM video_files",
            vec![("G13", video), ("G18", video)],
        ),
        (
            "UPDATE renditions SET clean = (1 = 0)",
            vec![("G13", photos)],
        ),
        (
            "UPDATE videos SET sha256 = 'another'",
            vec![("G18", consent)],
        ),
        ("UPDATE videos SET watched_at = NULL", vec![("G18", video)]),
        ("UPDATE videos SET captions = ''", vec![("G18", video)]),
        (late, vec![("G18", video)]),
    ];
    let mut wrong = Vec::new();
    for (statement, expected) in cases {
        let open = open_gates_after(&ready, &[statement]).await;
        let as_expected = open.len() == expected.len()
            && open
                .iter()
                .zip(&expected)
                .all(|(gate, (id, fix))| gate.id == *id && gate.fix.ends_with(fix));
        if !as_expected {
            wrong.push(format!("{statement}: {open:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
