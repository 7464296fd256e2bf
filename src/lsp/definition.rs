//! Where what is named at a place is defined, and where else it is named.

use lsp_types::{
    GotoDefinitionParams, GotoDefinitionResponse, Location as Place, ReferenceParams,
    TextDocumentPositionParams,
};

use super::view::{Here, View};
use crate::load::{Occurrence, Standing};

/// What is named or defined at a place.
pub(super) fn named<'w>(
    view: &View<'w>,
    at: &TextDocumentPositionParams,
) -> Option<(Here<'w>, &'w Occurrence)> {
    let (here, byte) = view.place(at)?;
    let found = here.file.at(byte)?;
    Some((here, found))
}

pub(super) fn definition(
    view: &View<'_>,
    params: &GotoDefinitionParams,
) -> Option<GotoDefinitionResponse> {
    let (here, found) = named(view, &params.text_document_position_params)?;
    let all = here.briefing.occurrences(&found.referent);
    let defined = all.filter(|(_, one)| one.standing == Standing::Defined);
    let places = view.places(defined);
    Some(GotoDefinitionResponse::Array(places))
}

pub(super) fn references(view: &View<'_>, params: &ReferenceParams) -> Option<Vec<Place>> {
    let (here, found) = named(view, &params.text_document_position)?;
    let with_definition = params.context.include_declaration;
    let all = here.briefing.occurrences(&found.referent);
    let wanted = all.filter(|(_, one)| with_definition || one.standing != Standing::Defined);
    Some(view.places(wanted))
}
