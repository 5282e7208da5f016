//! (to be written)
#[derive(Debug)]
pub enum StorageError { NotFound, Unavailable(String) }
impl std::fmt::Display for StorageError { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{self:?}") } }
