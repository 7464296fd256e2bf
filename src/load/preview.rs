//! The first section alone, in a tenth of the time that the whole briefing takes: something to
//! read while the rest is loaded.

use std::fs;
use std::path::Path;

use super::faults::Faults;
use super::parts::BRIEFING;
use super::{find, from_files_to};
use crate::model::Briefing;

/// So many bytes of a section fill the first screen.
const SCREENFUL: usize = 5 << 10;

/// A file of more bytes than this takes too long for a preview.
const QUICK: u64 = 256 << 10;

/// The first section of the briefing in the folder `path`, with whatever it links left out.
/// Nothing if that would take long or anything is unusual; [`super::open`] tells what.
pub fn preview(path: &Path) -> Option<Briefing> {
    let manifest = quick(&path.join(BRIEFING))?;
    let section = first_section(&manifest)?;
    let folder = path.join("sections");
    fs::symlink_metadata(&folder).ok().filter(fs::Metadata::is_dir)?;
    let text = quick(&folder.join(format!("{section}.yaml")))?;
    of_files(&find::id(path), &manifest, section, &text)
}

/// As [`preview`], of files in memory.
pub fn preview_files<'f>(id: &str, files: impl Fn(&str) -> Option<&'f [u8]>) -> Option<Briefing> {
    let manifest = std::str::from_utf8(files(BRIEFING)?).ok()?;
    let section = first_section(manifest)?;
    let text = std::str::from_utf8(files(&format!("sections/{section}.yaml"))?).ok()?;
    of_files(id, manifest, section, text)
}

fn of_files(id: &str, manifest: &str, section: &str, text: &str) -> Option<Briefing> {
    let path = format!("sections/{section}.yaml");
    let text = beginning(text);
    let loaded = from_files_to(id, [(BRIEFING, manifest), (path.as_str(), text)], Faults::deaf());
    let mut briefing = loaded.briefing?;
    // The other sections have no text yet; what they are called is known when they are loaded.
    briefing.sections.retain(|one| one.id == section && !one.blocks.is_empty());
    (!briefing.sections.is_empty()).then(|| briefing.indexed())
}

/// The text up to the end of a block of the body, about a screenful of them.
fn beginning(text: &str) -> &str {
    let Some(body) = text.find("\nbody:\n") else { return text };
    let items = text.get(body + "\nbody:\n".len()..).unwrap_or_default();
    let indent = items.len() - items.trim_start_matches(' ').len();
    // Whatever is inside a block is indented by more.
    let next = format!("\n{}- ", " ".repeat(indent));
    let start = text.floor_char_boundary(SCREENFUL);
    let end = text.get(start..).and_then(|rest| rest.find(&next));
    end.and_then(|end| text.get(..=start + end)).unwrap_or(text)
}

/// A small regular file, and no link: where links lead is looked into by the loader.
fn quick(path: &Path) -> Option<String> {
    let meta = fs::symlink_metadata(path).ok()?;
    let quick = meta.is_file() && meta.len() <= QUICK;
    quick.then(|| fs::read_to_string(path).ok()).flatten()
}

/// The first id in the list of sections, found without the parser: whatever stands in the first
/// column is a key of the manifest itself.
fn first_section(manifest: &str) -> Option<&str> {
    let (_, list) = manifest.split_once("\nsections:")?;
    let list = list.trim_start_matches([' ', '\n', '[', '-']);
    let is_id = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    let (id, _) = list.split_at(list.find(|c| !is_id(c)).unwrap_or(list.len()));
    (!id.is_empty()).then_some(id)
}
