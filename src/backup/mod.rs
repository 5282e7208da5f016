//! Backup, restore and export: the whole installation, or one client's part of it, as files that anyone can read.
//!
//! ```text
//! backup   one consistent picture of all tables → the objects that its rows name → the ledger → the manifest, last
//! restore  verify every byte → objects → rows (one transaction, marked as not replayed) → replay the ledger → mark
//! ```
//! The format is the same for both databases and both stores, so that a studio moves from one to the other by a backup
//! and a restore. It may use everything; nothing uses it but the command line: no byte leaves through it over HTTP.

mod export;
mod make;
mod manifest;
mod objects;
mod replay;
mod restore;
mod tables;

pub use export::{export_client, export_clinic};
pub use make::{Made, backup};
pub use replay::{Finished, finish, is_finished};
pub use restore::{Options, restore};
