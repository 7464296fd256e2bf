//! What a file is, told by its name and by how it begins, and its text.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::error::ReadError;

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// CommonMark, with tables, footnotes and front matter.
    Markdown,
    /// Text without markup.
    Plain,
    /// A page of the web.
    Html,
    /// Office Open XML, or another ZIP that may be taken for it.
    Docx,
    /// A book.
    Epub,
}

/// How far into a file one looks for what no text has.
const LOOKED_AT: usize = 8 << 10;

impl Kind {
    /// What the file `name` is that holds `bytes`.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let (_, end) = name.rsplit_once('.').unwrap_or_default();
        let end = end.to_ascii_lowercase();
        let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
        if is_packed(head) {
            // The type of what is no DOCX stands at the beginning (EPUB 3.3, OCF; OpenDocument 1.3, packages).
            let begins = String::from_utf8_lossy(head.get(..128).unwrap_or(head));
            return match begins.split_once("mimetypeapplication/") {
                Some((_, mime)) if mime.starts_with("vnd.oasis.") => Err(ReadError::OpenDocument),
                Some((_, mime)) if mime.starts_with("epub+zip") => Ok(Self::Epub),
                Some(_) => Err(ReadError::UnknownKind),
                None if end == "epub" => Ok(Self::Epub),
                None => Ok(Self::Docx),
            };
        }
        let is_wide = Encoding::for_bom(head).is_some();
        if head.starts_with(b"{\\rtf") {
            return Err(ReadError::RichText);
        }
        if head.starts_with(b"%PDF") || (!is_wide && head.contains(&0)) {
            return Err(ReadError::UnknownKind);
        }
        Ok(match end.as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" | "mdown" | "mkd" => Self::Markdown,
            _ if begins_as_page(head) => Self::Html,
            _ => Self::Plain,
        })
    }
}

/// Whether a file that begins so is a ZIP, as DOCX and EPUB are.
pub(super) fn is_packed(beginning: &[u8]) -> bool {
    beginning.starts_with(b"PK\x03\x04")
}

fn begins_as_page(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// The text of a file without markup, or with Markdown's: UTF-8, or UTF-16 if it says so. Ends of lines are `\n`.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(bytes).0,
        None => Cow::Borrowed(str::from_utf8(bytes).map_err(|_| ReadError::Encoding)?),
    };
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text
    })
}
