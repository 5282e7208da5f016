//! How mail leaves.

use std::path::PathBuf;

use url::Url;

use super::Secret;
use super::given::{ConfigError, Given, refuse};

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

pub(super) fn mail(given: &Given) -> Result<MailConfig, ConfigError> {
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
