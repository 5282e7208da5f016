//! Days as people of the clinic write them, in the clinic's own time zone.

use chrono::{NaiveDate, NaiveDateTime};

/// The day of a moment (UTC) in a time zone (IANA name; UTC when unknown), short: `12 Nov 2026`.
pub fn short_day(moment: NaiveDateTime, zone: &str) -> String {
    short_date(day_in(moment, zone))
}

/// A date, short: `12 Nov 2026`.
pub fn short_date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// The day that a moment (UTC) falls on in a time zone.
pub fn day_in(moment: NaiveDateTime, zone: &str) -> NaiveDate {
    let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
    moment.and_utc().with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_in_utc_is_the_next_day_further_east() {
        let late = "2026-11-12T23:30:00".parse().unwrap();
        assert_eq!(short_day(late, "Europe/Berlin"), "13 Nov 2026");
        assert_eq!(short_day(late, "Europe/London"), "12 Nov 2026");
        assert_eq!(short_day(late, "Nowhere"), "12 Nov 2026");
    }
}
