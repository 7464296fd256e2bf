//! What a host says when it begins: how to come in, large enough for a wall.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

use super::doors::Doors;
use super::words;

/// Everything that is said at the beginning. The first line says where the host listens, and is for programs too.
pub(super) fn opening(bound: &[SocketAddr], doors: &Doors, fingerprint: &str) -> String {
    let mut lines = vec![words::listening(bound), String::new()];
    let reached = reached(bound, &own_addresses());
    lines.push(words::type_this().to_owned());
    lines.push(String::new());
    lines.extend(reached.iter().map(|at| format!("    {}", words::command(at.ip(), at.port()))));
    lines.push(String::new());
    match (&doors.code, doors.open) {
        (Some(code), _) => {
            let code = format!("    {}", code.words());
            lines.extend([words::the_code().to_owned(), String::new(), code]);
        }
        (None, true) => lines.push(words::no_code().to_owned()),
        (None, false) => lines.push(words::keys_only().to_owned()),
    }
    lines.push(String::new());
    lines.extend(reached.first().and_then(picture));
    lines.push(words::fingerprint(fingerprint));
    lines.push(words::ctrl_c_ends().to_owned());
    lines.join("\n") + "\n"
}

/// Where clients reach a host that listens at these addresses, on a machine that has those: the addresses of a network
/// before the machine's own.
fn reached(bound: &[SocketAddr], own: &[IpAddr]) -> Vec<SocketAddr> {
    let mut all: Vec<SocketAddr> = Vec::new();
    for at in bound {
        let is_any = at.ip().is_unspecified();
        let alike = own.iter().filter(|own| own.is_ipv4() == at.is_ipv4());
        let alike = alike.map(|own| SocketAddr::new(*own, at.port()));
        all.extend(alike.filter(|_| is_any).chain((!is_any).then_some(*at)));
    }
    all.sort_by_key(|at| (at.ip().is_loopback(), at.is_ipv6()));
    all.dedup();
    all
}

/// The addresses of the machine, but for those that need to be told which network they are on.
fn own_addresses() -> Vec<IpAddr> {
    let own = if_addrs::get_if_addrs().unwrap_or_default();
    let mut own: Vec<IpAddr> = own.iter().map(if_addrs::Interface::ip).filter(is_reached).collect();
    if own.is_empty() {
        own.push(Ipv4Addr::LOCALHOST.into());
    }
    own
}

fn is_reached(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !address.is_link_local(),
        IpAddr::V6(address) => !address.is_unicast_link_local(),
    }
}

/// The `ssh://` address as a QR code, for those who have a camera.
fn picture(at: &SocketAddr) -> Option<String> {
    let code = QrCode::with_error_correction_level(format!("ssh://{at}"), EcLevel::L).ok()?;
    // Right on a dark terminal. On a light one it is the other way round, which most cameras take too.
    let (dark, light) = (Dense1x2::Light, Dense1x2::Dark);
    Some(code.render().dark_color(dark).light_color(light).quiet_zone(true).build() + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_reached_at_each_address_of_its_kind() {
        let own: Vec<IpAddr> =
            ["127.0.0.1", "10.0.0.5", "::1", "2001:db8::5"].map(|at| at.parse().unwrap()).to_vec();
        let check = |bound: &[&str], expected: &[&str]| {
            let bound: Vec<SocketAddr> = bound.iter().map(|at| at.parse().unwrap()).collect();
            let reached: Vec<String> =
                reached(&bound, &own).iter().map(ToString::to_string).collect();
            assert_eq!(reached, expected, "{bound:?}");
        };
        check(&["127.0.0.1:2222"], &["127.0.0.1:2222"]);
        check(&["0.0.0.0:2222"], &["10.0.0.5:2222", "127.0.0.1:2222"]);
        check(
            &["0.0.0.0:22", "[::]:22"],
            &["10.0.0.5:22", "[2001:db8::5]:22", "127.0.0.1:22", "[::1]:22"],
        );
        check(&["[::1]:2222"], &["[::1]:2222"]);
    }

    #[test]
    fn the_first_line_is_for_programs() {
        let at = "127.0.0.1:2222".parse().unwrap();
        let doors = Doors { open: true, ..Doors::default() };
        let said = opening(&[at], &doors, "SHA256:abc");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.first(), Some(&"listening on 127.0.0.1:2222"));
        assert!(lines.contains(&"    ssh -p 2222 NAME@127.0.0.1"), "{said}");
        assert!(said.contains("SHA256:abc") && said.contains('█'), "{said}");
    }
}
