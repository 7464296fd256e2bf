//! From YAML files to a [`Briefing`], with everything that is wrong with them.
//!
//! Loading is a chain of small steps: files are read (`source`), each becomes a tree whose every
//! value knows its place (`raw`), the trees are sorted into parts (`parts`), every address is
//! collected (`ids`), and the parts become the model (`lower`), texts and links included
//! (`markup`, `reference`). No step stops at the first fault, and none panics.

mod cx;
mod date;
mod faults;
mod file;
mod find;
mod id;
mod ids;
mod labels;
mod lint;
mod lower;
mod markup;
mod parts;
mod place;
mod preview;
mod raw;
mod reference;
mod rule;
mod shape;
mod source;
mod suggest;
mod tree;
mod words;

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::model::Briefing;
use faults::Faults;
use source::Raw;

pub use find::{Found, find};
pub use preview::{preview, preview_manifest};
pub use rule::{RULES, Rule};

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
        Ok(raws) => load(&find::id(path), raws, faults, &path.to_string_lossy()),
        Err(fault) => {
            let mut diagnostics = faults.finish("");
            diagnostics.push(*fault);
            Loaded { briefing: None, diagnostics }
        }
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

fn from_files_to<P, C>(id: &str, files: impl IntoIterator<Item = (P, C)>, faults: Faults) -> Loaded
where
    P: AsRef<str>,
    C: AsRef<[u8]>,
{
    let mut raws = Vec::new();
    for (path, content) in files {
        let path = path.as_ref();
        let name = format!("{id}/{path}");
        if source::belongs(path) {
            let text = Some(content.as_ref().to_vec());
            raws.push(Raw { path: path.to_owned(), name, text });
        }
    }
    raws.sort_by(|a, b| a.path.cmp(&b.path));
    if raws.iter().any(|raw| raw.path == parts::BRIEFING) {
        return load(id, raws, faults, id);
    }
    let mut diagnostics = faults.finish("");
    diagnostics.push(*source::not_a_briefing(Path::new(id)));
    Loaded { briefing: None, diagnostics }
}

fn load(id: &str, raws: Vec<Raw>, mut faults: Faults, name: &str) -> Loaded {
    let effort = cx::Effort::default();
    let files = tree::files(raws, &mut faults);
    let trees = tree::trees(&files, &mut faults);
    let nothing = trees.iter().all(Option::is_none);
    let mut parts = parts::sort(&files, trees, &mut faults, &effort);
    let ids = ids::collect(&files, &mut parts, &mut faults);
    let mut briefing = lower::briefing(id, &files, parts, &ids, &mut faults, &effort);
    // The files are as large as the briefing made of them: let go before its index is drawn.
    drop((files, ids));
    labels::fill(&mut briefing, &mut faults, name);
    let diagnostics = faults.finish(name);
    let briefing = if nothing { None } else { Some(briefing.indexed()) };
    Loaded { briefing, diagnostics }
}
