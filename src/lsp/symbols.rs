//! The contents of a file, and everything that has a name.

use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, OneOf, SymbolKind,
    WorkspaceSymbol, WorkspaceSymbolResponse,
};

use super::view::{Places, View};
use crate::load::{Entry, Grade, Workspace};
use crate::text::goto::{Goal, Kind};

/// How many names are told.
const MOST: usize = 200;

pub(super) fn of_file(
    view: &View<'_>,
    params: &DocumentSymbolParams,
) -> Option<DocumentSymbolResponse> {
    let here = view.file(&params.text_document.uri)?;
    let symbol = |entry: &Entry| {
        #[expect(deprecated, reason = "the type has no other way to be made")]
        DocumentSymbol {
            name: entry.name.clone(),
            detail: None,
            kind: kind(entry.grade),
            tags: None,
            deprecated: None,
            range: here.lines.range(&entry.whole),
            selection_range: here.lines.range(&entry.at),
            children: None,
        }
    };
    let mut entries = here.file.entries().iter().filter(|one| !one.name.is_empty()).peekable();
    let mut symbols: Vec<DocumentSymbol> = Vec::new();
    while let Some(entry) = entries.next() {
        let mut outer = symbol(entry);
        // Sections and instruments have what follows inside them; nothing else has.
        let is_inside = |next: &&Entry| next.whole.end <= entry.whole.end;
        let mut inner = Vec::new();
        while let Some(next) = entries.next_if(is_inside) {
            inner.push(symbol(next));
        }
        outer.children = Some(inner).filter(|inner| !inner.is_empty());
        symbols.push(outer);
    }
    Some(DocumentSymbolResponse::Nested(symbols))
}

fn kind(grade: Grade) -> SymbolKind {
    match grade {
        Grade::Section => SymbolKind::NAMESPACE,
        Grade::Heading => SymbolKind::STRING,
        Grade::Instrument => SymbolKind::MODULE,
        Grade::Article => SymbolKind::FUNCTION,
        Grade::Actor => SymbolKind::CLASS,
        Grade::Record => SymbolKind::CONSTANT,
    }
}

/// What the go-to of the reader finds by a few letters, in all briefings.
pub(super) fn named(view: &View<'_>, query: &str) -> WorkspaceSymbolResponse {
    let mut found = Vec::new();
    let mut places = Places::new(view);
    for briefing in view.briefings.values() {
        let (Some(read), Some(names)) = (briefing.briefing(), view.names.of(briefing)) else {
            continue;
        };
        let definitions = briefing.definitions();
        for ranked in names.rank(query, MOST, |_| 0) {
            let Some(candidate) = names.candidate(ranked.candidate) else { continue };
            let Goal::To(target) = &candidate.goal else { continue };
            let Some(referent) = Workspace::referent(&read.reference(target)) else { continue };
            let defined = definitions.get(&briefing.canonical(&referent));
            let Some(place) = defined.and_then(|(file, one)| places.place(*file, one)) else {
                continue;
            };
            found.push(WorkspaceSymbol {
                name: candidate.label.clone(),
                kind: kind_of(candidate.kind),
                tags: None,
                container_name: Some(candidate.detail.clone()).filter(|detail| !detail.is_empty()),
                location: OneOf::Left(place),
                data: None,
            });
        }
    }
    WorkspaceSymbolResponse::Nested(found)
}

fn kind_of(kind_of: Kind) -> SymbolKind {
    kind(match kind_of {
        Kind::Section => Grade::Section,
        Kind::Article => Grade::Article,
        Kind::Instrument => Grade::Instrument,
        Kind::Actor => Grade::Actor,
        Kind::Heading | Kind::Part => Grade::Heading,
        Kind::Term | Kind::Event | Kind::Source | Kind::Address | Kind::Extra => Grade::Record,
    })
}
