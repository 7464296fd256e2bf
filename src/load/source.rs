//! The files of a briefing, read from the disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::disk::{ENTRIES, look, names, of_path, unreadable, why};
use super::fault::Fault;
use super::faults::Faults;
use super::files::{self, is_nearly_briefing, is_yaml};
use super::sentences;
use crate::diagnostic::Diagnostic;

/// How many bytes a briefing may have in all.
pub(crate) const BYTES: u64 = 64 << 20;
/// How many files of sections a briefing may have.
const SECTIONS: usize = 2000;
/// How deep folders in the folder of sections are looked into.
const DEPTH: usize = 4;

/// Whether a briefing may have so many bytes.
pub(super) fn fits(bytes: usize) -> bool {
    bytes as u64 <= BYTES
}

/// What is said of a file with which a briefing has more than it may.
pub(super) fn too_large() -> Fault {
    sentences::briefing_too_large(BYTES)
}

/// A file that was read, or not.
#[derive(Debug, Clone)]
pub(super) struct ReadFile {
    /// Its path inside the briefing, with `/`.
    pub(super) path: String,
    /// Its path as the reader would name it.
    pub(super) name: String,
    /// What it holds; `None` if it is there and could not be read.
    pub(super) text: Option<Vec<u8>>,
}

/// Reads what belongs to the briefing at `path`.
pub(super) struct FolderReader<'f> {
    /// What faults go to.
    pub(super) faults: &'f mut Faults,
    /// The folder that every file must be in, with no link in its path.
    root: PathBuf,
    left: u64,
    files: Vec<ReadFile>,
}

/// The files of the briefing at `path`: a folder's YAML files in the order of their names, or
/// the one file as `briefing.yaml`. A fault of the path itself ends it.
pub(super) fn read(path: &Path, faults: &mut Faults) -> Result<Vec<ReadFile>, Box<Diagnostic>> {
    let meta = look(path)?;
    let real = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
    let folder = meta.is_dir();
    let root = if folder { real } else { real.parent().unwrap_or(&real).to_owned() };
    let mut reader = FolderReader { faults, root, left: BYTES, files: Vec::new() };
    if !folder {
        reader.file(path, files::BRIEFING.to_owned(), true);
        return Ok(reader.files);
    }
    reader.folder(path)?;
    if !reader.files.iter().any(|file| file.path == files::BRIEFING) {
        let nearly = reader.files.iter().find(|file| is_nearly_briefing(&file.path));
        return Err(match nearly {
            Some(file) => of_path(Path::new(&file.name), sentences::misnamed_manifest()),
            None => of_path(path, sentences::no_manifest()),
        });
    }
    if fs::symlink_metadata(path.join("sections")).is_ok() {
        reader.sections(&path.join("sections"));
    } else {
        reader.misnamed_sections(path);
    }
    Ok(reader.files)
}

impl FolderReader<'_> {
    fn folder(&mut self, path: &Path) -> Result<(), Box<Diagnostic>> {
        let names = names(path).map_err(|error| unreadable(path, &error))?;
        self.crowded(path, names.len());
        // In a crowd, what belongs to a briefing may not be among the names that were seen.
        for part in files::names().filter(|part| fs::symlink_metadata(path.join(part)).is_ok()) {
            self.file(&path.join(part), part.to_owned(), true);
        }
        for name in names {
            let shown = name.to_string_lossy();
            if is_yaml(&shown) && !files::is_part(&shown) {
                self.file(&path.join(&name), shown.into_owned(), false);
            }
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(())
    }

    /// Reports a folder that may be meant for that of the sections.
    fn misnamed_sections(&mut self, path: &Path) {
        for name in names(path).unwrap_or_default() {
            let lower = name.to_string_lossy().to_lowercase();
            if matches!(lower.as_str(), "sections" | "section") && path.join(&name).is_dir() {
                let name = path.join(&name).to_string_lossy().into_owned();
                self.faults.add_whole(&name, sentences::misnamed_sections());
            }
        }
    }

    /// Reports a folder that has more entries than are looked at.
    fn crowded(&mut self, path: &Path, entries: usize) {
        if entries > ENTRIES {
            self.faults.add_whole(&path.to_string_lossy(), sentences::crowded_folder(ENTRIES));
        }
    }

    /// Notes the YAML files in folders of `path`, which no list can name.
    fn nested(&mut self, path: &Path, inner: &str, depth: usize) {
        for name in names(path).unwrap_or_default() {
            let (path, inner) = (path.join(&name), format!("{inner}/{}", name.to_string_lossy()));
            let folder = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_dir());
            if folder && depth > 0 {
                self.nested(&path, &inner, depth - 1);
            } else if !folder && is_yaml(&inner) && self.files.len() < ENTRIES {
                self.file(&path, inner, false);
            }
        }
    }

    fn sections(&mut self, path: &Path) {
        let name = path.to_string_lossy().into_owned();
        if !path.is_dir() {
            self.faults.add_whole(&name, sentences::sections_no_folder());
            return;
        }
        if !self.inside(path) {
            return;
        }
        let names = match names(path) {
            Ok(names) => names,
            Err(error) => {
                self.faults.add_whole(&name, sentences::unreadable_folder(&why(&error)));
                return;
            }
        };
        self.crowded(path, names.len());
        let (folders, names): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| {
            fs::symlink_metadata(path.join(name)).is_ok_and(|meta| meta.is_dir())
        });
        for folder in folders {
            if is_yaml(&folder.to_string_lossy()) {
                let name = path.join(&folder).to_string_lossy().into_owned();
                self.faults.add_whole(&name, sentences::folder_for_file());
                continue;
            }
            self.nested(
                &path.join(&folder),
                &format!("sections/{}", folder.to_string_lossy()),
                DEPTH,
            );
        }
        let names: Vec<_> =
            names.into_iter().filter(|name| is_yaml(&name.to_string_lossy())).collect();
        if names.len() > SECTIONS {
            self.faults.add_whole(&name, sentences::too_many_sections(names.len(), SECTIONS));
        }
        for name in names.into_iter().take(SECTIONS) {
            let inner = format!("sections/{}", name.to_string_lossy());
            self.file(&path.join(&name), inner, true);
        }
    }

    /// Reads one file. One that nothing needs (`needed`) is only noted.
    fn file(&mut self, path: &Path, inner: String, needed: bool) {
        let name = path.to_string_lossy().into_owned();
        let text = if needed { self.text(path, &name) } else { Some(Vec::new()) };
        self.files.push(ReadFile { path: inner, name, text });
    }

    fn text(&mut self, path: &Path, name: &str) -> Option<Vec<u8>> {
        if !self.inside(path) {
            return None;
        }
        match self.bytes(path) {
            Ok(bytes) => Some(bytes),
            Err(fault) => {
                self.faults.add_whole(name, fault);
                None
            }
        }
    }

    /// Whether `path` is in the briefing's folder once links are followed. A fault if not.
    fn inside(&mut self, path: &Path) -> bool {
        let fault = match fs::canonicalize(path) {
            Ok(real) if real.starts_with(&self.root) => return true,
            Ok(_) => sentences::link_outside(),
            Err(error) => sentences::unreadable_link(&why(&error)),
        };
        self.faults.add_whole(&path.to_string_lossy(), fault);
        false
    }

    fn bytes(&mut self, path: &Path) -> Result<Vec<u8>, Fault> {
        let cannot = |error: std::io::Error| sentences::unreadable_file(&why(&error));
        let meta = fs::metadata(path).map_err(cannot)?;
        if !meta.is_file() {
            let folder = meta.is_dir();
            return Err(if folder {
                sentences::folder_for_file()
            } else {
                sentences::device_for_file()
            });
        }
        if meta.len() > self.left {
            return Err(too_large());
        }
        // A file in /proc tells no size, and one may grow: never read more than is left.
        let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or_default());
        let file = fs::File::open(path).map_err(cannot)?;
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(cannot)?;
        let read = bytes.len() as u64;
        self.left = self.left.checked_sub(read).ok_or_else(too_large)?;
        Ok(bytes)
    }
}
