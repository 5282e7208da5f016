//! How far a message may go: never to where machines tell their secrets, and not into the owner's network unless they said so.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What the owner's settings allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Addresses that anyone could reach.
    Public,
    /// This machine too: the setting names it.
    Loopback,
    /// The owner's own network too: a setting says so.
    Internal,
}

/// Why an address is refused; `None` when it may be called. An IPv4 address inside an IPv6 one counts as what it is.
pub fn refuse(ip: IpAddr, reach: Reach) -> Option<&'static str> {
    let kind = match ip {
        IpAddr::V4(ip) => kind_of_v4(ip),
        IpAddr::V6(ip) => match inner(ip) {
            Some(ip) => kind_of_v4(ip),
            None => kind_of_v6(ip),
        },
    };
    match (kind, reach) {
        (Kind::Never, _) => Some("an address of the link or of no machine"),
        (Kind::Public, _) | (_, Reach::Internal) | (Kind::Loopback, Reach::Loopback) => None,
        (Kind::Loopback, _) => Some("this machine"),
        (Kind::Internal, _) => Some("an internal address"),
    }
}

enum Kind {
    Public,
    Loopback,
    Internal,
    /// Link-local (where clouds serve a machine's credentials), unspecified, multicast, broadcast.
    Never,
}

fn kind_of_v4(ip: Ipv4Addr) -> Kind {
    let octets = ip.octets();
    if ip.is_loopback() {
        return Kind::Loopback;
    }
    let never = ip.is_link_local()
        || octets[0] == 0
        || ip.is_multicast()
        || octets[0] >= 240
        // The metadata service of Alibaba Cloud.
        || octets == [100, 100, 100, 200];
    if never {
        return Kind::Never;
    }
    let shared = octets[0] == 100 && octets[1] & 0xc0 == 64;
    let benchmark = octets[0] == 198 && octets[1] & 0xfe == 18;
    let protocol = octets[..3] == [192, 0, 0];
    if ip.is_private() || shared || benchmark || protocol || ip.is_documentation() {
        Kind::Internal
    } else {
        Kind::Public
    }
}

fn kind_of_v6(ip: Ipv6Addr) -> Kind {
    let segments = ip.segments();
    if ip.is_loopback() {
        return Kind::Loopback;
    }
    let link_local = segments[0] & 0xffc0 == 0xfe80;
    // The metadata service of AWS.
    let metadata = segments == [0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254];
    if link_local || metadata || ip.is_unspecified() || ip.is_multicast() {
        return Kind::Never;
    }
    let unique_local = segments[0] & 0xfe00 == 0xfc00;
    let site_local = segments[0] & 0xffc0 == 0xfec0;
    let documentation = segments[..2] == [0x2001, 0xdb8];
    if unique_local || site_local || documentation {
        Kind::Internal
    } else {
        Kind::Public
    }
}

/// The IPv4 address that an IPv6 address stands for: mapped, compatible, translated (NAT64) or tunnelled (6to4).
fn inner(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = ip.segments();
    let v4 = |high: u16, low: u16| {
        let (a, b) = (high.to_be_bytes(), low.to_be_bytes());
        Some(Ipv4Addr::new(a[0], a[1], b[0], b[1]))
    };
    match segments {
        [0, 0, 0, 0, 0, 0xffff, high, low] => v4(high, low),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        [0, 0, 0, 0, 0, 0, high, low] if high != 0 => v4(high, low),
        [0, 0, 0, 0, 0xffff, 0, high, low] => v4(high, low),
        [0x2002, high, low, ..] => v4(high, low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str, reach: Reach) -> Option<&'static str> {
        text.parse().ok().and_then(|ip| refuse(ip, reach))
    }

    #[test]
    fn s34_link_and_metadata_addresses_are_never_called() {
        let never = [
            "169.254.169.254",
            "169.254.0.1",
            "::ffff:169.254.169.254",
            "::169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1",
            "::ffff:0:169.254.169.254",
            "fe80::1",
            "febf::1",
            "fd00:ec2::254",
            "100.100.100.200",
            "0.0.0.0",
            "0.1.2.3",
            "::",
            "::ffff:0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "ff02::1",
        ];
        for text in never {
            for reach in [Reach::Public, Reach::Loopback, Reach::Internal] {
                assert!(judged(text, reach).is_some(), "{text} {reach:?}");
            }
        }
    }

    #[test]
    fn s34_internal_addresses_are_called_only_when_the_owner_said_so() {
        let internal = [
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "100.64.0.1",
            "198.18.0.1",
            "192.0.0.8",
            "fc00::1",
            "fd12:3456::1",
            "fec0::1",
            "::ffff:10.0.0.1",
            "64:ff9b::c0a8:101",
            "2002:c0a8:101::1",
            "::ffff:192.168.0.1",
        ];
        for text in internal {
            assert!(judged(text, Reach::Public).is_some(), "{text}");
            assert!(judged(text, Reach::Loopback).is_some(), "{text}");
            assert!(judged(text, Reach::Internal).is_none(), "{text}");
        }
        for text in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            assert!(judged(text, Reach::Public).is_some(), "{text}");
            assert!(judged(text, Reach::Loopback).is_none(), "{text}");
        }
        for text in ["1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"] {
            assert!(judged(text, Reach::Public).is_none(), "{text}");
        }
    }
}
