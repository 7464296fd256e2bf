//! What mends the faults at a place, and all of a file.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, TextEdit as Edit, Uri,
    WorkspaceEdit,
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
                actions.push(action(fix.title.clone(), CodeActionKind::QUICKFIX, edit));
            }
        }
    }
    if is_wanted(&CodeActionKind::SOURCE_FIX_ALL) {
        let all = together(fixes(&here).map(|(_, fix)| fix));
        if !all.is_empty() {
            let edit = changes(view, &here, all.into_iter());
            actions.push(action(words::fix_all(), CodeActionKind::SOURCE_FIX_ALL, edit));
        }
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

/// Edits as the client makes them, file by file.
fn changes<'e>(
    view: &View<'_>,
    here: &Here<'_>,
    edits: impl Iterator<Item = &'e TextEdit>,
) -> WorkspaceEdit {
    #[expect(clippy::mutable_key_type, reason = "an address does not change")]
    let mut changes: HashMap<Uri, Vec<Edit>> = HashMap::new();
    for edit in edits {
        let path = Path::new(&*edit.file);
        let file = here.briefing.inner(path).and_then(|inner| here.briefing.file(&inner));
        let Some((uri, file)) = view.uri(path).zip(file) else { continue };
        let range = if file.name() == here.file.name() {
            here.lines.range_in_file(edit.start..edit.end)
        } else {
            view.lines(file).range_in_file(edit.start..edit.end)
        };
        changes.entry(uri).or_default().push(Edit::new(range, edit.text.clone()));
    }
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}
