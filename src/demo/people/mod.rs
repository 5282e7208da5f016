//! The invented people of the demo, and how far each of them has come.

use chrono::{Months, NaiveDate};

use super::dates::Course;
use super::drawing::{HairColour, HairLength, Head, Loss, Sex, View};
use super::text::Text;
use crate::consents::{Attribution, Place};
use crate::imaging::Level;

mod earlier;
mod published;
mod recent;
mod underway;

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// Photos were uploaded, no more.
    Uploaded,
    Drafted,
    /// The client was asked and has not answered yet.
    Asked,
    /// Signed; the receipt was not handed over yet.
    Signed,
    /// Waits for a moderator.
    Submitted,
    ChangesRequested,
    Refused,
    Published,
    Unpublished,
    Withdrawn,
}

/// A treatment of the studio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    ShavedLook,
    Density,
    Crown,
    Scars,
    Alopecia,
}

/// What the client said when asked, beside "all pictures".
#[derive(Debug, Clone, Copy)]
pub struct Said {
    pub level: Level,
    pub place: Place,
    pub name: Attribution,
    /// `None`: neither words nor rating. The words stand in the text.
    pub rating: Option<i32>,
    pub discount: bool,
    /// On the studio's tablet; otherwise by a private link and a code.
    pub tablet: bool,
}

/// One person.
#[derive(Debug, Clone)]
pub struct Person {
    pub ends: Ends,
    pub(super) text: Text,
    /// For the private record alone.
    pub(super) name: &'static str,
    pub(super) head: Head,
    pub(super) offer: Offer,
    pub(super) practitioner: usize,
    pub(super) location: usize,
    pub(super) norwood: Option<&'static str>,
    pub(super) course: Course,
    pub(super) views: Vec<View>,
    pub(super) said: Said,
}

/// Everyone: those whose stories are public first, newest first.
pub(super) fn all() -> Vec<Person> {
    let mut all = published::people();
    all.extend(underway::people());
    for (index, person) in all.iter_mut().enumerate() {
        person.head.seed = 1000 + index as u64;
    }
    all
}

impl Person {
    /// As old today as they look.
    pub(super) fn birth_date(&self, today: NaiveDate) -> Option<NaiveDate> {
        let age = u32::from(self.head.age) * 12 + 1 + (self.head.seed % 11) as u32;
        today.checked_sub_months(Months::new(age))
    }

    /// The facts of the case, by name.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let mut facts = vec![
            ("age_band", age_band(self.head.age)),
            (
                "sex",
                match self.head.sex {
                    Sex::Male => "male",
                    Sex::Female => "female",
                },
            ),
            (
                "skin_tone",
                ["1", "2", "3", "4", "5", "6"][usize::from(self.head.skin.clamp(1, 6) - 1)],
            ),
            (
                "hair_colour",
                match self.head.hair {
                    HairColour::Black => "black",
                    HairColour::Brown => "brown",
                    HairColour::Blond => "blond",
                    HairColour::Red => "red",
                    HairColour::Grey => "grey",
                },
            ),
        ];
        facts.extend(self.norwood.map(|grade| ("norwood", grade)));
        match self.head.loss {
            Loss::StripScar => facts.push(("scar_type", "strip")),
            Loss::FueDots => facts.push(("scar_type", "fue")),
            _ => {}
        }
        facts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }
}

fn age_band(age: u8) -> &'static str {
    match age {
        ..25 => "18-24",
        25..35 => "25-34",
        35..45 => "35-44",
        45..55 => "45-54",
        55..65 => "55-64",
        65.. => "65-up",
    }
}

/// The head of someone: skin by Fitzpatrick, hair, what was lost.
const fn head(sex: Sex, age: u8, skin: u8, hair: HairColour, loss: Loss) -> Head {
    let hair_length = match loss {
        Loss::Receding(_) | Loss::Alopecia => HairLength::Shaved,
        _ => HairLength::Short,
    };
    Head {
        seed: 0,
        skin,
        hair,
        loss,
        sex,
        age,
        beard: false,
        hair_length,
    }
}

const fn bearded(head: Head) -> Head {
    Head {
        beard: true,
        ..head
    }
}

const fn with_hair(head: Head, hair_length: HairLength) -> Head {
    Head {
        hair_length,
        ..head
    }
}

const fn course(ago: i64, gaps: &'static [i64], healed: i64) -> Course {
    Course { ago, gaps, healed }
}

/// Says what most say: website and search engines, by link, nothing in return.
const fn said(level: Level, name: Attribution, rating: Option<i32>) -> Said {
    Said {
        level,
        place: Place::WebsiteAndSearch,
        name,
        rating,
        discount: false,
        tablet: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinic::{Told, profile_by_id};

    #[test]
    fn g23_what_the_studio_publishes_promises_nothing() {
        let profile = profile_by_id("general").unwrap();
        for person in all() {
            if matches!(person.ends, Ends::Refused | Ends::ChangesRequested) {
                continue;
            }
            for (tag, told) in [
                ("title", Told::Clinic),
                ("story", Told::Clinic),
                ("words", Told::Client),
            ] {
                let text = person.text.part(tag);
                assert_eq!(profile.slips(tag, told, text).unwrap(), [], "{text}");
            }
        }
    }
}
