//! The pages of a signed sheet: pictures of our own making, kept for as long as the consent is.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::open_paper;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::clients;
use crate::db::schema::consent_scans;
use crate::db::{Conn, ConsentId, Id, UserId};
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::objects;
use crate::storage::{ObjectId, StorageKey};

/// One page.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = consent_scans)]
pub struct Scan {
    pub page: i32,
    #[serde(skip)]
    pub object_id: String,
    pub sha256: String,
    pub width: i32,
    pub height: i32,
    pub uploaded_at: NaiveDateTime,
    pub uploaded_by: UserId,
}

/// A page that was written into the store a moment ago.
#[derive(Debug, Clone)]
pub struct NewScan {
    pub object: ObjectId,
    pub sha256: String,
    pub width: u32,
    pub height: u32,
}

/// The pages of a sheet, in order.
///
/// # Errors
/// When the database does not answer.
pub fn scans(conn: &mut Conn, consent: &ConsentId) -> Result<Vec<Scan>, Error> {
    Ok(consent_scans::table
        .filter(consent_scans::consent_id.eq(consent.as_str()))
        .order(consent_scans::page)
        .select(Scan::as_select())
        .load(&mut **conn)?)
}

/// Adds a page behind those that are there.
///
/// # Errors
/// `Forbidden` without the role staff; `Conflict` when the sheet was transcribed meanwhile.
pub fn add_scan(
    conn: &mut Conn,
    actor: &Actor,
    consent: &ConsentId,
    new: &NewScan,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let client = super::queries::consent(conn, consent)?.client_id;
    clients::lock(conn, &client)?;
    let (_, paper) = open_paper(conn, consent)?;
    if paper.transcript.is_some() {
        return Err(Error::Conflict);
    }
    objects::own(conn, &new.object)?;
    let page = scans(conn, consent)?.last().map_or(1, |last| last.page + 1);
    let now = conn.now()?;
    let side = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    diesel::insert_into(consent_scans::table)
        .values((
            consent_scans::id.eq(Id::<()>::new().as_str()),
            consent_scans::consent_id.eq(consent.as_str()),
            consent_scans::client_id.eq(client.as_str()),
            consent_scans::page.eq(page),
            consent_scans::object_id.eq(new.object.as_str()),
            consent_scans::sha256.eq(&new.sha256),
            consent_scans::width.eq(side(new.width)),
            consent_scans::height.eq(side(new.height)),
            consent_scans::uploaded_at.eq(now),
            consent_scans::uploaded_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "consent.scan",
        &format!("consent:{consent}"),
        &json!({ "page": page, "sha256": new.sha256 }),
    )
}

/// Removes the pages of a sheet that was not transcribed, with their objects.
///
/// # Errors
/// `Forbidden` without the role staff; `Conflict` when it was transcribed meanwhile.
pub fn drop_scans(conn: &mut Conn, actor: &Actor, consent: &ConsentId) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let (_, paper) = open_paper(conn, consent)?;
    if paper.transcript.is_some() {
        return Err(Error::Conflict);
    }
    let dropped = drop_all(conn, consent)?;
    audit::record(
        conn,
        &actor.doer(),
        "consent.scan.drop",
        &format!("consent:{consent}"),
        &json!({ "pages": dropped }),
    )
}

/// Removes all pages of a sheet, with their objects.
pub(in crate::consents) fn drop_all(conn: &mut Conn, consent: &ConsentId) -> Result<usize, Error> {
    for scan in scans(conn, consent)? {
        let object = scan.object_id;
        jobs::enqueue(conn, &DropScan { object })?;
    }
    let of_consent = consent_scans::consent_id.eq(consent.as_str());
    Ok(diesel::delete(consent_scans::table.filter(of_consent)).execute(&mut **conn)?)
}

/// Removes the object of a page that is not kept any more.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropScan {
    pub object: String,
}

impl Job for DropScan {
    const NAME: &'static str = "drop_scan";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        if let Some(id) = ObjectId::parse(&self.object) {
            app.storage.delete(&StorageKey::Scan(id)).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
