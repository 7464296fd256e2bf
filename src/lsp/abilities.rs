//! What the client can do, as it says of itself at the beginning.

use lsp_types::{ClientCapabilities, InitializeParams};

use super::positions::Columns;

/// What the client can do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Abilities {
    /// What it counts columns in.
    pub(super) columns: Columns,
    /// Whether it tells of files that change, once it is asked to.
    pub(super) watches: bool,
    /// Whether it asks for the edits of a code action when it makes them, and not before.
    pub(super) resolves_edits: bool,
}

impl Abilities {
    pub(super) fn of(params: &InitializeParams) -> Self {
        let ClientCapabilities { workspace, text_document, general, .. } = &params.capabilities;
        let encodings = general.as_ref().and_then(|all| all.position_encodings.as_deref());
        let watched = workspace.as_ref().and_then(|all| all.did_change_watched_files.as_ref());
        let actions = text_document.as_ref().and_then(|all| all.code_action.as_ref());
        let resolved = actions.and_then(|actions| actions.resolve_support.as_ref());
        Self {
            columns: Columns::of(encodings),
            watches: watched.and_then(|watched| watched.dynamic_registration).unwrap_or(false),
            resolves_edits: resolved.is_some_and(|all| all.properties.iter().any(|p| p == "edit")),
        }
    }
}
