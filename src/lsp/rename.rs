//! Giving another id to what has one, wherever it is named.

use std::path::Path;

use lsp_server::ErrorCode;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameResponse, RenameFile, RenameParams, ResourceOp, TextDocumentEdit,
    TextDocumentPositionParams, TextEdit as Edit, Uri, WorkspaceEdit,
};

use super::client::Refusal;
use super::definition::named;
use super::view::{Here, View};
use super::words;
use crate::load::{Occurrence, Referent, Standing, Workspace};

pub(super) fn prepare(
    view: &View<'_>,
    at: &TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    let (here, found) = named(view, at)?;
    let (old, _) = renamed(&found.referent, "")?;
    let is_here = here.file.text().get(found.at.clone()) == Some(old);
    is_here.then(|| PrepareRenameResponse::RangeWithPlaceholder {
        range: here.lines.range(&found.at),
        placeholder: old.to_owned(),
    })
}

/// The id of what has one of its own, and what it is by another.
fn renamed<'r>(referent: &'r Referent, new: &str) -> Option<(&'r str, Referent)> {
    match referent {
        Referent::Entity { scheme, id } => {
            Some((id, Referent::Entity { scheme, id: new.to_owned() }))
        }
        Referent::Block { section, id } if !Workspace::is_place(id) => {
            Some((id, Referent::Block { section: section.clone(), id: new.to_owned() }))
        }
        _ => None,
    }
}

pub(super) fn rename(view: &View<'_>, params: &RenameParams) -> Result<WorkspaceEdit, Refusal> {
    let refuse = |why: String| (ErrorCode::RequestFailed, why);
    let nothing = || refuse(words::nothing_to_rename());
    let (here, found) = named(view, &params.text_document_position).ok_or_else(nothing)?;
    let new = params.new_name.trim();
    let (_, wanted) = renamed(&found.referent, new).ok_or_else(nothing)?;
    if !Workspace::is_id(new) {
        return Err(refuse(words::bad_id(new)));
    }
    if here.briefing.occurrences(&wanted).any(|(_, one)| one.standing == Standing::Defined) {
        return Err(refuse(words::taken_id(new)));
    }
    // Places come file by file.
    let mut edits: Vec<(Uri, Vec<Edit>)> = Vec::new();
    let all = here.briefing.occurrences(&found.referent);
    let written = all.filter(|(file, one)| !is_by_file(file.inner(), one));
    for (place, _) in view.places(written) {
        let edit = Edit::new(place.range, new.to_owned());
        match edits.last_mut().filter(|(uri, _)| *uri == place.uri) {
            Some((_, edits)) => edits.push(edit),
            None => edits.push((place.uri, vec![edit])),
        }
    }
    let mut changes: Vec<DocumentChangeOperation> = edits
        .into_iter()
        .map(|(uri, edits)| {
            let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: None };
            let edits = edits.into_iter().map(OneOf::Left).collect();
            DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits })
        })
        .collect();
    if let Some(file) = file_of(view, &here, &found.referent, new) {
        changes.push(DocumentChangeOperation::Op(ResourceOp::Rename(file)));
    }
    let document_changes = Some(DocumentChanges::Operations(changes));
    Ok(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
}

/// Whether something is defined by the name of its file, as a section is.
fn is_by_file(inner: &str, one: &Occurrence) -> bool {
    let is_section = matches!(one.referent, Referent::Entity { scheme: "section", .. });
    is_section && one.standing == Standing::Defined && inner.starts_with("sections/")
}

/// What becomes of the file of a section that gets another id.
fn file_of(view: &View<'_>, here: &Here<'_>, old: &Referent, new: &str) -> Option<RenameFile> {
    let mut all = here.briefing.occurrences(old);
    let (file, _) = all.find(|(file, one)| is_by_file(file.inner(), one))?;
    let path = Path::new(file.name());
    let old_uri = view.uri(path)?;
    let new_uri = view.uri(&path.with_file_name(format!("{new}.yaml")))?;
    Some(RenameFile { old_uri, new_uri, options: None, annotation_id: None })
}
