//! What a text names, whether or not it links it.

use std::cmp::Reverse;
use std::ops::Range;

use regex::Regex;

use crate::base::cut;
use crate::model::{ActorIx, ArticleIx, Briefing, Date, EventIx, InstrumentIx, Target, TermIx};

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

/// What `text` names: instruments, actors and terms by any of their names, articles by number
/// (`Articles 3 and 4`), events by month or day. In order, none inside another.
pub fn mentions(briefing: &Briefing, text: &str) -> Vec<Mention> {
    let mut found = articles(briefing, text);
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

/// `Article 4`, `Articles 3, 4 and 18 of the UN Charter`: each number for itself.
fn articles(briefing: &Briefing, text: &str) -> Vec<Mention> {
    const FIRST: &str = r"(?i)\b(?:articles?|arts?\.?)\s+([0-9]+[a-z]*|[ivxlc]+)\b";
    const FURTHER: &str = r"(?i)^(?:,?\s+(?:and|or|to)\s+|,\s+|[-–])([0-9]+[a-z]*|[ivxlc]+)\b";
    let (Ok(first), Ok(further)) = (Regex::new(FIRST), Regex::new(FURTHER)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for captures in first.captures_iter(text) {
        let (Some(all), Some(number)) = (captures.get(0), captures.get(1)) else { continue };
        let mut numbers = vec![(all.range(), number.as_str())];
        let mut end = all.end();
        while let Some(next) = further.captures(cut(text, end..)) {
            let Some(number) = next.get(1) else { break };
            numbers.push((end + number.start()..end + number.end(), number.as_str()));
            end += number.end();
        }
        let before = cut(text, ..all.start());
        let of = instrument(briefing, before, cut(text, end..));
        found.extend(numbers.into_iter().filter_map(|(range, number)| {
            let at = article(briefing, of, number)?;
            let words = briefing.article_name(at);
            Some(Mention { range, target: Target::Article(at), words })
        }));
    }
    found
}

/// The instrument that is named right before articles (`1961 treaty, Article 1`) or right after
/// them (`Article 51 of the UN Charter`).
fn instrument(briefing: &Briefing, before: &str, after: &str) -> Option<InstrumentIx> {
    let before = before.trim_end().trim_end_matches(',');
    let before = before.strip_suffix("'s").or(before.strip_suffix("’s")).unwrap_or(before);
    let after = after.strip_prefix(" of ").or(after.strip_prefix(" in ")).unwrap_or_default();
    let after = after.strip_prefix("the ").unwrap_or(after);
    let named = briefing.instruments.iter().position(|one| {
        let mut names = one.names().filter(|name| !name.is_empty());
        names.any(|name| after.starts_with(&**name) || before.ends_with(&**name))
    });
    named.map(InstrumentIx::new)
}

/// The article of a number: of an instrument, or of the first that has one.
fn article(briefing: &Briefing, of: Option<InstrumentIx>, number: &str) -> Option<ArticleIx> {
    let mut articles =
        briefing.articles().filter(|(at, _)| of.is_none_or(|of| at.instrument == of));
    articles.find(|(_, one)| one.number.eq_ignore_ascii_case(number)).map(|(at, _)| at)
}
