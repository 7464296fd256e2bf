//! Addresses in the outside world.

use std::fmt::Write as _;

/// An address with every byte percent-encoded that a URI may not have in it (RFC 3986): control
/// characters, so that none can end the sequence that it stands in, spaces, what is not ASCII.
pub(crate) fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
