//! A client, and from when on they were an adult.

use chrono::{Months, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::db::ClientId;

/// The private record: never shown in public, never in a slug, a file name or the audit chain.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::clients)]
pub struct Client {
    pub id: ClientId,
    /// Random: what stands for the client where the public could see it.
    pub public_id: String,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub birth_date: Option<NaiveDate>,
    /// When a member of staff said that they had seen proof of age.
    pub adult_attested_at: Option<NaiveDateTime>,
    pub epoch: i64,
    pub revision: i32,
}

impl Client {
    /// Whether the client was 18 on `day`: by the birth date, or else because staff who saw proof said so. Neither: no.
    pub fn was_adult_on(&self, day: NaiveDate) -> bool {
        match self.birth_date {
            // Someone born on 29 February is 18 on 1 March: never a day too early.
            Some(born) => match born.checked_add_months(Months::new(18 * 12)) {
                Some(adult) if chrono::Datelike::day(&adult) == chrono::Datelike::day(&born) => {
                    day >= adult
                }
                Some(adult) => day > adult,
                None => false,
            },
            None => self.adult_attested_at.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(date: &str) -> Client {
        Client {
            id: ClientId::new(),
            public_id: String::new(),
            name: "Marc Example".to_owned(),
            email: None,
            phone: None,
            birth_date: Some(date.parse().unwrap()),
            adult_attested_at: None,
            epoch: 0,
            revision: 1,
        }
    }

    fn day(date: &str) -> NaiveDate {
        date.parse().unwrap()
    }

    #[test]
    fn g08_s54_one_is_an_adult_from_the_eighteenth_birthday_on() {
        let client = born("2000-06-15");
        assert!(!client.was_adult_on(day("2018-06-14")));
        assert!(client.was_adult_on(day("2018-06-15")));
    }

    #[test]
    fn g08_s54_someone_born_on_leap_day_is_an_adult_on_the_first_of_march() {
        let client = born("2004-02-29");
        assert!(!client.was_adult_on(day("2022-02-28")));
        assert!(client.was_adult_on(day("2022-03-01")));
    }

    #[test]
    fn g08_without_birth_date_or_attestation_nobody_is_an_adult() {
        let mut client = born("2000-01-01");
        client.birth_date = None;
        assert!(!client.was_adult_on(day("2026-01-01")));
        client.adult_attested_at = Some(NaiveDateTime::default());
        assert!(client.was_adult_on(day("2026-01-01")));
    }
}
