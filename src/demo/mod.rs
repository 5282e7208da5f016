//! The demo clinic and its drawn photos; it may use everything, nothing uses it.

pub mod drawing;
