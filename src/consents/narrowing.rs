//! Narrowing: what was granted of a photo goes on as less, under the same signature and until the same day.

use diesel::prelude::*;

use super::consent::Grant;
use crate::db::schema::{grants, publications};
use crate::db::{CaseId, ClientId, Conn, Id};
use crate::error::Error;
use crate::imaging::Level;

/// Makes the narrower grant that follows an ended one. What is published at the lower level already goes on under it;
/// whatever shows more stays with the ended grant, for the caller to end.
pub(super) fn narrow(
    conn: &mut Conn,
    client: &ClientId,
    case: &CaseId,
    ended: &Grant,
    level: Level,
) -> Result<(), Error> {
    let (id, now) = (Id::<()>::new(), conn.now()?);
    diesel::insert_into(grants::table)
        .values((
            grants::id.eq(id.as_str()),
            grants::consent_id.eq(ended.consent_id.as_str()),
            grants::client_id.eq(client.as_str()),
            grants::case_id.eq(case.as_str()),
            grants::what.eq(&ended.what),
            grants::subject_id.eq(&ended.subject_id),
            grants::source_sha256.eq(&ended.source_sha256),
            grants::source.eq(&ended.source),
            grants::channel.eq(&ended.channel),
            grants::level.eq(i32::from(level)),
            grants::attribution.eq(ended.attribution.as_deref()),
            grants::valid_from.eq(ended.valid_from.max(now)),
            grants::expires_at.eq(ended.expires_at),
            grants::paused_at.eq(ended.paused_at),
        ))
        .execute(&mut **conn)?;
    diesel::update(
        publications::table
            .filter(publications::grant_id.eq(&ended.id))
            .filter(publications::unpublished_at.is_null())
            .filter(publications::level.le(i32::from(level))),
    )
    .set(publications::grant_id.eq(id.as_str()))
    .execute(&mut **conn)?;
    Ok(())
}
