//! Somebody signs and decides for a client: from then on questions, codes and receipts go to them.

use std::time::Duration as Wait;

use super::web::lost::SendManageLink;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::clients::{self, NewRepresentative};
use crate::consents;
use crate::db::{ClientId, Conn};
use crate::error::Error;
use crate::jobs;

/// How often it is looked for those who turned 18.
const PAUSE: Wait = Wait::from_secs(60 * 60);

/// Writes down who acts for a client from now on. Whoever was asked before is not asked any more.
///
/// # Errors
/// As those of [`clients::name_representative`].
pub fn represent(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    new: &NewRepresentative,
) -> Result<(), Error> {
    clients::name_representative(conn, actor, client, new)?;
    consents::hand_over(conn, client)
}

/// The client acts for themselves again.
///
/// # Errors
/// As those of [`clients::end_representative`].
pub fn represent_self(conn: &mut Conn, actor: &Actor, client: &ClientId) -> Result<(), Error> {
    clients::end_representative(conn, actor, client)?;
    consents::hand_over(conn, client)
}

/// Mails the link with which everything can be seen and taken back to who acts for the client. Says whether it goes out: not
/// without an address, nor twice within the hour.
///
/// # Errors
/// `Forbidden` without the role staff; `NotFound`.
pub fn mail_link(conn: &mut Conn, actor: &Actor, client: &ClientId) -> Result<bool, Error> {
    actor.require(Role::Staff)?;
    if clients::address(conn, client)?.is_none() {
        return Ok(false);
    }
    let Some(link) = consents::send_again(conn, &actor.doer(), client)? else {
        return Ok(false);
    };
    let client = client.clone();
    jobs::enqueue(conn, &SendManageLink { link, client })?;
    Ok(true)
}

/// Looks now and every hour whether somebody turned 18, for as long as the program runs.
pub async fn keep_of_age(app: App) {
    loop {
        match app.db.write(consents::suspend_of_age).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(
                count,
                "clients turned 18: what was signed for them is on hold"
            ),
            Err(error) => tracing::warn!(%error, "ages can't be looked at now"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
