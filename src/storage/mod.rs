//! (to be written)
#[derive(Debug)]
pub enum StorageError { NotFound, Unavailable(String) }
impl std::fmt::Display for StorageError { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{self:?}") } }
#[derive(Clone)]
pub struct Storage; impl Storage { pub fn connect(_: &crate::config::StorageConfig) -> Result<Self, StorageError> { Ok(Self) } }
