//! What a clinic is made of.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::theme::Theme;
use crate::db::schema;
use crate::web::Language;

/// The clinic as the public knows it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::clinic)]
pub struct Clinic {
    pub name: String,
    /// What visitors are spoken to in.
    #[diesel(deserialize_as = String)]
    pub language: Language,
    /// IANA name; dates are shown in it.
    pub time_zone: String,
    /// Markdown.
    pub about: String,
    /// One line under the name.
    pub tagline: String,
    pub phone: String,
    pub email: String,
    /// Empty, or begins with `https://`.
    pub booking_url: String,
    /// Markdown: how we collect and check what we show.
    pub collecting: String,
    /// The pictures are drawn, not photographed, and every page says so: the demo.
    pub illustrated: bool,
    /// `#rrggbb` as it was chosen; see `clinic/theme.rs` for what becomes of it.
    pub accent: Option<String>,
    pub radius: Option<i32>,
    pub logo_object: Option<String>,
    pub logo_sha256: Option<String>,
    pub logo_width: Option<i32>,
    pub logo_height: Option<i32>,
    /// The logo is put on photos that are uploaded or edited from now on.
    pub watermark: bool,
    /// Where visitors' questions are mailed; empty: nobody can ask by a form.
    pub enquiry_email: String,
    pub revision: i32,
}

impl Clinic {
    pub fn theme(&self) -> Theme {
        Theme::of(self.accent.as_deref(), self.radius)
    }

    /// Empty, or `tel:` and the number's digits.
    pub fn phone_link(&self) -> String {
        let digits = self.phone.chars().filter(char::is_ascii_digit);
        let plus = if self.phone.starts_with('+') { "+" } else { "" };
        let number: String = plus.chars().chain(digits).collect();
        if number.is_empty() {
            number
        } else {
            format!("tel:{number}")
        }
    }
}

impl Default for Clinic {
    fn default() -> Self {
        Self {
            name: "Our clinic".to_owned(),
            language: Language::English,
            time_zone: "Europe/London".to_owned(),
            about: String::new(),
            tagline: String::new(),
            phone: String::new(),
            email: String::new(),
            booking_url: String::new(),
            collecting: String::new(),
            illustrated: false,
            accent: None,
            radius: None,
            logo_object: None,
            logo_sha256: None,
            logo_width: None,
            logo_height: None,
            watermark: false,
            enquiry_email: String::new(),
            revision: 0,
        }
    }
}

/// A place where people are treated.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::locations)]
pub struct Location {
    pub id: String,
    /// The last part of the page's address.
    pub slug: String,
    pub name: String,
    pub town: String,
    /// Street and number, as lines of text.
    pub address: String,
    /// Empty, or begins with `https://`.
    pub map_url: String,
    /// When it is open, as lines of text.
    pub hours: String,
    /// Markdown: how one gets there and in.
    pub directions: String,
    pub revision: i32,
    pub archived_at: Option<NaiveDateTime>,
}

/// Someone who treats.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::practitioners)]
pub struct Practitioner {
    pub id: String,
    /// The last part of the page's address.
    pub slug: String,
    pub name: String,
    pub title: String,
    /// Markdown.
    pub bio: String,
    /// Number in a professional register, or empty.
    pub registration: String,
    /// Where anyone can look the number up: empty, or begins with `https://`.
    pub register_url: String,
    /// What the register is called, or empty.
    pub register_name: String,
    pub revision: i32,
    pub archived_at: Option<NaiveDateTime>,
}

/// A treatment and what the public reads of it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = schema::treatments)]
pub struct Treatment {
    pub id: String,
    pub slug: String,
    pub name: String,
    pub summary: String,
    /// Markdown: what it is. The other parts are [`super::TreatmentSection`]s.
    pub body: String,
    /// Shown beside every pair (G22).
    pub typical_result: String,
    /// Markdown.
    pub aftercare: String,
    pub position: i32,
    pub revision: i32,
    pub archived_at: Option<NaiveDateTime>,
}
