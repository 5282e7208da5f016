//! The predicate, condition by condition: each one alone takes down what is public, and is needed: a predicate without it
//! would leave that public. The half that is written in SQL is taken from the migration, so that none is forgotten.

use candor::config::DatabaseConfig;
use candor::consents::{self, Channel, What};
use candor::db::schema::{photos, stories};
use candor::db::{CaseId, ClientId, Conn};
use candor::error::Error;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::support::studio::{Studio, add_case};

/// Each condition of the views, and what breaks it and nothing else.
const CONDITIONS: [(&str, &str); 23] = [
    // A grant stands under its consent …
    (
        "c.client_id = g.client_id",
        "UPDATE consents SET client_id = (SELECT id FROM clients WHERE name = 'Nina Other')",
    ),
    (
        "c.case_id = g.case_id",
        "UPDATE consents SET case_id = (SELECT id FROM cases WHERE id NOT IN (SELECT case_id FROM photos))",
    ),
    (
        "g.ended_at IS NULL",
        "UPDATE grants SET ended_at = valid_from",
    ),
    (
        "g.paused_at IS NULL",
        "UPDATE grants SET paused_at = valid_from",
    ),
    (
        "c.state = 'active'",
        "UPDATE consents SET state = 'suspended'",
    ),
    (
        "c.signed_at IS NOT NULL",
        "UPDATE consents SET signed_at = NULL",
    ),
    (
        "c.document_sha256 IS NOT NULL",
        "UPDATE consents SET document_sha256 = NULL",
    ),
    (
        "c.signature IS NOT NULL",
        "UPDATE consents SET signature = NULL",
    ),
    (
        "c.receipt_at IS NOT NULL",
        "UPDATE consents SET receipt_at = NULL",
    ),
    (
        "t.recalled_at IS NULL",
        "UPDATE consent_texts SET recalled_at = effective_from",
    ),
    (
        "t.sha256 = c.text_sha256",
        "UPDATE consents SET text_sha256 = 'another'",
    ),
    // … and a use of something under its grant.
    ("g.id = p.grant_id", ""),
    (
        "p.unpublished_at IS NULL",
        "UPDATE publications SET unpublished_at = published_at",
    ),
    (
        "p.content_sha256 = p.approved_sha256",
        "UPDATE publications SET content_sha256 = 'another'",
    ),
    ("p.level <= g.level", "UPDATE publications SET level = 2"),
    (
        "p.channel = g.channel",
        "UPDATE grants SET channel = 'print'",
    ),
    ("p.what = g.what", "UPDATE grants SET what = 'words'"),
    (
        "p.subject_id = g.subject_id",
        "UPDATE grants SET subject_id = 'another'",
    ),
    (
        "p.source_sha256 = g.source_sha256",
        "UPDATE grants SET source_sha256 = 'another'",
    ),
    (
        "p.client_id = g.client_id",
        "UPDATE publications SET client_id = (SELECT id FROM clients WHERE name = 'Nina Other')",
    ),
    (
        "p.case_id = g.case_id",
        "UPDATE publications SET case_id = (SELECT id FROM cases WHERE id NOT IN (SELECT case_id FROM photos))",
    ),
    // How the tables are joined: without it a row has no match, whatever else it says.
    ("c.id = g.consent_id", ""),
    ("t.id = c.text_id", ""),
];

/// The newest definition of both views, as the migration makes them.
fn views(studio: &Studio) -> String {
    let kind = match studio.clinic.app.config.database {
        DatabaseConfig::Sqlite { .. } => "sqlite",
        DatabaseConfig::Postgres { .. } => "postgres",
    };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(kind);
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    all.sort();
    let mut texts = all
        .iter()
        .map(|one| std::fs::read_to_string(one.join("up.sql")).unwrap());
    let newest = texts
        .rfind(|text| text.contains("CREATE VIEW standing_grants"))
        .unwrap();
    let begin = newest.find("CREATE VIEW standing_grants").unwrap();
    let second = newest.find("CREATE VIEW standing_publications").unwrap();
    let end = second + newest[second..].find(';').unwrap();
    newest[begin..=end].to_owned()
}

/// The parts of the definition that decide: what stands behind ON, WHERE and AND.
fn decides(views: &str) -> Vec<String> {
    let flat = views.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = flat
        .replace(" AND ", "\n")
        .replace(" ON ", "\n")
        .replace(" WHERE ", "\n");
    let parts = cut.lines().map(|part| {
        let end = [" JOIN ", ";"]
            .iter()
            .filter_map(|end| part.find(end))
            .min();
        part[..end.unwrap_or(part.len())].trim().to_owned()
    });
    parts.filter(|part| !part.starts_with("CREATE")).collect()
}

fn is_public(conn: &mut Conn, publication: &str) -> bool {
    consents::public_by_id(conn, publication).unwrap().is_some()
}

/// A studio with a public story, and the publication of one of its photos.
async fn published() -> (Studio, String) {
    let studio = Studio::open().await;
    let other = [("name", "Nina Other"), ("email", "nina@example.com")];
    studio
        .staff
        .post("/staff/clients", &other)
        .await
        .expect(303);
    add_case(&studio.staff, &studio.client).await;
    let (_, address) = studio.published("website").await;
    let media = studio.clinic.visitor().get(&address).await.media();
    let publication = media[0].split('/').nth(2).unwrap().to_owned();
    (studio, publication)
}

#[tokio::test]
async fn g01_g02_g04_g06_g12_each_condition_of_the_predicate_takes_down_and_is_needed() {
    let (studio, publication) = published().await;
    let views = views(&studio);
    let mut known: Vec<_> = CONDITIONS.map(|(condition, _)| condition.to_owned()).into();
    let mut all = decides(&views);
    known.sort();
    all.sort();
    assert_eq!(
        all, known,
        "a condition without a proof, or a proof without its condition"
    );
    for (condition, breaks) in CONDITIONS
        .into_iter()
        .filter(|(_, breaks)| !breaks.is_empty())
    {
        let without = views.replace(condition, "1 = 1");
        assert_eq!(without.matches("1 = 1").count(), 1, "{condition}");
        let publication = publication.clone();
        let seen = studio
            .imagine(move |conn| {
                let before = is_public(conn, &publication);
                let changed = diesel::sql_query(breaks).execute(&mut **conn).unwrap();
                assert!(changed > 0, "{breaks}");
                let after = is_public(conn, &publication);
                let drop = "DROP VIEW standing_publications; DROP VIEW standing_grants;";
                conn.batch_execute(&format!("{drop} {without}")).unwrap();
                [before, after, is_public(conn, &publication)]
            })
            .await;
        assert_eq!(seen, [true, false, true], "{condition}");
    }
    studio.clinic.visitor().get("/stories").await.expect(200);
}

/// What each question of the predicate says of the story when its grants were changed so.
async fn asked(studio: &Studio, publication: &str, change: &'static str) -> [bool; 10] {
    let case = CaseId::parse(&studio.case).unwrap();
    let client = ClientId::parse(&studio.client).unwrap();
    let publication = publication.to_owned();
    let work = move |conn: &mut Conn| -> Result<[bool; 10], Error> {
        diesel::sql_query(change).execute(&mut **conn)?;
        let story: String = stories::table.select(stories::id).first(&mut **conn)?;
        let photo: String = photos::table.select(photos::id).first(&mut **conn)?;
        let (website, kind) = (Channel::Website, What::Photo);
        Ok([
            is_public(conn, &publication),
            !consents::public_of_stories(conn, &[story], website)?.is_empty(),
            !consents::public_on(conn, website)?.is_empty(),
            !consents::public_of_client(conn, &client)?.is_empty(),
            consents::public_media(conn, &publication, 320, "jpg").is_ok(),
            !consents::live_grants(conn, &case)?.is_empty(),
            !consents::live_grants_on(conn, &[case.as_str()], website)?.is_empty(),
            !consents::live_grants_of_client(conn, &client)?.is_empty(),
            consents::agreed_count(conn)? == 1,
            consents::covering_grant(conn, &case, kind, &photo, website)?.is_some(),
        ])
    };
    studio.imagine(work).await.unwrap()
}

/// The other half: the moment. A yes counts from the moment it begins until the moment it ends, whichever way it is asked for.
#[tokio::test]
async fn g06_every_question_of_the_predicate_knows_the_moment() {
    let (studio, publication) = published().await;
    for (change, says) in [
        ("UPDATE grants SET level = level", true),
        ("UPDATE grants SET expires_at = valid_from", false),
        ("UPDATE grants SET valid_from = expires_at", false),
    ] {
        assert_eq!(
            asked(&studio, &publication, change).await,
            [says; 10],
            "{change}"
        );
    }
    // Another story, another client, another place: nothing of this one.
    let elsewhere = studio
        .imagine(|conn| {
            let none = [String::from("none")];
            let (client, case) = (ClientId::new(), CaseId::new());
            [
                consents::public_of_stories(conn, &none, Channel::Website)
                    .unwrap()
                    .len(),
                consents::public_on(conn, Channel::Print).unwrap().len(),
                consents::public_of_client(conn, &client).unwrap().len(),
                consents::live_grants(conn, &case).unwrap().len(),
                consents::live_grants_on(conn, &[case.as_str()], Channel::Website)
                    .unwrap()
                    .len(),
                consents::live_grants_of_client(conn, &client)
                    .unwrap()
                    .len(),
            ]
        })
        .await;
    assert_eq!(elsewhere, [0; 6]);
}
