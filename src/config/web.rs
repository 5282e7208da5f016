//! Where the site is reached and how it listens.

use std::net::{IpAddr, SocketAddr};

use url::Url;

use super::given::{ConfigError, Given, refuse};

/// Where the site is reached and how it listens.
#[derive(Debug, Clone)]
pub struct WebConfig {
    pub listen: SocketAddr,
    /// Scheme, host, port and path of every link that is sent or printed; the `Host` header is never used.
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

    /// The path that the site lives below, such as `/results`; empty when it has a name of its own.
    pub fn prefix(&self) -> &str {
        self.base_url.path().trim_end_matches('/')
    }

    /// An absolute link to `path`, which begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }
}

/// Whether pages can live there: a host, and maybe a path of plain words.
pub(super) fn is_place(url: &Url) -> bool {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.' | b'~');
    let path = url.path().trim_end_matches('/');
    let mut words = path.split('/').skip(1);
    matches!(url.scheme(), "http" | "https")
        && url.query().is_none()
        && url.fragment().is_none()
        && words.all(|word| !word.is_empty() && word.bytes().all(plain))
}

pub(super) fn web(given: &Given) -> Result<WebConfig, ConfigError> {
    let listen: SocketAddr = given.parse(
        "CANDOR_LISTEN",
        SocketAddr::from(([127, 0, 0, 1], 8080)),
        "an address and port",
    )?;
    let base_url = match given.get("CANDOR_BASE_URL") {
        None => format!("http://{listen}"),
        Some(value) => value.to_owned(),
    };
    let base_url = Url::parse(&base_url).ok().filter(is_place);
    let Some(base_url) = base_url else {
        return refuse("CANDOR_BASE_URL: expected https://host or https://host/path");
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
