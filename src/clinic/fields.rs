//! What a field of the clinic's forms may hold.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use url::Url;

use crate::error::FieldErrors;

/// The longest address of a page.
pub const MAX_SLUG: usize = 80;

/// The last part of a page's address: small letters, digits, hyphens.
pub fn slug(name: &str, text: &str, errors: &mut FieldErrors) {
    let fits = !text.is_empty()
        && text.len() <= MAX_SLUG
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !fits {
        errors.add(name, "slug-refused");
    }
}

/// An address made of a name; empty where the name has no letter that can stand in one.
pub fn slug_of(name: &str) -> String {
    let plain: String = name
        .replace('ß', "ss")
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let mut slug = plain.split_whitespace().collect::<Vec<_>>().join("-");
    slug.truncate(MAX_SLUG - 10);
    slug.trim_end_matches('-').to_owned()
}

pub fn required(name: &str, text: &str, errors: &mut FieldErrors) {
    if text.is_empty() {
        errors.add(name, "field-required");
    }
}

/// Empty, or a link that a visitor can follow without being overheard; in the form in which browsers write it.
pub fn https(name: &str, text: &str, errors: &mut FieldErrors) -> String {
    if text.is_empty() {
        return String::new();
    }
    let link = Url::parse(text).ok().filter(|url| {
        url.scheme() == "https"
            && url.host_str().is_some_and(|host| host.contains('.'))
            && url.username().is_empty()
            && url.password().is_none()
    });
    match link {
        Some(url) => url.into(),
        None => {
            errors.add(name, "https-refused");
            text.to_owned()
        }
    }
}

/// Empty, or something that looks like an e-mail address.
pub fn email(name: &str, text: &str, errors: &mut FieldErrors) {
    let fits = text.split_once('@').is_some_and(|(user, host)| {
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_alphanumeric() || "-_.+'".contains(c))
        };
        plain(user) && plain(host) && host.contains('.') && !host.ends_with('.')
    });
    if !text.is_empty() && !fits {
        errors.add(name, "email-refused");
    }
}

/// Empty, or a number as people write it.
pub fn phone(name: &str, text: &str, errors: &mut FieldErrors) {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = (4..=15).contains(&digits)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-./\u{a0}".contains(c))
        && !text.chars().skip(1).any(|c| c == '+');
    if !text.is_empty() && !fits {
        errors.add(name, "phone-refused");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(check: impl Fn(&mut FieldErrors)) -> bool {
        let mut errors = FieldErrors::default();
        check(&mut errors);
        !errors.0.is_empty()
    }

    #[test]
    fn only_links_that_lead_somewhere_safe() {
        for text in [
            "http://clinic.example/",
            "javascript:alert(1)",
            "https://",
            "https://localhost/",
            "https://user:secret@clinic.example/",
            "clinic.example",
            "//clinic.example",
        ] {
            assert!(refused(|e| drop(https("x", text, e))), "{text}");
        }
        let mut errors = FieldErrors::default();
        let link = https("x", "https://clinic.example/a\"b", &mut errors);
        assert_eq!(link, "https://clinic.example/a%22b");
        assert!(errors.0.is_empty());
    }

    #[test]
    fn numbers_and_addresses_as_people_write_them() {
        for text in ["", "+44 (0)20 7946 0123", "020/79460123"] {
            assert!(!refused(|e| phone("x", text, e)), "{text}");
        }
        for text in ["12", "call me", "+44+20 7946"] {
            assert!(refused(|e| phone("x", text, e)), "{text}");
        }
        for text in ["", "hello@studio.example", "o'neil+x@studio.co.uk"] {
            assert!(!refused(|e| email("x", text, e)), "{text}");
        }
        for text in [
            "hello",
            "a@b",
            "a b@c.d",
            "a@b.c?subject=x",
            "a@@b.c",
            "a@b.",
        ] {
            assert!(refused(|e| email("x", text, e)), "{text}");
        }
    }

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug_of("Dr. Zoë Núñez-Hale"), "dr-zoe-nunez-hale");
        assert_eq!(slug_of("Weiße Straße"), "weisse-strasse");
        assert_eq!(slug_of("鈴木"), "");
    }
}
