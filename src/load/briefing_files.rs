//! The files of a briefing in memory, where they are changed before anything is written.

use std::path::Path;

use super::faults::Faults;
use super::files;
use super::id_places::IdPlace;
use super::key_order::in_order;
use super::open::read;
use super::source::{self, ReadFile};
use super::{disk, stream::Stream, turned};
use crate::diagnostic::{Diagnostic, File, Severity, TextEdit};
use crate::model::Briefing;

/// The files of a briefing, each with its bytes.
#[derive(Debug, Clone)]
pub(crate) struct BriefingFiles {
    id: String,
    /// What faults of the whole of it call it.
    name: String,
    files: Vec<ReadFile>,
}

impl BriefingFiles {
    /// Reads those of the briefing at `path`: a folder with a briefing.yaml, or one YAML file.
    pub(crate) fn read(path: &Path) -> Result<Self, Box<Diagnostic>> {
        let files = source::read(path, &mut Faults::deaf())?;
        Ok(Self { id: disk::id(path), name: path.to_string_lossy().into_owned(), files })
    }

    /// These files of the briefing `id`; `name` is what faults of the whole of it call it.
    pub(super) fn of(id: String, name: String, files: Vec<ReadFile>) -> Self {
        Self { id, name, files }
    }

    /// The one file that came through a pipe.
    pub(crate) fn of_stream(stream: &Stream) -> Self {
        let (name, text) = (stream.name().to_owned(), Some(stream.bytes().to_vec()));
        let file = ReadFile { path: files::BRIEFING.to_owned(), name: name.clone(), text };
        Self { id: name.clone(), name, files: vec![file] }
    }

    /// All that is wrong with them, up to a hundred thousand faults of each severity.
    pub(crate) fn check(&self) -> Vec<Diagnostic> {
        read(&self.id, self.files.clone(), Faults::whole(), &self.name).loaded.diagnostics
    }

    /// As [`BriefingFiles::check`], with an id mended that slipped where it is given, and not all that names it right.
    pub(crate) fn check_to_mend(&self) -> Vec<Diagnostic> {
        let (mut found, places) = self.id_places();
        turned::turn(&mut found, &places);
        found
    }

    /// Puts the keys of each mapping in the order of the format, in all files that mean the same then. What faults
    /// call those that would not, and stay as they are.
    pub(crate) fn sort_keys(&mut self) -> Vec<String> {
        let sorted: Vec<_> = self.files.iter().enumerate().filter_map(sorted_keys).collect();
        let meaning = self.meaning();
        let mut stay = Vec::new();
        // Those that cannot be taken together are tried by halves.
        let mut rest = vec![sorted.as_slice()];
        while let Some(some) = rest.pop().filter(|some| !some.is_empty()) {
            let mut files = self.clone();
            for (at, text) in some {
                if let Some(file) = files.files.get_mut(*at) {
                    file.text = Some(text.clone());
                }
            }
            match some {
                _ if files.meaning() == meaning => *self = files,
                [(at, _)] => stay.extend(self.files.get(*at).map(|file| file.name.clone())),
                _ => {
                    let (first, second) = some.split_at(some.len() / 2);
                    rest.extend([second, first]);
                }
            }
        }
        stay
    }

    /// What they say, and what is wrong with them, wherever it stands.
    fn meaning(&self) -> (Option<Briefing>, Vec<(Severity, &'static str, String)>) {
        let loaded = read(&self.id, self.files.clone(), Faults::whole(), &self.name).loaded;
        let faults = loaded.diagnostics.into_iter();
        let mut faults: Vec<_> = faults.map(|one| (one.severity, one.rule, one.message)).collect();
        faults.sort();
        (loaded.briefing, faults)
    }

    /// Gives a file another path, both as faults call files; nothing if the new one has no such folder.
    pub(crate) fn move_file(&mut self, old: &str, new: &str) {
        for file in self.files.iter_mut().filter(|file| file.name == old) {
            if let Some(inner) =
                old.strip_suffix(&file.path).and_then(|folder| new.strip_prefix(folder))
            {
                file.path = inner.to_owned();
                new.clone_into(&mut file.name);
            }
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// What is wrong with them, and every place where an id is written.
    pub(super) fn id_places(&self) -> (Vec<Diagnostic>, Vec<IdPlace>) {
        let read = read(&self.id, self.files.clone(), Faults::with_places(), &self.name);
        (read.loaded.diagnostics, read.id_places)
    }

    /// The paths of a section's file, which is called by its id, with the old one and with the new one; `None` if it
    /// has no file of its own. They are as faults call files.
    pub(super) fn section_file(&self, old: &str, new: &str) -> Option<(String, String)> {
        let path = files::section_path(old);
        let name = &self.files.iter().find(|file| file.path == path)?.name;
        let folder = name.strip_suffix(&path)?;
        Some((name.clone(), format!("{folder}{}", files::section_path(new))))
    }

    /// What the file holds that faults call `name`, if it could be read.
    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.files.iter().find(|file| file.name == name)?.text.as_deref()
    }

    /// What faults call the files.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// Makes changes, of which none overlaps another; one of bytes that are not there is left out.
    pub(crate) fn edit<'e>(&mut self, edits: impl IntoIterator<Item = &'e TextEdit>) {
        let mut edits: Vec<_> = edits.into_iter().collect();
        edits.sort_by_key(|edit| edit.start);
        for file in &mut self.files {
            let Some(text) = &mut file.text else { continue };
            let mut edited = Vec::with_capacity(text.len());
            let mut from = 0;
            for edit in edits.iter().filter(|edit| *edit.file == *file.name) {
                let Some(kept) = text.get(from..edit.start) else { continue };
                if edit.end < edit.start || edit.end > text.len() {
                    continue;
                }
                edited.extend_from_slice(kept);
                edited.extend_from_slice(edit.text.as_bytes());
                from = edit.end;
            }
            if from > 0 || !edited.is_empty() {
                edited.extend_from_slice(text.get(from..).unwrap_or_default());
                *text = edited;
            }
        }
    }
}

/// A file with its keys in order, if they are in another one and it holds nothing that may not be in it.
fn sorted_keys((at, file): (usize, &ReadFile)) -> Option<(usize, Vec<u8>)> {
    let raw = file.text.as_deref()?;
    let (whole, bad) = File::new(file.path.clone(), &file.name, raw.to_vec());
    let sorted = in_order(&file.path, &whole.text).filter(|_| bad.is_empty())?;
    let mark = raw.get(..whole.original(0)).unwrap_or_default();
    Some((at, [mark, sorted.as_bytes()].concat()))
}
