//! Which words of clients visitors see, and how that is called (G20): a selection, said to be one, or all of them.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::display_choices as choices;
use crate::db::{Conn, Id};
use crate::error::Error;

/// How what is shown of clients' words is called. No mode shows an average or a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Display {
    /// The clinic chose, and the page says so.
    #[default]
    Selected,
    /// All that clients allow; kept back only for reasons that are not about what they think.
    All,
}

impl Display {
    pub const ALL: [Self; 2] = [Self::Selected, Self::All];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::All => "all",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text)
    }
}

/// The mode in force.
///
/// # Errors
/// When the database does not answer.
pub fn display(conn: &mut Conn) -> Result<Display, Error> {
    let chosen: Option<String> = choices::table
        .order((choices::chosen_at.desc(), choices::id.desc()))
        .select(choices::mode)
        .first(&mut **conn)
        .optional()?;
    Ok(chosen
        .and_then(|mode| Display::parse(&mode))
        .unwrap_or_default())
}

/// # Errors
/// `Forbidden` for anyone but an admin.
pub fn set_display(conn: &mut Conn, actor: &Actor, mode: Display) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let now = conn.now()?;
    diesel::insert_into(choices::table)
        .values((
            choices::id.eq(Id::<()>::new().as_str()),
            choices::mode.eq(mode.as_str()),
            choices::chosen_at.eq(now),
            choices::chosen_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "clinic.display",
        "clinic:1",
        &json!({ "mode": mode.as_str() }),
    )
}
