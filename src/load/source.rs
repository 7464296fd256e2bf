//! The files of a briefing, read from the disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::disk::{ENTRIES, look, names, not_a_briefing, unreadable, why};
use super::faults::{Fault, Faults};
use super::files::{self, is_yaml};
use super::rule::{TOO_LARGE, UNREADABLE};
use crate::diagnostic::Diagnostic;

/// How many bytes a briefing may have in all.
const BYTES: u64 = 64 << 20;
/// How many files of sections a briefing may have.
const SECTIONS: usize = 2000;
/// How deep folders in the folder of sections are looked into.
const DEPTH: usize = 4;

/// A file that was read, or not.
pub(super) struct Raw {
    /// Its path inside the briefing, with `/`.
    pub(super) path: String,
    /// Its path as the reader would name it.
    pub(super) name: String,
    /// What it holds; `None` if it is there and could not be read.
    pub(super) text: Option<Vec<u8>>,
}

/// Reads what belongs to the briefing at `path`.
pub(super) struct Reader<'f> {
    /// What faults go to.
    pub(super) faults: &'f mut Faults,
    /// The folder that every file must be in, with no link in its path.
    root: PathBuf,
    left: u64,
    files: Vec<Raw>,
}

/// The files of the briefing at `path`: a folder's YAML files in the order of their names, or
/// the one file as `briefing.yaml`. A fault of the path itself ends it.
pub(super) fn read(path: &Path, faults: &mut Faults) -> Result<Vec<Raw>, Box<Diagnostic>> {
    let meta = look(path)?;
    let real = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
    let folder = meta.is_dir();
    let root = if folder { real } else { real.parent().unwrap_or(&real).to_owned() };
    let mut reader = Reader { faults, root, left: BYTES, files: Vec::new() };
    if !folder {
        reader.file(path, files::BRIEFING.to_owned(), true);
        return Ok(reader.files);
    }
    reader.folder(path)?;
    if !reader.files.iter().any(|file| file.path == files::BRIEFING) {
        return Err(not_a_briefing(path));
    }
    if fs::symlink_metadata(path.join("sections")).is_ok() {
        reader.sections(&path.join("sections"));
    }
    Ok(reader.files)
}

impl Reader<'_> {
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

    /// Reports a folder that has more entries than are looked at.
    fn crowded(&mut self, path: &Path, entries: usize) {
        if entries > ENTRIES {
            let message = format!("of more than {ENTRIES} entries the others are not looked at");
            let fault = Fault::new(&TOO_LARGE, message).help("move what is no briefing elsewhere");
            self.faults.add_whole(&path.to_string_lossy(), fault);
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
            let fault = Fault::new(&UNREADABLE, "this must be a folder, one file for each section")
                .help("make a folder of it, with the sections in it");
            self.faults.add_whole(&name, fault);
            return;
        }
        if !self.inside(path) {
            return;
        }
        let names = match names(path) {
            Ok(names) => names,
            Err(error) => {
                let fault = Fault::new(&UNREADABLE, format!("it cannot be read: {}", why(&error)))
                    .help("check the permissions of the folder");
                self.faults.add_whole(&name, fault);
                return;
            }
        };
        self.crowded(path, names.len());
        let (folders, names): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| {
            fs::symlink_metadata(path.join(name)).is_ok_and(|meta| meta.is_dir())
        });
        for folder in folders {
            self.nested(
                &path.join(&folder),
                &format!("sections/{}", folder.to_string_lossy()),
                DEPTH,
            );
        }
        let names: Vec<_> =
            names.into_iter().filter(|name| is_yaml(&name.to_string_lossy())).collect();
        if names.len() > SECTIONS {
            let message = format!("{} section files are more than {SECTIONS}", names.len());
            let fault = Fault::new(&TOO_LARGE, message).help("make two briefings of it");
            self.faults.add_whole(&name, fault);
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
        self.files.push(Raw { path: inner, name, text });
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
            Ok(_) => Fault::new(&UNREADABLE, "it links to a file outside the briefing's folder")
                .help("put the file itself there: a briefing can only read its own folder"),
            Err(error) => Fault::new(&UNREADABLE, format!("it cannot be read: {}", why(&error)))
                .help("check where it links to, or remove it"),
        };
        self.faults.add_whole(&path.to_string_lossy(), fault);
        false
    }

    fn bytes(&mut self, path: &Path) -> Result<Vec<u8>, Fault> {
        let cannot = |error: std::io::Error| {
            Fault::new(&UNREADABLE, format!("it cannot be read: {}", why(&error)))
                .help("check its permissions")
        };
        let meta = fs::metadata(path).map_err(cannot)?;
        if !meta.is_file() {
            let what = if meta.is_dir() { "a folder" } else { "a device, a pipe or a socket" };
            let fault = Fault::new(&UNREADABLE, format!("this must be a file, and it is {what}"));
            return Err(fault.help("put a YAML file in its place, or remove it"));
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

fn too_large() -> Fault {
    let message = format!("with this file the briefing has more than {} MiB", BYTES >> 20);
    Fault::new(&TOO_LARGE, message).help("make it shorter, or make two briefings of it")
}
