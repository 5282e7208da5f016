//! When things happened to a person of the demo: counted back from today, so that the demo never looks old.

use chrono::{Duration, NaiveDate};

use super::drawing::Moment;

/// The course of a treatment, in days.
#[derive(Debug, Clone, Copy)]
pub struct Course {
    /// From the last session to today.
    pub ago: i64,
    /// Between the sessions: one fewer than sessions.
    pub gaps: &'static [i64],
    /// From the last session to the healed photos.
    pub healed: i64,
}

/// The days of one course.
pub(super) struct Days {
    pub before: NaiveDate,
    pub sessions: Vec<NaiveDate>,
    pub healed: NaiveDate,
}

impl Course {
    pub(super) fn days(&self, today: NaiveDate) -> Days {
        let last = today - Duration::days(self.ago);
        let mut sessions = vec![last];
        for gap in self.gaps.iter().rev() {
            sessions.push(sessions[sessions.len() - 1] - Duration::days(*gap));
        }
        sessions.reverse();
        Days {
            // The consultation, at which the first photos are taken.
            before: sessions[0] - Duration::days(9 + self.ago % 17),
            healed: last + Duration::days(self.healed),
            sessions,
        }
    }
}

impl Days {
    /// Fresh photos are taken right after the last session.
    pub fn of(&self, moment: Moment) -> NaiveDate {
        match moment {
            Moment::Before => self.before,
            Moment::Fresh => self.sessions[self.sessions.len() - 1],
            Moment::Healed => self.healed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_runs_from_the_consultation_to_the_healed_photos() {
        let course = Course {
            ago: 80,
            gaps: &[14, 21],
            healed: 40,
        };
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let days = course.days(today);
        assert_eq!(days.sessions.len(), 3);
        assert!(days.before < days.sessions[0] && days.sessions[0] < days.sessions[1]);
        assert_eq!(days.of(Moment::Fresh), days.sessions[2]);
        assert!(days.of(Moment::Fresh) < days.healed && days.healed < today);
    }
}
