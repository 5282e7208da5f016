//! Finds what would tell who a client is (G14): their name, address, number or birth date in a text.

use crate::clients::Client;
use crate::fold::fold;

/// What of `client` occurs in `text`, beyond the name parts in `allowed`. Kinds: `name`, `email`, `phone`, `birth_date`.
pub fn personal_data(client: &Client, allowed: Option<&str>, text: &str) -> Vec<&'static str> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let allowed = fold(allowed.unwrap_or_default());
    let allowed: Vec<&str> = allowed.split(|c: char| !c.is_alphanumeric()).collect();
    let name = fold(&client.name);
    let mut found = Vec::new();
    let told = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.chars().count() >= 3 && !allowed.contains(part))
        .any(|part| words.contains(&part));
    if told {
        found.push("name");
    }
    if client
        .email
        .as_ref()
        .is_some_and(|email| folded.contains(&fold(email)))
    {
        found.push("email");
    }
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if client
        .phone
        .as_ref()
        .map(|p| digits(p))
        .is_some_and(|p| p.len() >= 6 && digits(text).contains(&p))
    {
        found.push("phone");
    }
    if let Some(born) = client.birth_date {
        let forms = [
            "%Y-%m-%d",
            "%d.%m.%Y",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%-d %B %Y",
            "%B %-d, %Y",
            "%Y%m%d",
            "%d-%m-%Y",
        ];
        if forms
            .iter()
            .any(|f| folded.contains(&born.format(f).to_string().to_lowercase()))
        {
            found.push("birth_date");
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Client {
        Client {
            id: crate::db::ClientId::new(),
            public_id: String::new(),
            name: "Marc Dubois-Émery".to_owned(),
            email: Some("marc.d@example.com".to_owned()),
            phone: Some("+44 20 7946 0018".to_owned()),
            birth_date: Some("1984-03-09".parse().unwrap()),
            adult_attested_at: None,
            epoch: 0,
            revision: 1,
        }
    }

    #[test]
    fn g14_names_are_found_in_any_spelling() {
        assert_eq!(
            personal_data(&client(), None, "marc-before-photo"),
            ["name"]
        );
        assert_eq!(personal_data(&client(), None, "As EMERY told us"), ["name"]);
        assert!(personal_data(&client(), None, "A market stall, dubious").is_empty());
    }

    #[test]
    fn g14_what_the_client_allowed_is_no_slip() {
        assert!(personal_data(&client(), Some("Marc"), "Marc is happy").is_empty());
        assert_eq!(
            personal_data(&client(), Some("Marc"), "Marc Dubois is happy"),
            ["name"]
        );
    }

    #[test]
    fn g14_addresses_numbers_and_birth_dates_are_found() {
        assert_eq!(
            personal_data(&client(), None, "write to MARC.D@example.com"),
            ["name", "email"]
        );
        assert_eq!(
            personal_data(&client(), None, "call 0044 442079460018"),
            ["phone"]
        );
        assert_eq!(
            personal_data(&client(), None, "born 9 March 1984"),
            ["birth_date"]
        );
    }
}
