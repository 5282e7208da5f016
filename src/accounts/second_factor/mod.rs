//! The second factor: codes from an app on the person's phone, and recovery codes for the day it is lost.
//!
//! The app's secret is derived from a random id and the key that clients' links are derived from, as those are: the
//! database holds the id alone, so that a copy of it makes no code, and there is no sealed secret to lose. Who changes that
//! key enrols again: until the old key is taken away both are accepted, and recovery codes do not hang on it.
//!
//! ```text
//! none ──begin──→ begun ──first code──→ on ──code, or an admin──→ none
//! ```

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::session;
use crate::config::Config;
use crate::db::schema::{recovery_codes, second_factors, sign_in_challenges};
use crate::db::{Conn, UserId};
use crate::error::Error;

mod actions;
mod challenge;
mod code;
mod recovery;
mod rule;
mod totp;

pub use actions::{Reset, reset_second_factor};
pub(super) use actions::{begin, confirm, new_recovery_codes, remove, step_up};
pub(super) use challenge::{answer, is_open, open};
pub(super) use recovery::left as recovery_codes_left;
pub use rule::{FactorRule, FactorStanding, factor_standing, grave_standing};
pub(super) use rule::{factor_rule, set_rule};

/// What is kept of somebody's second factor.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = second_factors)]
pub(super) struct SecondFactor {
    id: String,
    pub confirmed_at: Option<NaiveDateTime>,
    last_step: i64,
}

/// What an app needs to make the codes.
pub(super) struct Key {
    /// In groups of four, for typing.
    pub letters: String,
    /// What the QR code says.
    pub address: String,
}

impl SecondFactor {
    /// The app's secret under each key we accept, the current one first.
    fn secrets(&self, config: &Config) -> Vec<Vec<u8>> {
        let told = format!("second-factor:{}", self.id);
        let all = config.secrets.link.candidates(told.as_bytes());
        // 160 bits, as the standard asks for.
        all.into_iter().map(|mac| mac[..20].to_vec()).collect()
    }

    /// The key for the app of `email`.
    pub fn key(&self, config: &Config, clinic: &str, email: &str) -> Key {
        let secret = self.secrets(config).into_iter().next().unwrap_or_default();
        let letters = totp::letters(&secret);
        let groups: Vec<&str> = (0..letters.len())
            .step_by(4)
            .map(|at| &letters[at..(at + 4).min(letters.len())])
            .collect();
        Key {
            letters: groups.join(" "),
            address: totp::address(&secret, clinic, email),
        }
    }
}

/// The second factor of a person, begun or on.
pub(super) fn second_factor(conn: &mut Conn, user: &UserId) -> Result<Option<SecondFactor>, Error> {
    Ok(second_factors::table
        .find(user.as_str())
        .select(SecondFactor::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// Whether codes are asked of this person.
pub(super) fn is_on(conn: &mut Conn, user: &UserId) -> Result<bool, Error> {
    Ok(second_factor(conn, user)?.is_some_and(|factor| factor.confirmed_at.is_some()))
}

/// Takes away a person's second factor and all that goes with it.
fn forget(conn: &mut Conn, user: &UserId) -> Result<(), Error> {
    diesel::delete(second_factors::table.find(user.as_str())).execute(&mut **conn)?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user.as_str())))
        .execute(&mut **conn)?;
    Ok(())
}

/// Ends what somebody began to sign in with.
pub(super) fn drop_challenges(conn: &mut Conn, user: &UserId) -> Result<(), Error> {
    diesel::delete(sign_in_challenges::table.filter(sign_in_challenges::user_id.eq(user.as_str())))
        .execute(&mut **conn)?;
    Ok(())
}
