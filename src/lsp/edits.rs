//! Edits of files, as the client makes them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use lsp_types::{
    OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit as Edit, Uri,
};

use super::positions::{Columns, Lines};
use super::uri;
use crate::diagnostic::TextEdit;
use crate::load::BriefingFiles;

/// The texts that are open, by their files, at one moment.
pub(super) struct OpenVersions {
    pub(super) columns: Columns,
    /// The address of each as the client has it, and its version: the client makes no edits in another one.
    pub(super) open: HashMap<PathBuf, (Uri, i32)>,
}

impl OpenVersions {
    /// Edits of `files`, of which those that are open hold their texts; those of each file stand together. Nothing if
    /// one of them cannot be made.
    pub(super) fn edits(
        &self,
        files: &BriefingFiles,
        edits: &[TextEdit],
    ) -> Option<Vec<TextDocumentEdit>> {
        let by_file = edits.chunk_by(|one, next| one.file == next.file);
        by_file.map(|edits| self.of_file(files, edits)).collect()
    }

    fn of_file(&self, files: &BriefingFiles, edits: &[TextEdit]) -> Option<TextDocumentEdit> {
        const MARK: &str = "\u{feff}";
        let name = &*edits.first()?.file;
        let text = std::str::from_utf8(files.bytes(name)?).ok()?;
        let open = self.open.get(Path::new(name));
        // A client reads a file without its byte-order mark.
        let (mark, text) = match text.strip_prefix(MARK).filter(|_| open.is_none()) {
            Some(text) => (MARK.len(), text),
            None => (0, text),
        };
        let lines = Lines::new(text, self.columns);
        let edit = |edit: &TextEdit| {
            let bytes = edit.start.saturating_sub(mark)..edit.end.saturating_sub(mark);
            OneOf::Left(Edit::new(lines.range(&bytes), edit.text.clone()))
        };
        let version = open.map(|(_, version)| *version);
        let uri = open.map(|(uri, _)| uri.clone()).or_else(|| uri::of(Path::new(name)))?;
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
        Some(TextDocumentEdit { text_document, edits: edits.iter().map(edit).collect() })
    }

    /// The address of a file: as the client has it, if it is open.
    pub(super) fn uri(&self, path: &Path) -> Option<Uri> {
        self.open.get(path).map(|(uri, _)| uri.clone()).or_else(|| uri::of(path))
    }
}
