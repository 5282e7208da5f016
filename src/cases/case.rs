//! A case, its sessions, and the closed lists of facts.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::db::{CaseId, ClientId};
use crate::web::text::Texts;

/// The facts of a case, each with the values it may have; labels are texts `fact-<name>` and `fact-<name>-<value>`.
/// Norwood: Hamilton-Norwood scale of male pattern hair loss; skin tone: Fitzpatrick I to VI.
pub const FACTS: &[(&str, &[&str])] = &[
    (
        "age_band",
        &["18-24", "25-34", "35-44", "45-54", "55-64", "65-up"],
    ),
    ("sex", &["female", "male", "other"]),
    (
        "norwood",
        &[
            "1", "2", "2a", "3", "3a", "3v", "4", "4a", "5", "5a", "6", "7",
        ],
    ),
    ("skin_tone", &["1", "2", "3", "4", "5", "6"]),
    (
        "hair_colour",
        &["black", "brown", "blond", "red", "grey", "white"],
    ),
    ("scar_type", &["none", "strip", "fue", "trauma", "other"]),
];

/// What was done to whom.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::cases)]
pub struct Case {
    pub id: CaseId,
    pub client_id: ClientId,
    pub treatment_id: String,
    pub practitioner_id: Option<String>,
    pub location_id: Option<String>,
    pub age_band: Option<String>,
    pub sex: Option<String>,
    pub norwood: Option<String>,
    pub skin_tone: Option<String>,
    pub hair_colour: Option<String>,
    pub scar_type: Option<String>,
    pub revision: i32,
    pub created_at: NaiveDateTime,
}

impl Case {
    /// The facts that are known: name and value.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("age_band", &self.age_band),
            ("sex", &self.sex),
            ("norwood", &self.norwood),
            ("skin_tone", &self.skin_tone),
            ("hair_colour", &self.hair_colour),
            ("scar_type", &self.scar_type),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value.clone()?)))
            .collect()
    }
}

/// One day of treatment.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::case_sessions)]
pub struct Session {
    pub id: String,
    /// `session` or `touch_up`.
    pub kind: String,
    pub number: i32,
    pub held_on: NaiveDate,
}

/// A fact's value in words.
pub fn fact_label(texts: &Texts, name: &str, value: &str) -> String {
    texts.get(&format!("fact-{}-{value}", name.replace('_', "-")))
}
