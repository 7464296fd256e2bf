//! A briefing of one file that comes through a pipe: it can be read once, so it is held.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;
use std::sync::Arc;

use super::faults::Faults;
use super::files::BRIEFING;
use super::foreign::Foreign;
use super::open::{Loaded, load};
use super::source::{BYTES, ReadFile};
use super::{disk, sentences};
use crate::base::visible;
use crate::diagnostic::Diagnostic;

/// What stands before the title in the id of a briefing that has no file: no name of a file has a
/// slash, so what is kept on it is never that of another one.
const NAMELESS: &str = "piped/";

/// What came through a pipe, to its end.
#[derive(Debug, Clone)]
pub struct Stream {
    name: String,
    bytes: Arc<[u8]>,
}

impl Stream {
    /// Reads `from` to its end; faults call it `name`. A fault if it cannot be read, has more bytes
    /// than a briefing may have, or is something else than a briefing.
    pub fn read(name: &str, from: impl Read) -> Result<Self, Box<Diagnostic>> {
        let named = Path::new(name);
        let mut bytes = Vec::new();
        let read = from.take(BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|error| disk::unreadable(named, &error))?;
        if bytes.len() as u64 > BYTES {
            return Err(disk::of_path(named, sentences::briefing_too_large(BYTES)));
        }
        if let Some(kind) = Foreign::of(named, &bytes) {
            return Err(disk::of_path(named, sentences::no_briefing_but(kind)));
        }
        Ok(Self { name: visible(name).into_owned(), bytes: bytes.into() })
    }

    /// What comes through the pipe at `path`. Waits for somebody who writes to it.
    pub(crate) fn read_pipe(path: &Path) -> Result<Self, Box<Diagnostic>> {
        let pipe = File::open(path).map_err(|error| disk::unreadable(path, &error))?;
        Self::read(&path.to_string_lossy(), pipe)
    }

    /// What faults call it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether nothing came.
    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// What came.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Loads the briefing. Its id is made of its title: it has no name that one could be made of.
    pub(crate) fn open(&self) -> Loaded {
        let text = Some(self.bytes.to_vec());
        let file = ReadFile { path: BRIEFING.to_owned(), name: self.name.clone(), text };
        let mut loaded = load(&self.name, vec![file], Faults::default(), &self.name);
        if let Some(briefing) = &mut loaded.briefing {
            briefing.id = format!("{NAMELESS}{}", words(&briefing.title));
        }
        loaded
    }
}

/// Whether a pipe is at `path`.
pub(crate) fn is_pipe(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.file_type().is_fifo())
}

/// The words of a title in lower case, with a hyphen between two.
fn words(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
