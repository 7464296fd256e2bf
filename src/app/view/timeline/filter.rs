//! Which events are shown: all in order, or those that concern somebody or have words in them.

use std::collections::{HashMap, HashSet};

use crate::model::{Briefing, Event, EventIx, Target, Text};

/// The events that are left, in order: by their beginning, then by their end, and those of the
/// same date as in the file.
pub(super) fn events(briefing: &Briefing, only: Option<&Target>, words: &str) -> Vec<EventIx> {
    let beside = only.map(|target| cited_beside(briefing, target)).unwrap_or_default();
    let words = words.trim().to_lowercase();
    let mut left: Vec<EventIx> = (0..briefing.events.len())
        .map(EventIx::new)
        .filter(|at| {
            let event = briefing.event(*at);
            let concerns = only.is_none_or(|target| links(event, target) || beside.contains(at));
            concerns && has_words(event, &words)
        })
        .collect();
    left.sort_by_key(|at| briefing.event(*at).date);
    left
}

/// Whether `words`, in small letters, stand in an event's title or text.
fn has_words(event: &Event, words: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(words);
    let Event { id: _, date: _, title, text: _, sources: _ } = event; // the date is the order
    words.is_empty() || has(title) || event.texts().any(|text| has(&text.plain))
}

/// Whether an event's text links `target`.
fn links(event: &Event, target: &Target) -> bool {
    event.texts().flat_map(Text::targets).any(|other| other.is_in(target))
}

/// The events that are cited by a paragraph which cites `target`, too.
fn cited_beside(briefing: &Briefing, target: &Target) -> HashSet<EventIx> {
    let index = briefing.index();
    let cited = index.cited_by(target).iter().flat_map(|block| index.cites(*block));
    cited.filter_map(event).collect()
}

/// All that some event concerns, with the number of events that do.
pub(in crate::app::view) fn concerned(briefing: &Briefing) -> HashMap<Target, usize> {
    let index = briefing.index();
    let mut concerned = HashMap::new();
    for (at, event) in briefing.events.iter().enumerate() {
        let linked = event.texts().flat_map(Text::targets);
        let blocks = index.cited_by(&Target::Event(EventIx::new(at))).iter();
        let beside = blocks.flat_map(|block| index.cites(*block));
        for target in linked.chain(beside).map(Target::card).collect::<HashSet<_>>() {
            *concerned.entry(target).or_default() += 1;
        }
    }
    concerned
}

fn event(target: &Target) -> Option<EventIx> {
    match target {
        Target::Event(at) => Some(*at),
        _ => None,
    }
}
