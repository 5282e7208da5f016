//! The admins' pages of forgetting.

pub mod erasures;
pub mod kept;
