//! What a text names, whether or not it links it.

use std::cmp::Reverse;
use std::ops::Range;

use crate::base::cut;
use crate::model::{ActorIx, Briefing, Date, EventIx, InstrumentIx, Target, TermIx};

use super::law_mention::law_mentions;

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it names; for a month, the first event of it.
    pub target: Target,
    /// What to write in order to go there.
    pub words: String,
}

/// What `text` names: instruments, actors and terms by any of their names, articles and provisions by number
/// (`Articles 3 and 4`), events by month or day. In order, none inside another. Numbers with no law beside
/// them are of the law that is read `here`, if that is one.
pub fn mentions(briefing: &Briefing, here: Option<InstrumentIx>, text: &str) -> Vec<Mention> {
    let law = law_mentions(briefing, here, text).into_iter().map(|(range, target)| {
        let words = briefing.name(&target);
        Mention { range, target, words }
    });
    let mut found: Vec<Mention> = law.collect();
    for (name, target) in names(briefing) {
        found.extend(places(text, &name).map(|range| Mention {
            range,
            target: target.clone(),
            words: name.clone(),
        }));
        // Terms are written with a capital where they are defined and without one in a sentence.
        if let (Target::Term(_), Some(low)) = (&target, uncapitalised(&name)) {
            found.extend(places(text, &low).map(|range| Mention {
                range,
                target: target.clone(),
                words: name.clone(),
            }));
        }
    }
    for (date, target) in dates(briefing) {
        let words = date.iso();
        found.extend(places(text, &date.to_string()).map(|range| Mention {
            range,
            target: target.clone(),
            words: words.clone(),
        }));
    }
    found.sort_by_key(|mention| (mention.range.start, Reverse(mention.range.end)));
    let mut end = 0;
    found.retain(|mention| {
        let outside = mention.range.start >= end;
        end = end.max(mention.range.end);
        outside
    });
    found
}

/// The names of instruments, actors and terms, with whose they are.
fn names(briefing: &Briefing) -> Vec<(String, Target)> {
    let mut names = Vec::new();
    for (at, one) in briefing.instruments.iter().enumerate() {
        let target = Target::Instrument(InstrumentIx::new(at));
        names.extend(one.names().map(|name| (name.clone(), target.clone())));
    }
    for (at, one) in briefing.actors.iter().enumerate() {
        let target = Target::Actor(ActorIx::new(at));
        names.extend(one.names().map(|name| (name.clone(), target.clone())));
    }
    for (at, one) in briefing.terms.iter().enumerate() {
        let target = Target::Term(TermIx::new(at));
        names.extend(one.names().map(|name| (name.clone(), target.clone())));
    }
    names
}

/// The days of events and their months. A year alone says too little.
fn dates(briefing: &Briefing) -> Vec<(Date, Target)> {
    let mut dates = Vec::new();
    for (at, event) in briefing.events.iter().enumerate() {
        for date in [Some(event.date.start), event.date.end].into_iter().flatten() {
            let date = date.exactly();
            let month = Date { day: None, ..date };
            let known = [date, month].into_iter().filter(|date| date.month.is_some());
            dates.extend(known.map(|date| (date, Target::Event(EventIx::new(at)))));
        }
    }
    dates
}

fn uncapitalised(name: &str) -> Option<String> {
    let mut rest = name.chars();
    let first = rest.next().filter(|first| first.is_uppercase())?;
    Some(first.to_lowercase().chain(rest).collect())
}

/// Where a name stands as words of its own.
fn places<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    // One letter is an alias of somebody and a word of every text.
    let long_enough = name.chars().nth(1).is_some();
    let places = text.match_indices(name).filter(move |_| long_enough);
    let places = places.map(|(at, found)| at..at + found.len());
    places.filter(|at| {
        let before = cut(text, ..at.start).chars().next_back();
        let after = cut(text, at.end..).chars().next();
        !before.is_some_and(joins) && !after.is_some_and(joins)
    })
}

/// Whether a letter makes another word of what it stands beside. In Korean and its neighbours'
/// scripts, particles follow a name without a blank.
fn joins(c: char) -> bool {
    let unspaced = matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '가'..='힣');
    c.is_alphanumeric() && !unspaced
}
