//! The names that empty labels take, once all there is to name is known.

use std::collections::HashMap;

use super::faults::Faults;
use super::markup::LONGEST;
use super::sentences::no_room_for_names;
use crate::model::{Block, BlockKind, Briefing, Span, Target, Text};

/// How many bytes of names all labels may take: as many as a briefing's files may have.
const NAMES: usize = 64 << 20;
/// What a label reads that there was no room for.
const NO_ROOM: &str = "\u{2026}";

/// Fills every label that was left empty with the name of what it leads to. A name may be much
/// longer than the link that asks for it, so there are bounds on what that may come to; `of`
/// is what a fault of the whole briefing goes by.
pub(super) fn fill(briefing: &mut Briefing, faults: &mut Faults, of: &str) {
    let mut names: HashMap<Target, String> = HashMap::new();
    let mut targets = Vec::new();
    each(briefing, |text| {
        let empty = text.spans.iter().filter(|span| span.range.is_empty());
        targets.extend(empty.filter_map(|span| span.target.clone()));
    });
    for target in targets {
        let name = briefing.name(&target);
        names.insert(target, name);
    }
    if !names.is_empty() {
        let mut left = NAMES;
        each(briefing, |text| {
            if !fill_text(text, &names, &mut left) {
                faults.add_whole(of, no_room_for_names(&text.plain));
            }
        });
    }
}

/// Whether there was room for all names, of which all texts together may have `left` bytes.
fn fill_text(text: &mut Text, names: &HashMap<Target, String>, left: &mut usize) -> bool {
    if text.spans.iter().all(|span| !span.range.is_empty()) {
        return true;
    }
    let mut room = true;
    let old = std::mem::take(text);
    for span in old.spans {
        let start = text.plain.len();
        let name = span.target.as_ref().filter(|_| span.range.is_empty());
        match name.and_then(|target| names.get(target)) {
            Some(name) => {
                let fits = start + name.len() <= LONGEST && name.len() <= *left;
                room &= fits;
                let name = if fits { name.as_str() } else { NO_ROOM };
                *left = left.saturating_sub(name.len());
                text.plain.push_str(name);
            }
            None => text.plain.push_str(old.plain.get(span.range.clone()).unwrap_or_default()),
        }
        let range = start..text.plain.len();
        if !range.is_empty() {
            text.spans.push(Span { range, ..span });
        }
    }
    room
}

/// Calls `work` with every text of the briefing.
fn each(briefing: &mut Briefing, mut work: impl FnMut(&mut Text)) {
    briefing.summary.iter_mut().for_each(&mut work);
    for section in &mut briefing.sections {
        section.summary.iter_mut().for_each(&mut work);
        section.blocks.iter_mut().for_each(|block| each_of(block, &mut work));
    }
    for instrument in &mut briefing.instruments {
        instrument.summary.iter_mut().for_each(&mut work);
        for article in &mut instrument.articles {
            let texts =
                [&mut article.gist, &mut article.text, &mut article.meaning, &mut article.note];
            texts.into_iter().flatten().for_each(&mut work);
        }
    }
    for actor in &mut briefing.actors {
        [&mut actor.role, &mut actor.stance].into_iter().flatten().for_each(&mut work);
    }
    briefing.terms.iter_mut().for_each(|term| work(&mut term.definition));
    briefing.events.iter_mut().filter_map(|event| event.text.as_mut()).for_each(&mut work);
    for item in &mut briefing.discussion {
        work(&mut item.question);
        item.hint.iter_mut().for_each(&mut work);
    }
    for item in &mut briefing.quiz {
        work(&mut item.question);
        item.choices.iter_mut().chain(&mut item.why).for_each(&mut work);
    }
}

fn each_of(block: &mut Block, work: &mut impl FnMut(&mut Text)) {
    match &mut block.kind {
        BlockKind::Heading(text)
        | BlockKind::Paragraph(text)
        | BlockKind::Quote { text, .. }
        | BlockKind::Note { text, .. }
        | BlockKind::Cue(text) => work(text),
        BlockKind::List(items) => items.iter_mut().for_each(work),
        BlockKind::Question { text, hint, .. } => {
            work(text);
            hint.iter_mut().for_each(work);
        }
    }
}
