//! Which database runs.

use std::path::{Path, PathBuf};

use super::Secret;
use super::given::{ConfigError, Given, refuse};

/// Which database runs.
#[derive(Debug, Clone)]
pub enum DatabaseConfig {
    Sqlite {
        path: PathBuf,
        readers: u32,
    },
    Postgres {
        url: Secret,
        connections: u32,
        schema: Option<String>,
    },
}

pub(super) fn database(given: &Given, data_dir: &Path) -> Result<DatabaseConfig, ConfigError> {
    let connections = given.parse("CANDOR_DATABASE_CONNECTIONS", 8u32, "a number")?;
    if connections == 0 {
        return refuse("CANDOR_DATABASE_CONNECTIONS: expected at least 1");
    }
    let Some(url) = given.get("DATABASE_URL") else {
        return Ok(DatabaseConfig::Sqlite {
            path: data_dir.join("candor.sqlite3"),
            readers: connections,
        });
    };
    if let Some(path) = url.strip_prefix("sqlite://") {
        return Ok(DatabaseConfig::Sqlite {
            path: path.into(),
            readers: connections,
        });
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(DatabaseConfig::Postgres {
            url: Secret::new(url),
            connections,
            schema: None,
        });
    }
    refuse("DATABASE_URL: expected sqlite://path or postgres://user:password@host/database")
}
