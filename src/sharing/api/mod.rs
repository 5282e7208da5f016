//! What programs of the clinic's own read: the answers, and the description that each of their fields has.

pub mod answers;
pub mod described;
pub mod openapi;
pub mod stories;

pub use described::{FIELDS, Field, Kind, Parameter, ROUTES, Route};

/// The channel of everything that is told here.
pub const CHANNEL: &str = "website";
