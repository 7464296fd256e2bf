//! Files within a ZIP, as DOCX and EPUB are: each is read in memory, under a bound, and none is ever written.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Damage, ReadError, TooMuch};

/// What a word processor's file is called.
pub(super) const DOCX: &str = "DOCX";
/// What a book is called.
pub(super) const EPUB: &str = "EPUB";
/// How many bytes all parts together that are read may have once they are unpacked. Pictures are not read.
const UNPACKED: usize = 64 << 20;

/// A ZIP whose parts are read by their names.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What it is, as its reader calls it.
    kind: &'static str,
    /// How many bytes may still be unpacked.
    left: usize,
}

impl<'a> Archive<'a> {
    /// The archive in `bytes`, a file of this `kind`.
    ///
    /// # Errors
    ///
    /// If it is no ZIP, a part of one, or encrypted.
    pub(super) fn open(bytes: &'a [u8], kind: &'static str) -> Result<Self, ReadError> {
        // With a password, Office puts its file into another container.
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(ReadError::Locked);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Damage::NoZip { kind })?;
        Ok(Self { zip, kind, left: UNPACKED })
    }

    /// A part, unpacked; nothing if there is none of this name.
    ///
    /// # Errors
    ///
    /// If it is encrypted or damaged, or more would be unpacked than is read.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let kind = self.kind;
        let mut part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(ReadError::Locked);
            }
            Err(_) => return Err(Damage::PartNotFound { kind }.into()),
        };
        let mut bytes = Vec::new();
        let read = part.by_ref().take(self.left as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|_| Damage::PartNotUnpacked { kind })?;
        let left = self.left.checked_sub(bytes.len());
        self.left = left.ok_or(TooMuch::Text { most: UNPACKED >> 20 })?;
        Ok(Some(bytes))
    }

    /// The text of a part that is XML; empty if there is none of this name.
    ///
    /// # Errors
    ///
    /// As [`Archive::part`] has them, and if it is in no encoding that XML has by itself.
    pub(super) fn xml(&mut self, name: &str) -> Result<String, ReadError> {
        let bytes = self.part(name)?.unwrap_or_default();
        if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(&bytes) {
            return Ok(encoding.decode(&bytes).0.into_owned());
        }
        String::from_utf8(bytes).map_err(|_| Damage::Encoding { kind: self.kind }.into())
    }
}

/// The name of a part that `link` leads to from the part `from`: `..` goes no higher than the archive.
pub(super) fn linked(from: &str, link: &str) -> String {
    let folder = from.rfind('/').map_or("", |end| from.get(..end).unwrap_or_default());
    let path = match link.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{link}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
