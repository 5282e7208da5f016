//! A link that was lost: the manage link again, to the address on file and nowhere else.

use chrono::Duration;
use diesel::prelude::*;

use super::asking::event;
use crate::audit::Doer;
use crate::clients;
use crate::db::schema::{client_links, consent_events};
use crate::db::{ClientId, Conn, ConsentId};
use crate::error::Error;

/// What the event is called.
const SENT_AGAIN: &str = "link_sent";
/// Not more often, whoever asks: a mailbox is no target.
const PAUSE: Duration = Duration::hours(1);

/// The newest manage link of a client, to be mailed again; `None` when there is none, or it was mailed a moment ago.
///
/// # Errors
/// When the database does not answer.
pub fn send_again(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
) -> Result<Option<String>, Error> {
    clients::lock(conn, client)?;
    let since = conn.now()? - PAUSE;
    let lately: i64 = consent_events::table
        .filter(consent_events::client_id.eq(client.as_str()))
        .filter(consent_events::verb.eq(SENT_AGAIN))
        .filter(consent_events::at.gt(since))
        .count()
        .get_result(&mut **conn)?;
    if lately > 0 {
        return Ok(None);
    }
    let link: Option<(String, ConsentId)> = client_links::table
        .filter(client_links::client_id.eq(client.as_str()))
        .filter(client_links::purpose.eq("manage"))
        .filter(client_links::revoked_at.is_null())
        .order((client_links::created_at.desc(), client_links::id))
        .select((client_links::id, client_links::consent_id))
        .first(&mut **conn)
        .optional()?;
    let Some((link, consent)) = link else {
        return Ok(None);
    };
    event(conn, &consent, client, &doer.to_string(), SENT_AGAIN, "")?;
    Ok(Some(link))
}
