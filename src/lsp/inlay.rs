//! The names of what stands in a file by its id alone.

use lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintParams};

use super::view::View;
use crate::base::shortened;
use crate::load::{Referent, Standing};

/// The longest name that is shown, in letters.
const LONGEST: usize = 48;

pub(super) fn in_range(view: &View<'_>, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let here = view.file(&params.text_document.uri)?;
    let briefing = here.briefing.briefing()?;
    let asked = here.lines.byte(params.range.start)..here.lines.byte(params.range.end);
    let mut hints: Vec<InlayHint> = Vec::new();
    let mut last_end = None;
    let bare = here.file.occurrences().iter().filter(|one| one.standing == Standing::Bare);
    let bare = bare.filter(|one| asked.start <= one.whole.start && one.whole.end <= asked.end);
    for one in bare.filter(|one| !matches!(one.referent, Referent::Web(_))) {
        let Some(target) = here.briefing.target(&one.referent.address()) else { continue };
        let name = briefing.name(&target);
        let hint = InlayHint {
            position: here.lines.range(&one.whole).end,
            label: InlayHintLabel::String(shortened(&name, LONGEST, "\u{2026}")),
            kind: Some(InlayHintKind::TYPE),
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: None,
            data: None,
        };
        // An instrument stands before its article, and the article says both.
        if last_end.replace(one.whole.end) == Some(one.whole.end) {
            hints.pop();
        }
        hints.push(hint);
    }
    Some(hints)
}
