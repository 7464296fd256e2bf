//! What requests are answered from: the open texts and their briefings.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use lsp_types::{
    Location as Place, OptionalVersionedTextDocumentIdentifier, Position, Range as LineRange,
    TextDocumentPositionParams, Uri,
};

use super::documents::{Documents, OpenText};
use super::positions::{Columns, Lines};
use super::uri;
use crate::load::{Occurrence, WorkFile, Workspace};

/// All that is known.
#[derive(Clone, Copy)]
pub(super) struct View<'w> {
    pub(super) columns: Columns,
    pub(super) documents: &'w Documents,
    pub(super) briefings: &'w BTreeMap<PathBuf, Workspace>,
}

/// A file of a briefing.
pub(super) struct Here<'w> {
    pub(super) briefing: &'w Workspace,
    pub(super) file: WorkFile<'w>,
    pub(super) lines: FileLines<'w>,
}

impl<'w> View<'w> {
    /// The file at an address, if it is one of a briefing.
    pub(super) fn file(&self, uri: &Uri) -> Option<Here<'w>> {
        let path = uri::path(uri)?;
        let root = self.documents.root(&path).map(Path::to_owned);
        let briefing = self.briefings.get(&root.unwrap_or_else(|| Workspace::root_of(&path)))?;
        let file = briefing.file(&briefing.inner(&path)?)?;
        Some(Here { briefing, file, lines: self.lines(file) })
    }

    /// The file at an address, and the byte of its text at a position.
    pub(super) fn place(&self, at: &TextDocumentPositionParams) -> Option<(Here<'w>, usize)> {
        let here = self.file(&at.text_document.uri)?;
        let byte = here.lines.byte(at.position);
        Some((here, byte))
    }

    pub(super) fn lines(&self, file: WorkFile<'w>) -> FileLines<'w> {
        FileLines::new(file, self.documents.get(Path::new(file.name())), self.columns)
    }

    /// The address of a file: as the client has it, if it is open.
    pub(super) fn uri(&self, path: &Path) -> Option<Uri> {
        let open = self.documents.get(path).map(|document| document.uri.clone());
        open.or_else(|| uri::of(path))
    }

    /// The address of a file, with the version of its text if it is open: the client makes no edits in another.
    pub(super) fn versioned(&self, path: &Path) -> Option<OptionalVersionedTextDocumentIdentifier> {
        let version = self.documents.get(path).map(|document| document.version);
        Some(OptionalVersionedTextDocumentIdentifier { uri: self.uri(path)?, version })
    }

    /// Places in files, whose lines are counted once for each.
    pub(super) fn places(
        &self,
        found: impl Iterator<Item = (WorkFile<'w>, &'w Occurrence)>,
    ) -> Vec<(Place, &'w Occurrence)> {
        let mut places = Vec::new();
        let mut current: Option<(&str, Uri, FileLines<'w>)> = None;
        for (file, one) in found {
            if current.as_ref().is_none_or(|(name, ..)| *name != file.name()) {
                let uri = self.uri(Path::new(file.name()));
                current = uri.map(|uri| (file.name(), uri, self.lines(file)));
            }
            if let Some((_, uri, lines)) = &current {
                places.push((Place { uri: uri.clone(), range: lines.range(&one.at) }, one));
            }
        }
        places
    }
}

/// The lines of a file as the client has it.
pub(super) struct FileLines<'w> {
    file: WorkFile<'w>,
    lines: Lines<'w>,
    /// Whether the client has it open: then lines are those of its text, which may have what no file may.
    is_open: bool,
}

impl<'w> FileLines<'w> {
    pub(super) fn new(file: WorkFile<'w>, open: Option<&'w OpenText>, columns: Columns) -> Self {
        let text = open.map_or(file.text(), |document| &document.text);
        Self { file, lines: Lines::new(text, columns), is_open: open.is_some() }
    }

    /// Lines and columns of bytes of the file's text.
    pub(super) fn range(&self, bytes: &Range<usize>) -> LineRange {
        if self.is_open {
            return self
                .lines
                .range(&(self.file.original(bytes.start)..self.file.original(bytes.end)));
        }
        self.lines.range(bytes)
    }

    /// Lines and columns of bytes of the file itself.
    pub(super) fn range_in_file(&self, bytes: Range<usize>) -> LineRange {
        if self.is_open {
            return self.lines.range(&bytes);
        }
        self.lines.range(&(self.file.shown(bytes.start)..self.file.shown(bytes.end)))
    }

    /// The byte of the file's text at a position.
    pub(super) fn byte(&self, position: Position) -> usize {
        let byte = self.lines.byte(position);
        if self.is_open { self.file.shown(byte) } else { byte }
    }
}
