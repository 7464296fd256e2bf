//! Reading a briefing's files again, while somebody reads it: a slip in one of them loses nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::faults::Faults;
use super::file_place::file_place;
use super::files::{BRIEFING, section_id, section_path};
use super::open::{Loaded, Read, read};
use super::parts::SectionList;
use super::source::{self, ReadFile};
use super::{disk, sentences};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::model::Target;

/// What the files of a briefing held when each of them could be read last.
#[derive(Debug, Clone, Default)]
pub(crate) struct LastGood {
    files: KnownFiles,
    /// The sections that were found on the list.
    sections: BTreeSet<String>,
    /// What was wrong before the last slip.
    faults: Vec<Diagnostic>,
}

/// Files by their paths inside the briefing.
type KnownFiles = BTreeMap<String, KnownFile>;

/// A file, with what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct KnownFile {
    /// Its path as the reader would name it.
    name: String,
    /// What it holds, if that could be had.
    bytes: Option<Arc<[u8]>>,
    /// Whether a part of the briefing is made of it.
    is_read: bool,
}

/// What came of reading a briefing's files again.
#[derive(Debug)]
pub(crate) struct Reopened {
    /// The briefing, in which what can no longer be read is as it was; and all that is wrong with the
    /// files as they are.
    pub(crate) loaded: Loaded,
    /// Whether the briefing is what it was before, to the letter.
    pub(crate) is_same: bool,
    /// Why a part of it is as it was.
    pub(crate) slip: Option<Diagnostic>,
}

/// Loads the briefing at `path`, as [`open()`](super::open()) does. A file that can no longer be read, or that is
/// gone and missed, is taken as `last` has it, and so is briefing.yaml if a slip takes a section off its
/// list; afterwards `last` has what was read now.
pub(crate) fn reopen(path: &Path, last: &mut LastGood) -> Reopened {
    let mut faults = Faults::default();
    let (id, name) = (disk::id(path), path.to_string_lossy());
    let (mut files, now) = match source::read(path, &mut faults) {
        Ok(raws) => (known(&raws), read(&id, raws, faults, &name)),
        Err(fault) => (KnownFiles::new(), Read::nothing(faults, *fault)),
    };
    let Read { mut loaded, unread, absent, section_list, .. } = now;
    let sections = section_list.unwrap_or_default();
    let is_short = last.has_lost_section(&files, &sections);
    let why_short = sections.faults.iter().find(|fault| is_short && last.is_new(fault)).cloned();
    // A list of none is no list, whatever it is that is wrong.
    let is_slip = why_short.is_some() || (is_short && sections.named.is_empty());
    let missed = unread.iter().any(|path| last.has_read(path));
    let manifest = is_slip.then(|| BRIEFING.to_owned());
    for path in unread.into_iter().chain(manifest) {
        files.entry(path).and_modify(|file| file.is_read = false);
    }
    let more = faulty(&loaded.diagnostics) > faulty(&last.faults);
    let stale = last.in_place_of(&files, &absent, more || missed);
    let slip = if stale.is_empty() {
        last.faults.clone_from(&loaded.diagnostics);
        None
    } else {
        let fresh = files.iter().filter(|(path, _)| !stale.contains_key(*path));
        let raws = fresh.chain(&stale).map(|(path, file)| file.raw(path)).collect();
        loaded.briefing = read(&id, raws, Faults::deaf(), &name).loaded.briefing;
        let slip = slip(&mut loaded, &stale, &files, &absent);
        why_short.or(slip)
    };
    if !stale.contains_key(BRIEFING) {
        last.sections = sections.found;
    }
    files.extend(stale);
    let is_same = last.files == files;
    last.files = files;
    Reopened { loaded, is_same, slip }
}

/// Why files are `stale`: what is wrong with the first of them. One of which nothing is said, because
/// it is gone, gets its own fault.
fn slip(
    loaded: &mut Loaded,
    stale: &KnownFiles,
    files: &KnownFiles,
    absent: &[String],
) -> Option<Diagnostic> {
    let gone = stale.iter().filter(|(path, _)| !files.is_empty() && !files.contains_key(*path));
    let is_listed = |path: &str| section_id(path).is_some_and(|id| absent.iter().any(|a| a == id));
    let is_section = |id: &str| {
        let sections = loaded.briefing.iter().flat_map(|briefing| &briefing.sections);
        sections.map(|section| section.id.as_str()).any(|section| section == id)
    };
    let missed = gone.filter(|(path, _)| section_id(path).is_none_or(is_section));
    let missed: Vec<Diagnostic> = missed
        .filter(|(path, _)| !is_listed(path))
        .map(|(_, file)| sentences::gone_file().at(Location::whole(file.name.as_str())))
        .collect();
    loaded.diagnostics.extend(missed);
    let is_of = |found: &Diagnostic| {
        let of_file = stale.values().any(|file| file.name == *found.at.file);
        of_file || absent.iter().any(|id| sentences::no_section_file(id, None).is(found))
    };
    let diagnostics = &loaded.diagnostics;
    diagnostics.iter().find(|found| is_of(found)).or(diagnostics.first()).cloned()
}

/// How many faults there are, without hints.
fn faulty(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|found| found.severity != Severity::Hint).count()
}

fn known(raws: &[ReadFile]) -> KnownFiles {
    let file = |raw: &ReadFile| KnownFile {
        name: raw.name.clone(),
        bytes: raw.text.as_deref().map(Arc::from),
        is_read: true,
    };
    raws.iter().map(|raw| (raw.path.clone(), file(raw))).collect()
}

impl LastGood {
    /// The file in which `target` of the briefing that was read last stands, by its path inside the briefing's
    /// folder, and the line that it begins in, counted from 1. Nothing for an outside address.
    pub(crate) fn file_place(&self, target: &Target) -> Option<(String, usize)> {
        file_place(self.files.iter().map(|(path, file)| file.raw(path)).collect(), target)
    }

    /// Whether a section that was on the list is on `list` no longer, though it is still there.
    fn has_lost_section(&self, files: &KnownFiles, list: &SectionList) -> bool {
        // One that had no file stood in briefing.yaml.
        let is_there = |path: &str| files.contains_key(path) || !self.files.contains_key(path);
        self.sections.difference(&list.named).any(|id| is_there(&section_path(id)))
    }

    fn is_new(&self, fault: &Diagnostic) -> bool {
        let is = |old: &Diagnostic| old.rule == fault.rule && old.message == fault.message;
        !self.faults.iter().any(is)
    }

    fn has_read(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|file| file.is_read)
    }

    /// The files that take the place of those among `files` that cannot be read, of sections that are
    /// `absent` though they are listed and, with `all`, of any that are gone. One that goes by another
    /// name now is not gone.
    fn in_place_of(&self, files: &KnownFiles, absent: &[String], all: bool) -> KnownFiles {
        let is_new = |path: &str| !self.files.contains_key(path);
        let is_renamed = |file: &KnownFile| {
            files.iter().any(|(path, other)| is_new(path) && other.bytes == file.bytes)
        };
        let is_absent = |path: &str| absent.iter().any(|id| section_path(id) == path);
        let is_stale = |path: &str, file: &KnownFile| match files.get(path) {
            Some(now) => !now.is_read,
            None => is_absent(path) || (all && !is_renamed(file)),
        };
        let good = self.files.iter().filter(|(_, file)| file.is_read && file.bytes.is_some());
        let stale = good.filter(|(path, file)| is_stale(path, file));
        stale.map(|(path, file)| (path.clone(), file.clone())).collect()
    }
}

impl KnownFile {
    fn raw(&self, path: &str) -> ReadFile {
        let text = self.bytes.as_deref().map(<[u8]>::to_vec);
        ReadFile { path: path.to_owned(), name: self.name.clone(), text }
    }
}
