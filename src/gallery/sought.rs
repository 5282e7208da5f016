//! What an address asks of the list of stories: the same words for the gallery's pages and for programs that read it.

use std::collections::HashMap;

use super::catalogue::{Sort, Wish, is_facet};
use crate::clinic::{Practitioner, Treatment};
use crate::web::paging::Cursor;

/// Names and values of an address.
pub type Asked = HashMap<String, String>;

/// A wish, and what it was made of.
#[derive(Debug, Clone)]
pub struct Sought<'a> {
    pub treatment: Option<&'a Treatment>,
    pub practitioner: Option<&'a Practitioner>,
    /// What was searched for, as it was written.
    pub search: String,
    pub wish: Wish,
    /// Where the list begins.
    pub after: Option<Cursor>,
}

/// What can be asked for besides the facets.
const NAMES: [&str; 5] = ["q", "treatment", "practitioner", "sort", "after"];

/// Of a search so many letters are read.
const LETTERS: usize = 200;

impl<'a> Sought<'a> {
    /// Whether this name means anything here.
    pub fn knows(name: &str) -> bool {
        NAMES.contains(&name) || is_facet(name)
    }

    /// Reads an address; names that mean nothing here are passed over.
    ///
    /// # Errors
    /// The name of which the value is none that there could be.
    pub fn read(
        asked: &Asked,
        treatments: &'a [Treatment],
        practitioners: &'a [Practitioner],
    ) -> Result<Self, String> {
        let given = |name: &str| {
            let text = asked.get(name).map(|text| text.trim());
            text.filter(|text| !text.is_empty())
        };
        let refused = |name: &str| name.to_owned();
        let mut wish = Wish::default();
        for name in asked.keys().filter(|name| is_facet(name)) {
            if let Some(text) = given(name) {
                wish.choose(name, text).ok_or_else(|| refused(name))?;
            }
        }
        let treatment = one_of("treatment", given("treatment"), treatments, |one| &one.slug)?;
        let practitioner = one_of(
            "practitioner",
            given("practitioner"),
            practitioners,
            |one| &one.slug,
        )?;
        wish.treatment = treatment.map(|one| one.id.clone());
        wish.practitioner = practitioner.map(|one| one.id.clone());
        let sort = given("sort").map_or(Some(Sort::default()), Sort::parse);
        wish.sort = sort.ok_or_else(|| refused("sort"))?;
        let search: String = given("q")
            .unwrap_or_default()
            .chars()
            .take(LETTERS)
            .collect();
        wish.search(&search);
        let after = given("after").map(|text| Cursor::decode(text).ok_or_else(|| refused("after")));
        Ok(Self {
            treatment,
            practitioner,
            search,
            wish,
            after: after.transpose()?,
        })
    }
}

fn one_of<'a, T>(
    name: &str,
    slug: Option<&str>,
    list: &'a [T],
    of: impl Fn(&T) -> &String,
) -> Result<Option<&'a T>, String> {
    let Some(slug) = slug else { return Ok(None) };
    let found = list.iter().find(|one| of(one) == slug);
    found.map(Some).ok_or_else(|| name.to_owned())
}
