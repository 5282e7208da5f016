//! The configuration: the only code that reads the environment, one struct per area.
//!
//! A wrong value, or a `CANDOR_…` name that does not exist, refuses to start and is named. Any value `X` may be given
//! as `X_FILE`, the path of a file that holds it (secrets of containers).

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use url::Url;

mod jobs;
mod secrets;

pub use jobs::JobsConfig;
pub use secrets::{KeyRing, Secret};

/// Everything the program was told, checked.
#[derive(Debug, Clone)]
pub struct Config {
    pub web: WebConfig,
    pub database: DatabaseConfig,
    pub storage: StorageConfig,
    /// Where the withdrawal ledger lives: outside the database and outside what is restored with it.
    pub ledger: StorageConfig,
    pub mail: MailConfig,
    pub secrets: Secrets,
    pub jobs: JobsConfig,
    pub log: LogConfig,
    /// At which durable step to die (debug builds only: for tests); 0 for never.
    pub crash_at: u32,
    /// The folder of the embedded defaults: database, media, ledger, mail and secrets.
    pub data_dir: PathBuf,
}

/// Where the site is reached and how it listens.
#[derive(Debug, Clone)]
pub struct WebConfig {
    pub listen: SocketAddr,
    /// Scheme, host and port of every link that is sent or printed; the `Host` header is never used.
    pub base_url: Url,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Worker threads of the HTTP server.
    pub workers: usize,
}

impl WebConfig {
    /// Whether cookies may carry `Secure` and the `__Host-` prefix.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// An absolute link to `path`, which begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }
}

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

/// Which store holds originals and renditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageConfig {
    Folder {
        path: PathBuf,
    },
    S3 {
        bucket: String,
        /// `None`: the endpoint of the region at AWS.
        endpoint: Option<String>,
        region: String,
        /// `https://host/bucket/key` rather than `https://bucket.host/key`.
        path_style: bool,
        /// Put before every key, without a slash at either end; may be empty.
        prefix: String,
        access_key: Secret,
        secret_key: Secret,
    },
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub enum MailConfig {
    /// No mail server: links are printed or shown as QR codes.
    None,
    /// Each mail becomes a file in this folder.
    Folder { path: PathBuf },
    Smtp {
        host: String,
        port: u16,
        tls: MailTls,
        user: Option<String>,
        password: Option<Secret>,
        from: String,
    },
    /// Kept in memory, for tests.
    Memory,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// TLS from the first byte (port 465).
    Implicit,
    /// Upgraded before anything is sent (port 587).
    StartTls,
    /// In the clear: only for a server on this machine.
    None,
}

/// Keys that all instances share; the previous ones are accepted while rotating.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// Signs form tokens.
    pub session: KeyRing,
    /// Derives clients' private links.
    pub link: KeyRing,
    /// 32 bytes: signs consent receipts (Ed25519).
    pub signing: Secret,
}

/// How the log looks.
#[derive(Debug, Clone)]
pub struct LogConfig {
    /// A `tracing` filter, such as `info` or `candor=debug,warn`.
    pub filter: String,
    pub json: bool,
}

/// Why the program refuses to start, naming the setting.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError(pub String);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

fn refuse<T>(message: impl Into<String>) -> Result<T, ConfigError> {
    Err(ConfigError(message.into()))
}

const NAMES: &[&str] = &[
    "CANDOR_BASE_URL",
    "CANDOR_DATA_DIR",
    "CANDOR_DATABASE_CONNECTIONS",
    #[cfg(debug_assertions)]
    "CANDOR_CRASH_AT",
    "CANDOR_JOBS_IN_SERVE",
    "CANDOR_JOB_LEASE_SECONDS",
    "CANDOR_LINK_SECRET",
    "CANDOR_LINK_SECRET_PREVIOUS",
    "CANDOR_LISTEN",
    "CANDOR_LOG",
    "CANDOR_LOG_FORMAT",
    "CANDOR_MAIL_FROM",
    "CANDOR_MAIL_PASSWORD",
    "CANDOR_MAIL_URL",
    "CANDOR_PHOTO_MEMORY_MB",
    "CANDOR_SESSION_SECRET",
    "CANDOR_SESSION_SECRET_PREVIOUS",
    "CANDOR_SIGNING_SECRET",
    "CANDOR_STORAGE_ACCESS_KEY",
    "CANDOR_STORAGE_SECRET_KEY",
    "CANDOR_TRUSTED_PROXIES",
    "CANDOR_WORKERS",
];
const PLAIN_NAMES: &[&str] = &["DATABASE_URL", "STORAGE_URL", "LEDGER_URL"];

/// The values given, by name, with `_FILE` already read.
struct Given(BTreeMap<String, String>);

impl Given {
    fn collect(vars: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let mut given = BTreeMap::new();
        for (name, value) in vars {
            let plain = name.strip_suffix("_FILE").unwrap_or(&name);
            let known = NAMES.contains(&plain) || PLAIN_NAMES.contains(&plain);
            if !known {
                if name.starts_with("CANDOR_") {
                    return refuse(format!(
                        "{name} is not a setting; see .env.example for the list"
                    ));
                }
                continue;
            }
            let value = if name.ends_with("_FILE") {
                std::fs::read_to_string(&value)
                    .map_err(|e| ConfigError(format!("{name}: can't read {value}: {e}")))?
            } else {
                value
            };
            if given
                .insert(plain.to_owned(), value.trim().to_owned())
                .is_some()
            {
                return refuse(format!("{plain} and {plain}_FILE are both set; keep one"));
            }
        }
        Ok(Self(given))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    fn parse<T: std::str::FromStr>(
        &self,
        name: &str,
        default: T,
        expected: &str,
    ) -> Result<T, ConfigError> {
        match self.get(name) {
            None => Ok(default),
            Some(value) => value.parse().or_else(|_| {
                refuse(format!(
                    "{name}: expected {expected}, for example as in .env.example"
                ))
            }),
        }
    }
}

impl Config {
    /// Reads the environment of the process.
    ///
    /// # Errors
    /// The first setting that is unknown, unreadable or wrong, by name.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_vars(std::env::vars())
    }

    /// Reads the settings given as pairs.
    ///
    /// # Errors
    /// As [`Config::from_env`].
    pub fn from_vars(
        vars: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let given = Given::collect(vars)?;
        let data_dir = PathBuf::from(given.get("CANDOR_DATA_DIR").unwrap_or("data"));
        let database = database(&given, &data_dir)?;
        let storage = storage(&given, "STORAGE_URL", &data_dir.join("media"))?;
        let ledger = storage_beside(&given, &storage, &data_dir)?;
        let embedded = matches!(database, DatabaseConfig::Sqlite { .. });
        Ok(Self {
            web: web(&given)?,
            database,
            storage,
            ledger,
            mail: mail(&given)?,
            secrets: secrets(&given, &data_dir, embedded)?,
            jobs: jobs::jobs(&given)?,
            log: log(&given)?,
            crash_at: given.parse("CANDOR_CRASH_AT", 0, "a number of steps")?,
            data_dir,
        })
    }
}

fn web(given: &Given) -> Result<WebConfig, ConfigError> {
    let listen: SocketAddr = given.parse(
        "CANDOR_LISTEN",
        SocketAddr::from(([127, 0, 0, 1], 8080)),
        "an address and port",
    )?;
    let base_url = match given.get("CANDOR_BASE_URL") {
        None => format!("http://{listen}"),
        Some(value) => value.to_owned(),
    };
    let base_url = Url::parse(&base_url)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.path() == "/");
    let Some(base_url) = base_url else {
        return refuse("CANDOR_BASE_URL: expected http://host or https://host without a path");
    };
    let mut trusted_proxies = Vec::new();
    for part in given
        .get("CANDOR_TRUSTED_PROXIES")
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
    {
        if part.is_empty() {
            continue;
        }
        match part.parse() {
            Ok(ip) => trusted_proxies.push(ip),
            Err(_) => {
                return refuse("CANDOR_TRUSTED_PROXIES: expected IP addresses with commas between");
            }
        }
    }
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    Ok(WebConfig {
        listen,
        base_url,
        trusted_proxies,
        workers: given.parse("CANDOR_WORKERS", cores, "a number of threads")?,
    })
}

fn database(given: &Given, data_dir: &Path) -> Result<DatabaseConfig, ConfigError> {
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

fn storage(given: &Given, name: &str, default: &Path) -> Result<StorageConfig, ConfigError> {
    let Some(value) = given.get(name) else {
        return Ok(StorageConfig::Folder {
            path: default.to_owned(),
        });
    };
    if let Some(path) = value.strip_prefix("file://") {
        return Ok(StorageConfig::Folder { path: path.into() });
    }
    let expected = format!(
        "{name}: expected file://path or s3://bucket/prefix?endpoint=…&region=…&style=path|host"
    );
    let Some(url) = Url::parse(value).ok().filter(|url| url.scheme() == "s3") else {
        return refuse(expected);
    };
    let Some(bucket) = url.host_str() else {
        return refuse(expected);
    };
    let (mut endpoint, mut region, mut path_style) = (None, "us-east-1".to_owned(), true);
    for (key, value) in url.query_pairs() {
        match (&*key, &*value) {
            ("endpoint", value) => endpoint = Some(value.to_owned()),
            ("region", value) => region = value.to_owned(),
            ("style", "path") => path_style = true,
            ("style", "host") => path_style = false,
            _ => return refuse(format!("{name}: {key}={value} is not known; {expected}")),
        }
    }
    let key = |name: &str| match given.get(name) {
        Some(value) => Ok(Secret::new(value)),
        None => refuse(format!("{name} is required with an s3:// store")),
    };
    Ok(StorageConfig::S3 {
        bucket: bucket.to_owned(),
        endpoint,
        region,
        path_style,
        prefix: url.path().trim_matches('/').to_owned(),
        access_key: key("CANDOR_STORAGE_ACCESS_KEY")?,
        secret_key: key("CANDOR_STORAGE_SECRET_KEY")?,
    })
}

/// The ledger defaults to its own folder, or to its own prefix of the bucket.
fn storage_beside(
    given: &Given,
    media: &StorageConfig,
    data_dir: &Path,
) -> Result<StorageConfig, ConfigError> {
    let mut ledger = storage(given, "LEDGER_URL", &data_dir.join("ledger"))?;
    if given.get("LEDGER_URL").is_none()
        && let StorageConfig::S3 { .. } = media
    {
        ledger = media.clone();
        if let StorageConfig::S3 { prefix, .. } = &mut ledger {
            *prefix = format!("{prefix}/ledger").trim_matches('/').to_owned();
        }
    }
    if &ledger == media {
        return refuse(
            "LEDGER_URL: the ledger must not share the place of STORAGE_URL; give it its own folder or prefix",
        );
    }
    Ok(ledger)
}

fn mail(given: &Given) -> Result<MailConfig, ConfigError> {
    let Some(value) = given.get("CANDOR_MAIL_URL") else {
        return Ok(MailConfig::None);
    };
    if value == "none" {
        return Ok(MailConfig::None);
    }
    if let Some(path) = value.strip_prefix("file://") {
        return Ok(MailConfig::Folder { path: path.into() });
    }
    let expected = "CANDOR_MAIL_URL: expected none, file://folder or smtp://user@host:port?tls=implicit|starttls|none";
    let Some(url) = Url::parse(value).ok().filter(|url| url.scheme() == "smtp") else {
        return refuse(expected);
    };
    let Some(host) = url.host_str() else {
        return refuse(expected);
    };
    if url.password().is_some() {
        return refuse(
            "CANDOR_MAIL_URL: put the password into CANDOR_MAIL_PASSWORD, not into the address",
        );
    }
    let mut tls = MailTls::StartTls;
    for (key, value) in url.query_pairs() {
        tls = match (&*key, &*value) {
            ("tls", "implicit") => MailTls::Implicit,
            ("tls", "starttls") => MailTls::StartTls,
            ("tls", "none") => MailTls::None,
            _ => return refuse(format!("{expected} (found {key}={value})")),
        };
    }
    let port = url.port().unwrap_or(match tls {
        MailTls::Implicit => 465,
        MailTls::StartTls => 587,
        MailTls::None => 25,
    });
    let Some(from) = given.get("CANDOR_MAIL_FROM") else {
        return refuse("CANDOR_MAIL_FROM is required with an smtp:// server");
    };
    let user = Some(url.username())
        .filter(|u| !u.is_empty())
        .map(str::to_owned);
    Ok(MailConfig::Smtp {
        host: host.to_owned(),
        port,
        tls,
        user,
        password: given.get("CANDOR_MAIL_PASSWORD").map(Secret::new),
        from: from.to_owned(),
    })
}

fn secrets(given: &Given, data_dir: &Path, embedded: bool) -> Result<Secrets, ConfigError> {
    let secret = |name: &str, file: &str| match given.get(name) {
        Some(value) => Secret::decode(value)
            .ok_or_else(|| ConfigError(format!("{name}: expected at least 32 bytes as hex"))),
        None if embedded => Secret::load_or_create(&data_dir.join("secrets").join(file)),
        None => refuse(format!(
            "{name} is required with PostgreSQL, the same on every instance (openssl rand -hex 32)"
        )),
    };
    let previous = |name: &str| match given.get(name) {
        None => Ok(None),
        Some(value) => Secret::decode(value)
            .map(Some)
            .ok_or_else(|| ConfigError(format!("{name}: expected at least 32 bytes as hex"))),
    };
    let signing = secret("CANDOR_SIGNING_SECRET", "signing")?;
    if signing.bytes().len() != 32 {
        return refuse("CANDOR_SIGNING_SECRET: expected exactly 32 bytes as 64 hex digits");
    }
    Ok(Secrets {
        session: KeyRing::new(
            secret("CANDOR_SESSION_SECRET", "session")?,
            previous("CANDOR_SESSION_SECRET_PREVIOUS")?,
        ),
        link: KeyRing::new(
            secret("CANDOR_LINK_SECRET", "link")?,
            previous("CANDOR_LINK_SECRET_PREVIOUS")?,
        ),
        signing,
    })
}

fn log(given: &Given) -> Result<LogConfig, ConfigError> {
    let json = match given.get("CANDOR_LOG_FORMAT") {
        None | Some("text") => false,
        Some("json") => true,
        Some(_) => return refuse("CANDOR_LOG_FORMAT: expected text or json"),
    };
    Ok(LogConfig {
        filter: given.get("CANDOR_LOG").unwrap_or("info").to_owned(),
        json,
    })
}
