//! Who a frame is for: the clinic's own other sites, or one partner's. A frame can't tell where it stands, so each partner has
//! addresses of its own, which nobody else may frame.

use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::Place;

/// Whose site shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Any of the clinic's own.
    Own,
    /// By the name that stands in the address.
    Partner(String),
}

impl Audience {
    /// What it is shown of the gallery.
    pub fn place(&self) -> Place {
        match self {
            Self::Own => Place::Website,
            Self::Partner(_) => Place::Partners,
        }
    }

    /// Sites that may frame it; none for a partner that nobody listed.
    ///
    /// # Errors
    /// When the database does not answer: the caller lets nobody in.
    pub fn origins(&self, conn: &mut Conn) -> Result<Vec<String>, Error> {
        match self {
            Self::Own => clinic::origins(conn),
            Self::Partner(name) => {
                let partners = clinic::partner_origins(conn)?.into_iter();
                Ok(partners.filter(|one| host(one) == name).collect())
            }
        }
    }
}

/// A site's name as it stands in an address: `www.partner.example`.
pub fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}
