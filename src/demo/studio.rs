//! The invented clinic: its name, places, people and treatments.

use super::people::Offer;
use super::text::Text;
use crate::accounts::Actor;
use crate::clinic::{
    self, ClinicForm, LocationForm, PractitionerForm, SectionKind, ThemeForm, TreatmentForm,
};
use crate::db::Conn;
use crate::error::Error;
use crate::web::Language;

const CLINIC: Text = Text(include_str!("texts/clinic.md"));

/// Name, town, address, and the parts of the text that say when it is open and how one gets there.
const PLACES: [[&str; 5]; 2] = [
    [
        "Quay Street",
        "Westhaven",
        "North Light Studio\n14 Quay Street, second floor\nWesthaven WH1 4QS",
        "quay_hours",
        "quay_directions",
    ],
    [
        "Mill Lane",
        "Aldermere",
        "North Light Studio\nThe Old Dairy, 3 Mill Lane\nAldermere AM6 2ML",
        "mill_hours",
        "mill_directions",
    ],
];

/// Who keeps the list that the practitioners are in, invented like them.
const REGISTER: &str = "Westhaven Borough Council, licences for special treatments";

/// Name, title, number in the register, and the part of the text that is theirs.
const PEOPLE: [[&str; 4]; 3] = [
    ["Noor Hale", "Lead practitioner", "ST-0412", "hale"],
    [
        "Elias Brandt",
        "Practitioner, crowns and density",
        "ST-0437",
        "brandt",
    ],
    ["Mirela Costin", "Practitioner, scars", "ST-0455", "costin"],
];

/// What people believe of a treatment that pictures answer better than words: stories are named there.
const BELIEFS: [(Offer, &str); 5] = [
    (Offer::ShavedLook, "## It turns blue or green"),
    (Offer::Density, "## My hair will have to be cut"),
    (Offer::Crown, "## It will look darker than my hair"),
    (Offer::Scars, "## It makes the scar disappear"),
    (Offer::Alopecia, "## Women can't wear this"),
];

/// Each treatment, its address and its text, in the order of the menu.
const OFFERS: [(Offer, &str, Text); 5] = [
    (
        Offer::ShavedLook,
        "shaved-look",
        Text(include_str!("texts/treatments/shaved-look.md")),
    ),
    (
        Offer::Density,
        "density",
        Text(include_str!("texts/treatments/density.md")),
    ),
    (
        Offer::Crown,
        "crown",
        Text(include_str!("texts/treatments/crown.md")),
    ),
    (
        Offer::Scars,
        "scars",
        Text(include_str!("texts/treatments/scars.md")),
    ),
    (
        Offer::Alopecia,
        "alopecia",
        Text(include_str!("texts/treatments/alopecia.md")),
    ),
];

/// The ids of what was made.
#[derive(Debug, Clone)]
pub(super) struct Studio {
    pub practitioners: Vec<String>,
    pub locations: Vec<String>,
    treatments: Vec<(Offer, String)>,
}

impl Studio {
    pub fn treatment(&self, offer: Offer) -> Result<String, Error> {
        let found = self.treatments.iter().find(|(one, _)| *one == offer);
        found.map(|(_, id)| id.clone()).ok_or(Error::NotFound)
    }
}

/// Fills in everything an admin fills in.
pub(super) fn set_up(conn: &mut Conn, admin: &Actor) -> Result<Studio, Error> {
    describe(conn, admin)?;
    let mut studio = Studio {
        practitioners: Vec::new(),
        locations: Vec::new(),
        treatments: Vec::new(),
    };
    for [name, town, address, hours, directions] in PLACES {
        let form = LocationForm {
            name: name.to_owned(),
            town: town.to_owned(),
            address: address.to_owned(),
            hours: CLINIC.part(hours).to_owned(),
            directions: CLINIC.part(directions).to_owned(),
            ..LocationForm::default()
        };
        studio
            .locations
            .push(clinic::add_location(conn, admin, &form)?);
    }
    for [name, title, number, part] in PEOPLE {
        let form = PractitionerForm {
            name: name.to_owned(),
            title: title.to_owned(),
            registration: number.to_owned(),
            register_name: REGISTER.to_owned(),
            bio: CLINIC.part(part).to_owned(),
            ..PractitionerForm::default()
        };
        studio
            .practitioners
            .push(clinic::add_practitioner(conn, admin, &form)?);
    }
    for (position, (offer, slug, text)) in (1..).zip(OFFERS) {
        let form = treatment(position, slug, text);
        let id = clinic::add_treatment(conn, admin, &form)?;
        studio.treatments.push((offer, id));
    }
    Ok(studio)
}

/// Names two stories of each treatment where they answer a belief.
pub(super) fn name_stories(
    conn: &mut Conn,
    admin: &Actor,
    studio: &Studio,
    shown: &[(Offer, String)],
) -> Result<(), Error> {
    for (position, (offer, slug, text)) in (1..).zip(OFFERS) {
        let own = shown.iter().filter(|(of, _)| *of == offer);
        let lines: Vec<String> = own
            .take(2)
            .map(|(_, slug)| format!("/stories/{slug}"))
            .collect();
        let belief = BELIEFS.iter().find(|(of, _)| *of == offer);
        let (Some((_, belief)), false) = (belief, lines.is_empty()) else {
            continue;
        };
        let mut form = treatment(position, slug, text);
        for (kind, body) in &mut form.sections {
            if *kind == SectionKind::Misconceptions {
                *body = named_below(body, belief, &lines);
            }
        }
        let id = studio.treatment(offer)?;
        form.revision = clinic::treatment(conn, &id)?.revision;
        clinic::edit_treatment(conn, admin, &id, &form)?;
    }
    Ok(())
}

/// The text with these lines at the end of the part under a heading.
fn named_below(markdown: &str, heading: &str, lines: &[String]) -> String {
    let mut told = Vec::new();
    let mut inside = false;
    for line in markdown.lines() {
        if inside && line.starts_with("## ") {
            told.extend(lines.iter().map(String::as_str));
            inside = false;
        }
        inside |= line.trim() == heading;
        told.push(line);
    }
    if inside {
        told.extend(lines.iter().map(String::as_str));
    }
    told.join("\n")
}

fn describe(conn: &mut Conn, admin: &Actor) -> Result<(), Error> {
    let form = ClinicForm {
        name: CLINIC.part("name").to_owned(),
        language: Some(Language::English),
        time_zone: "Europe/London".to_owned(),
        tagline: CLINIC.part("tagline").to_owned(),
        about: CLINIC.part("about").to_owned(),
        // A number and an address that are kept free for stories like this one.
        phone: "020 7946 0182".to_owned(),
        email: "hello@northlight.example".to_owned(),
        booking_url: String::new(),
        enquiry_email: "questions@northlight.example".to_owned(),
        collecting: CLINIC.part("collecting").to_owned(),
        revision: 0,
    };
    clinic::edit_clinic(conn, admin, &form)?;
    clinic::set_illustrated(conn, admin, true)?;
    let theme = ThemeForm {
        accent: "#2f5d62".to_owned(),
        radius: None,
        revision: clinic::clinic(conn)?.revision,
    };
    clinic::edit_theme(conn, admin, &theme)
}

fn treatment(position: i32, slug: &str, text: Text) -> TreatmentForm {
    TreatmentForm {
        slug: slug.to_owned(),
        name: text.part("name").to_owned(),
        summary: text.part("summary").to_owned(),
        body: text.part("what_it_is").to_owned(),
        typical_result: text.part("typical_result").to_owned(),
        aftercare: text.part("aftercare").to_owned(),
        sections: SectionKind::ALL
            .into_iter()
            .map(|kind| (kind, text.part(kind.as_str()).to_owned()))
            .collect(),
        position,
        revision: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_treatment_is_written() {
        for (_, slug, text) in OFFERS {
            for kind in SectionKind::ALL {
                assert!(!text.part(kind.as_str()).is_empty(), "{slug}: {kind}");
            }
            let steps = text.part("steps").matches("## ").count();
            assert_eq!(steps, 4, "{slug}");
            for tag in [
                "name",
                "summary",
                "what_it_is",
                "typical_result",
                "aftercare",
            ] {
                assert!(!text.part(tag).is_empty(), "{slug}: {tag}");
            }
        }
        for [_, _, _, part] in PEOPLE {
            assert!(!CLINIC.part(part).is_empty());
        }
        for [_, _, _, hours, directions] in PLACES {
            assert!(!CLINIC.part(hours).is_empty() && !CLINIC.part(directions).is_empty());
        }
        for (offer, belief) in BELIEFS {
            let (_, _, text) = OFFERS.iter().find(|(of, ..)| *of == offer).unwrap();
            let told = named_below(
                text.part("misconceptions"),
                belief,
                &["/stories/x".to_owned()],
            );
            assert!(told.contains("/stories/x"), "{belief}");
        }
    }
}
