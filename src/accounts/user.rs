//! A member of the clinic, what they may be, and who acts.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::audit::Doer;
use crate::db::UserId;
use crate::error::Error;

/// What a person may do; one person may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Clients, cases, photos, stories.
    Staff,
    /// Decides what is published.
    Moderator,
    /// Accounts, clinic, treatments.
    Admin,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Staff, Self::Moderator, Self::Admin];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Moderator => "moderator",
            Self::Admin => "admin",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// An account.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::users)]
pub struct User {
    pub id: UserId,
    pub name: String,
    pub email: String,
    #[serde(skip)]
    pub password_hash: Option<String>,
    pub created_at: NaiveDateTime,
    pub disabled_at: Option<NaiveDateTime>,
}

/// The signed-in person who acts. To be had only from a live session (or, on the command line, from the database).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub id: UserId,
    pub name: String,
    pub(super) roles: Vec<Role>,
    /// When a code of the second factor was last given in this session.
    pub(super) second_factor_at: Option<NaiveDateTime>,
}

impl Actor {
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// # Errors
    /// `Forbidden` without the role.
    pub fn require(&self, role: Role) -> Result<(), Error> {
        if self.has(role) {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }

    pub fn doer(&self) -> Doer {
        Doer::User(self.id.to_string())
    }
}

impl FromRequest for Actor {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let actor = request.extensions().get::<Self>().cloned();
        std::future::ready(actor.ok_or(Error::SignInRequired))
    }
}
