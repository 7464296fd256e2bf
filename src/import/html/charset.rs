//! Which encoding a page is in: a byte order mark says it, else the page itself, else it is UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use super::super::error::ReadError;

/// How many bytes are looked at for what the page says of itself. The standard has 1024; comments and
/// scripts of tools that save pages stand before it.
const LOOKED_AT: usize = 8192;

/// The text of a page.
///
/// # Errors
///
/// If it is not in UTF-8 and does not say what it is in.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = bytes.get(mark..).unwrap_or_default();
        return Ok(encoding.decode_without_bom_handling(text).0);
    }
    match declared(bytes) {
        Some(encoding) => Ok(encoding.decode_without_bom_handling(bytes).0),
        None => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| ReadError::Encoding),
    }
}

/// What `<meta charset>`, its older form or an XML declaration says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let beginning = bytes.get(..LOOKED_AT).unwrap_or(bytes).to_ascii_lowercase();
    let xml = beginning.starts_with(b"<?xml").then(|| {
        let end = memchr::memchr(b'>', &beginning).unwrap_or(0);
        labelled(beginning.get(..end)?, b"encoding")
    });
    let meta = || {
        memmem::find_iter(&beginning, b"<meta").find_map(|at| {
            let tag = beginning.get(at..)?;
            let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
            labelled(tag.get(..end)?, b"charset")
        })
    };
    let found = xml.flatten().or_else(meta)?;
    // Who can read this in ASCII does not read UTF-16.
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}

/// The encoding whose label stands behind `key` and `=`.
fn labelled(tag: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let at = memmem::find(tag, key)? + key.len();
    let value = tag.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|b| matches!(b, b'"' | b'\'' | b';' | b'/' | b' ' | b'>'));
    Encoding::for_label(value.get(..end.unwrap_or(value.len()))?)
}
