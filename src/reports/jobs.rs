//! The alarm by mail.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::queries;
use crate::accounts;
use crate::app::App;
use crate::db::UserId;
use crate::error::Error;
use crate::jobs::{Job, Lease};
use crate::mail::Mail;
use crate::stories;

/// Mails one moderator that a story was reported, with the way to the page where it is settled. What was written is on
/// that page alone. Without a mail server the page is the alarm.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellModerator {
    pub report: String,
    pub moderator: UserId,
}

impl Job for TellModerator {
    const NAME: &'static str = "tell_moderator";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let report = self.report.clone();
        let found = app.db.read(move |conn| {
            let report = queries::report(conn, &report)?;
            let story = stories::story(conn, &report.story_id)?;
            let moderator = accounts::user(conn, &self.moderator)?;
            Ok((report, story.slug, moderator))
        });
        let (report, slug, moderator) = found.await?;
        if report.settled_at.is_none() && moderator.disabled_at.is_none() {
            let page = format!("/moderation/reports/{}", report.id);
            let values = json!({
                "name": moderator.name,
                "reason": report.reason,
                "story": app.config.web.link(&format!("/stories/{slug}")),
                "url": app.config.web.link(&page),
            });
            let mail = Mail {
                to: moderator.email,
                subject: app
                    .pages
                    .render("mail/report/subject.txt", &values)?
                    .trim()
                    .to_owned(),
                text: app.pages.render("mail/report/body.txt", &values)?,
                html: None,
            };
            app.mailer.send(&mail).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
