//! The receipt: what was allowed, until when, and the link that takes it back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::stands_for::StandsFor;
use crate::app::App;
use crate::audit::Doer;
use crate::clients;
use crate::clinic;
use crate::config::Config;
use crate::consents::{self, Consent, Grant, LinkPurpose, ReceiptHow};
use crate::db::{Conn, ConsentId};
use crate::error::Error;
use crate::imaging::Level;
use crate::jobs::{Job, Lease};
use crate::mail::{Mail, Sent};
use crate::web::Language;

/// What a receipt shows.
#[derive(Serialize)]
pub struct Receipt {
    pub clinic: String,
    /// Of the text that was signed.
    pub language: Language,
    /// IANA name; the dates are shown in it.
    pub zone: String,
    pub consent: Consent,
    /// Where somebody else signed for the client.
    pub stands_for: Option<StandsFor>,
    pub grants: Vec<Grant>,
    /// Number of photos, not of grants.
    pub photos: usize,
    pub channels: Vec<String>,
    pub attribution: Option<String>,
    pub words: bool,
    pub video: bool,
    pub facts: bool,
    /// Names of the levels granted, from the least on.
    pub levels: Vec<&'static str>,
    /// Tag and Markdown as HTML of each block of the text.
    pub text: Vec<(String, String)>,
    /// The day beside the signature, where it was signed on paper.
    pub on_paper: Option<NaiveDate>,
    pub manage_url: String,
    pub qr: String,
}

/// Gathers a receipt.
///
/// # Errors
/// `NotFound` before the consent was signed.
pub fn receipt(conn: &mut Conn, config: &Config, id: &ConsentId) -> Result<Receipt, Error> {
    let consent = consents::consent(conn, id)?;
    let link = consents::manage_link(conn, id)?.ok_or(Error::NotFound)?;
    let grants = consents::grants_of(conn, id)?;
    let mut channels: Vec<String> = grants.iter().map(|g| g.channel.clone()).collect();
    // The website before the search engines that find it.
    channels.sort_unstable_by(|a, b| b.cmp(a));
    channels.dedup();
    let mut photos: Vec<&str> = grants
        .iter()
        .filter(|g| g.what == "photo")
        .map(|g| g.subject_id.as_str())
        .collect();
    photos.sort_unstable();
    photos.dedup();
    let mut levels: Vec<Level> = grants
        .iter()
        .filter(|g| g.what == "photo")
        .filter_map(|g| Level::try_from(g.level).ok())
        .collect();
    levels.sort();
    levels.dedup();
    let levels = levels.into_iter().map(Level::as_str).collect();
    let manage_url = consents::invite_url(config, &link, LinkPurpose::Manage);
    let clinic = clinic::clinic(conn)?;
    Ok(Receipt {
        clinic: clinic.name,
        language: consents::language(conn, id)?,
        zone: clinic.time_zone,
        photos: photos.len(),
        channels,
        attribution: grants
            .iter()
            .find(|g| g.what == "name")
            .map(|g| g.source.clone()),
        words: grants.iter().any(|g| g.what == "words"),
        video: grants.iter().any(|g| g.what == "video"),
        facts: grants.iter().any(|g| g.what == "facts"),
        levels,
        text: consents::text(conn, &consent.text_id)?
            .blocks()
            .into_iter()
            .map(|(tag, body)| (tag, crate::web::markdown::to_html(&body)))
            .collect(),
        on_paper: match consents::paper(conn, id)?.filter(|_| consent.is_on_paper()) {
            Some(paper) => paper.read()?.map(|read| read.signed_on),
            None => None,
        },
        qr: crate::web::qr::svg(&manage_url)?,
        stands_for: StandsFor::signed(conn, &consent)?,
        manage_url,
        grants,
        consent,
    })
}

/// Mails the receipt; when the mail server has taken it, the consent lives (G11, F16).
#[derive(Debug, Serialize, Deserialize)]
pub struct SendReceipt {
    pub consent: ConsentId,
}

impl Job for SendReceipt {
    const NAME: &'static str = "send_receipt";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let (config, id) = (app.config.clone(), self.consent.clone());
        let (receipt, email) = app
            .db
            .read(move |conn| {
                let receipt = receipt(conn, &config, &id)?;
                let to = clients::address(conn, &receipt.consent.client_id)?;
                Ok((receipt, to))
            })
            .await?;
        let sent = match email {
            None => Sent::NotConfigured,
            Some(to) => {
                let values = json!({
                    "clinic": receipt.clinic,
                    "zone": receipt.zone,
                    "url": receipt.manage_url,
                    "until": receipt.consent.expires_at.ok_or(Error::NotFound)?,
                });
                let mail = Mail {
                    to,
                    subject: app
                        .pages
                        .render_in(receipt.language, "mail/receipt/subject.txt", &values)?
                        .trim()
                        .to_owned(),
                    text: app.pages.render_in(
                        receipt.language,
                        "mail/receipt/body.txt",
                        &values,
                    )?,
                    html: None,
                };
                app.mailer.send(&mail).await?
            }
        };
        app.db
            .write(move |conn| {
                lease.finish(conn)?;
                if sent == Sent::Accepted {
                    match consents::deliver_receipt(
                        conn,
                        &receipt.consent,
                        &Doer::System,
                        ReceiptHow::Mail,
                    ) {
                        // Withdrawn before the mail arrived: nothing comes to life.
                        Ok(()) | Err(Error::Conflict) => {}
                        Err(error) => return Err(error),
                    }
                }
                Ok(())
            })
            .await
    }
}
