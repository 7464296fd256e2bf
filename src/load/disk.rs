//! Looking at the disk, with every way that can fail told in a sentence.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;

use super::fault::Fault;
use super::sentences;
use crate::base::visible;
use crate::diagnostic::{Diagnostic, Location};

/// How many entries of a folder are looked at.
pub(super) const ENTRIES: usize = 20_000;

/// What is at `path`, which must be a file or a folder.
pub(super) fn look(path: &Path) -> Result<Metadata, Box<Diagnostic>> {
    let meta = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if meta.is_dir() || meta.is_file() {
        return Ok(meta);
    }
    Err(of_path(path, sentences::neither_file_nor_folder()))
}

/// A fault of a path as a whole.
pub(super) fn of_path(path: &Path, fault: Fault) -> Box<Diagnostic> {
    Box::new(fault.at(Location::whole(path.to_string_lossy())))
}

/// The fault that a path is where nothing can be read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    let fault = match error.kind() {
        ErrorKind::NotFound => sentences::nothing_there(),
        _ => sentences::unreadable_path(&why(error)),
    };
    of_path(path, fault)
}

/// The system's words, without its error number.
pub(super) fn why(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        ErrorKind::NotFound => "it is not there".to_owned(),
        _ => crate::base::why(error),
    }
}

/// The names in a folder, in order, without hidden ones.
pub(super) fn names(path: &Path) -> std::io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path)?.take(ENTRIES + 1) {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The name of the folder or the file at `path`, without `.yaml`.
pub(super) fn id(path: &Path) -> String {
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = if whole.is_dir() { whole.file_name() } else { whole.file_stem() };
    name.map_or_else(String::new, |name| visible(&name.to_string_lossy()).into_owned())
}
