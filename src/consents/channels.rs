//! Places that the clinic uses: only those are offered when a client is asked. What was granted for others before stays where
//! it is, visible and revocable.

use diesel::prelude::*;
use serde_json::json;

use super::consent::Channel;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::Conn;
use crate::db::schema::used_channels;
use crate::error::Error;

/// The places that may be asked for, in their usual order; the website is always one of them.
///
/// # Errors
/// When the database does not answer.
pub fn channels_used(conn: &mut Conn) -> Result<Vec<Channel>, Error> {
    let stored: Vec<String> = used_channels::table
        .select(used_channels::channel)
        .load(&mut **conn)?;
    let used =
        |one: &Channel| *one == Channel::Website || stored.iter().any(|name| name == one.as_str());
    Ok(Channel::ALL.iter().copied().filter(used).collect())
}

/// Chooses which places clients are asked about from now on. Nothing that was granted changes.
///
/// # Errors
/// `Forbidden` without the role admin.
pub fn choose_channels(conn: &mut Conn, actor: &Actor, chosen: &[Channel]) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let before = channels_used(conn)?;
    let now = conn.now()?;
    for channel in Channel::ALL.iter().copied() {
        let wanted = channel == Channel::Website || chosen.contains(&channel);
        if wanted && !before.contains(&channel) {
            diesel::insert_into(used_channels::table)
                .values((
                    used_channels::channel.eq(channel.as_str()),
                    used_channels::since.eq(now),
                    used_channels::chosen_by.eq(Some(actor.id.as_str())),
                ))
                .execute(&mut **conn)?;
        }
        if !wanted {
            diesel::delete(used_channels::table.find(channel.as_str())).execute(&mut **conn)?;
        }
    }
    let names = |all: &[Channel]| all.iter().map(|one| one.as_str()).collect::<Vec<_>>();
    let after = channels_used(conn)?;
    let detail = json!({ "before": names(&before), "after": names(&after) });
    audit::record(conn, &actor.doer(), "channels.choose", "clinic:1", &detail)
}
