//! The address a request comes from, believing `X-Forwarded-For` only from the proxies that were named.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::HttpRequest;

use crate::config::WebConfig;

/// The caller's address: the last hop that is not a trusted proxy.
pub fn client_address(config: &WebConfig, request: &HttpRequest) -> IpAddr {
    let peer = request
        .peer_addr()
        .map_or(IpAddr::from([0, 0, 0, 0]), |addr| addr.ip());
    if !config.trusted_proxies.contains(&peer) {
        return peer;
    }
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|hop| hop.trim().parse::<IpAddr>().ok())
        .collect::<Vec<_>>();
    forwarded
        .into_iter()
        .rev()
        .find(|hop| !config.trusted_proxies.contains(hop))
        .unwrap_or(peer)
}

/// Whom an address stands for where something is counted: who has one address of version 6 has all of its network.
pub fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => IpAddr::V6(Ipv6Addr::from(u128::from(v6) >> 64 << 64)),
        },
        v4 => v4,
    }
}
