//! Nothing that pages show can change without a new content version: each table by itself, and no table forgotten.

use candor::db::schema::content_version;
use candor::db::{Conn, Db};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::studio::Studio;

/// Public pages show them, or the predicate reads them.
const SHOWN: [&str; 20] = [
    "api_openings",
    "approvals",
    "case_sessions",
    "cases",
    "clinic",
    "consent_texts",
    "consents",
    "display_choices",
    "embed_sites",
    "grants",
    "locations",
    "pairs",
    "photos",
    "practitioners",
    "publication_renditions",
    "publications",
    "stories",
    "testimonials",
    "treatment_sections",
    "treatments",
];

/// No public page may ever depend on them.
const PRIVATE: [&str; 45] = [
    "__diesel_schema_migrations",
    "audit_anchors",
    "audit_checks",
    "audit_events",
    "audit_head",
    "begun_objects",
    "client_codes",
    "client_links",
    "client_requests",
    "client_sessions",
    "clients",
    "consent_events",
    "consent_papers",
    "consent_scans",
    "consent_text_drafts",
    "content_version",
    "decisions",
    "enquiries",
    "evidence_choices",
    "external_uses",
    "jobs",
    "kept_evidence",
    "ledger_head",
    "original_views",
    "photo_doubles",
    "profile_choices",
    "recovery_codes",
    "renditions",
    "reports",
    "representatives",
    "restores",
    "search_removals",
    "second_factor_rules",
    "second_factors",
    "sessions",
    "sign_in_challenges",
    "sign_in_delays",
    "used_channels",
    "user_links",
    "user_roles",
    "users",
    "video_files",
    "videos",
    "watermarks",
    "withdrawals",
];

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    text: String,
}

async fn texts(db: &Db, sqlite: &'static str, postgres: &'static str) -> Vec<String> {
    let rows = db.read(move |conn| {
        let query = match std::env::var("TEST_DATABASE_URL") {
            Ok(_) => postgres,
            Err(_) => sqlite,
        };
        Ok(diesel::sql_query(query).load::<Row>(&mut **conn)?)
    });
    rows.await
        .unwrap()
        .into_iter()
        .map(|row| row.text)
        .collect()
}

fn mark(conn: &mut Conn) -> String {
    content_version::table
        .select(content_version::mark)
        .first(&mut **conn)
        .unwrap()
}

#[tokio::test]
async fn every_table_is_shown_and_watched_or_private() {
    let studio = Studio::open().await;
    let db = &studio.clinic.app.db;
    let tables = texts(
        db,
        "SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        "SELECT tablename::text AS text FROM pg_tables WHERE schemaname = current_schema()",
    );
    for table in tables.await {
        assert!(
            SHOWN.contains(&table.as_str()) != PRIVATE.contains(&table.as_str()),
            "{table}: does a public page show it? Then a migration gives it the triggers of content_version; else it is private"
        );
    }
    let watched = texts(
        db,
        "SELECT replace(lower(tbl_name || ' ' || substr(sql, instr(sql, 'AFTER') + 6, 6)), 'content_', '') AS text
         FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%UPDATE content_version SET mark%'",
        "SELECT event_object_table || ' ' || lower(event_manipulation) AS text FROM information_schema.triggers
         WHERE trigger_schema = current_schema() AND action_statement LIKE '%content_changed()'",
    );
    let watched = watched.await;
    for table in SHOWN {
        for event in ["insert", "update", "delete"] {
            assert!(
                watched.contains(&format!("{table} {event}")),
                "{table} {event}: {watched:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_change_of_each_shown_table_makes_a_new_version() {
    let studio = Studio::open().await;
    studio.published("website").await;
    let db = &studio.clinic.app.db;
    for table in SHOWN {
        let before = db.read(|conn| Ok(mark(conn))).await.unwrap();
        let changed = db.write(move |conn| {
            let column = match table {
                "publication_renditions" => "width",
                "treatment_sections" => "kind",
                _ => "id",
            };
            let same = format!("UPDATE {table} SET {column} = {column}");
            Ok(diesel::sql_query(same).execute(&mut **conn)?)
        });
        let changed = changed.await.unwrap();
        let after = db.read(|conn| Ok(mark(conn))).await.unwrap();
        assert_eq!(changed > 0, before != after, "{table}: {changed} rows");
    }
    // What is rolled back has changed nothing; what shows nothing neither.
    let before = db.read(|conn| Ok(mark(conn))).await.unwrap();
    let undone = db.write(|conn| {
        diesel::sql_query("UPDATE clinic SET name = 'X'").execute(&mut **conn)?;
        Err::<(), _>(candor::error::Error::Conflict)
    });
    assert!(undone.await.is_err());
    let unseen = db
        .write(|conn| Ok(diesel::sql_query("UPDATE users SET name = name").execute(&mut **conn)?));
    assert!(unseen.await.unwrap() > 0);
    assert_eq!(before, db.read(|conn| Ok(mark(conn))).await.unwrap());
}

#[tokio::test]
async fn work_on_photos_that_nobody_sees_leaves_the_pages_in_memory() {
    let studio = Studio::open().await;
    studio.pair().await;
    let db = &studio.clinic.app.db;
    let before = db.read(|conn| Ok(mark(conn))).await.unwrap();
    studio
        .upload("session", "2026-03-01", crate::support::studio::photo(30))
        .await;
    studio.clinic.drain().await;
    assert_eq!(before, db.read(|conn| Ok(mark(conn))).await.unwrap());
}
