//! Loading a briefing.

use std::path::Path;

use super::addresses::Addresses;
use super::decode::Effort;
use super::faults::Faults;
use super::id_places::IdPlace;
use super::parts::SectionList;
use super::source::{self, ReadFile};
use super::yaml::YamlNode;
use super::{collect, disk, files, labels, lower, parts, sentences, tree};
use crate::diagnostic::{Diagnostic, File};
use crate::model::Briefing;

/// What came of loading.
#[derive(Debug)]
pub struct Loaded {
    /// The briefing, as far as it could be read; `None` if there is nothing to show.
    pub briefing: Option<Briefing>,
    /// All that was wrong: briefing.yaml first, the other files by name, each from top to
    /// bottom.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads the briefing at `path`: a folder with a briefing.yaml, or one YAML file.
pub fn open(path: &Path) -> Loaded {
    let mut faults = Faults::default();
    match source::read(path, &mut faults) {
        Ok(raws) => load(&disk::id(path), raws, faults, &path.to_string_lossy()),
        Err(fault) => Read::nothing(faults, *fault).loaded,
    }
}

/// Loads the briefing `id` from files in memory, each with its path inside the briefing's
/// folder (`briefing.yaml`, `sections/one.yaml`). Hidden files and those of
/// other kinds are passed over as they are on disk.
pub fn from_files<P, C>(id: &str, files: impl IntoIterator<Item = (P, C)>) -> Loaded
where
    P: AsRef<str>,
    C: AsRef<[u8]>,
{
    from_files_to(id, files, Faults::default())
}

pub(super) fn from_files_to<P, C>(
    id: &str,
    files: impl IntoIterator<Item = (P, C)>,
    faults: Faults,
) -> Loaded
where
    P: AsRef<str>,
    C: AsRef<[u8]>,
{
    let mut raws = Vec::new();
    for (path, content) in files {
        let path = path.as_ref();
        let name = format!("{id}/{path}");
        if files::belongs(path) {
            let text = Some(content.as_ref().to_vec());
            raws.push(ReadFile { path: path.to_owned(), name, text });
        }
    }
    raws.sort_by(|a, b| a.path.cmp(&b.path));
    if raws.iter().any(|raw| raw.path == files::BRIEFING) {
        return load(id, raws, faults, id);
    }
    Read::nothing(faults, *disk::of_path(Path::new(id), sentences::no_manifest())).loaded
}

/// Loads the briefing `id` from files that were read; `name` is what faults of the whole of it call it.
pub(super) fn load(id: &str, raws: Vec<ReadFile>, faults: Faults, name: &str) -> Loaded {
    read(id, raws, faults, name).loaded
}

/// What came of reading, and what of it was missing.
pub(super) struct Read {
    pub(super) loaded: Loaded,
    /// The paths of the files that should be parts of the briefing and of which nothing could be read.
    pub(super) unread: Vec<String>,
    /// The ids of the sections that are listed and have no file.
    pub(super) absent: Vec<String>,
    /// The list of sections; `None` if briefing.yaml could not be read.
    pub(super) section_list: Option<SectionList>,
    /// Where ids are written, if that was asked for.
    pub(super) id_places: Vec<IdPlace>,
}

impl Read {
    /// Nothing, because of a fault.
    pub(super) fn nothing(faults: Faults, fault: Diagnostic) -> Self {
        let mut diagnostics = faults.finish("");
        diagnostics.push(fault);
        let loaded = Loaded { briefing: None, diagnostics };
        let (unread, absent, id_places) = (Vec::new(), Vec::new(), Vec::new());
        Self { loaded, unread, absent, section_list: None, id_places }
    }
}

/// As [`load`], with what was missing.
pub(super) fn read(id: &str, raws: Vec<ReadFile>, mut faults: Faults, name: &str) -> Read {
    let files = tree::files(raws, &mut faults);
    let trees = tree::trees(&files, &mut faults);
    let (draft, addresses) = draft(id, &files, trees, faults);
    // The files are as large as the briefing made of them: let go before its index is drawn.
    drop((files, addresses));
    draft.finish(name)
}

/// A briefing in which labels without words have no names yet.
pub(super) struct Draft {
    briefing: Briefing,
    /// Whether no file has a tree.
    is_nothing: bool,
    unread: Vec<String>,
    absent: Vec<String>,
    section_list: Option<SectionList>,
    faults: Faults,
}

/// Makes the briefing `id` of the trees of its files.
pub(super) fn draft(
    id: &str,
    files: &[File],
    trees: Vec<Option<YamlNode<'_>>>,
    mut faults: Faults,
) -> (Draft, Addresses) {
    let effort = Effort::default();
    let is_nothing = trees.iter().all(Option::is_none);
    let unread = tree::unread(files, &trees);
    let mut parts = parts::sort(files, trees, &mut faults, &effort, false);
    let absent = parts.absent.clone();
    let section_list = parts.section_list.take();
    let addresses = collect::collect(files, &mut parts, &mut faults);
    let briefing = lower::briefing(id, files, parts, &addresses, &mut faults, &effort);
    (Draft { briefing, is_nothing, unread, absent, section_list, faults }, addresses)
}

impl Draft {
    /// The briefing; `name` is what faults of the whole of it call it.
    pub(super) fn finish(self, name: &str) -> Read {
        let Self { mut briefing, is_nothing, unread, absent, section_list, mut faults } = self;
        labels::fill(&mut briefing, &mut faults, name);
        let id_places = faults.take_places();
        let diagnostics = faults.finish(name);
        let briefing = if is_nothing { None } else { Some(briefing.indexed()) };
        Read { loaded: Loaded { briefing, diagnostics }, unread, absent, section_list, id_places }
    }
}
