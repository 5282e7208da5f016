//! The admin's pages of the clinic.

use actix_web::http::StatusCode;

use crate::db::Conn;
use crate::error::Error;
use crate::web::{Form, Refill};

pub(super) mod archivings;
pub(super) mod clinic;
pub(super) mod house;
pub(super) mod look;
pub(super) mod people;
pub(super) mod places;
pub(super) mod positions;
pub(super) mod profile;
pub(super) mod treatments;
pub(super) mod watermark;

/// The page that lists places and people.
const CLINIC: &str = "/admin/clinic";

/// What is in the list already is there: the button was pressed twice.
fn known_already(error: Error) -> Result<(), Error> {
    if Conn::is_unique_violation(&error) {
        Ok(())
    } else {
        Err(error)
    }
}

/// How a form comes back that was refused or overtaken.
fn refused(form: &Form, error: Error) -> Result<(StatusCode, Refill), Error> {
    match error {
        Error::Invalid(errors) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(form, &errors),
        )),
        Error::Conflict => Ok((StatusCode::CONFLICT, Refill::conflict(form))),
        error => Err(error),
    }
}

/// A field of a form: its name, the id of its label, and what is stored.
type Written = (&'static str, &'static str, String);

/// The form as it is stored.
fn refill(written: &[Written]) -> Refill {
    Refill::with(
        written
            .iter()
            .map(|(name, _, value)| (*name, value.clone())),
    )
}

/// What is stored, to stand beside the version of someone who was overtaken.
fn stored(written: Vec<Written>) -> Vec<(&'static str, String)> {
    written
        .into_iter()
        .map(|(_, label, value)| (label, value))
        .collect()
}
