//! What a briefing's manifest alone tells, in a fraction of the time that the whole briefing takes:
//! a title page to see while the rest is loaded.

use std::fs;
use std::path::Path;

use super::disk;
use super::faults::Faults;
use super::files::BRIEFING;
use super::open::from_files_to;
use crate::model::Briefing;

/// A manifest of more bytes than this takes too long for a preview: it has parts of the briefing in
/// it.
const QUICK: u64 = 16 << 10;

/// The title, dates and summary of the briefing in the folder `path`; no section and nothing that its
/// summary links. Nothing if that would take long or anything is unusual; [`super::open()`] tells what.
pub fn preview(path: &Path) -> Option<Briefing> {
    of_manifest(&disk::id(path), &quick(&path.join(BRIEFING))?)
}

/// As [`preview`], of a manifest in memory.
pub fn preview_manifest(id: &str, manifest: &[u8]) -> Option<Briefing> {
    of_manifest(id, std::str::from_utf8(manifest).ok()?)
}

fn of_manifest(id: &str, manifest: &str) -> Option<Briefing> {
    let loaded = from_files_to(id, [(BRIEFING, manifest)], Faults::deaf());
    let mut briefing = loaded.briefing?;
    briefing.sections.clear();
    Some(briefing.indexed())
}

/// A small regular file, and no link: where links lead is looked into by the loader.
fn quick(path: &Path) -> Option<String> {
    let meta = fs::symlink_metadata(path).ok()?;
    let quick = meta.is_file() && meta.len() <= QUICK;
    quick.then(|| fs::read_to_string(path).ok()).flatten()
}
