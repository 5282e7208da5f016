//! The clinic's logo on its photos. Which logo stands on a photo is one of the photo's edits; so a logo that was ever put on
//! photos is kept, and the same photo can be made anew the same.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use diesel::prelude::*;
use serde_json::json;

use super::actions::next_revision;
use super::{logo, queries};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::db::schema::{clinic, watermarks};
use crate::error::Error;

/// The name of the logo that is put on photos uploaded or edited from now on; `None` while none shall.
///
/// # Errors
/// When the database does not answer.
pub fn watermark(conn: &mut Conn) -> Result<Option<String>, Error> {
    let clinic = queries::clinic(conn)?;
    Ok(clinic.logo_sha256.filter(|_| clinic.watermark))
}

/// The file of a logo that was put on photos.
///
/// # Errors
/// `NotFound` for one that never was.
pub fn watermark_png(conn: &mut Conn, name: &str) -> Result<Vec<u8>, Error> {
    let text: String = watermarks::table
        .find(name)
        .select(watermarks::png)
        .first(&mut **conn)?;
    STANDARD
        .decode(text)
        .map_err(|e| Error::internal(format!("watermark: {e}")))
}

/// Whether the logo is put on photos uploaded or edited from now on; all others stay as they are.
///
/// # Errors
/// `Invalid` without a logo; `Conflict` when the clinic was changed meanwhile; `Unavailable` when the store does not answer.
pub async fn set_watermark(app: &App, actor: &Actor, seen: i32, on: bool) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let png = match on {
        true => logo::present(app).await?,
        false => None,
    };
    if on && png.is_none() {
        return Err(Error::field("watermark", "watermark-needs-logo"));
    }
    let actor = actor.clone();
    app.db
        .write(move |conn| {
            next_revision(conn, seen)?;
            diesel::update(clinic::table.find(1))
                .set(clinic::watermark.eq(on))
                .execute(&mut **conn)?;
            if let Some((name, png)) = &png {
                keep(conn, name, png)?;
            }
            let detail = json!({ "on": on });
            audit::record(conn, &actor.doer(), "watermark.edit", "clinic:1", &detail)
        })
        .await
}

/// Keeps a logo for as long as there may be photos that it stands on.
pub(super) fn keep(conn: &mut Conn, name: &str, png: &[u8]) -> Result<(), Error> {
    let known: i64 = watermarks::table
        .find(name)
        .count()
        .get_result(&mut **conn)?;
    if known == 0 {
        let now = conn.now()?;
        diesel::insert_into(watermarks::table)
            .values((
                watermarks::sha256.eq(name),
                watermarks::png.eq(STANDARD.encode(png)),
                watermarks::kept_at.eq(now),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}
