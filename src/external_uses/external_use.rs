//! One copy elsewhere.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::consents::LiveGrant;
use crate::db::{CaseId, ClientId, UserId};

/// One thing in one place that is not ours.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::external_uses)]
pub struct ExternalUse {
    pub id: String,
    pub client_id: ClientId,
    pub case_id: CaseId,
    pub what: String,
    pub subject_id: String,
    /// Hash of the thing itself (original, words), as it was granted.
    pub source_sha256: String,
    /// How much of the person it shows.
    pub level: i32,
    pub channel: String,
    /// The post's address, or where it hangs; empty until someone says so.
    pub place: String,
    pub used_on: NaiveDate,
    pub recorded_at: NaiveDateTime,
    pub recorded_by: UserId,
    /// When staff were told that it has to come down.
    pub told_at: Option<NaiveDateTime>,
    pub removed_on: Option<NaiveDate>,
    pub removed_at: Option<NaiveDateTime>,
    pub proof: Option<String>,
}

impl ExternalUse {
    /// Whether a grant allows exactly this: the same thing in the same place, and no less of the person.
    pub fn is_covered_by(&self, grant: &LiveGrant) -> bool {
        grant.what == self.what
            && grant.subject_id == self.subject_id
            && grant.channel == self.channel
            && grant.source_sha256 == self.source_sha256
            && grant.level >= self.level
    }

    /// Where it is, if that is an address of the web.
    pub fn address(&self) -> Option<&str> {
        let place = self.place.as_str();
        let is_link = place.starts_with("https://") || place.starts_with("http://");
        (is_link && !place.contains(char::is_whitespace)).then_some(place)
    }
}
