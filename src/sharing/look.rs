//! How a frame looks on the site around it: light, dark or as the visitor's device is, and in which colour.

use serde::Serialize;

use super::options::{Options, Refused};

/// The surfaces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// As most sites are.
    #[default]
    Light,
    Dark,
    /// As the visitor's device is set.
    Auto,
}

impl Colours {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Auto];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }

    /// For the `color-scheme` of the page.
    fn schemes(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            one => one.as_str(),
        }
    }
}

/// All of it.
#[derive(Debug, Clone, Serialize)]
pub struct Look {
    pub colours: Colours,
    pub schemes: &'static str,
    /// Six digits; `None` leaves the clinic's own colour.
    pub accent: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self::new(Colours::default(), None)
    }
}

impl Look {
    /// What an address may say of it.
    pub const NAMES: [&str; 2] = ["colours", "accent"];

    fn new(colours: Colours, accent: Option<String>) -> Self {
        Self {
            colours,
            schemes: colours.schemes(),
            accent,
        }
    }

    /// # Errors
    /// For what is no such thing.
    pub fn read(options: &Options) -> Result<Self, Refused> {
        let colours = match options.get("colours") {
            None => Some(Colours::default()),
            Some(text) => Colours::ALL.into_iter().find(|one| one.as_str() == text),
        };
        let colours = colours.ok_or_else(|| Refused::name("colours"))?;
        let accent = match options.get("accent") {
            None => None,
            Some(text) => Some(digits(text).ok_or_else(|| Refused::name("accent"))?),
        };
        Ok(Self::new(colours, accent))
    }

    /// As it stands in an address; nothing for what is usual.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.colours != Colours::default() {
            pairs.push(("colours", self.colours.as_str().to_owned()));
        }
        pairs.extend(self.accent.clone().map(|accent| ("accent", accent)));
        pairs
    }
}

/// `#7A4E24` and `7a4e24` as `7a4e24`.
fn digits(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or(text).to_ascii_lowercase();
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    fits.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Look, Refused> {
        Look::read(&Options::read(query, |name| Look::NAMES.contains(&name))?)
    }

    #[test]
    fn a_look_goes_back_into_the_address_it_came_from() {
        assert!(read("").unwrap().pairs().is_empty());
        let look = read("colours=dark&accent=%237A4E24").unwrap();
        let pairs = [
            ("colours", "dark".to_owned()),
            ("accent", "7a4e24".to_owned()),
        ];
        assert_eq!(look.pairs(), pairs);
        for query in [
            "colours=blue",
            "accent=red",
            "accent=%23fff",
            "accent=7a4e2g",
            "accent=7a4e2",
        ] {
            assert!(read(query).is_err(), "{query}");
        }
    }
}
