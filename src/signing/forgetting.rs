//! Mail to a client who is forgotten: none goes out any more.

use super::receipt::SendReceipt;
use super::reminder::SendReminder;
use super::session::SendCode;
use super::web::lost::SendManageLink;
use super::web::open::SendInvite;
use crate::consents;
use crate::db::{ClientId, Conn, ConsentId};
use crate::error::Error;
use crate::jobs::call_off_those;

/// Calls off what waits to be mailed to a client: there is no address any more. The client's row is locked.
///
/// # Errors
/// When the database refuses.
pub fn call_off_mail(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let all = consents::consents_of_client(conn, client)?;
    let own = |id: &ConsentId| all.iter().any(|consent| &consent.id == id);
    call_off_those::<SendInvite>(conn, |job| &job.client == client)?;
    call_off_those::<SendManageLink>(conn, |job| &job.client == client)?;
    call_off_those::<SendCode>(conn, |job| &job.client == client)?;
    call_off_those::<SendReceipt>(conn, |job| own(&job.consent))?;
    call_off_those::<SendReminder>(conn, |job| own(&job.consent))?;
    Ok(())
}
