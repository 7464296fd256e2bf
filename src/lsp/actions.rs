//! What mends the faults at a place, and all of a file.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::Path;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, DocumentChanges, OneOf,
    TextDocumentEdit, TextEdit as Edit, WorkspaceEdit,
};

use super::view::{Here, View};
use super::words;
use crate::diagnostic::{Fix, TextEdit};

pub(super) fn at(view: &View<'_>, params: &CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
    let here = view.file(&params.text_document.uri)?;
    let is_wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_ref();
        only.is_none_or(|only| only.iter().any(|one| kind.as_str().starts_with(one.as_str())))
    };
    let mut actions = Vec::new();
    if is_wanted(&CodeActionKind::QUICKFIX) {
        for (at, fix) in fixes(&here) {
            let at = here.lines.range_in_file(at);
            if at.start <= params.range.end && params.range.start <= at.end {
                let edit = changes(view, &here, fix.edits.iter());
                let quick = |edit| action(fix.title.clone(), CodeActionKind::QUICKFIX, edit);
                actions.extend(edit.map(quick));
            }
        }
    }
    if is_wanted(&CodeActionKind::SOURCE_FIX_ALL) {
        let known = fixes(&here).map(|(_, fix)| fix);
        let known = known.filter(|fix| fix.edits.iter().all(|edit| is_known(&here, edit)));
        let all = together(known);
        let edit = changes(view, &here, all.into_iter());
        let all = |edit| action(words::fix_all(), CodeActionKind::SOURCE_FIX_ALL, edit);
        actions.extend(edit.map(all));
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

fn action(title: String, kind: CodeActionKind, edit: WorkspaceEdit) -> CodeAction {
    CodeAction { title, kind: Some(kind), edit: Some(edit), ..CodeAction::default() }
}

/// What mends the faults of a file, with the bytes of the file at which each is.
fn fixes<'w>(here: &Here<'w>) -> impl Iterator<Item = (Range<usize>, &'w Fix)> + use<'w> {
    let name = here.file.name();
    let faults = here.briefing.faults().filter(move |fault| *fault.at.file == *name);
    faults.filter_map(|fault| {
        let span = fault.at.span?;
        Some((span.start..span.end, fault.fix.as_deref()?))
    })
}

/// The edits of all fixes that touch nothing that another has changed.
fn together<'w>(fixes: impl Iterator<Item = &'w Fix>) -> Vec<&'w TextEdit> {
    let mut taken: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    let mut edits = Vec::new();
    for fix in fixes {
        let is_free = |edit: &TextEdit| {
            let taken = taken.get(&*edit.file);
            let meets = |other: &Range<usize>| edit.start <= other.end && other.start <= edit.end;
            !taken.is_some_and(|taken| taken.iter().any(meets))
        };
        if fix.edits.iter().all(is_free) {
            for edit in &fix.edits {
                taken.entry(&edit.file).or_default().push(edit.start..edit.end);
                edits.push(edit);
            }
        }
    }
    edits
}

/// Whether an edit is one of a file's text as it is now.
fn is_known(here: &Here<'_>, edit: &TextEdit) -> bool {
    let inner = here.briefing.inner(Path::new(&*edit.file));
    inner.is_some_and(|inner| inner == here.file.inner() || !here.briefing.is_ahead(&inner))
}

/// Edits as the client makes them, file by file; nothing if there are none, or if one of them cannot be made.
fn changes<'e>(
    view: &View<'_>,
    here: &Here<'_>,
    edits: impl Iterator<Item = &'e TextEdit>,
) -> Option<WorkspaceEdit> {
    let mut files: BTreeMap<&str, TextDocumentEdit> = BTreeMap::new();
    for edit in edits {
        let path = Path::new(&*edit.file);
        let file = here.briefing.file(&here.briefing.inner(path)?)?;
        if !is_known(here, edit) {
            return None;
        }
        let range = if file.name() == here.file.name() {
            here.lines.range_in_file(edit.start..edit.end)
        } else {
            view.lines(file).range_in_file(edit.start..edit.end)
        };
        let text_document = view.versioned(path)?;
        let of_file = files.entry(&edit.file);
        let of_file =
            of_file.or_insert_with(|| TextDocumentEdit { text_document, edits: Vec::new() });
        of_file.edits.push(OneOf::Left(Edit::new(range, edit.text.clone())));
    }
    if files.is_empty() {
        return None;
    }
    let document_changes = Some(DocumentChanges::Edits(files.into_values().collect()));
    Some(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
}
