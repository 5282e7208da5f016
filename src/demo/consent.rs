//! Asks a person of the demo and signs for them, through the same steps as the client's pages.

use serde_json::json;

use super::people::Person;
use crate::accounts::Actor;
use crate::audit::Doer;
use crate::config::Config;
use crate::consents::{
    self, Asked, ClientSession, CodeCheck, Consent, LinkPurpose, Method, ReceiptHow, SignedOn,
};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;
use crate::signing;
use crate::testimonials::{self, Told};

/// Asks, and gives the address of the private link too.
pub(super) fn ask(
    conn: &mut Conn,
    config: &Config,
    staff: &Actor,
    person: &Person,
    (client, case): (&ClientId, &CaseId),
) -> Result<Asked, Error> {
    let method = if person.said.tablet {
        Method::Tablet
    } else {
        Method::Link
    };
    consents::ask(conn, config, staff, client, case, method)
}

/// Opens the link, answers every question, tells, and signs.
pub(super) fn sign(
    conn: &mut Conn,
    config: &Config,
    staff: &Actor,
    person: &Person,
    asked: &Asked,
) -> Result<(), Error> {
    let session = open(conn, config, staff, person, asked)?;
    answer(conn, &session, person)?;
    if let Some(told) = told(person) {
        testimonials::tell(conn, &session, &told)?;
    }
    let consent = consents::consent(conn, &asked.consent)?;
    let mut asking = signing::gather(conn, consent)?;
    asking.answers.facts = Some(person.facts().into_iter().map(|(name, _)| name).collect());
    let until = consents::end_of(conn.now()?);
    let circumstances = json!({ "address": "127.0.0.1", "user_agent": "candor demo",
        "delivery": if person.said.tablet { "tablet" } else { "link" }, "locale": "en" });
    let signature = asking.signature(conn, person.name, until, circumstances)?;
    consents::sign(conn, config, SignedOn::Screen(&session), &signature)?;
    consents::close_session(conn, &session)
}

/// A session that may see and grant: with the member of staff as witness, or after the code that staff say.
fn open(
    conn: &mut Conn,
    config: &Config,
    staff: &Actor,
    person: &Person,
    asked: &Asked,
) -> Result<ClientSession, Error> {
    let link = consents::link_by_id(conn, &asked.link)?;
    let witness = person.said.tablet.then_some(&staff.id);
    let secret = consents::open_session(conn, &link, witness)?;
    let session = consents::session(conn, &secret)?.ok_or(Error::NotFound)?;
    if session.is_confirmed() {
        return Ok(session);
    }
    let code = consents::code_for_link(conn, config, staff, &asked.consent)?;
    match consents::check_code(conn, config, &session, &code)? {
        CodeCheck::Confirmed => consents::session(conn, &secret)?.ok_or(Error::NotFound),
        _ => Err(Error::internal("a code just made was refused")),
    }
}

fn answer(conn: &mut Conn, session: &ClientSession, person: &Person) -> Result<(), Error> {
    let consent = consents::consent(conn, &session.link.consent_id)?;
    let mut asking = signing::gather(conn, consent)?;
    let shown = asking.photos.iter().map(|photo| photo.id.to_string());
    asking.answers.photos = shown.map(|id| (id, true)).collect();
    asking.answers.level = Some(person.said.level);
    asking.answers.place = Some(person.said.place);
    asking.answers.name = Some(person.said.name);
    asking.answers.words = Some(person.said.rating.is_some());
    consents::record_answers(conn, &asking.consent, &asking.answers)
}

fn told(person: &Person) -> Option<Told> {
    let rating = person.said.rating?;
    Some(Told {
        words: person.text.part("words").to_owned(),
        rating: Some(rating),
        incentive: if person.said.discount {
            "discount"
        } else {
            "none"
        }
        .to_owned(),
        incentive_tied: false,
        insider: "none".to_owned(),
    })
}

/// The receipt arrives: printed after the tablet, else shown on the client's own screen.
pub(super) fn hand_over(
    conn: &mut Conn,
    staff: &Actor,
    person: &Person,
    asked: &Asked,
) -> Result<Consent, Error> {
    let consent = consents::consent(conn, &asked.consent)?;
    let client = Doer::Client(consent.client_id.to_string());
    let (doer, how) = if person.said.tablet {
        (staff.doer(), ReceiptHow::Printed)
    } else {
        (client, ReceiptHow::Shown)
    };
    consents::deliver_receipt(conn, &consent, &doer, how)?;
    consents::consent(conn, &asked.consent)
}

/// The address of a link, as long as it can be used.
pub(super) fn address(
    conn: &mut Conn,
    config: &Config,
    link: &str,
    purpose: LinkPurpose,
) -> Option<String> {
    let url = consents::invite_url(config, link, purpose);
    let token = url.rsplit('/').next()?;
    consents::token_link(conn, token).ok()?;
    Some(url)
}
