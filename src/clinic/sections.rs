//! What the page of a treatment says, part by part: honest answers in a fixed order, so that none is forgotten.

use std::fmt;

use serde::Serialize;

/// A part of a treatment's page. What it is, the typical result and aftercare are the treatment's own columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    WhatItIsNot,
    Benefits,
    /// The procedure, a list.
    Steps,
    /// Sessions and healing days.
    Healing,
    /// Who should not have it.
    Unsuitable,
    Price,
    /// A list: what people believe, and the answer.
    Misconceptions,
    /// How long it lasts.
    Durability,
    TouchUps,
    /// How to choose a provider.
    Choosing,
}

impl SectionKind {
    /// In the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::WhatItIsNot,
        Self::Benefits,
        Self::Steps,
        Self::Healing,
        Self::Unsuitable,
        Self::Price,
        Self::Misconceptions,
        Self::Durability,
        Self::TouchUps,
        Self::Choosing,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WhatItIsNot => "what_it_is_not",
            Self::Benefits => "benefits",
            Self::Steps => "steps",
            Self::Healing => "healing",
            Self::Unsuitable => "unsuitable",
            Self::Price => "price",
            Self::Misconceptions => "misconceptions",
            Self::Durability => "durability",
            Self::TouchUps => "touch_ups",
            Self::Choosing => "choosing",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether its body is a list of items, each under a heading of its own.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Steps | Self::Misconceptions)
    }
}

impl fmt::Display for SectionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A part as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreatmentSection {
    pub kind: SectionKind,
    /// Markdown, whole.
    pub body: String,
    /// Of a list: its items. Empty otherwise.
    pub items: Vec<SectionItem>,
}

impl TreatmentSection {
    pub fn new(kind: SectionKind, body: String) -> Self {
        let items = if kind.is_list() {
            items(&body)
        } else {
            Vec::new()
        };
        Self { kind, body, items }
    }
}

/// A step, or a misconception and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionItem {
    /// Plain text.
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// Markdown split at its headings of the second level.
fn items(markdown: &str) -> Vec<SectionItem> {
    let mut items: Vec<SectionItem> = Vec::new();
    for line in markdown.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            items.push(SectionItem {
                title: title.trim().trim_end_matches('#').trim_end().to_owned(),
                body: String::new(),
            });
        } else if let Some(item) = items.last_mut() {
            item.body.push_str(line);
            item.body.push('\n');
        }
    }
    for item in &mut items {
        item.body = item.body.trim().to_owned();
    }
    items
}

/// Whether a list can be split so that nothing is lost: it begins with a heading, and no heading is empty.
pub fn is_well_formed(kind: SectionKind, body: &str) -> bool {
    !kind.is_list()
        || body.is_empty()
        || (body.starts_with("## ") && items(body).iter().all(|item| !item.title.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_at_their_headings() {
        let body = "## Talk\n\nWe talk.\n\n### And look\n## Draw #\nWe draw.".to_owned();
        let section = TreatmentSection::new(SectionKind::Steps, body);
        let titles: Vec<&str> = section.items.iter().map(|i| i.title.as_str()).collect();
        assert_eq!(titles, ["Talk", "Draw"]);
        assert_eq!(section.items[0].body, "We talk.\n\n### And look");
        let plain = TreatmentSection::new(SectionKind::Price, "## From 500".to_owned());
        assert!(plain.items.is_empty());
    }

    #[test]
    fn a_list_begins_with_a_heading() {
        assert!(is_well_formed(SectionKind::Steps, ""));
        assert!(is_well_formed(SectionKind::Steps, "## One\nBody"));
        assert!(!is_well_formed(SectionKind::Steps, "First this.\n## One"));
        assert!(!is_well_formed(SectionKind::Misconceptions, "## \nBody"));
        assert!(is_well_formed(SectionKind::Healing, "Three days."));
    }

    #[test]
    fn names_can_be_read_back() {
        for kind in SectionKind::ALL {
            assert_eq!(SectionKind::parse(kind.as_str()), Some(kind));
        }
    }
}
