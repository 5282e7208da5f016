//! How mail leaves, and what is refused on the way.

mod delivery;
mod smtp;

use candor::mail::Mail;

pub fn mail() -> Mail {
    Mail {
        to: "marc@example.org".to_owned(),
        subject: "Your photos – la vôtre".to_owned(),
        text: "Hello Marc,\n.\nthe link: https://example.org/m/abc\n".to_owned(),
        html: None,
    }
}
