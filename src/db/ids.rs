//! Typed keys: UUIDv7 inside (they sort by time), separate random ids where the public sees them.

use std::fmt;
use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};

/// The key of a row of one table: a UUIDv7 as text. `T` only keeps kinds apart.
#[derive(AsExpression, deserialize::FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Id<T: 'static>(String, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// A new key, later than those made before it.
    pub fn new() -> Self {
        Self(uuid::Uuid::now_v7().to_string(), PhantomData)
    }

    /// The key written as a UUID, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let id = uuid::Uuid::try_parse(text).ok()?;
        Some(Self(id.to_string(), PhantomData))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an id"))
    }
}

impl<T, B: Backend> FromSql<Text, B> for Id<T>
where
    String: FromSql<Text, B>,
{
    fn from_sql(bytes: B::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(bytes)?, PhantomData))
    }
}

impl<T, B: Backend> ToSql<Text, B> for Id<T>
where
    String: ToSql<Text, B>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, B>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

/// Names a kind of key.
#[macro_export]
macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident, $tag:ident) => {
        #[doc(hidden)]
        #[derive(Debug)]
        pub enum $tag {}
        $(#[$doc])*
        pub type $name = $crate::db::Id<$tag>;
    };
}
pub use typed_id;

typed_id!(
    /// A member of staff.
    UserId, UserTag
);
typed_id!(
    /// A client's private record.
    ClientId, ClientTag
);
typed_id!(
    /// What was done to whom.
    CaseId, CaseTag
);
typed_id!(
    /// A sealed original and its renditions.
    PhotoId, PhotoTag
);
typed_id!(
    /// What a client says in a video.
    VideoId, VideoTag
);
typed_id!(
    /// One document asked of and signed by one person.
    ConsentId, ConsentTag
);
typed_id!(
    /// A story in any state.
    StoryId, StoryTag
);

/// `bytes` random bytes as hex, from the operating system.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn random_hex(bytes: usize) -> Result<String, crate::error::Error> {
    let mut buffer = vec![0u8; bytes];
    getrandom::fill(&mut buffer)
        .map_err(|e| crate::error::Error::internal(format!("randomness: {e}")))?;
    Ok(buffer.iter().map(|b| format!("{b:02x}")).collect())
}
