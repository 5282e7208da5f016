//! What a visitor asks.

use diesel::prelude::*;

/// A question on its way. `Debug` does not show it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::enquiries)]
pub struct Enquiry {
    /// The form's nonce: a form sent twice is one question.
    pub id: String,
    pub name: String,
    /// An e-mail address or a telephone number, one line.
    pub contact: String,
    /// When to call; may be empty.
    pub call_at: String,
    pub question: String,
}

impl std::fmt::Debug for Enquiry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Enquiry").finish_non_exhaustive()
    }
}

/// Whether somebody can be answered there: an e-mail address, or a number with enough digits.
pub fn is_contact(text: &str) -> bool {
    match text.split_once('@') {
        Some((user, host)) => {
            !user.is_empty()
                && host.contains('.')
                && !host.ends_with('.')
                && !text.contains(char::is_whitespace)
                && text.matches('@').count() == 1
        }
        None => text.chars().filter(char::is_ascii_digit).count() >= 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_can_be_reached_by_mail_or_by_telephone() {
        for text in ["kim@example.org", "+44 20 7946 0123", "020 79460"] {
            assert!(is_contact(text), "{text}");
        }
        for text in [
            "",
            "Kim",
            "kim@",
            "@example.org",
            "kim@localhost",
            "kim@example.org, bcc@example.org",
            "kim@example.org bcc",
            "1234",
        ] {
            assert!(!is_contact(text), "{text}");
        }
    }
}
