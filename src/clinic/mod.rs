//! The clinic: its name and time zone, locations, practitioners, and the treatments with their texts.

use crate::web::{Routes, Who};

mod actions;
mod noun;
mod queries;
mod web;

pub use actions::{
    ClinicForm, TreatmentForm, add_location, add_practitioner, add_treatment, archive, edit_clinic,
    edit_treatment,
};
pub use noun::{Clinic, Location, Practitioner, Treatment};
pub use queries::{
    clinic, locations, practitioner, practitioners, treatment, treatment_by_slug, treatments,
};
pub use web::house::identify;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
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
