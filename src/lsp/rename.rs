//! Giving another id to what has one, wherever it is named.

use std::path::Path;

use lsp_server::ErrorCode;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, PrepareRenameResponse, RenameFile,
    RenameParams, ResourceOp, TextDocumentEdit, TextDocumentPositionParams, TextEdit as Edit,
    WorkspaceEdit,
};

use super::client::Refusal;
use super::definition::named;
use super::view::{Here, View};
use super::words;
use crate::diagnostic::TextEdit;
use crate::load::{Occurrence, Referent, Standing, Workspace};

pub(super) fn prepare(
    view: &View<'_>,
    at: &TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    let (here, found) = with_id(view, at)?;
    let old = here.file.text().get(found.at.clone())?;
    Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: here.lines.range(&found.at),
        placeholder: old.to_owned(),
    })
}

/// What stands at a place by its id or number. The title of a section in a file of its own is none: that is
/// called by the name of its file.
fn with_id<'w>(
    view: &View<'w>,
    at: &TextDocumentPositionParams,
) -> Option<(Here<'w>, &'w Occurrence)> {
    let (here, found) = named(view, at)?;
    let is_titled = here.file.inner().starts_with("sections/")
        && found.standing == Standing::Defined
        && matches!(found.referent, Referent::Entity { scheme: "section", .. });
    (!is_titled && has_id(&found.referent)).then_some((here, found))
}

/// What is called by an id, or by a number, and can be called by another.
fn has_id(referent: &Referent) -> bool {
    match referent {
        Referent::Entity { .. } | Referent::Article { .. } => true,
        Referent::Block { id, .. } => !Workspace::is_place(id),
        Referent::Web(_) => false,
    }
}

pub(super) fn rename(view: &View<'_>, params: &RenameParams) -> Result<WorkspaceEdit, Refusal> {
    let refuse = |why: String| (ErrorCode::RequestFailed, why);
    let nothing = || refuse(words::nothing_to_rename());
    let (here, found) = with_id(view, &params.text_document_position).ok_or_else(nothing)?;
    let renaming = here.briefing.rename(&found.referent, params.new_name.trim());
    let renaming = renaming.ok_or_else(nothing)?.map_err(refuse)?;
    let mut changes = Vec::new();
    // The edits come file by file.
    for edits in renaming.edits.chunk_by(|one, next| one.file == next.file) {
        let edit = of_file(view, here.briefing, edits).ok_or_else(nothing)?;
        changes.push(DocumentChangeOperation::Edit(edit));
    }
    if let Some((old, new)) = &renaming.moved
        && let Some((old_uri, new_uri)) = view.uri(Path::new(old)).zip(view.uri(Path::new(new)))
    {
        let file = RenameFile { old_uri, new_uri, options: None, annotation_id: None };
        changes.push(DocumentChangeOperation::Op(ResourceOp::Rename(file)));
    }
    let document_changes = Some(DocumentChanges::Operations(changes));
    Ok(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
}

/// The edits of one file.
fn of_file(view: &View<'_>, briefing: &Workspace, edits: &[TextEdit]) -> Option<TextDocumentEdit> {
    let path = Path::new(&*edits.first()?.file);
    let lines = view.lines(briefing.file(&briefing.inner(path)?)?);
    let edit = |edit: &TextEdit| {
        OneOf::Left(Edit::new(lines.range_in_file(edit.start..edit.end), edit.text.clone()))
    };
    let edits = edits.iter().map(edit).collect();
    Some(TextDocumentEdit { text_document: view.versioned(path)?, edits })
}
