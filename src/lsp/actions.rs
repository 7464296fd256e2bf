//! What mends the faults at a place, and all of a file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use lsp_server::ErrorCode;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, DocumentChanges, OneOf, TextDocumentEdit,
    TextEdit as Edit, Uri, WorkspaceEdit,
};
use serde_json::{Value, json};

use super::answer::{Answer, written};
use super::client::Refusal;
use super::edits::OpenVersions;
use super::view::{Here, View};
use super::words;
use crate::diagnostic::{Fix, TextEdit};
use crate::import;
use crate::load::BriefingFiles;

/// The actions at a place. What mends all of a file is worked out when it is asked for by its kind, or chosen.
pub(super) fn at(view: &View<'_>, params: &CodeActionParams) -> Result<Answer, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else {
        return Ok(Answer::Now(Value::Null));
    };
    let only = params.context.only.as_deref();
    let asks_for = |kind: &CodeActionKind| only.is_some_and(|only| is_one_of(kind, only));
    let mut actions = Vec::new();
    if only.is_none() || asks_for(&CodeActionKind::QUICKFIX) {
        for (at, fix) in fixes(&here) {
            let at = here.lines.range_in_file(at);
            if at.start <= params.range.end && params.range.start <= at.end {
                let edit = changes(view, &here, fix.edits.iter());
                let quick = |edit| CodeAction {
                    edit: Some(edit),
                    ..action(fix.title.clone(), CodeActionKind::QUICKFIX)
                };
                actions.extend(edit.map(quick));
            }
        }
    }
    let asks_for_all = asks_for(&CodeActionKind::SOURCE_FIX_ALL);
    let may_choose_all = only.is_none() && view.abilities.resolves_edits;
    if !(asks_for_all || may_choose_all) || fixes(&here).next().is_none() {
        return written(actions).map(Answer::Now);
    }
    let all = CodeAction {
        data: Some(json!({"uri": params.text_document.uri})),
        ..action(words::fix_all(), CodeActionKind::SOURCE_FIX_ALL)
    };
    if view.abilities.resolves_edits {
        actions.push(all);
        return written(actions).map(Answer::Now);
    }
    let mend = mending(view, &here);
    Ok(Answer::later(move || {
        actions.extend(mend().map(|edit| CodeAction { edit: Some(edit), data: None, ..all }));
        written(actions)
    }))
}

/// An action with its edits, which it was offered without.
pub(super) fn resolve(view: &View<'_>, action: CodeAction) -> Result<Answer, Refusal> {
    let uri = action.data.as_ref().and_then(|data| data.get("uri")?.as_str());
    let uri = uri.and_then(|uri| Uri::from_str(uri).ok());
    let Some(here) = uri.and_then(|uri| view.file(&uri)) else {
        return Err((ErrorCode::InvalidParams, words::no_action()));
    };
    let mend = mending(view, &here);
    Ok(Answer::later(move || written(CodeAction { edit: mend(), ..action })))
}

/// Whether a kind is one of some, or a part of one: `source.fixAll` is one of `source`.
fn is_one_of(kind: &CodeActionKind, some: &[CodeActionKind]) -> bool {
    some.iter().any(|one| {
        let rest = kind.as_str().strip_prefix(one.as_str());
        rest.is_some_and(|rest| one.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
    })
}

fn action(title: String, kind: CodeActionKind) -> CodeAction {
    CodeAction { title, kind: Some(kind), ..CodeAction::default() }
}

/// What mends all that can be mended of the faults of a file, to be worked out aside.
fn mending(view: &View<'_>, here: &Here<'_>) -> impl FnOnce() -> Option<WorkspaceEdit> + use<> {
    let (plan, open) = (here.briefing.now(), view.open_versions());
    let name = here.file.name().to_owned();
    move || mended(&plan.files(), &name, &open)
}

fn mended(files: &BriefingFiles, name: &str, open: &OpenVersions) -> Option<WorkspaceEdit> {
    let mended = import::mend_file(files, name);
    let changed = import::changed_files(files, &mended.files);
    let edits: Option<Vec<_>> = changed.iter().map(import::line_edits).collect();
    let edits = open.edits(files, &edits?.concat())?;
    Some(of_files(edits)).filter(|_| !changed.is_empty())
}

fn of_files(edits: Vec<TextDocumentEdit>) -> WorkspaceEdit {
    let document_changes = Some(DocumentChanges::Edits(edits));
    WorkspaceEdit { document_changes, ..WorkspaceEdit::default() }
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

/// Whether the bytes of an edit are those of the text that is known: this file's are, and those of a file that was
/// not changed since the whole was read.
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
    let mut files: BTreeMap<PathBuf, TextDocumentEdit> = BTreeMap::new();
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
        let of_file = files.entry(path.to_owned());
        let of_file =
            of_file.or_insert_with(|| TextDocumentEdit { text_document, edits: Vec::new() });
        of_file.edits.push(OneOf::Left(Edit::new(range, edit.text.clone())));
    }
    Some(of_files(files.into_values().collect())).filter(|edit| {
        !matches!(&edit.document_changes, Some(DocumentChanges::Edits(all)) if all.is_empty())
    })
}
