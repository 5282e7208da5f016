//! A mail as lettre sends it.

use lettre::Message;
use lettre::message::{Mailbox, MultiPart, SinglePart};

use super::{Mail, MailError};

/// # Errors
/// `Refused` when an address is none.
pub(super) fn build(mail: &Mail, from: &str) -> Result<Message, MailError> {
    let address = |text: &str| {
        text.parse::<Mailbox>()
            .map_err(|e| MailError::Refused(format!("address: {e}")))
    };
    let message = Message::builder()
        .from(address(from)?)
        .to(address(&mail.to)?)
        .subject(mail.subject.clone());
    let built = match &mail.html {
        None => message.singlepart(SinglePart::plain(mail.text.clone())),
        Some(html) => message.multipart(MultiPart::alternative_plain_html(
            mail.text.clone(),
            html.clone(),
        )),
    };
    built.map_err(|e| MailError::Refused(format!("mail: {e}")))
}
