//! Who is told to drop copies of what was taken down: a cache or CDN in front of the site.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use url::{Host, Url};

use super::Secret;
use super::given::{ConfigError, Given, refuse};

/// Where addresses that came down are posted, and where it is seen that they are gone.
#[derive(Debug, Clone)]
pub struct PurgeConfig {
    pub url: Url,
    /// Signs each message, as Standard Webhooks has it.
    pub secret: Secret,
    /// The owner says that it is in their own network.
    pub internal: bool,
    /// Where visitors reach the site through the cache; the base URL unless said otherwise.
    pub check: Url,
}

impl PurgeConfig {
    /// Whether the address names this machine itself.
    pub fn is_local(&self) -> bool {
        is_local(&self.url)
    }
}

fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

pub(super) fn purge(given: &Given, base: &Url) -> Result<Option<PurgeConfig>, ConfigError> {
    let Some(value) = given.get("CANDOR_PURGE_URL") else {
        return Ok(None);
    };
    let fits = |url: &Url| {
        let named = url.username().is_empty() && url.password().is_none();
        named && (url.scheme() == "https" || (url.scheme() == "http" && is_local(url)))
    };
    let Some(url) = Url::parse(value).ok().filter(fits) else {
        return refuse(
            "CANDOR_PURGE_URL: expected https://host/path without a user (http only for this machine)",
        );
    };
    let Some(secret) = given.get("CANDOR_PURGE_SECRET") else {
        return refuse("CANDOR_PURGE_SECRET is required with CANDOR_PURGE_URL");
    };
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap_or(secret));
    let Some(key) = key.ok().filter(|key| (24..=64).contains(&key.len())) else {
        return refuse(
            "CANDOR_PURGE_SECRET: expected whsec_ and 24 to 64 bytes as base64 (echo whsec_$(openssl rand -base64 32))",
        );
    };
    let check = match given.get("CANDOR_PURGE_CHECK_URL") {
        None => Some(base.clone()),
        Some(value) => Url::parse(value).ok().filter(super::web::is_place),
    };
    let Some(check) = check else {
        return refuse("CANDOR_PURGE_CHECK_URL: expected https://host or https://host/path");
    };
    Ok(Some(PurgeConfig {
        url,
        secret: Secret::of(key),
        internal: given.parse("CANDOR_PURGE_INTERNAL", false, "true or false")?,
        check,
    }))
}
