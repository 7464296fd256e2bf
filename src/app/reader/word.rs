//! What is named in the line that is read, though it may be no link.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::desk::Pane;
use crate::model::Target;
use crate::text::goto::{Mention, mentions};
use crate::text::{Line, Link, Rich, Sheet};

use super::Reader;

/// A word of fewer letters tells little: The, Some.
const SHORT: usize = 5;

impl Reader {
    /// What names something in the line that is read in a pane: the words of the chosen link, if they
    /// name something else than it leads to; the first name in the line that is no link; the first that
    /// is another link; the most telling word. What began on the line before comes after what begins
    /// here.
    pub(in crate::app) fn named_in(&self, pane: &Pane) -> Option<String> {
        let seen = pane.alone().find(|row| row.eye)?;
        let sheet = seen.item.stretch(seen.stretch, Some(&self.setting()));
        let (rich, here) = part(&sheet, seen.line?)?;
        let law = seen.item.card().and_then(|card| card.article()).map(|at| at.instrument);
        let named = mentions(&self.briefing, law, &rich.plain);
        let chosen = seen.link;
        let links = |mention: &Mention| links(rich, &mention.range);
        if let Some(number) = chosen {
            let other = named.iter().find(|mention| {
                links(mention) == [Some(number)] && !leads_to(&sheet, number, &mention.target)
            });
            if let Some(mention) = other {
                return Some(mention.words.clone());
            }
        }
        let in_line = named.iter().filter(|mention| {
            let is_chosen = chosen.is_some() && links(mention).contains(&chosen);
            overlap(&mention.range, &here) && !is_chosen
        });
        let known = in_line.min_by_key(|mention| {
            let is_linked = links(mention).iter().any(Option::is_some);
            (is_linked, mention.range.start < here.start)
        });
        let words = known.map(|mention| mention.words.clone());
        words.or_else(|| telling(&rich.plain, &here))
    }
}

/// The part of a sheet that a line of it was set from, and the line's bytes there.
fn part<'s>(sheet: &'s Sheet, line: &Line) -> Option<(&'s Rich, Range<usize>)> {
    let set = || line.segments.iter().filter(|segment| !segment.range.is_empty());
    let here = set().next()?.range.start..set().next_back()?.range.end;
    let mut parts = sheet.elements.iter().map(|element| &element.rich);
    let rich = parts.find(|rich| {
        set().all(|segment| {
            let words = rich.plain.get(segment.range.clone());
            words.is_some_and(|words| segment.words.starts_with(words))
        })
    });
    rich.map(|rich| (rich, here))
}

/// The links that stand in some bytes, each once, in order; `None` stands for what is no link.
fn links(rich: &Rich, range: &Range<usize>) -> Vec<Option<usize>> {
    let runs = rich.runs.iter().filter(|run| overlap(&run.range, range));
    let mut links: Vec<Option<usize>> = runs.map(|run| run.link).collect();
    links.dedup();
    links
}

fn leads_to(sheet: &Sheet, number: usize, target: &Target) -> bool {
    matches!(sheet.links.get(number), Some(Link::To(to)) if to == target)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The longest word that begins with a capital in a line of `text`; the first of several. One that began on the
/// line before, whole, where there is no other. A short one only begins a sentence, unless all of it is capitals.
fn telling(text: &str, line: &Range<usize>) -> Option<String> {
    let tells = |word: &str| match word.chars().count() {
        0 | 1 => false,
        2..SHORT => word.chars().all(char::is_uppercase),
        _ => word.starts_with(char::is_uppercase),
    };
    let words = text.unicode_word_indices().skip_while(|(at, word)| at + word.len() <= line.start);
    let words = words.take_while(|(at, _)| *at < line.end).filter(|(_, word)| tells(word));
    let length = |(at, word): &(usize, &str)| (*at >= line.start, word.chars().count());
    let best = words.reduce(|best, word| if length(&word) > length(&best) { word } else { best });
    best.map(|(_, word)| word.to_owned())
}
