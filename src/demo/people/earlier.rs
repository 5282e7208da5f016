//! Those whose stories have been public for longer, newest first.

use super::{Offer, Person, Said, bearded, course, head, said, with_hair};
use crate::consents::Attribution::{FirstName, Initials, None as Nameless};
use crate::consents::Place;
use crate::demo::drawing::HairColour::{Black, Blond, Brown, Grey, Red};
use crate::demo::drawing::HairLength::Long;
use crate::demo::drawing::Loss::{Alopecia, Crown, FueDots, Receding, StripScar, Thinning};
use crate::demo::drawing::Sex::{Female, Male};
use crate::demo::drawing::View::{Back, Front, Left, Right, Top};
use crate::demo::text::Text;
use crate::imaging::Level::{AreaOnly, Covered, FullFace};

use super::published::{PUBLIC, story};

pub(super) fn people() -> Vec<Person> {
    vec![
        Person {
            ends: PUBLIC,
            text: story!("grade-seven"),
            name: "Bernard Whitlocke",
            head: head(Male, 66, 2, Grey, Receding(7)),
            offer: Offer::ShavedLook,
            practitioner: 0,
            location: 1,
            norwood: Some("7"),
            course: course(214, &[19, 23], 50),
            views: vec![Front, Right, Back],
            said: Said {
                tablet: true,
                ..said(FullFace, FirstName, Some(4))
            },
        },
        Person {
            ends: PUBLIC,
            text: story!("patches"),
            name: "Arjun Sethuraman",
            head: head(Male, 31, 4, Black, Alopecia),
            offer: Offer::Alopecia,
            practitioner: 0,
            location: 0,
            norwood: None,
            course: course(190, &[28, 612], 59),
            views: vec![Top, Back, Left],
            said: said(AreaOnly, Nameless, Some(4)),
        },
        Person {
            ends: PUBLIC,
            text: story!("corners"),
            name: "Mateo Villanueva-Ruiz",
            head: head(Male, 27, 4, Black, Receding(2)),
            offer: Offer::ShavedLook,
            practitioner: 1,
            location: 1,
            norwood: Some("2"),
            course: course(246, &[20], 43),
            views: vec![Front, Right],
            said: said(Covered, Initials, Some(5)),
        },
        Person {
            ends: PUBLIC,
            text: story!("second-opinion"),
            name: "Vikram Ranganathan",
            head: head(Male, 52, 4, Grey, StripScar),
            offer: Offer::Scars,
            practitioner: 2,
            location: 1,
            norwood: None,
            course: course(265, &[33, 37, 40], 66),
            views: vec![Back, Right],
            said: said(AreaOnly, Initials, Some(3)),
        },
        Person {
            ends: PUBLIC,
            text: story!("grey-parting"),
            name: "Margaret Ashdowne",
            head: with_hair(head(Female, 61, 1, Grey, Thinning), Long),
            offer: Offer::Density,
            practitioner: 1,
            location: 0,
            norwood: None,
            course: course(281, &[29], 56),
            views: vec![Top, Front],
            said: Said {
                discount: true,
                tablet: true,
                ..said(Covered, FirstName, Some(4))
            },
        },
        Person {
            ends: PUBLIC,
            text: story!("lanes"),
            name: "Desmond Achebeson",
            head: head(Male, 33, 6, Black, Receding(5)),
            offer: Offer::ShavedLook,
            practitioner: 0,
            location: 0,
            norwood: Some("5"),
            course: course(255, &[16, 19], 48),
            views: vec![Front, Top, Left],
            said: said(FullFace, FirstName, Some(5)),
        },
        Person {
            ends: PUBLIC,
            text: story!("early-crown"),
            name: "Jonas Reinhardtson",
            head: head(Male, 30, 2, Blond, Crown),
            offer: Offer::Crown,
            practitioner: 1,
            location: 0,
            norwood: Some("3v"),
            course: course(302, &[21], 45),
            views: vec![Top, Back],
            said: Said {
                place: Place::Website,
                ..said(AreaOnly, Nameless, Some(4))
            },
        },
        Person {
            ends: PUBLIC,
            text: story!("scaffolding"),
            name: "Piotr Zielonka",
            head: bearded(head(Male, 49, 3, Brown, Receding(6))),
            offer: Offer::ShavedLook,
            practitioner: 0,
            location: 1,
            norwood: Some("6"),
            course: course(960, &[15, 22], 42),
            views: vec![Front, Left, Top],
            said: said(Covered, FirstName, Some(4)),
        },
        Person {
            ends: PUBLIC,
            text: story!("braids"),
            name: "Thandiwe Mokoena",
            head: with_hair(head(Female, 52, 6, Black, Thinning), Long),
            offer: Offer::Density,
            practitioner: 1,
            location: 1,
            norwood: None,
            course: course(318, &[34], 64),
            views: vec![Top, Front],
            said: said(AreaOnly, Initials, Some(5)),
        },
        Person {
            ends: PUBLIC,
            text: story!("many-dots"),
            name: "Samuel Oyelaran",
            head: head(Male, 46, 5, Black, FueDots),
            offer: Offer::Scars,
            practitioner: 2,
            location: 0,
            norwood: None,
            course: course(335, &[40, 44], 65),
            views: vec![Back, Left],
            said: Said {
                place: Place::Website,
                ..said(AreaOnly, Nameless, None)
            },
        },
        Person {
            ends: PUBLIC,
            text: story!("came-back"),
            name: "Fiona Abernathie",
            head: head(Female, 43, 2, Red, Alopecia),
            offer: Offer::Alopecia,
            practitioner: 0,
            location: 1,
            norwood: None,
            course: course(410, &[27, 30], 62),
            views: vec![Front, Right],
            said: Said {
                discount: true,
                ..said(FullFace, FirstName, Some(5))
            },
        },
        Person {
            ends: PUBLIC,
            text: story!("laser-first"),
            name: "Luca Marchetti",
            head: head(Male, 40, 3, Brown, Receding(4)),
            offer: Offer::ShavedLook,
            practitioner: 0,
            location: 0,
            norwood: Some("4"),
            course: course(362, &[24, 21], 49),
            views: vec![Front, Left, Top],
            said: said(Covered, Initials, Some(4)),
        },
    ]
}
