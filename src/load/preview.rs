//! What a small part of a briefing tells, in a fraction of the time that the whole of it takes: its
//! title page, or the section that the reader left, to see while the rest is loaded.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::addresses::UnreadPlaces;
use super::decode::Effort;
use super::faults::Faults;
use super::files::{BRIEFING, file_of, section_path};
use super::id::is_id;
use super::open::from_files_to;
use super::source::ReadFile;
use super::stand_ins::ReadSoFar;
use super::{collect, disk, find, labels, lower, parts, stand_ins, tree};
use crate::model::Briefing;

/// A manifest of more bytes than this takes too long for a preview: it has parts of the briefing in
/// it.
const QUICK: u64 = 16 << 10;
/// The same of the file of a section, or of another part that a section takes words from.
const QUICK_PART: u64 = 256 << 10;

/// The files of a briefing, of which a few are read.
#[derive(Debug, Clone, Copy)]
pub enum PreviewFiles<'a> {
    /// Those in a folder.
    Folder(&'a Path),
    /// Those in memory, each with its path inside the briefing's folder.
    Memory(&'a str, &'a [(&'a str, &'a [u8])]),
}

impl<'a> PreviewFiles<'a> {
    /// The briefing's id.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Folder(path) => disk::id(path),
            Self::Memory(id, _) => id.to_owned(),
        }
    }

    /// What the file at this path inside the folder holds, if that is not more than `most` bytes. A regular
    /// file, and no link: where links lead is looked into by the loader.
    fn quick(self, inner: &str, most: u64) -> Option<Cow<'a, [u8]>> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(inner);
                let meta = fs::symlink_metadata(&path).ok()?;
                let is_quick = meta.is_file() && meta.len() <= most;
                if !is_quick {
                    return None;
                }
                let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).ok()? + 1);
                // It may grow meanwhile.
                File::open(&path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
                Some(bytes.into())
            }
            Self::Memory(_, files) => {
                let (_, bytes) = files.iter().find(|(path, _)| *path == inner)?;
                Some(Cow::Borrowed(*bytes))
            }
        }
    }

    fn file(self, inner: &str, most: u64) -> Option<ReadFile> {
        let text = Some(self.quick(inner, most)?.into_owned());
        Some(ReadFile { path: inner.to_owned(), name: inner.to_owned(), text })
    }

    /// The title of a section, if it stands at the beginning of its file.
    fn title(self, section: &str) -> Option<String> {
        let bytes = self.quick(&section_path(section), QUICK_PART)?;
        find::title(&String::from_utf8_lossy(&bytes))
    }
}

/// The title, dates and summary of a briefing in several files; no section and nothing that its
/// summary links. Nothing if that would take long or anything is unusual; [`super::open()`] tells what.
pub fn preview(files: PreviewFiles) -> Option<Briefing> {
    let manifest = files.quick(BRIEFING, QUICK)?;
    let manifest = std::str::from_utf8(&manifest).ok()?;
    let loaded = from_files_to(&files.id(), [(BRIEFING, manifest)], Faults::deaf());
    let mut briefing = loaded.briefing?;
    briefing.sections.clear();
    Some(briefing.indexed())
}

/// As [`preview`], with one section, which reads as it does in the whole: each link leads somewhere, though
/// not yet to what it leads to. The other sections are there without words. Nothing if that section would
/// take long, stands in the manifest, or takes words from what would take long.
pub fn preview_section(files: PreviewFiles, section: &str) -> Option<Briefing> {
    let manifest = files.file(BRIEFING, QUICK)?;
    let text = files.file(&section_path(section), QUICK_PART).filter(|_| is_id(section))?;
    let mut raws = vec![manifest];
    for part in needed(text.text.as_deref().unwrap_or_default()) {
        raws.push(files.file(part?, QUICK_PART)?);
    }
    raws.push(text);
    let mut briefing = read_ahead(&files.id(), raws)?;
    let at = briefing.find_section(section)?;
    if briefing.section(at).blocks.is_empty() {
        return None;
    }
    // The last row of a section names the next one.
    if let Some(next) = briefing.sections.get_mut(at.get() + 1)
        && let Some(title) = files.title(&next.id)
    {
        next.title = title;
    }
    Some(briefing.indexed_part())
}

/// The files that a section takes words from: the names that its labels leave out, and who is quoted.
/// `None` for what has no file of its own.
fn needed(text: &[u8]) -> Vec<Option<&'static str>> {
    let text = String::from_utf8_lossy(text);
    let unnamed = text.split("[](").skip(1).filter_map(|link| link.split_once(':'));
    let mut schemes: Vec<&str> = unnamed.map(|(scheme, _)| scheme).collect();
    schemes.extend(text.contains("from:").then_some("actor"));
    let is_outside = |scheme: &str| matches!(scheme, "http" | "https" | "mailto");
    schemes.retain(|scheme| !is_outside(scheme));
    schemes.sort_unstable();
    schemes.dedup();
    let file = |scheme| file_of(if scheme == "article" { "instrument" } else { scheme });
    let mut files: Vec<_> = schemes.into_iter().map(file).collect();
    files.dedup();
    files
}

/// Reads some files of a briefing. What they have not is not missed. Nothing if words are missing that
/// stand in others.
fn read_ahead(id: &str, raws: Vec<ReadFile>) -> Option<Briefing> {
    let (mut faults, effort) = (Faults::deaf(), Effort::default());
    let files = tree::files(raws, &mut faults);
    let trees = tree::trees(&files, &mut faults);
    if trees.iter().any(Option::is_none) {
        return None;
    }
    let mut parts = parts::sort(&files, trees, &mut faults, &effort, true);
    let mut addresses = collect::collect(&files, &mut parts, &mut faults);
    addresses.unread = Some(UnreadPlaces::default());
    let mut briefing = lower::briefing(id, &files, parts, &addresses, &mut faults, &effort);
    let read = ReadSoFar::of(&briefing);
    if !labels::are_known(&mut briefing, |target| read.has(target)) {
        return None;
    }
    labels::fill(&mut briefing, &mut faults, id);
    stand_ins::fill(&mut briefing, &addresses.unread.unwrap_or_default());
    Some(briefing)
}
