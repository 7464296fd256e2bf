//! Giving another id to what has one, wherever it is named.

use std::path::Path;

use lsp_server::ErrorCode;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, PrepareRenameResponse, RenameFile, RenameParams,
    ResourceOp, TextDocumentPositionParams, WorkspaceEdit,
};

use super::answer::{Answer, written};
use super::client::Refusal;
use super::definition::named;
use super::edits::OpenVersions;
use super::view::{Here, View};
use super::words;
use crate::load::{self, BriefingFiles, Occurrence, Referent, Renaming, Standing, Workspace};

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

/// The edits of a renaming, which are worked out aside: all files are read for them.
pub(super) fn rename(view: &View<'_>, params: &RenameParams) -> Result<Answer, Refusal> {
    let found = with_id(view, &params.text_document_position);
    let (here, found) = found.ok_or_else(|| refusal(words::nothing_to_rename()))?;
    let referent = here.briefing.canonical(&found.referent);
    let (plan, open) = (here.briefing.now(), view.open_versions());
    let new = params.new_name.trim().to_owned();
    Ok(Answer::later(move || {
        let files = plan.files();
        let renaming = load::rename(&files, &referent, &new);
        let renaming = renaming.map_err(|error| refusal(error.to_string()))?;
        written(edit(&files, &renaming, &open).ok_or_else(|| refusal(words::nothing_to_rename()))?)
    }))
}

fn refusal(why: String) -> Refusal {
    (ErrorCode::RequestFailed, why)
}

fn edit(files: &BriefingFiles, renaming: &Renaming, open: &OpenVersions) -> Option<WorkspaceEdit> {
    // The edits come file by file.
    let edits = open.edits(files, &renaming.edits)?.into_iter();
    let mut changes: Vec<_> = edits.map(DocumentChangeOperation::Edit).collect();
    if let Some((old, new)) = &renaming.moved {
        let (old_uri, new_uri) = (open.uri(Path::new(old))?, open.uri(Path::new(new))?);
        let file = RenameFile { old_uri, new_uri, options: None, annotation_id: None };
        changes.push(DocumentChangeOperation::Op(ResourceOp::Rename(file)));
    }
    let document_changes = Some(DocumentChanges::Operations(changes));
    Some(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
}
