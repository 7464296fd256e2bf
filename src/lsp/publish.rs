//! Saying what is wrong: the faults of a briefing, file by file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lsp_types::notification::PublishDiagnostics;
use lsp_types::{
    Diagnostic as Told, DiagnosticRelatedInformation, DiagnosticSeverity, Location as Place,
    NumberOrString, PublishDiagnosticsParams, Range as LineRange,
};

use super::client::Client;
use super::documents::Documents;
use super::positions::Columns;
use super::view::FileLines;
use super::{uri, words};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::load::Workspace;

/// What was said of the files of a briefing last, each with the version of its text.
#[derive(Debug, Default)]
pub(super) struct Publisher {
    said: BTreeMap<PathBuf, (Option<i32>, Vec<Told>)>,
}

impl Publisher {
    /// Says what is wrong now, of each file of which that is another than before. Of a text that has changed it
    /// is said again, even if it is the same.
    pub(super) fn publish(
        &mut self,
        briefing: &Workspace,
        documents: &Documents,
        columns: Columns,
        client: &Client,
    ) {
        let mut found: BTreeMap<PathBuf, Vec<&Diagnostic>> = BTreeMap::new();
        // Of a text that is open as a part of another briefing that one speaks.
        let is_ours = |path: &Path| documents.root(path).is_none_or(|root| root == briefing.path());
        let others: Vec<PathBuf> =
            self.said.keys().filter(|path| !is_ours(path)).cloned().collect();
        for path in others {
            if self.said.remove(&path).is_some_and(|(_, told)| !told.is_empty()) {
                say(&path, None, Vec::new(), documents, client);
            }
        }
        let open = documents.paths().filter(|path| briefing.inner(path).is_some());
        for path in self.said.keys().chain(open).filter(|path| is_ours(path)) {
            found.entry(path.clone()).or_default();
        }
        for fault in briefing.faults() {
            let path = PathBuf::from(&*fault.at.file);
            let is_folder = path == briefing.path();
            let path = if is_folder { briefing.file_path("briefing.yaml") } else { path };
            if is_ours(&path) {
                found.entry(path).or_default().push(fault);
            }
        }
        let mut lines = PlaceLines { briefing, documents, columns, files: BTreeMap::new() };
        for (path, faults) in found {
            let told: Vec<Told> = faults.into_iter().map(|fault| lines.told(fault)).collect();
            let version = documents.get(&path).map(|document| document.version);
            let is_known = match self.said.get(&path) {
                Some((said, known)) => *said == version && *known == told,
                None => told.is_empty() && version.is_none(),
            };
            if !is_known {
                say(&path, version, told.clone(), documents, client);
                self.said.insert(path, (version, told));
            }
        }
    }

    /// Takes back all that was said.
    pub(super) fn clear(&mut self, documents: &Documents, client: &Client) {
        for (path, (_, told)) in std::mem::take(&mut self.said) {
            if !told.is_empty() {
                say(&path, None, Vec::new(), documents, client);
            }
        }
    }
}

fn say(
    path: &Path,
    version: Option<i32>,
    diagnostics: Vec<Told>,
    documents: &Documents,
    client: &Client,
) {
    let open = documents.get(path).map(|document| document.uri.clone());
    if let Some(uri) = open.or_else(|| uri::of(path)) {
        client.tell::<PublishDiagnostics>(PublishDiagnosticsParams { uri, diagnostics, version });
    }
}

/// The lines of the files that faults are in, each counted once.
struct PlaceLines<'w> {
    briefing: &'w Workspace,
    documents: &'w Documents,
    columns: Columns,
    files: BTreeMap<PathBuf, Option<FileLines<'w>>>,
}

impl PlaceLines<'_> {
    fn told(&mut self, fault: &Diagnostic) -> Told {
        let also = fault.also.iter().filter_map(|(at, label)| {
            let uri = uri::of(Path::new(&*at.file))?;
            let location = Place { uri, range: self.range(at) };
            Some(DiagnosticRelatedInformation { location, message: label.clone() })
        });
        let also: Vec<DiagnosticRelatedInformation> = also.collect();
        Told {
            range: self.range(&fault.at),
            severity: Some(severity(fault.severity)),
            code: Some(NumberOrString::String(fault.rule.to_owned())),
            source: Some("attache".to_owned()),
            message: words::fault(&fault.message, fault.help.as_deref()),
            related_information: Some(also).filter(|also| !also.is_empty()),
            ..Told::default()
        }
    }

    /// The lines and columns of a place; the beginning, of a file as a whole.
    fn range(&mut self, at: &Location) -> LineRange {
        let Some(span) = at.span else { return LineRange::default() };
        let path = PathBuf::from(&*at.file);
        let (briefing, documents, columns) = (self.briefing, self.documents, self.columns);
        let lines = self.files.entry(path).or_insert_with_key(|path| {
            let file = briefing.file(&briefing.inner(path)?)?;
            Some(FileLines::new(file, documents.get(path), columns))
        });
        lines.as_ref().map(|lines| lines.range_in_file(span.start..span.end)).unwrap_or_default()
    }
}

pub(super) fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}
