//! How many were treated, asked, agreed and are shown: numbers of people, and never so few that they point at one.

use serde::Serialize;

use super::catalogue::{FEWEST, Index};
use crate::cases;
use crate::consents;
use crate::db::Conn;
use crate::error::Error;

/// Counts of cases; `None` where there are fewer than three.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Had a session.
    pub treated: Option<usize>,
    /// Were asked whether they may be shown.
    pub asked: Option<usize>,
    /// Allow now that something of them is on the website.
    pub agreed: Option<usize>,
    /// Have a story that is public now.
    pub published: Option<usize>,
    /// The fewest that are told.
    pub fewest: usize,
}

impl Figures {
    /// Counts now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) fn of(conn: &mut Conn, public: &Index) -> Result<Self, Error> {
        let told = |count: usize| (count >= FEWEST).then_some(count);
        Ok(Self {
            treated: told(cases::treated_count(conn)?),
            asked: told(consents::asked_count(conn)?),
            agreed: told(consents::agreed_count(conn)?),
            published: told(public.len()),
            fewest: FEWEST,
        })
    }
}
