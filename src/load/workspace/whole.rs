//! A briefing read as a whole: its files on the disk, and over them the texts that are not saved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file_index::FileIndex;
use crate::diagnostic::{Diagnostic, File};
use crate::load::addresses::Addresses;
use crate::load::briefing_files::BriefingFiles;
use crate::load::decode::{Decoder, Effort};
use crate::load::faults::Faults;
use crate::load::files::{self, BRIEFING};
use crate::load::lint::ActorNames;
use crate::load::lowering::Lowering;
use crate::load::source::{self, ReadFile};
use crate::load::{disk, open, reference, tree};
use crate::model::{Briefing, Target};

/// Texts that are not saved, by the paths of their files inside the briefing.
pub(super) type Laid = BTreeMap<String, Arc<str>>;

/// What is to be read.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// The briefing's folder, or its one file.
    pub(super) path: PathBuf,
    /// Whether it is a folder.
    pub(super) is_folder: bool,
    /// What lies over the files.
    pub(super) laid: Laid,
    /// How often files were said to have changed on the disk before it was made.
    pub(super) touches: u64,
}

/// What came of reading all of it. Files and indexes are in the order of their paths.
pub(crate) struct WholeLoad {
    pub(super) plan: Plan,
    pub(super) files: Vec<File>,
    pub(super) indexes: Vec<FileIndex>,
    pub(super) addresses: Addresses,
    pub(super) names: ActorNames,
    pub(super) briefing: Option<Briefing>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Plan {
    /// Reads it.
    pub(crate) fn load(self) -> WholeLoad {
        let mut faults = Faults::default();
        let mut diagnostics = Vec::new();
        let raws = self.raws(&mut faults, &mut diagnostics);
        let (id, name) = (disk::id(&self.path), self.path.to_string_lossy().into_owned());
        let files = tree::files(raws, &mut faults);
        if files.is_empty() {
            let mut all = faults.finish(&name);
            all.append(&mut diagnostics);
            return WholeLoad::nothing(self, all);
        }
        let trees = tree::trees(&files, &mut faults);
        let read = files.iter().zip(&trees);
        let indexes = read.map(|(file, tree)| FileIndex::of(file, tree.as_ref())).collect();
        let (draft, addresses) = open::draft(&id, &files, trees, faults);
        let loaded = draft.finish(&name).loaded;
        let names = ActorNames::of(loaded.briefing.as_ref().map_or(&[], |all| &all.actors));
        let (briefing, diagnostics) = (loaded.briefing, loaded.diagnostics);
        WholeLoad { plan: self, files, indexes, addresses, names, briefing, diagnostics }
    }

    /// The files in memory, with the texts that are not saved.
    pub(crate) fn files(&self) -> BriefingFiles {
        let raws = self.raws(&mut Faults::deaf(), &mut Vec::new());
        let (id, name) = (disk::id(&self.path), self.path.to_string_lossy().into_owned());
        BriefingFiles::of(id, name, raws)
    }

    /// The files as they are read. A fault for which there is nothing to read goes to `fatal`.
    fn raws(&self, faults: &mut Faults, fatal: &mut Vec<Diagnostic>) -> Vec<ReadFile> {
        let is_whole = !self.is_folder && self.laid.contains_key(BRIEFING);
        let mut raws = match source::read(&self.path, faults) {
            _ if is_whole => Vec::new(),
            Ok(raws) => raws,
            Err(_) if self.laid.contains_key(BRIEFING) => Vec::new(),
            Err(fault) => {
                fatal.push(*fault);
                return Vec::new();
            }
        };
        for (path, text) in self.laid.iter().filter(|(path, _)| files::belongs(path)) {
            let others = raws.iter().filter(|raw| raw.path != *path);
            let others = others.filter_map(|raw| raw.text.as_ref()).map(Vec::len).sum::<usize>();
            let fits = source::fits(others + text.len());
            if !fits {
                faults.add_whole(&self.name(path), source::too_large());
            }
            let bytes = fits.then(|| text.as_bytes().to_vec());
            match raws.iter_mut().find(|raw| raw.path == *path) {
                Some(raw) => raw.text = bytes,
                None => {
                    raws.push(ReadFile { path: path.clone(), name: self.name(path), text: bytes });
                }
            }
        }
        raws.sort_by(|a, b| a.path.cmp(&b.path));
        raws
    }

    /// What a file of the briefing is called in faults.
    pub(super) fn name(&self, inner: &str) -> String {
        self.file_path(inner).to_string_lossy().into_owned()
    }

    /// Where a file of the briefing is on the disk.
    pub(super) fn file_path(&self, inner: &str) -> PathBuf {
        if self.is_folder { self.path.join(inner) } else { self.path.clone() }
    }

    /// The path inside the briefing of a file on the disk.
    pub(super) fn inner(&self, path: &Path) -> Option<String> {
        if !self.is_folder {
            return (path == self.path).then(|| BRIEFING.to_owned());
        }
        let inner = path.strip_prefix(&self.path).ok()?.to_str()?;
        Some(inner.to_owned()).filter(|inner| files::belongs(inner))
    }
}

impl WholeLoad {
    /// Nothing, as long as nothing was read.
    pub(super) fn nothing(plan: Plan, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            plan,
            files: Vec::new(),
            indexes: Vec::new(),
            addresses: Addresses::default(),
            names: ActorNames::of(&[]),
            briefing: None,
            diagnostics,
        }
    }

    /// The place of a file among the files, which are in the order of their paths.
    pub(super) fn find(&self, inner: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(inner)).ok()
    }

    /// What an address leads to, as of this load.
    pub(super) fn target(&self, address: &str) -> Option<Target> {
        let file = self.files.first()?;
        let (mut faults, effort) = (Faults::deaf(), Effort::default());
        let decoder = Decoder { file, faults: &mut faults, effort: &effort };
        let (addresses, files) = (&self.addresses, &self.files);
        let cx = Lowering { decoder, addresses, files, as_list: None };
        let found = reference::resolve(&cx, address).ok().flatten()?;
        let is_there = self.briefing.as_ref().is_some_and(|briefing| is_there(briefing, &found));
        is_there.then_some(found)
    }
}

/// Whether a briefing has a target: one that was made of other texts may not.
fn is_there(briefing: &Briefing, target: &Target) -> bool {
    match target {
        Target::Article(at) => {
            let instrument = briefing.instruments.get(at.instrument.get());
            instrument.is_some_and(|one| at.get() < one.articles.len())
        }
        Target::Provision(at) => is_there(briefing, &Target::Article(at.article)),
        Target::Instrument(at) => at.get() < briefing.instruments.len(),
        Target::Actor(at) => at.get() < briefing.actors.len(),
        Target::Term(at) => at.get() < briefing.terms.len(),
        Target::Event(at) => at.get() < briefing.events.len(),
        Target::Source(at) => at.get() < briefing.sources.len(),
        Target::Section(at) => at.get() < briefing.sections.len(),
        Target::Block(at) => {
            let section = briefing.sections.get(at.section.get());
            section.is_some_and(|one| at.get() < one.blocks.len())
        }
        Target::Web(_) => true,
    }
}
