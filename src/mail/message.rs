//! From our [`Mail`] to the bytes of RFC 5322, refusing what could add headers (S26).

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use super::{Mail, MailError};

/// Refuses line breaks and other control characters in what becomes a header, and anything but one bare address.
pub(super) fn check(mail: &Mail) -> Result<Address, MailError> {
    let refuse = |what: &str| Err(MailError::Refused(what.to_owned()));
    if mail.subject.chars().any(char::is_control) {
        return refuse("the subject must be one line");
    }
    if mail.to.chars().any(char::is_control) {
        return refuse("the address must be one line");
    }
    match mail.to.trim().parse::<Address>() {
        Ok(address) => Ok(address),
        Err(_) => refuse("not an email address"),
    }
}

/// The whole message, with date and a random id that tells nothing about the machine.
pub(super) fn build(mail: &Mail, from: &Mailbox) -> Result<Message, MailError> {
    let id = format!("<{}@{}>", uuid::Uuid::now_v7(), from.email.domain());
    let builder = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, check(mail)?))
        .subject(mail.subject.as_str())
        .message_id(Some(id))
        .raw_header(HeaderValue::new(
            // Keeps out-of-office answers away (RFC 3834).
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    let text = mail.text.clone();
    let built = match &mail.html {
        None => builder.header(ContentType::TEXT_PLAIN).body(text),
        Some(html) => builder.multipart(MultiPart::alternative_plain_html(text, html.clone())),
    };
    built.map_err(|e| MailError::Refused(format!("can't be written: {e}")))
}

/// The sender: `clinic@example.org` or `The Clinic <clinic@example.org>`.
pub(super) fn sender(text: &str) -> Result<Mailbox, MailError> {
    text.parse()
        .map_err(|e| MailError::Refused(format!("the sender's address: {e}")))
}
