//! A status as a sentence, and the next step as a button says it.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::facts::Facts;
use super::status::Status;
use crate::web::days::short_day;
use crate::web::text::{Texts, Value};

/// The texts and the time zone that sentences are made with.
pub struct Words<'a> {
    pub texts: &'a Texts,
    pub zone: &'a str,
}

impl Words<'_> {
    /// How the case stands, in words.
    pub fn status(&self, facts: &Facts, status: Status) -> String {
        match status {
            Status::Photos => self.photos(facts),
            Status::WithClient { since } | Status::WithModerators { since } => {
                self.with_day(status, since)
            }
            Status::LinkEnded { on } | Status::Ended { on } => self.with_day(status, on),
            Status::Published { until } | Status::EndsSoon { until } => {
                self.with_day(status, until)
            }
            Status::Signed { until: Some(day) } | Status::Withdrawn { on: Some(day) } => {
                self.with_day(status, day)
            }
            Status::ChangesAsked | Status::Refused => {
                let id = format!("status-{}", status.name());
                self.texts.format(&id, &[("why", &self.reasons(facts))])
            }
            Status::Signed { until: None } | Status::Withdrawn { on: None } => {
                self.texts.get(&format!("status-{}-plain", status.name()))
            }
            _ => self.texts.get(&format!("status-{}", status.name())),
        }
    }

    /// What to do next, as a button says it.
    pub fn next(&self, facts: &Facts, status: Status) -> String {
        let name = match status {
            Status::Photos if facts.photos.undescribed > 0 => "describe",
            Status::Photos if facts.photos.undated > 0 => "date",
            Status::Signed { .. } if facts.story.as_ref().is_some_and(|story| !story.attested) => {
                "attest"
            }
            other => other.name(),
        };
        self.texts.get(&format!("next-{name}"))
    }

    fn with_day(&self, status: Status, day: NaiveDateTime) -> String {
        let id = format!("status-{}", status.name());
        self.texts.format(&id, &[("day", &self.day(day))])
    }

    pub fn day(&self, moment: NaiveDateTime) -> String {
        short_day(moment, self.zone)
    }

    /// "Photos: 6, 2 without a date".
    pub fn photos(&self, facts: &Facts) -> String {
        let tally = &facts.photos;
        let lacks = [
            ("lacks-date", tally.undated),
            ("lacks-description", tally.undescribed),
            ("lacks-versions", tally.processing),
            ("lacks-use", tally.refused),
        ];
        let mut said = vec![self.count("status-photos", tally.photos)];
        said.extend(
            lacks
                .into_iter()
                .filter(|(_, n)| *n > 0)
                .map(|(id, n)| self.count(id, n)),
        );
        said.join(", ")
    }

    pub fn count(&self, id: &str, n: i64) -> String {
        let number = Value::Number(f64::from(i32::try_from(n).unwrap_or(i32::MAX)));
        let args = HashMap::from([("count".to_owned(), number)]);
        self.texts.find(id, &args).unwrap_or_else(|| id.to_owned())
    }

    /// Why the moderators sent it back: their note, else the reasons they ticked.
    pub fn reasons(&self, facts: &Facts) -> String {
        let Some(decided) = facts
            .story
            .as_ref()
            .and_then(|story| story.decided.as_ref())
        else {
            return String::new();
        };
        if !decided.note.is_empty() {
            return decided.note.clone();
        }
        let names: Vec<String> = serde_json::from_str(&decided.reasons).unwrap_or_default();
        let words: Vec<String> = names
            .iter()
            .map(|name| self.texts.get(&format!("reason-{name}")))
            .collect();
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A status without its words would show its name to people.
    #[test]
    fn every_status_has_words_and_a_next_step() {
        let texts = Texts::english().unwrap();
        let names = [
            "no-photos",
            "photos",
            "to-ask",
            "with-client",
            "link-ended",
            "receipt",
            "signed",
            "with-moderators",
            "changes-asked",
            "refused",
            "published",
            "edited",
            "ends-soon",
            "ended",
            "hidden",
            "suspended",
            "taken-down",
            "withdrawn",
        ];
        for name in names {
            for id in [format!("status-{name}"), format!("next-{name}")] {
                let day = Value::Text(String::new());
                let args = HashMap::from([
                    ("day".to_owned(), day.clone()),
                    ("why".to_owned(), day),
                    ("count".to_owned(), Value::Number(2.0)),
                ]);
                assert!(texts.find(&id, &args).is_some(), "{id}");
            }
        }
    }
}
