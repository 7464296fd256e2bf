//! A briefing while its files are written: what is wrong with it and what stands where, after each change.
//!
//! Nothing is known of a new one: [`Workspace::plan`] tells how the whole is read, which may be done aside, and
//! [`Workspace::adopt`] takes what came of it. [`Workspace::lay`] puts a text over a file. Of a small briefing all is
//! read again then. Of a large one the file alone is, against the addresses that the whole gave last (`alone`), until
//! the whole is read once more. From then on all is as [`super::open()`] has it.

mod alone;
mod file_index;
mod manifest;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alone::FileAlone;
use file_index::FileIndex;
use whole::Laid;

pub(crate) use file_index::{Entry, Grade, Occurrence, Standing, WrittenKey};
pub(crate) use file_index::{mapping_in, mapping_of, section_of};
pub(crate) use whole::{Plan, WholeLoad};

use super::addresses::numbered;
use super::files::{BRIEFING, section_path};
use super::referent::{Referent, named};
use crate::base::{cut, shortened};
use crate::diagnostic::{Diagnostic, File};
use crate::model::{Briefing, Target};

/// A briefing of more bytes is read aside.
const SMALL: usize = 512 << 10;

/// So many letters of a block say which it is.
const BEGINNING: usize = 60;

/// A briefing whose files are being written.
pub(crate) struct Workspace {
    whole: WholeLoad,
    /// The texts that lie over files now.
    laid: Laid,
    /// The files that have changed since the whole was read.
    alone: BTreeMap<String, FileAlone>,
    /// Whether what is known of the whole may be old.
    is_stale: bool,
    /// How often files were said to have changed on the disk.
    touches: u64,
    /// How often the whole was read.
    readings: u64,
}

/// A file of the briefing as it is now.
#[derive(Clone, Copy)]
pub(crate) struct WorkFile<'w> {
    file: &'w File,
    index: &'w FileIndex,
}

impl Workspace {
    /// The briefing that the file at `path` belongs to: the folder with a briefing.yaml in or above its own, or
    /// the file alone.
    pub(crate) fn root_of(path: &Path) -> PathBuf {
        let folder = path.parent();
        let sections = folder.filter(|folder| folder.file_name().is_some_and(|n| n == "sections"));
        let above = [folder, sections.and_then(Path::parent)];
        let folders = above.into_iter().flatten();
        let mut folders = folders.filter(|folder| !folder.as_os_str().is_empty());
        let found = folders.find(|folder| folder.join(BRIEFING).is_file());
        let is_manifest = path.file_name().is_some_and(|name| name == BRIEFING);
        let own = folder.filter(|_| is_manifest);
        found.or(own).unwrap_or(path).to_owned()
    }

    /// The briefing at `path`, a folder or a file that need not be there yet. It is not read yet.
    pub(crate) fn new(path: &Path) -> Self {
        let is_file = path.is_file() || path.extension().is_some_and(|end| end == "yaml");
        let is_folder = path.is_dir() || !is_file;
        let plan = Plan { path: path.to_owned(), is_folder, laid: Laid::new(), touches: 0 };
        Self {
            whole: WholeLoad::nothing(plan, Vec::new()),
            laid: Laid::new(),
            alone: BTreeMap::new(),
            is_stale: true,
            touches: 0,
            readings: 0,
        }
    }

    /// Whether it was read.
    pub(crate) fn is_read(&self) -> bool {
        self.readings > 0
    }

    /// How often the whole was read: as long as that stays, so does what is made of [`Workspace::briefing`].
    pub(crate) fn readings(&self) -> u64 {
        self.readings
    }

    /// Where the briefing is.
    pub(crate) fn path(&self) -> &Path {
        &self.whole.plan.path
    }

    /// The path inside the briefing of a file on the disk, if it is or would be one of its files.
    pub(crate) fn inner(&self, path: &Path) -> Option<String> {
        self.whole.plan.inner(path)
    }

    /// Where a file of the briefing is on the disk.
    pub(crate) fn file_path(&self, inner: &str) -> PathBuf {
        self.whole.plan.file_path(inner)
    }

    /// Lays a text over a file. What stands where in it is known at once, what is wrong too; of the whole that
    /// may have to be read again.
    pub(crate) fn lay(&mut self, inner: &str, text: &Arc<str>) {
        self.is_stale = true;
        self.laid.insert(inner.to_owned(), Arc::clone(text));
        if !self.is_read() {
            return;
        }
        if self.is_small() {
            return self.read();
        }
        let alone = alone::read(&mut self.whole, inner, text);
        self.alone.insert(inner.to_owned(), alone);
    }

    /// Takes away what lies over a file, so that it is as it is on the disk.
    pub(crate) fn lift(&mut self, inner: &str) {
        self.laid.remove(inner);
        self.touch();
    }

    /// Says that files may have changed on the disk.
    pub(crate) fn touch(&mut self) {
        self.is_stale = true;
        self.touches += 1;
        if self.is_read() && self.is_small() {
            self.read();
        }
    }

    fn is_small(&self) -> bool {
        let bytes = self.whole.files.iter().map(|file| file.text.len());
        let laid = self.laid.values().map(|text| text.len());
        bytes.chain(laid).sum::<usize>() <= SMALL
    }

    /// Reads the whole here and now.
    fn read(&mut self) {
        let whole = self.now().load();
        self.adopt(whole);
    }

    /// How to read the whole; `None` if it is known as it is.
    pub(crate) fn plan(&self) -> Option<Plan> {
        self.is_stale.then(|| self.now())
    }

    /// The files as they are now, to be read.
    pub(crate) fn now(&self) -> Plan {
        Plan { laid: self.laid.clone(), touches: self.touches, ..self.whole.plan.clone() }
    }

    /// Takes what came of reading the whole. What has changed meanwhile is read over it.
    pub(crate) fn adopt(&mut self, whole: WholeLoad) {
        let old = std::mem::replace(&mut self.whole, whole);
        // One whose only file is no YAML for a moment is known by what it was.
        if self.whole.briefing.is_none() {
            self.whole.briefing = old.briefing;
        }
        self.readings += 1;
        self.alone.clear();
        let was = &self.whole.plan.laid;
        let is_new = |inner: &String, text: &Arc<str>| {
            was.get(inner).is_none_or(|old| !Arc::ptr_eq(old, text))
        };
        let new: Vec<(String, Arc<str>)> = self
            .laid
            .iter()
            .filter(|(inner, text)| is_new(inner, text))
            .map(|(inner, text)| (inner.clone(), Arc::clone(text)))
            .collect();
        let is_touched = self.whole.plan.touches != self.touches;
        self.is_stale = is_touched || !new.is_empty() || was.len() != self.laid.len();
        if !new.is_empty() && self.is_small() {
            return self.read();
        }
        for (inner, text) in new {
            let alone = alone::read(&mut self.whole, &inner, &text);
            self.alone.insert(inner, alone);
        }
    }

    /// Goes on without the whole: it could not be read, which is a fault of ours. The next change tries again.
    pub(crate) fn give_up(&mut self) {
        self.readings += 1;
        self.is_stale = false;
    }

    /// All that is wrong, as far as it is known: what [`super::open()`] says, unless a file has changed since the
    /// whole was read.
    pub(crate) fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        let is_alone =
            |found: &&Diagnostic| self.alone.values().any(|one| one.file.name == found.at.file);
        let known = self.whole.diagnostics.iter().filter(move |found| !is_alone(found));
        known.chain(self.alone.values().flat_map(|one| &one.diagnostics))
    }

    /// Whether a file was changed since the whole was read, so that what the faults of other files say of its
    /// bytes is of an older text.
    pub(crate) fn is_ahead(&self, inner: &str) -> bool {
        self.alone.contains_key(inner)
    }

    /// The briefing, as the whole was read last.
    pub(crate) fn briefing(&self) -> Option<&Briefing> {
        self.whole.briefing.as_ref()
    }

    /// What an address leads to in [`Workspace::briefing`].
    pub(crate) fn target(&self, address: &str) -> Option<Target> {
        self.whole.target(address)
    }

    /// What an address names.
    pub(crate) fn referent(address: &str) -> Option<Referent> {
        named(address).pop().map(|(referent, _)| referent)
    }

    /// The addresses of the blocks of a section, each with how it begins.
    pub(crate) fn blocks(&self, section: &str) -> Vec<(String, String)> {
        let all =
            self.files().flat_map(|file| file.occurrences().iter().map(move |one| (file, one)));
        let blocks = all.filter_map(|(file, one)| match &one.referent {
            Referent::Block { section: of, id }
                if of == section && one.standing == Standing::Defined =>
            {
                let written = cut(file.text(), one.whole.clone());
                Some((id.clone(), shown_words(written)))
            }
            _ => None,
        });
        blocks.collect()
    }

    /// Whether an id is no more than a place among the blocks of a section.
    pub(crate) fn is_place(id: &str) -> bool {
        numbered(id).is_some()
    }

    /// A file of the briefing.
    pub(crate) fn file(&self, inner: &str) -> Option<WorkFile<'_>> {
        if let Some(FileAlone { file, index, .. }) = self.alone.get(inner) {
            return Some(WorkFile { file, index });
        }
        let at = self.whole.find(inner)?;
        Some(WorkFile { file: self.whole.files.get(at)?, index: self.whole.indexes.get(at)? })
    }

    /// The file of a section that has one.
    pub(crate) fn section_file(&self, id: &str) -> Option<WorkFile<'_>> {
        self.file(&section_path(id))
    }

    /// All of its files, by name.
    pub(crate) fn files(&self) -> impl Iterator<Item = WorkFile<'_>> {
        let fresh = self.alone.keys().filter(|inner| self.whole.find(inner).is_none());
        let known = self.whole.files.iter().map(|file| &file.path).chain(fresh);
        known.filter_map(|inner| self.file(inner))
    }

    /// What is defined, each with the first place where it is.
    pub(crate) fn definitions(&self) -> HashMap<&Referent, (WorkFile<'_>, &Occurrence)> {
        let mut all = HashMap::new();
        for file in self.files() {
            let defined = file.occurrences().iter();
            for one in defined.filter(|one| one.standing == Standing::Defined) {
                all.entry(&one.referent).or_insert((file, one));
            }
        }
        all
    }

    /// Where a referent is defined and named, file by file.
    pub(crate) fn occurrences<'w>(
        &'w self,
        of: &Referent,
    ) -> impl Iterator<Item = (WorkFile<'w>, &'w Occurrence)> + use<'w> {
        let of = self.canonical(of);
        self.files().flat_map(move |file| {
            let of = of.clone();
            let found = file.occurrences().iter();
            let found = found.filter(move |one| self.is_same(&one.referent, &of));
            found.map(move |one| (file, one))
        })
    }

    /// Whether a referent is one that is canonical.
    fn is_same(&self, one: &Referent, canonical: &Referent) -> bool {
        match (one, canonical) {
            (Referent::Article { number, .. }, Referent::Article { number: other, .. }) => {
                number == other && self.canonical(one) == *canonical
            }
            _ => one == canonical,
        }
    }

    /// A referent by its full name: an article of the first instrument is one of that instrument.
    pub(crate) fn canonical(&self, referent: &Referent) -> Referent {
        let first = self.briefing().and_then(|briefing| briefing.instruments.first());
        referent.in_full(first.map(|one| one.id.as_str()))
    }
}

/// The beginning of what is written of a block.
fn shown_words(written: &str) -> String {
    let line: Vec<&str> = written.split_whitespace().collect();
    shortened(&line.join(" "), BEGINNING, "\u{2026}")
}

impl<'w> WorkFile<'w> {
    /// Where a byte of its text is in the file itself.
    pub(crate) fn original(&self, byte: usize) -> usize {
        self.file.original(byte)
    }

    /// Where a byte of the file itself is in its text.
    pub(crate) fn shown(&self, byte: usize) -> usize {
        self.file.shown(byte)
    }

    /// Its path as faults have it.
    pub(crate) fn name(&self) -> &'w str {
        &self.file.name
    }

    /// Its path inside the briefing.
    pub(crate) fn inner(&self) -> &'w str {
        &self.file.path
    }

    /// Its text. Where it has what no file may have, something else stands in its place.
    pub(crate) fn text(&self) -> &'w str {
        &self.file.text
    }

    /// What is defined and named in it, from top to bottom.
    pub(crate) fn occurrences(&self) -> &'w [Occurrence] {
        &self.index.occurrences
    }

    /// Its keys that the format knows.
    pub(crate) fn keys(&self) -> &'w [WrittenKey] {
        &self.index.keys
    }

    /// Its contents.
    pub(crate) fn entries(&self) -> &'w [Entry] {
        &self.index.entries
    }

    /// The id of the section that stands at a byte, as far as it has one.
    pub(crate) fn section_at(&self, byte: usize) -> Option<&'w str> {
        let mut sections = self.index.entries.iter().filter(|one| one.grade == Grade::Section);
        let section = sections.rfind(|one| one.whole.start <= byte)?;
        let mut defined = self.index.occurrences.iter().filter(|one| one.whole == section.whole);
        defined.find_map(|one| match &one.referent {
            Referent::Entity { scheme: "section", id } => Some(id.as_str()),
            _ => None,
        })
    }

    /// What stands at a byte: the narrowest of what is named or defined there.
    pub(crate) fn at(&self, byte: usize) -> Option<&'w Occurrence> {
        let touches = |at: &std::ops::Range<usize>| at.start <= byte && byte <= at.end;
        let all = || self.index.occurrences.iter();
        let own = all().filter(|one| !one.at.is_empty() && touches(&one.at));
        let around = || {
            let mut named = all().filter(|one| one.standing != Standing::Defined);
            named.rfind(|one| touches(&one.whole))
        };
        own.min_by_key(|one| one.at.len()).or_else(around)
    }
}
