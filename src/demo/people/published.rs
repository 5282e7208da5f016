//! Those whose stories are public, newest first.

use super::{Ends, Person, earlier, recent};

/// The text of a story by the name of its file.
macro_rules! story {
    ($key:literal) => {
        Text(include_str!(concat!("../texts/stories/", $key, ".md")))
    };
}
pub(super) use story;

pub(super) const PUBLIC: Ends = Ends::Published;

pub(super) fn people() -> Vec<Person> {
    let mut all = recent::people();
    all.extend(earlier::people());
    all
}
