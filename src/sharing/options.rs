//! What an address on which others rely may say, and nothing else: a slip is told rather than passed over.

use url::form_urlencoded;

/// Names and values of an address, each name once.
#[derive(Debug, Clone, Default)]
pub struct Options(Vec<(String, String)>);

/// The name of what was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

impl Refused {
    pub fn name(name: &str) -> Self {
        Self(name.chars().take(60).collect())
    }
}

impl Options {
    /// Reads a query of which every name must be known.
    ///
    /// # Errors
    /// The first name that is not, or that comes twice.
    pub fn read(query: &str, known: impl Fn(&str) -> bool) -> Result<Self, Refused> {
        let mut read: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if !known(&name) || read.iter().any(|(other, _)| *other == name) {
                return Err(Refused::name(&name));
            }
            read.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self(read))
    }

    /// The value of `name`; empty ones count as not given.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut fits = self.0.iter().filter(|(known, _)| known == name);
        let value = fits.next().map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// A number in a range.
    ///
    /// # Errors
    /// When something else stands there.
    pub fn number(
        &self,
        name: &str,
        range: std::ops::RangeInclusive<usize>,
    ) -> Result<Option<usize>, Refused> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.map(Some).ok_or_else(|| Refused::name(name))
    }

    /// All of them.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_known_and_comes_once() {
        let known = |name: &str| matches!(name, "columns" | "treatment");
        let read = |query| Options::read(query, known);
        assert_eq!(read("columns=2&treatment=").unwrap().get("treatment"), None);
        assert_eq!(
            read("columns=2").unwrap().number("columns", 1..=4),
            Ok(Some(2))
        );
        for query in [
            "colums=2",
            "columns=2&columns=3",
            "columns[]=2",
            "&=x",
            "Columns=1",
        ] {
            assert!(read(query).is_err(), "{query}");
        }
        for query in ["columns=0", "columns=5", "columns=2x", "columns=-1"] {
            let options = read(query).unwrap();
            assert_eq!(
                options.number("columns", 1..=4),
                Err(Refused::name("columns"))
            );
        }
    }
}
