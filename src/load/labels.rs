//! The names that empty labels take, once all there is to name is known.

use std::collections::HashMap;

use super::faults::Faults;
use super::markup::LONGEST;
use super::sentences::no_room_for_names;
use crate::base::cut;
use crate::model::{
    Actor, Article, Block, BlockKind, Briefing, Discussion, Event, Instrument, Lesson, Quiz,
    Section, Span, Target, Term, Text,
};

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
            None => text.plain.push_str(cut(&old.plain, span.range.clone())),
        }
        let range = start..text.plain.len();
        if !range.is_empty() {
            text.spans.push(Span { range, ..span });
        }
    }
    room
}

/// Whether every label that was left empty leads to something that `is_there`.
pub(super) fn are_known(briefing: &mut Briefing, is_there: impl Fn(&Target) -> bool) -> bool {
    let mut all = true;
    each(briefing, |text| {
        let empty = text.spans.iter().filter(|span| span.range.is_empty());
        all &= empty.filter_map(|span| span.target.as_ref()).all(&is_there);
    });
    all
}

/// Calls `work` with every text of the briefing. Each part is taken apart to the last field, so that
/// a field that is added cannot be forgotten here.
fn each(briefing: &mut Briefing, mut work: impl FnMut(&mut Text)) {
    let Briefing {
        id: _,
        title: _,
        subtitle: _,
        summary,
        language: _,
        edition_of: _,
        date: _,
        updated: _,
        authors: _,
        license: _,
        sections,
        elements: _,
        instruments,
        actors,
        terms,
        events,
        sources: _, // have no texts
        lessons,
        discussion,
        quiz,
        index: _, // is drawn later
    } = briefing;
    summary.iter_mut().for_each(&mut work);
    for Section { id: _, title: _, summary, blocks } in sections {
        summary.iter_mut().for_each(&mut work);
        for block in blocks {
            each_of_block(block, &mut work);
        }
    }
    for instrument in instruments {
        each_of_instrument(instrument, &mut work);
    }
    for actor in actors {
        let Actor { id: _, name: _, aliases: _, kind: _, role, stance, relations: _, sources: _ } =
            actor;
        role.iter_mut().chain(stance).for_each(&mut work);
    }
    for Term { id: _, term: _, aliases: _, definition, sources: _ } in terms {
        work(definition);
    }
    for Event { id: _, date: _, title: _, text, sources: _ } in events {
        text.iter_mut().for_each(&mut work);
    }
    for Lesson { title: _, steps } in lessons {
        for step in steps {
            work(&mut step.text);
        }
    }
    for Discussion { question, hint, minutes: _, see: _ } in discussion {
        work(question);
        hint.iter_mut().for_each(&mut work);
    }
    for Quiz { question, choices, answer: _, why, evidence: _ } in quiz {
        work(question);
        choices.iter_mut().chain(why).for_each(&mut work);
    }
}

fn each_of_instrument(instrument: &mut Instrument, work: &mut impl FnMut(&mut Text)) {
    let Instrument {
        id: _,
        title: _,
        short: _,
        signed: _,
        in_force: _,
        ended: _,
        parties: _,
        summary,
        language: _,
        label: _,
        articles,
        parts: _,
    } = instrument;
    summary.iter_mut().for_each(&mut *work);
    for article in articles {
        let Article {
            number: _,
            name: _,
            label: _,
            title: _,
            theme: _,
            gist,
            wording,
            language: _,
            meaning,
            elements,
            see: _,
            compare: _,
            confidence: _,
            sources: _,
            note,
        } = article;
        [gist, meaning, note].into_iter().flatten().for_each(&mut *work);
        for element in elements {
            work(&mut element.text);
        }
        if let Some(wording) = wording {
            work(&mut wording.text);
            wording.measure();
        }
    }
}

fn each_of_block(block: &mut Block, work: &mut impl FnMut(&mut Text)) {
    let Block { id: _, kind, evidence: _, confidence: _, sources: _ } = block;
    match kind {
        BlockKind::Heading(text)
        | BlockKind::Paragraph(text)
        | BlockKind::Note { text, about: _ }
        | BlockKind::Cue(text) => work(text),
        BlockKind::Quote { paragraphs, from: _, language: _ } => {
            paragraphs.iter_mut().for_each(work);
        }
        BlockKind::List(list) => list.points.iter_mut().for_each(|point| work(&mut point.text)),
        BlockKind::Table(table) => table.texts_mut().for_each(work),
        BlockKind::Question { text, hint, minutes: _ } => {
            work(text);
            hint.iter_mut().for_each(work);
        }
    }
}
