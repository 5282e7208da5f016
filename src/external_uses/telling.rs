//! Telling staff that something has to come down elsewhere: as soon as it is so, once.

use std::time::Duration as Wait;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::external_use::ExternalUse;
use super::queries::{self, Standing};
use crate::accounts::{self, Role};
use crate::app::App;
use crate::db::schema::external_uses;
use crate::db::{Conn, UserId};
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::mail::Mail;

/// How often the end of a grant's time is looked for; what people do is told at once.
const PAUSE: Wait = Wait::from_secs(60 * 60);

/// Looks now and every hour, for as long as the program runs.
pub async fn keep_told(app: App) {
    loop {
        match app.db.write(tell_due).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "copies elsewhere have to come down"),
            Err(error) => tracing::warn!(%error, "copies elsewhere can't be looked at now"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Has those told who recorded a copy that has to come down now, and the admins; each copy once. Says how many copies.
///
/// # Errors
/// When the database refuses.
pub fn tell_due(conn: &mut Conn) -> Result<usize, Error> {
    let there = queries::still_there(conn)?;
    let told = |one: &ExternalUse, standing: Standing| match (standing, one.told_at) {
        (Standing::Due, None) => Some(true),
        // Allowed again: should it ever have to come down, that is news.
        (Standing::Allowed, Some(_)) => Some(false),
        _ => None,
    };
    let (mut due, mut again) = (Vec::new(), Vec::new());
    for (one, standing) in &there {
        match told(one, *standing) {
            Some(true) => due.push(one),
            Some(false) => again.push(one),
            None => {}
        }
    }
    let now = conn.now()?;
    for (of, at) in [(&due, Some(now)), (&again, None)] {
        let ids = of.iter().map(|one| one.id.as_str());
        diesel::update(external_uses::table.filter(external_uses::id.eq_any(ids)))
            .set(external_uses::told_at.eq(at))
            .execute(&mut **conn)?;
    }
    if due.is_empty() {
        return Ok(0);
    }
    let mut people = accounts::users_with_role(conn, Some(Role::Admin))?;
    people.extend(due.iter().map(|one| one.recorded_by.clone()));
    people.sort_unstable();
    people.dedup();
    for user in people {
        jobs::enqueue(conn, &TellDue { user })?;
    }
    Ok(due.len())
}

/// Mails one member that there is something to take down. The mail names nobody.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellDue {
    pub user: UserId,
}

impl Job for TellDue {
    const NAME: &'static str = "tell_due";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let user = app
            .db
            .read(move |conn| accounts::user(conn, &self.user))
            .await?;
        if user.disabled_at.is_none() {
            let values = json!({ "url": app.config.web.link("/staff/duties") });
            let mail = Mail {
                to: user.email,
                subject: app
                    .pages
                    .render("mail/duties/subject.txt", &values)?
                    .trim()
                    .to_owned(),
                text: app.pages.render("mail/duties/body.txt", &values)?,
                html: None,
            };
            app.mailer.send(&mail).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
