//! (to be written)
#[derive(Debug)]
pub enum MailError { Refused(String), Unavailable(String) }
impl std::fmt::Display for MailError { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{self:?}") } }
#[derive(Clone)]
pub struct Mailer; impl Mailer { pub fn connect(_: &crate::config::MailConfig) -> Result<Self, MailError> { Ok(Self) } }
