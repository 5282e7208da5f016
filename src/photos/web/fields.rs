//! The fields that say when, from where and on which day a photo was taken.

use chrono::NaiveDate;

use crate::error::FieldErrors;
use crate::photos::{Angle, Stage};
use crate::web::Form;

/// What the fields say; what was left open is `None`.
pub struct When {
    pub stage: Option<Stage>,
    pub session_number: Option<i32>,
    pub angle: Option<Angle>,
    pub taken_on: Option<NaiveDate>,
}

/// Reads the fields. `open` is the choice that leaves stage or angle as it is; any other word is refused.
pub fn read(form: &Form, open: &str, errors: &mut FieldErrors) -> When {
    let stage = Stage::parse(&form.text("stage"));
    if stage.is_none() && form.text("stage") != open {
        errors.add("stage", "field-choice");
    }
    let angle = Angle::parse(&form.text("angle"));
    if angle.is_none() && form.text("angle") != open {
        errors.add("angle", "field-choice");
    }
    let number = form.number("session_number", 1..=20, errors);
    When {
        stage,
        session_number: number.and_then(|n| i32::try_from(n).ok()),
        angle,
        taken_on: form.date("taken_on", errors),
    }
}
