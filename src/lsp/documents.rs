//! The texts that the client has open.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::positions::{Columns, Lines};

/// A text of more bytes is no longer changed: a briefing may not be so large.
const LONGEST: usize = 64 << 20;

/// A text that is open.
#[derive(Debug)]
pub(super) struct OpenText {
    /// Its address, as the client has it.
    pub(super) uri: Uri,
    /// The briefing that it was read as a part of: its folder or its one file. Empty before it was read.
    root: PathBuf,
    /// The number that the client gave its last change.
    pub(super) version: i32,
    /// The text.
    pub(super) text: String,
}

/// The open texts by the paths of their files.
#[derive(Debug, Default)]
pub(super) struct Documents {
    open: HashMap<PathBuf, OpenText>,
}

impl Documents {
    pub(super) fn open(&mut self, path: PathBuf, uri: Uri, version: i32, text: String) {
        let root = self.root(&path).map(Path::to_owned).unwrap_or_default();
        self.open.insert(path, OpenText { uri, root, version, text });
    }

    pub(super) fn close(&mut self, path: &Path) {
        self.open.remove(path);
    }

    /// The briefing that an open text was read as a part of.
    pub(super) fn root(&self, path: &Path) -> Option<&Path> {
        let root = self.open.get(path).map(|document| document.root.as_path());
        root.filter(|root| !root.as_os_str().is_empty())
    }

    /// Makes an open text a part of a briefing; the one that it was a part of, if that is another.
    pub(super) fn move_to(&mut self, path: &Path, root: &Path) -> Option<PathBuf> {
        let document = self.open.get_mut(path).filter(|document| document.root != root)?;
        let old = std::mem::replace(&mut document.root, root.to_owned());
        Some(old).filter(|old| !old.as_os_str().is_empty())
    }

    /// Whether an open text is a part of the briefing.
    pub(super) fn are_in(&self, root: &Path) -> bool {
        self.open.values().any(|document| document.root == root)
    }

    pub(super) fn get(&self, path: &Path) -> Option<&OpenText> {
        self.open.get(path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.open.keys()
    }

    /// The text that is open of a file, to be kept.
    pub(super) fn text(&self, path: &Path) -> Option<Arc<str>> {
        self.open.get(path).map(|document| Arc::from(document.text.as_str()))
    }

    /// Changes a text, step by step; whether it is open.
    pub(super) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        columns: Columns,
    ) -> bool {
        let Some(document) = self.open.get_mut(path) else { return false };
        document.version = version;
        for change in changes {
            match change.range {
                None => document.text = change.text,
                Some(range) => {
                    let bytes = Lines::new(&document.text, columns).bytes(range);
                    document.text.replace_range(bytes, &change.text);
                }
            }
            document.text.truncate(document.text.floor_char_boundary(LONGEST));
        }
        true
    }
}
