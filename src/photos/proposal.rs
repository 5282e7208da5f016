//! What a photo's date and name suggest of it. A proposal is never stored as if someone had said it: a person confirms.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use super::photo::{Angle, Photo, Stage};
use crate::db::schema::case_sessions;
use crate::db::{CaseId, Conn};
use crate::error::Error;

/// So many days after a session the skin has not healed.
const FRESH: i64 = 7;
/// From so many days after a session on a result has settled.
const HEALED: i64 = 28;
/// From so many days after the last session on a photo shows what is left after a year.
const YEAR: i64 = 330;

/// A day of treatment, as far as photos care.
#[derive(Debug, Clone, Queryable)]
pub struct SessionDay {
    /// `session` or `touch_up`.
    pub kind: String,
    pub number: i32,
    pub held_on: NaiveDate,
}

/// When in the course of the treatment a photo was probably taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub stage: Stage,
    pub session_number: Option<i32>,
}

/// The days of treatment of a case, first to last.
///
/// # Errors
/// When the database does not answer.
pub fn session_days(conn: &mut Conn, case: &CaseId) -> Result<Vec<SessionDay>, Error> {
    Ok(case_sessions::table
        .filter(case_sessions::case_id.eq(case.as_str()))
        .order((case_sessions::held_on, case_sessions::number))
        .select((
            case_sessions::kind,
            case_sessions::number,
            case_sessions::held_on,
        ))
        .load(&mut **conn)?)
}

/// What is proposed for a photo whose stage nobody has said yet.
pub fn proposal(photo: &Photo, sessions: &[SessionDay]) -> Option<Proposal> {
    if photo.stage().is_some() {
        return None;
    }
    by_date(photo.taken_on?, sessions)
}

/// The stage that a date suggests: before the first session, fresh up to a week after one, healed from four weeks on.
/// Between a week and four weeks nothing is proposed: skin heals at its own pace.
pub fn by_date(day: NaiveDate, sessions: &[SessionDay]) -> Option<Proposal> {
    let first = sessions.first()?;
    if day < first.held_on {
        return Some(Proposal {
            stage: Stage::Before,
            session_number: None,
        });
    }
    let last = sessions.iter().rev().find(|one| one.held_on <= day)?;
    let days = (day - last.held_on).num_days();
    let touch_up = last.kind == "touch_up";
    let (stage, session_number) = match days {
        ..=FRESH => (Stage::Fresh, (!touch_up).then_some(last.number)),
        HEALED.. if touch_up => (Stage::TouchUp, None),
        YEAR.. => (Stage::OneYear, None),
        HEALED.. => (Stage::Healed, None),
        _ => return None,
    };
    Some(Proposal {
        stage,
        session_number,
    })
}

/// The angle that a file's name tells, such as `crown-before.jpg`. The name itself is kept nowhere: it may name someone.
pub fn angle_by_name(name: &str) -> Option<Angle> {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphabetic());
    words.find_map(|word| match word {
        "front" | "hairline" | "face" => Some(Angle::Front),
        "left" => Some(Angle::Left),
        "right" => Some(Angle::Right),
        "top" | "crown" | "vertex" => Some(Angle::Top),
        "back" | "rear" => Some(Angle::Back),
        "detail" | "close" | "closeup" | "macro" => Some(Angle::Detail),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sessions() -> Vec<SessionDay> {
        [
            ("session", 1, "2026-02-01"),
            ("session", 2, "2026-02-15"),
            ("touch_up", 1, "2026-09-01"),
        ]
        .map(|(kind, number, held_on)| SessionDay {
            kind: kind.to_owned(),
            number,
            held_on: day(held_on),
        })
        .to_vec()
    }

    fn proposed(text: &str) -> Option<(Stage, Option<i32>)> {
        by_date(day(text), &sessions()).map(|p| (p.stage, p.session_number))
    }

    #[test]
    fn a_date_suggests_the_stage() {
        assert_eq!(proposed("2026-01-31"), Some((Stage::Before, None)));
        assert_eq!(proposed("2026-02-01"), Some((Stage::Fresh, Some(1))));
        assert_eq!(proposed("2026-02-08"), Some((Stage::Fresh, Some(1))));
        assert_eq!(proposed("2026-02-10"), None);
        assert_eq!(proposed("2026-02-22"), Some((Stage::Fresh, Some(2))));
        assert_eq!(proposed("2026-03-14"), None);
        assert_eq!(proposed("2026-03-15"), Some((Stage::Healed, None)));
        assert_eq!(proposed("2026-09-02"), Some((Stage::Fresh, None)));
        assert_eq!(proposed("2026-10-01"), Some((Stage::TouchUp, None)));
    }

    #[test]
    fn a_year_later_is_its_own_stage() {
        let one = &sessions()[..1];
        let found = by_date(day("2027-02-01"), one).map(|p| p.stage);
        assert_eq!(found, Some(Stage::OneYear));
    }

    #[test]
    fn without_sessions_nothing_is_proposed() {
        assert_eq!(by_date(day("2026-02-01"), &[]), None);
    }

    #[test]
    fn a_name_may_tell_the_angle() {
        assert_eq!(angle_by_name("Crown-before 2.JPG"), Some(Angle::Top));
        assert_eq!(angle_by_name("left_01.jpg"), Some(Angle::Left));
        assert_eq!(angle_by_name("IMG_0001.JPG"), None);
        assert_eq!(angle_by_name("Topper.jpg"), None);
    }
}
