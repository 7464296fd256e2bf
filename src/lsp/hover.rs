//! What is said of what is at a place: the card of what is named there, or what a key says.

use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::view::{Here, View};
use super::words;
use crate::export::Markdown;
use crate::load::{ValueType, Workspace};
use crate::model::Target;

pub(super) fn at(view: &View<'_>, params: &HoverParams) -> Option<Hover> {
    let (here, byte) = view.place(&params.text_document_position_params)?;
    let (value, bytes) = card_at(&here, byte).or_else(|| key_at(&here, byte))?;
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
    Some(Hover { contents, range: Some(here.lines.range(&bytes)) })
}

fn card_at(here: &Here<'_>, byte: usize) -> Option<(String, std::ops::Range<usize>)> {
    let found = here.file.at(byte)?;
    // Behind the number of an article may stand the steps to one of its provisions.
    let written = here.file.text().get(found.address.clone()).unwrap_or_default();
    let exact = here.briefing.target(written).filter(|to| matches!(to, Target::Provision(_)));
    let target = match exact {
        Some(provision) if found.at.end + 1 < found.address.end => provision,
        _ => here.briefing.target(&found.referent.address())?,
    };
    Some((card(here.briefing, &target)?, found.whole.clone()))
}

/// A target as it is seen by itself, in Markdown.
pub(super) fn card(briefing: &Workspace, target: &Target) -> Option<String> {
    Some(Markdown::card(briefing.briefing()?, target)).filter(|card| !card.is_empty())
}

fn key_at(here: &Here<'_>, byte: usize) -> Option<(String, std::ops::Range<usize>)> {
    let mut keys = here.file.keys().iter();
    let found = keys.find(|one| one.at.start <= byte && byte < one.at.end)?;
    let words = match found.key.value {
        ValueType::OneOf(all) => all(),
        ValueType::List(ValueType::OneOf(all)) => all(),
        _ => Vec::new(),
    };
    Some((words::key(found.key.name, found.key.about, &words), found.at.clone()))
}
