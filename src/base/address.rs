//! Addresses in the outside world.

use std::fmt::Write as _;

/// The bytes that percent-encoding stands for (RFC 3986, 2.1); nothing if it is broken.
pub(crate) fn decoded(encoded: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let code = digit()? * 16 + digit()?;
        bytes.push(u8::try_from(code).ok()?);
    }
    Some(bytes)
}

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
