//! For whom a representative signs, as pages say it.

use serde::Serialize;

use super::asking::Asking;
use crate::clients;
use crate::consents::Consent;
use crate::db::Conn;
use crate::error::Error;

/// Whom it is about, and as what somebody signs for them.
#[derive(Debug, Clone, Serialize)]
pub struct StandsFor {
    pub client: String,
    pub role: String,
}

impl StandsFor {
    /// Of what is being asked; `None` when the client answers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(conn: &mut Conn, asking: &Asking) -> Result<Option<Self>, Error> {
        let Some(one) = &asking.representative else {
            return Ok(None);
        };
        let client = clients::client(conn, &one.client_id)?.name;
        let role = one.role.clone();
        Ok(Some(Self { client, role }))
    }

    /// Of what was signed; `None` when the client signed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn signed(conn: &mut Conn, consent: &Consent) -> Result<Option<Self>, Error> {
        let by_another = consent.representative_id.is_some();
        let Some(role) = consent.signer_role.clone().filter(|_| by_another) else {
            return Ok(None);
        };
        let client = clients::client(conn, &consent.client_id)?.name;
        Ok(Some(Self { client, role }))
    }
}
