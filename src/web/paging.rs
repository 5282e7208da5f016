//! Keyset paging: a page begins after the last row of the one before it, so that new rows shift nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDateTime;

/// Where a page begins: rows older than this time, and of this time those with a smaller id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub at: NaiveDateTime,
    pub id: String,
}

impl Cursor {
    /// As text for a URL.
    pub fn encode(&self) -> String {
        let text = format!("{}|{}", self.at.and_utc().timestamp_micros(), self.id);
        URL_SAFE_NO_PAD.encode(text)
    }

    /// `None` for anything that we did not write.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (at, id) = text.split_once('|')?;
        let at = chrono::DateTime::from_timestamp_micros(at.parse().ok()?)?.naive_utc();
        if id.len() > 64 {
            return None;
        }
        Some(Self {
            at,
            id: id.to_owned(),
        })
    }
}

/// Where a page of a list by name begins: behind this text, and of this text behind this id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub text: String,
    pub id: String,
}

impl Place {
    /// As text for a URL.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}|{}", self.id, self.text))
    }

    /// `None` for anything that we did not write.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (id, text) = text.split_once('|')?;
        if id.len() > 64 || text.len() > 1000 {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            id: id.to_owned(),
        })
    }
}
