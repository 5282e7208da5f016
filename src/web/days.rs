//! Days as people write them, in the clinic's own time zone.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::text::{Texts, Value};

/// A date as the language writes it: `23 November 2026`, `23. November 2026`.
pub fn long_date(texts: &Texts, date: NaiveDate) -> String {
    dated(texts, "date-day", date)
}

/// The month of a date as the language writes it: `November 2026`, `noviembre de 2026`.
pub fn long_month(texts: &Texts, date: NaiveDate) -> String {
    dated(texts, "date-month", date)
}

fn dated(texts: &Texts, id: &str, date: NaiveDate) -> String {
    let parts = [
        ("day", Value::Number(f64::from(date.day()))),
        (
            "month",
            Value::Text(texts.get(&format!("month-{}", date.month()))),
        ),
        ("year", Value::Text(date.year().to_string())),
    ];
    let parts: HashMap<String, Value> = parts
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    texts.find(id, &parts).unwrap_or_else(|| date.to_string())
}

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
