//! What requests are answered from: the open texts and their briefings.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use lsp_types::{
    Location as Place, OptionalVersionedTextDocumentIdentifier, Position, Range as LineRange,
    TextDocumentPositionParams, Uri,
};

use super::abilities::Abilities;
use super::documents::{Documents, OpenText};
use super::edits::OpenVersions;
use super::names::NameCache;
use super::positions::{Columns, Lines};
use super::uri;
use crate::load::{Occurrence, WorkFile, Workspace};

/// All that is known.
#[derive(Clone, Copy)]
pub(super) struct View<'w> {
    pub(super) abilities: Abilities,
    pub(super) documents: &'w Documents,
    pub(super) briefings: &'w BTreeMap<PathBuf, Workspace>,
    pub(super) names: &'w NameCache,
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
        FileLines::new(file, self.documents.get(Path::new(file.name())), self.abilities.columns)
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

    /// The versions of all open texts, for what is worked out aside.
    pub(super) fn open_versions(&self) -> OpenVersions {
        OpenVersions { columns: self.abilities.columns, open: self.documents.versions() }
    }

    /// Places in files.
    pub(super) fn places(
        &self,
        found: impl Iterator<Item = (WorkFile<'w>, &'w Occurrence)>,
    ) -> Vec<Place> {
        let mut places = Places::new(self);
        found.filter_map(|(file, one)| places.place(file, one)).collect()
    }
}

/// The places of what stands in files, whose lines are counted once for each.
pub(super) struct Places<'w> {
    view: View<'w>,
    files: BTreeMap<&'w str, Option<(Uri, FileLines<'w>)>>,
}

impl<'w> Places<'w> {
    pub(super) fn new(view: &View<'w>) -> Self {
        Self { view: *view, files: BTreeMap::new() }
    }

    pub(super) fn place(&mut self, file: WorkFile<'w>, one: &Occurrence) -> Option<Place> {
        let view = self.view;
        let known = self.files.entry(file.name());
        let known = known
            .or_insert_with(|| view.uri(Path::new(file.name())).map(|uri| (uri, view.lines(file))));
        let (uri, lines) = known.as_ref()?;
        Some(Place { uri: uri.clone(), range: lines.range(&one.at) })
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
        let text = open.map_or(file.text(), |document| document.text());
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
