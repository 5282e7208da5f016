//! Telling a program of the owner's by HTTP what happened here, and asking public addresses what they answer.
//!
//! One address, set by the owner; signed as Standard Webhooks has it; no redirect is followed. The name is resolved once, each
//! address that it has is judged (`reach`), and the connection goes to what was judged, so that a name can't point elsewhere a
//! moment later (S34).

mod reach;
mod signature;

use std::net::SocketAddr;
use std::time::Duration;

use http_client::redirect::Policy;
use http_client::{Client, ClientBuilder};
use url::{Host, Url};

pub use reach::{Reach, refuse};
pub use signature::signature;

use crate::config::Secret;
use crate::error::Error;

/// The longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the owner wants to be told, and how far that may be.
#[derive(Debug, Clone)]
pub struct Hook {
    pub url: Url,
    pub secret: Secret,
    pub reach: Reach,
}

/// What is told: the same `id` again when it was not taken.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    pub id: &'a str,
    /// Seconds since 1970: receivers refuse what is old.
    pub at: i64,
    pub body: &'a str,
}

impl Hook {
    /// Posts a message; it was taken when the answer is a 2xx.
    ///
    /// # Errors
    /// When the address may not be reached, nobody answers there, or the answer is another one.
    pub async fn post(&self, message: &Message<'_>) -> Result<(), Error> {
        let client = client_for(&self.url, Some(self.reach)).await?;
        let sent = client
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("webhook-id", message.id)
            .header("webhook-timestamp", message.at.to_string())
            .header("webhook-signature", signature(&self.secret, message))
            .body(message.body.to_owned())
            .send()
            .await;
        let answer = sent.map_err(|e| told("webhook", &e))?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            status => Err(Error::unavailable(format!("webhook: answered {status}"))),
        }
    }
}

/// The status that anyone gets at these addresses now, which the owner's own settings lead to.
///
/// # Errors
/// When nobody answers there.
pub async fn statuses(urls: &[Url]) -> Result<Vec<u16>, Error> {
    let Some(first) = urls.first() else {
        return Ok(Vec::new());
    };
    let client = client_for(first, None).await?;
    let mut statuses = Vec::new();
    for url in urls {
        let sent = client.get(url.clone()).send().await;
        let answer = sent.map_err(|e| told("public address", &e))?;
        statuses.push(answer.status().as_u16());
    }
    Ok(statuses)
}

/// A client that connects to what was judged and nowhere else.
async fn client_for(url: &Url, reach: Option<Reach>) -> Result<Client, Error> {
    let builder = ClientBuilder::new()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE)
        .user_agent(concat!("candor/", env!("CARGO_PKG_VERSION")));
    let builder = match reach {
        None => builder,
        Some(reach) => {
            let found = resolve(url).await?;
            for address in &found {
                if let Some(why) = refuse(address.ip(), reach) {
                    let host = url.host_str().unwrap_or_default();
                    return Err(Error::internal(format!(
                        "webhook: {host} is {why}: not called"
                    )));
                }
            }
            builder.resolve_to_addrs(url.host_str().unwrap_or_default(), &found)
        }
    };
    builder.build().map_err(|e| told("webhook", &e))
}

/// All addresses that the name has now.
async fn resolve(url: &Url) -> Result<Vec<SocketAddr>, Error> {
    let port = url.port_or_known_default().unwrap_or(443);
    let found: Vec<SocketAddr> = match url.host() {
        Some(Host::Ipv4(ip)) => vec![(ip, port).into()],
        Some(Host::Ipv6(ip)) => vec![(ip, port).into()],
        Some(Host::Domain(name)) => tokio::net::lookup_host((name, port))
            .await
            .map_err(|e| Error::unavailable(format!("webhook: {name}: {e}")))?
            .collect(),
        None => Vec::new(),
    };
    match found.is_empty() {
        true => Err(Error::unavailable("webhook: its name has no address")),
        false => Ok(found),
    }
}

/// Without the address: it may hold a key.
fn told(what: &str, error: &http_client::Error) -> Error {
    use std::error::Error as _;
    let why = match (error.is_timeout(), error.is_connect()) {
        (true, _) => "no answer in time".to_owned(),
        (_, true) => "nobody answers".to_owned(),
        _ => error.source().map(ToString::to_string).unwrap_or_default(),
    };
    Error::unavailable(format!("{what}: {why}"))
}
