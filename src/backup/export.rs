//! Exports as open files: all that is kept of one client, or the whole clinic.
//!
//! File names are ids and numbers only. What opens doors (password hashes, links, sessions) is left out.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use serde_json::{Value, json};

use super::objects::{Whole, fetch, object_key};
use crate::app::App;
use crate::archive::{Writer, is_plain};
use crate::audit::{self, Doer};
use crate::consents;
use crate::db::Conn;
use crate::db::portable::{self, Row};
use crate::error::Error;
use crate::storage::{ObjectId, StorageKey};

/// Tables that open doors, hold what the program is about to do, or what strangers wrote to the clinic.
const CLOSED: &[&str] = &[
    "sessions",
    "user_links",
    "sign_in_delays",
    "client_links",
    "client_codes",
    "client_sessions",
    "jobs",
    "begun_objects",
    "enquiries",
    "reports",
];
/// What leads from a row to the client, nearest first.
const PARENTS: &[(&str, &str)] = &[
    ("case_id", "cases"),
    ("photo_id", "photos"),
    ("consent_id", "consents"),
    ("story_id", "stories"),
    ("publication_id", "publications"),
    ("video_id", "videos"),
];

type Tables = BTreeMap<String, Vec<Row>>;

/// Exports all that is kept of one client, named by the id of their record or by their public id. Says how many pictures.
///
/// # Errors
/// `NotFound`; when database, store or disk don't answer.
pub async fn export_client(app: &App, client: &str, to: &Path) -> Result<usize, Error> {
    let wanted = client.to_owned();
    let tables = app.db.snapshot(|conn| of_client(conn, &wanted))?;
    let id = text(&tables["clients"][0], "id");
    let mut archive = Writer::create(to)?;
    let readme = app.pages.texts.get("export-client-readme");
    archive.add("README.txt", readme.as_bytes())?;
    archive.add("data.json", &serde_json::to_vec_pretty(&tables)?)?;
    for consent in rows(&tables, "consents") {
        let folder = format!("consents/{}", text(consent, "id"));
        let kept = |column: &str| consent.get(column).and_then(Value::as_str);
        let (document, evidence) = (kept("document"), kept("evidence"));
        for (file, bytes) in consents::signed_files(document, evidence, kept("signature")) {
            archive.add(&format!("{folder}/{file}"), &bytes)?;
        }
    }
    let pictures = pictures(app, &tables, &mut archive).await?;
    archive.finish()?;
    record(app, "export.client", &format!("client:{id}"), pictures)?;
    Ok(pictures)
}

/// Exports the whole clinic: each table as JSON, each photo with its versions.
///
/// # Errors
/// When database, store or disk don't answer.
pub async fn export_clinic(app: &App, to: &Path) -> Result<usize, Error> {
    let tables = app.db.snapshot(of_clinic)?;
    let mut archive = Writer::create(to)?;
    let readme = app.pages.texts.get("export-clinic-readme");
    archive.add("README.txt", readme.as_bytes())?;
    for (name, rows) in &tables {
        archive.add(
            &format!("data/{name}.json"),
            &serde_json::to_vec_pretty(rows)?,
        )?;
    }
    let pictures = pictures(app, &tables, &mut archive).await?;
    archive.finish()?;
    record(app, "export.clinic", "clinic", pictures)?;
    Ok(pictures)
}

fn record(app: &App, verb: &str, subject: &str, pictures: usize) -> Result<(), Error> {
    let detail = json!({ "pictures": pictures });
    app.db
        .write_blocking(|conn| audit::record(conn, &Doer::System, verb, subject, &detail))
}

fn of_clinic(conn: &mut Conn) -> Result<Tables, Error> {
    let mut tables = Tables::new();
    for table in portable::tables(conn)? {
        if CLOSED.contains(&table.name.as_str()) {
            continue;
        }
        let kept = tables.entry(table.name.clone()).or_default();
        portable::read_rows(conn, &table, |mut row| {
            row.remove("password_hash");
            kept.push(row);
            Ok(())
        })?;
    }
    Ok(tables)
}

/// Rows that carry the client's id, and rows that belong to one of those.
fn of_client(conn: &mut Conn, wanted: &str) -> Result<Tables, Error> {
    let mut tables = Tables::new();
    let mut all = portable::tables(conn)?;
    all.retain(|table| !CLOSED.contains(&table.name.as_str()));
    if let Some(table) = all.iter().find(|table| table.name == "clients") {
        collect(conn, &mut tables, table, |row| {
            [text(row, "id"), text(row, "public_id")].contains(&wanted)
        })?;
    }
    let id = match rows(&tables, "clients").next() {
        Some(client) => text(client, "id").to_owned(),
        None => return Err(Error::NotFound),
    };
    let has = |table: &portable::Table, name: &str| table.columns.iter().any(|c| c.name == name);
    for table in all.iter().filter(|table| has(table, "client_id")) {
        collect(conn, &mut tables, table, |row| text(row, "client_id") == id)?;
    }
    for table in all.iter().filter(|table| !has(table, "client_id")) {
        let parent = PARENTS.iter().find(|(column, _)| has(table, column));
        if let Some((column, parent)) = parent {
            let ids: HashSet<String> = rows(&tables, parent)
                .map(|row| text(row, "id").to_owned())
                .collect();
            collect(conn, &mut tables, table, |row| {
                ids.contains(text(row, column))
            })?;
        }
    }
    Ok(tables)
}

fn collect(
    conn: &mut Conn,
    tables: &mut Tables,
    table: &portable::Table,
    belongs: impl Fn(&Row) -> bool,
) -> Result<(), Error> {
    let kept = tables.entry(table.name.clone()).or_default();
    portable::read_rows(conn, table, |row| {
        if belongs(&row) {
            kept.push(row);
        }
        Ok(())
    })
}

/// The original and all versions of each photo, videos, and the pages of what was signed on paper. What is gone (withdrawn) is left out.
async fn pictures(app: &App, tables: &Tables, archive: &mut Writer) -> Result<usize, Error> {
    let mut count = 0;
    let originals = rows(tables, "photos").map(|row| {
        let name = format!("photos/{}/original.{}", text(row, "id"), text(row, "kind"));
        (name, object_key(text(row, "object_id"), None), row)
    });
    let versions = rows(tables, "renditions").map(|row| {
        let (format, edits) = (text(row, "format"), text(row, "edits_sha256"));
        let name = format!(
            "photos/{}/{}-level{}-{}.{format}",
            text(row, "photo_id"),
            edits.get(..8).unwrap_or(edits),
            number(row, "level"),
            number(row, "width"),
        );
        (name, object_key(text(row, "object_id"), Some(format)), row)
    });
    let scans = rows(tables, "consent_scans").map(|row| {
        let name = format!(
            "consents/{}/scan-{}.jpg",
            text(row, "consent_id"),
            number(row, "page")
        );
        let key = ObjectId::parse(text(row, "object_id")).map(StorageKey::Scan);
        (name, key, row)
    });
    let videos = rows(tables, "videos").map(|row| {
        let name = format!("videos/{}/original.mp4", text(row, "id"));
        (name, object_key(text(row, "object_id"), None), row)
    });
    let films = rows(tables, "video_files").map(|row| {
        let format = text(row, "format");
        let name = format!("videos/{}/web.{format}", text(row, "video_id"));
        (name, object_key(text(row, "object_id"), Some(format)), row)
    });
    let all = originals.chain(versions).chain(scans);
    for (name, key, row) in all.chain(videos).chain(films) {
        let Some(key) = key.filter(|_| is_plain(&name)) else {
            continue;
        };
        let Some(whole) = Whole::of(row) else {
            continue;
        };
        if let Some(fetched) = fetch(app, &key, &whole).await? {
            fetched.add_to(archive, &name)?;
            count += 1;
        }
    }
    Ok(count)
}

fn rows<'a>(tables: &'a Tables, name: &str) -> impl Iterator<Item = &'a Row> {
    tables.get(name).into_iter().flatten()
}

fn text<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn number(row: &Row, name: &str) -> i64 {
    row.get(name).and_then(Value::as_i64).unwrap_or_default()
}
