//! The texts that the client has open.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use ropey::Rope;

use super::positions::{Columns, chars};

/// A text that is open.
#[derive(Debug)]
pub(super) struct OpenText {
    /// Its address, as the client has it.
    pub(super) uri: Uri,
    /// The briefing that it was read as a part of: its folder or its one file. Empty before it was read.
    root: PathBuf,
    /// The number that the client gave its last change.
    pub(super) version: i32,
    /// The text, as it is changed.
    rope: Rope,
    /// The same in one piece, once it is asked for.
    text: OnceCell<Arc<str>>,
}

impl OpenText {
    /// The text.
    pub(super) fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| String::from(&self.rope).into())
    }

    fn change(&mut self, change: &TextDocumentContentChangeEvent, columns: Columns) {
        self.text.take();
        let Some(range) = change.range else {
            self.rope = Rope::from_str(&change.text);
            return;
        };
        let chars = chars(&self.rope, range, columns);
        let start = chars.start;
        // They are chars of this text.
        let _ = self.rope.try_remove(chars);
        let _ = self.rope.try_insert(start, &change.text);
    }
}

/// The open texts by the paths of their files.
#[derive(Debug, Default)]
pub(super) struct Documents {
    open: HashMap<PathBuf, OpenText>,
}

impl Documents {
    pub(super) fn open(&mut self, path: PathBuf, uri: Uri, version: i32, text: String) {
        let root = self.root(&path).map(Path::to_owned).unwrap_or_default();
        let rope = Rope::from_str(&text);
        let text = OnceCell::from(Arc::from(text));
        self.open.insert(path, OpenText { uri, root, version, rope, text });
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

    /// The address and the version of each open text, by its file.
    pub(super) fn versions(&self) -> HashMap<PathBuf, (Uri, i32)> {
        let all = self.open.iter();
        all.map(|(path, one)| (path.clone(), (one.uri.clone(), one.version))).collect()
    }

    /// The text that is open of a file, to be kept.
    pub(super) fn text(&self, path: &Path) -> Option<Arc<str>> {
        self.open.get(path).map(|document| Arc::clone(document.text()))
    }

    /// Changes a text, step by step; whether it is open.
    pub(super) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        columns: Columns,
    ) -> bool {
        let Some(document) = self.open.get_mut(path) else { return false };
        document.version = version;
        for change in changes {
            document.change(change, columns);
        }
        true
    }
}
