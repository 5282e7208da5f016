//! The mail to the clinic.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::enquiry::Enquiry;
use crate::app::App;
use crate::clinic;
use crate::db::schema::enquiries;
use crate::db::{Conn, StoryId};
use crate::error::Error;
use crate::jobs::{Job, Lease};
use crate::mail::{Mail, Sent};
use crate::stories;

/// Mails a question; when the mail server has taken it, nothing of it is left here.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendEnquiry {
    pub enquiry: String,
}

impl Job for SendEnquiry {
    const NAME: &'static str = "send_enquiry";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let id = self.enquiry;
        let (asked, path, to) = app.db.read(move |conn| gather(conn, &id)).await?;
        if to.is_empty() {
            return Err(Error::unavailable("no address for enquiries is set"));
        }
        let values = json!({
            "name": asked.name,
            "contact": asked.contact,
            "call_at": asked.call_at,
            "question": asked.question,
            "url": app.config.web.link(&path),
        });
        // Nothing that a visitor wrote stands in a header.
        let mail = Mail {
            to,
            subject: app
                .pages
                .render("mail/enquiry/subject.txt", &values)?
                .trim()
                .to_owned(),
            text: app.pages.render("mail/enquiry/body.txt", &values)?,
            html: None,
        };
        if app.mailer.send(&mail).await? == Sent::NotConfigured {
            return Err(Error::unavailable("no mail server is set"));
        }
        // The job's row takes the question with it.
        app.db.write(move |conn| lease.finish(conn)).await
    }
}

fn gather(conn: &mut Conn, id: &str) -> Result<(Enquiry, String, String), Error> {
    let (asked, story): (Enquiry, StoryId) = enquiries::table
        .find(id)
        .select((Enquiry::as_select(), enquiries::story_id))
        .first(&mut **conn)?;
    let story = stories::story(conn, &story)?;
    let to = clinic::clinic(conn)?.enquiry_email;
    Ok((asked, format!("/stories/{}", story.slug), to))
}
