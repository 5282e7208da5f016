//! Who may take the evidence of a case out.

use crate::accounts::{Actor, Role};
use crate::error::Error;

/// Moderators and admins: it holds everything that was decided, and names.
///
/// # Errors
/// `Forbidden` for everyone else.
pub fn may_take(actor: &Actor) -> Result<(), Error> {
    if actor.has(Role::Moderator) || actor.has(Role::Admin) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}
