//! An append-only hash chain of who did what to which record.
//!
//! Rows hold ids and hashes, never names or words, so that erasing a client does not break the chain. The database
//! refuses to change or delete a row (triggers); `verify` names the first row that does not fit. Whoever owns the database
//! could still write a whole new chain: so the head is anchored each day outside of it, signed, and `check` compares.

mod anchor;
mod anchoring;
mod chain;
mod check;
mod event;
mod export;
mod reading;

pub use anchor::Anchor;
pub use anchoring::{AnchorChain, keep_anchored, want_anchor};
pub use chain::{Verdict, verify};
pub use check::{Checked, Found, KeptCheck, Stray, check, last_check, record_check};
pub use event::{Doer, Event, in_turn, latest, record};
pub use export::{Exported, export};
pub use reading::{NOUNS, Wanted, about, events};
