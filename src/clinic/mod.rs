//! The clinic: its name and time zone, look, locations, practitioners, and the treatments with their texts.

use crate::web::{Routes, Who};

mod actions;
mod colour;
mod fields;
mod noun;
mod queries;
mod sections;
mod theme;
mod web;

pub use actions::{
    ClinicForm, LocationForm, PractitionerForm, ThemeForm, TreatmentForm, add_location,
    add_practitioner, add_treatment, archive, edit_clinic, edit_location, edit_practitioner,
    edit_theme, edit_treatment, restore, set_illustrated,
};
pub use noun::{Clinic, Location, Practitioner, Treatment};
pub use queries::{
    clinic, locations, practitioner, practitioner_by_slug, practitioners, treatment,
    treatment_by_slug, treatment_sections, treatments,
};
pub use sections::{SectionItem, SectionKind, TreatmentSection};
pub use web::house::identify;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(
            "/theme-{hash:[0-9a-f]{16}}.css",
            Who::Anyone,
            web::house::theme,
        )
        .get("/admin/clinic", Who::Admin, web::clinic::edit)
        .post("/admin/clinic", Who::Admin, web::clinic::update)
        .post("/admin/locations", Who::Admin, web::clinic::create_location)
        .post(
            "/admin/practitioners",
            Who::Admin,
            web::clinic::create_practitioner,
        )
        .post(
            "/admin/{kind}/{id}/archiving",
            Who::Admin,
            web::clinic::delete,
        )
        .get("/admin/treatments", Who::Admin, web::treatments::index)
        .get("/admin/treatments/new", Who::Admin, web::treatments::new)
        .post("/admin/treatments", Who::Admin, web::treatments::create)
        .get("/admin/treatments/{id}", Who::Admin, web::treatments::edit)
        .post(
            "/admin/treatments/{id}",
            Who::Admin,
            web::treatments::update,
        )
}
