//! Testimonials: the client's own words and rating, told by their private link, never typed by staff.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::audit::{self, Doer};
use crate::clients;
use crate::consents::{self, ClientSession, ConsentState};
use crate::db::schema::testimonials;
use crate::db::{ClientId, Conn, ConsentId, Id, exactly_one};
use crate::error::{Error, FieldErrors};
use crate::hash::sha256;

/// What may have been given in return; anything but `none` is disclosed beside the words (FTC 16 CFR 255).
pub const INCENTIVES: &[&str] = &["none", "discount", "gift", "free_treatment"];
/// How the person belongs to the clinic; anything but `none` is disclosed (FTC 16 CFR 465.5).
pub const INSIDERS: &[&str] = &["none", "staff", "family"];

/// The words of a client, verbatim.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = testimonials)]
pub struct Testimonial {
    pub id: String,
    pub consent_id: ConsentId,
    /// Plain text.
    pub words: String,
    /// 1 to 5.
    pub rating: Option<i32>,
    pub incentive: String,
    /// The incentive depended on what was said: blocks publication (G19).
    pub incentive_tied: bool,
    pub insider: String,
    pub sha256: String,
    pub revision: i32,
    pub submitted_at: NaiveDateTime,
}

impl Testimonial {
    /// Ids of the texts that must stand beside the words.
    pub fn disclosures(&self) -> Vec<String> {
        let mut told = Vec::new();
        if self.incentive != "none" {
            told.push(format!("disclosure-{}", self.incentive.replace('_', "-")));
        }
        if self.insider != "none" {
            told.push(format!("disclosure-{}", self.insider));
        }
        told
    }
}

/// What a client tells.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub words: String,
    pub rating: Option<i32>,
    pub incentive: String,
    pub incentive_tied: bool,
    pub insider: String,
}

impl Told {
    fn check(&self) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        if self.words.chars().count() > 5000 {
            errors.add("words", "field-too-long");
        }
        if self.rating.is_some_and(|stars| !(1..=5).contains(&stars)) {
            errors.add("rating", "field-choice");
        }
        if !INCENTIVES.contains(&self.incentive.as_str()) {
            errors.add("incentive", "field-choice");
        }
        if !INSIDERS.contains(&self.insider.as_str()) {
            errors.add("insider", "field-choice");
        }
        errors.check()
    }
}

/// Keeps what the client tells, until they sign; sending the form twice keeps one.
///
/// # Errors
/// `Forbidden` until the session is confirmed; `Conflict` once signed.
pub fn tell(conn: &mut Conn, session: &ClientSession, told: &Told) -> Result<(), Error> {
    session.require_confirmed()?;
    told.check()?;
    let link = &session.link;
    clients::lock(conn, &link.client_id)?;
    let draft = consents::consent(conn, &link.consent_id)?;
    if draft.state() != ConsentState::Sent {
        return Err(Error::Conflict);
    }
    let now = conn.now()?;
    let row = (
        testimonials::words.eq(&told.words),
        testimonials::rating.eq(told.rating),
        testimonials::incentive.eq(&told.incentive),
        testimonials::incentive_tied.eq(told.incentive_tied),
        testimonials::insider.eq(&told.insider),
        testimonials::sha256.eq(sha256(told.words.as_bytes())),
        testimonials::submitted_at.eq(now),
    );
    match told_under(conn, &link.consent_id)? {
        Some(before) => {
            let changed = diesel::update(testimonials::table.find(&before.id))
                .set((row, testimonials::revision.eq(before.revision + 1)))
                .execute(&mut **conn)?;
            exactly_one(changed)?;
        }
        None => {
            diesel::insert_into(testimonials::table)
                .values((
                    testimonials::id.eq(Id::<()>::new().as_str()),
                    testimonials::client_id.eq(link.client_id.as_str()),
                    testimonials::case_id.eq(draft.case_id.as_str()),
                    testimonials::consent_id.eq(link.consent_id.as_str()),
                    testimonials::revision.eq(1),
                    row,
                ))
                .execute(&mut **conn)?;
        }
    }
    let detail = json!({ "sha256": sha256(told.words.as_bytes()) });
    let subject = format!("consent:{}", link.consent_id);
    audit::record(
        conn,
        &Doer::Client(link.client_id.to_string()),
        "testimonial.tell",
        &subject,
        &detail,
    )
}

/// What was told under a consent; one that was asked to go on with an older one has its words until new ones are told.
///
/// # Errors
/// When the database does not answer.
pub fn of_consent(conn: &mut Conn, consent: &ConsentId) -> Result<Option<Testimonial>, Error> {
    let mut next = Some(consent.clone());
    while let Some(id) = next {
        if let Some(told) = told_under(conn, &id)? {
            return Ok(Some(told));
        }
        next = consents::consent(conn, &id)?.renews;
    }
    Ok(None)
}

fn told_under(conn: &mut Conn, consent: &ConsentId) -> Result<Option<Testimonial>, Error> {
    Ok(testimonials::table
        .filter(testimonials::consent_id.eq(consent.as_str()))
        .select(Testimonial::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// Removes the words of a client who is forgotten. The client's row is locked.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let own = testimonials::table.filter(testimonials::client_id.eq(client.as_str()));
    diesel::delete(own).execute(&mut **conn)?;
    Ok(())
}
