//! The clinic: its name and time zone, look, locations, practitioners, and the treatments with their texts.

use crate::web::{Routes, Who};

mod actions;
mod colour;
mod fields;
mod logo;
mod noun;
mod profile;
mod queries;
mod sections;
mod sites;
mod theme;
mod watermark;
mod web;

pub use actions::{
    ClinicForm, LocationForm, PractitionerForm, ThemeForm, Towards, TreatmentForm, add_location,
    add_practitioner, add_treatment, archive, edit_clinic, edit_location, edit_practitioner,
    edit_theme, edit_treatment, move_treatment, restore, set_illustrated,
};
pub use logo::{DropLogo, LogoUploaded, present as present_logo, remove_logo, upload_logo};
pub use noun::{Clinic, Location, Practitioner, Treatment};
pub use profile::{
    Block, Display, Keeping, Longest, MOST_MONTHS, Profile, Rule, Slip, Sourced, Told, Weighed,
    Weight, WordKind, choose_profile, display, evidence_months, profile, profile_by_id, profiles,
    set_display, set_evidence_months, word_kinds,
};
pub use queries::{
    clinic, location_by_slug, locations, practitioner, practitioner_by_slug, practitioners,
    treatment, treatment_by_slug, treatment_sections, treatments,
};
pub use sections::{SectionItem, SectionKind, TreatmentSection};
pub use sites::{
    Relation, Site, add_site, may_be_framed, origins, partner_origins, remove_site, sites,
};
pub use theme::Theme;
pub use watermark::{set_watermark, watermark, watermark_png};
pub use web::house::{Houses, identify};

/// The pages of this slice.
pub fn routes() -> Routes {
    use web::{
        archivings, clinic, house, look, people, places, positions, profile, treatments, watermark,
    };
    let (all, admin) = (Who::Anyone, Who::Admin);
    Routes::new()
        .get("/theme-{hash:[0-9a-f]{16}}.css", all, house::theme)
        .get("/logo-{hash:[0-9a-f]{16}}.png", all, house::logo)
        .get("/admin/clinic", admin, clinic::edit)
        .post("/admin/clinic", admin, clinic::update)
        .get("/admin/clinic/look", admin, look::edit)
        .post("/admin/clinic/look", admin, look::update)
        .get("/admin/clinic/look.css", admin, look::sheet)
        .post("/admin/clinic/logo", admin, look::create_logo)
        .post("/admin/clinic/logo/delete", admin, look::delete_logo)
        .post("/admin/clinic/watermark", admin, watermark::update)
        .get("/admin/profile", admin, profile::show)
        .post("/admin/profile", admin, profile::update)
        .post("/admin/profile/display", admin, profile::update_display)
        .post("/admin/profile/evidence", admin, profile::update_evidence)
        .post("/admin/locations", admin, places::create)
        .get("/admin/locations/{id}", admin, places::edit)
        .post("/admin/locations/{id}", admin, places::update)
        .post("/admin/practitioners", admin, people::create)
        .get("/admin/practitioners/{id}", admin, people::edit)
        .post("/admin/practitioners/{id}", admin, people::update)
        .post("/admin/{kind}/{id}/archiving", admin, archivings::create)
        .post(
            "/admin/{kind}/{id}/archiving/delete",
            admin,
            archivings::delete,
        )
        .get("/admin/treatments", admin, treatments::index)
        .get("/admin/treatments/new", admin, treatments::new)
        .post("/admin/treatments", admin, treatments::create)
        .get("/admin/treatments/{id}", admin, treatments::edit)
        .post("/admin/treatments/{id}", admin, treatments::update)
        .post("/admin/treatments/{id}/position", admin, positions::update)
}
