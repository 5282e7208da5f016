//! The mail before the end of a yes: one question, with the private link. Doing nothing lets it end.

use std::time::Duration as Wait;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::clinic;
use crate::consents::{self, LinkPurpose};
use crate::db::ConsentId;
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::mail::Mail;

/// How often it is looked for ends that have come near.
const PAUSE: Wait = Wait::from_secs(60 * 60);

/// Looks now and every hour, for as long as the program runs. Without mail there is nothing to do: staff see it on the desk.
pub async fn keep_reminded(app: App) {
    while app.mailer.is_configured() {
        match remind(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "clients are reminded of an end"),
            Err(error) => tracing::warn!(%error, "clients can't be reminded now"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Has each client reminded whose time it is, in a transaction of its own. Says how many.
///
/// # Errors
/// When the database refuses: those before are reminded, the rest with the next look.
pub async fn remind(app: &App) -> Result<usize, Error> {
    let mut count = 0;
    for due in app.db.read(consents::reminders_due).await? {
        let taken = app.db.write(move |conn| {
            let taken = consents::take_reminder(conn, &due)?;
            if taken {
                let consent = due.consent.clone();
                jobs::enqueue(conn, &SendReminder { consent })?;
            }
            Ok(taken)
        });
        count += usize::from(taken.await?);
    }
    Ok(count)
}

/// Mails a reminder, unless its consent was taken back, paused or signed anew meanwhile.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendReminder {
    pub consent: ConsentId,
}

impl Job for SendReminder {
    const NAME: &'static str = "send_reminder";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let id = self.consent;
        let asked = app
            .db
            .read(move |conn| {
                let owner = consents::consent(conn, &id)?.client_id;
                let near = consents::ending(conn, Some(&owner))?;
                let near = near.into_iter().find(|one| one.consent == id);
                let Some(ending) = near.filter(|one| one.let_end_at.is_none()) else {
                    return Ok(None);
                };
                let (to, clinic) = (clients::address(conn, &owner)?, clinic::clinic(conn)?);
                let language = consents::language(conn, &id)?;
                let link = consents::manage_link(conn, &id)?.ok_or(Error::NotFound)?;
                Ok(to.map(|to| (to, clinic, language, link, ending)))
            })
            .await?;
        if let Some((to, clinic, language, link, ending)) = asked {
            let url = consents::invite_url(&app.config, &link, LinkPurpose::Manage);
            let values = json!({ "clinic": clinic.name, "zone": clinic.time_zone, "url": url, "until": ending.until });
            let page = |name: &str| app.pages.render_in(language, name, &values);
            let mail = Mail {
                to,
                subject: page("mail/reminder/subject.txt")?.trim().to_owned(),
                text: page("mail/reminder/body.txt")?,
                html: None,
            };
            app.mailer.send(&mail).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
