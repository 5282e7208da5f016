//! What a clinic is made of.

use diesel::prelude::*;
use serde::Serialize;

use crate::db::schema;

/// The clinic as the public knows it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::clinic)]
pub struct Clinic {
    pub name: String,
    /// IANA name; dates are shown in it.
    pub time_zone: String,
    /// Markdown.
    pub about: String,
    pub revision: i32,
}

impl Default for Clinic {
    fn default() -> Self {
        Self {
            name: "Our clinic".to_owned(),
            time_zone: "Europe/London".to_owned(),
            about: String::new(),
            revision: 0,
        }
    }
}

/// A place where people are treated.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::locations)]
pub struct Location {
    pub id: String,
    pub name: String,
    pub town: String,
}

/// Someone who treats.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::practitioners)]
pub struct Practitioner {
    pub id: String,
    pub name: String,
    pub title: String,
    /// Number in a professional register, or empty.
    pub registration: String,
}

/// A treatment and what the public reads of it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::treatments)]
pub struct Treatment {
    pub id: String,
    pub slug: String,
    pub name: String,
    pub summary: String,
    /// Markdown: what it is, the steps, what it is not.
    pub body: String,
    /// Shown beside every pair (G22).
    pub typical_result: String,
    pub aftercare: String,
    pub position: i32,
    pub revision: i32,
}
