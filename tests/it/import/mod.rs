//! From texts to a briefing, as `attache import` does it, without the disk.
#![allow(clippy::unwrap_used)] // a test may fail where it stands

mod bounds;
mod formats;
mod law;
mod markdown;
mod names;
mod plain;
mod written;

use attache::import::{ImportAs, ImportInput, ImportOptions, Imported, import};
use attache::load::{Loaded, from_files};
use attache::model::Briefing;

/// What files become, each with its name.
pub(crate) fn imported(inputs: &[(&str, &str)], as_what: Option<ImportAs>) -> Imported {
    let inputs: Vec<ImportInput> = inputs
        .iter()
        .map(|(name, text)| ImportInput {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let options = ImportOptions { as_what, ..ImportOptions::default() };
    import(&inputs, options).unwrap_or_else(|error| panic!("{error}"))
}

/// What one file becomes: the text of the file `path` of the briefing.
pub(crate) fn file_of(name: &str, text: &str, path: &str) -> String {
    let imported = imported(&[(name, text)], None);
    let files = imported.files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    let found = imported.files.into_iter().find(|(one, _)| one == path);
    found.unwrap_or_else(|| panic!("no {path} among {files:?}")).1
}

/// The briefing that is written, read again.
pub(crate) fn briefing(imported: &Imported) -> Briefing {
    let files = imported.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let Loaded { briefing, .. } = from_files("imported", files);
    briefing.unwrap()
}
