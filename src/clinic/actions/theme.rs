//! The clinic's colour and corners.

use diesel::prelude::*;
use serde_json::json;

use super::super::colour::Rgb;
use super::super::theme::MAX_RADIUS;
use super::next_revision;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::Conn;
use crate::db::schema::clinic;
use crate::error::{Error, FieldErrors};

/// The look as an admin chose it; empty fields leave our own.
#[derive(Debug, Clone, Default)]
pub struct ThemeForm {
    /// `#rrggbb`. Any colour is taken: what is shown is made readable.
    pub accent: String,
    pub radius: Option<i32>,
    pub revision: i32,
}

impl ThemeForm {
    /// # Errors
    /// `Invalid` for what is no colour or out of range.
    pub fn check(&self) -> Result<(), Error> {
        let mut errors = FieldErrors::default();
        if !self.accent.is_empty() && Rgb::parse(&self.accent).is_none() {
            errors.add("accent", "accent-refused");
        }
        if self.radius.is_some_and(|r| !(0..=MAX_RADIUS).contains(&r)) {
            errors.add("radius", "field-number");
        }
        errors.check()
    }
}

/// # Errors
/// `Conflict` when the clinic was changed meanwhile; `Invalid` as [`ThemeForm::check`].
pub fn edit_theme(conn: &mut Conn, actor: &Actor, form: &ThemeForm) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    form.check()?;
    next_revision(conn, form.revision)?;
    let accent = Rgb::parse(&form.accent).map(|accent| accent.to_string());
    diesel::update(clinic::table.find(1))
        .set((clinic::accent.eq(&accent), clinic::radius.eq(form.radius)))
        .execute(&mut **conn)?;
    let detail = json!({ "accent": accent, "radius": form.radius });
    audit::record(conn, &actor.doer(), "theme.edit", "clinic:1", &detail)
}
