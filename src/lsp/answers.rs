//! Which request is answered by what.

use std::str::FromStr as _;

use lsp_server::ErrorCode;
use lsp_types::notification::{DidChangeWatchedFiles, Notification as _};
use lsp_types::request::{
    CodeActionRequest, CodeActionResolveRequest, Completion, DocumentLinkRequest,
    DocumentSymbolRequest, GotoDefinition, HoverRequest, InlayHintRequest, PrepareRenameRequest,
    References, Rename, Request, WorkspaceSymbolRequest,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    DidChangeWatchedFilesRegistrationOptions, DocumentLinkOptions, FileSystemWatcher, GlobPattern,
    HoverProviderCapability, InitializeResult, OneOf, Registration, RegistrationParams,
    RenameOptions, ServerCapabilities, ServerInfo, TextDocumentSyncCapability,
    TextDocumentSyncKind, Uri, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};
use serde_json::Value;

use super::answer::{Answer, written};
use super::client::Refusal;
use super::positions::Columns;
use super::view::View;
use super::{actions, completion, definition, hover, inlay, links, rename, symbols, words};

/// What the server can do, as the client is told.
pub(super) fn capabilities(columns: Columns) -> InitializeResult {
    let capabilities = ServerCapabilities {
        position_encoding: Some(columns.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Kind(
            TextDocumentSyncKind::INCREMENTAL,
        )),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([":", "(", "/", "[", ",", " "].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
        })),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
        }),
        inlay_hint_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::SOURCE_FIX_ALL]),
            resolve_provider: Some(true),
            ..CodeActionOptions::default()
        })),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    let server_info = Some(ServerInfo { name: "attache".to_owned(), version });
    InitializeResult { capabilities, server_info }
}

/// What the client is asked to tell of: files of briefings that change on the disk.
pub(super) fn watched_files() -> RegistrationParams {
    let glob_pattern = GlobPattern::String("**/*.yaml".to_owned());
    let watchers = vec![FileSystemWatcher { glob_pattern, kind: None }];
    let options = DidChangeWatchedFilesRegistrationOptions { watchers };
    RegistrationParams {
        registrations: vec![Registration {
            id: "files".to_owned(),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        }],
    }
}

/// The file that a request is about, by its address.
pub(super) fn document(params: &Value) -> Option<Uri> {
    let document = params.get("textDocument").or_else(|| params.get("data"))?;
    Uri::from_str(document.get("uri")?.as_str()?).ok()
}

/// The answer to a request.
pub(super) fn answer(view: &View<'_>, method: &str, params: Value) -> Result<Answer, Refusal> {
    match method {
        Completion::METHOD => by::<Completion>(params, |params| completion::at(view, &params)),
        HoverRequest::METHOD => by::<HoverRequest>(params, |params| hover::at(view, &params)),
        GotoDefinition::METHOD => {
            by::<GotoDefinition>(params, |params| definition::definition(view, &params))
        }
        References::METHOD => {
            by::<References>(params, |params| definition::references(view, &params))
        }
        PrepareRenameRequest::METHOD => {
            by::<PrepareRenameRequest>(params, |params| rename::prepare(view, &params))
        }
        Rename::METHOD => rename::rename(view, &read::<Rename>(params)?),
        DocumentSymbolRequest::METHOD => {
            by::<DocumentSymbolRequest>(params, |params| symbols::of_file(view, &params))
        }
        WorkspaceSymbolRequest::METHOD => {
            by::<WorkspaceSymbolRequest>(params, |params| Some(symbols::named(view, &params.query)))
        }
        DocumentLinkRequest::METHOD => {
            by::<DocumentLinkRequest>(params, |params| links::of_file(view, &params))
        }
        InlayHintRequest::METHOD => {
            by::<InlayHintRequest>(params, |params| inlay::in_range(view, &params))
        }
        CodeActionRequest::METHOD => actions::at(view, &read::<CodeActionRequest>(params)?),
        CodeActionResolveRequest::METHOD => {
            actions::resolve(view, read::<CodeActionResolveRequest>(params)?)
        }
        _ => Err((ErrorCode::MethodNotFound, words::unknown_method(method))),
    }
}

fn by<R: Request>(
    params: Value,
    answer: impl FnOnce(R::Params) -> R::Result,
) -> Result<Answer, Refusal> {
    written(answer(read::<R>(params)?)).map(Answer::Now)
}

fn read<R: Request>(params: Value) -> Result<R::Params, Refusal> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}
