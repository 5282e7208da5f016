//! The clinic's own words about itself, and how it is reached.

use diesel::prelude::*;
use serde_json::json;

use super::super::fields;
use super::next_revision;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::Conn;
use crate::db::schema::clinic;
use crate::error::{Error, FieldErrors};
use crate::web::Language;

/// The clinic as an admin describes it.
#[derive(Debug, Clone, Default)]
pub struct ClinicForm {
    pub name: String,
    /// `None` leaves it as it is.
    pub language: Option<Language>,
    pub time_zone: String,
    pub tagline: String,
    pub about: String,
    pub phone: String,
    pub email: String,
    pub booking_url: String,
    pub enquiry_email: String,
    pub collecting: String,
    pub revision: i32,
}

impl ClinicForm {
    /// The form with its links as browsers write them.
    fn checked(&self) -> Result<Self, Error> {
        let mut errors = FieldErrors::default();
        fields::required("name", &self.name, &mut errors);
        if self.time_zone.parse::<chrono_tz::Tz>().is_err() {
            errors.add("time_zone", "clinic-time-zone-refused");
        }
        fields::phone("phone", &self.phone, &mut errors);
        fields::email("email", &self.email, &mut errors);
        fields::email("enquiry_email", &self.enquiry_email, &mut errors);
        let booking_url = fields::https("booking_url", &self.booking_url, &mut errors);
        errors.check()?;
        Ok(Self {
            booking_url,
            ..self.clone()
        })
    }
}

/// # Errors
/// `Conflict` when it was changed meanwhile; `Invalid` for what is no time zone, number or link.
pub fn edit_clinic(conn: &mut Conn, actor: &Actor, form: &ClinicForm) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let form = form.checked()?;
    next_revision(conn, form.revision)?;
    diesel::update(clinic::table.find(1))
        .set((
            clinic::name.eq(&form.name),
            form.language.map(|one| clinic::language.eq(one.code())),
            clinic::time_zone.eq(&form.time_zone),
            clinic::tagline.eq(&form.tagline),
            clinic::about.eq(&form.about),
            clinic::phone.eq(&form.phone),
            clinic::email.eq(&form.email),
            clinic::booking_url.eq(&form.booking_url),
            clinic::enquiry_email.eq(&form.enquiry_email),
            clinic::collecting.eq(&form.collecting),
        ))
        .execute(&mut **conn)?;
    audit::record(conn, &actor.doer(), "clinic.edit", "clinic:1", &json!({}))
}

/// Says on every page that the pictures are drawn, or that they are not.
///
/// # Errors
/// `Conflict` when the clinic was changed meanwhile.
pub fn set_illustrated(conn: &mut Conn, actor: &Actor, illustrated: bool) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let seen = super::super::queries::clinic(conn)?.revision;
    next_revision(conn, seen)?;
    diesel::update(clinic::table.find(1))
        .set(clinic::illustrated.eq(illustrated))
        .execute(&mut **conn)?;
    let detail = json!({ "illustrated": illustrated });
    audit::record(
        conn,
        &actor.doer(),
        "clinic.illustrate",
        "clinic:1",
        &detail,
    )
}
