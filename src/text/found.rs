//! Marking what was searched for wherever it is shown.

use std::ops::Range;

use crate::model::Target;

use super::card::labelled;
use super::search::{Hit, Query, SearchField, Searchable};
use super::{Element, Found, Origin, Rich, Role, Sheet, Typesetting, words};

/// Words before a match in the list of all, at most.
const BEFORE: usize = 6;
/// Words before and after it together.
const AROUND: usize = 14;

/// What is searched for, and which match of it the reader was taken to.
#[derive(Debug, Clone)]
pub struct ActiveSearch {
    /// What is searched for.
    pub query: Query,
    /// The match that stands out.
    pub here: Option<Hit>,
}

impl Typesetting<'_> {
    /// Marks in `sheet` all that has what is searched for. With `here` the sheet shows what the
    /// match is in that the reader was taken to, which is marked in a way of its own.
    pub fn mark(&self, sheet: &mut Sheet, search: &ActiveSearch, here: bool) {
        let mut here = search.here.filter(|_| here).map(|hit| {
            let range = hit.range(self.briefing);
            (hit.text(self.briefing), range, self.logical(&hit))
        });
        for Element { rich, origin, .. } in &mut sheet.elements {
            let ranges = search.query.ranges(&rich.plain);
            rich.mark(&ranges, Found::Match);
            let at = here.as_ref().and_then(|(text, range, logical)| match (logical, origin) {
                // The same words may stand in several elements: in many cells of a table. What is long may be
                // divided in the middle of them.
                (Some(logical), Some(origin @ Origin::Text { .. })) => {
                    origin.plain(&(logical + range.start..logical + range.end))
                }
                _ => place(rich, text, range).filter(|at| ranges.contains(at)),
            });
            if let Some(at) = at {
                rich.mark(std::slice::from_ref(&at), Found::Here);
                here = None;
            }
        }
    }

    /// The byte of [`Block::logical`], or of what a card says, at which the text begins that has a match.
    ///
    /// [`Block::logical`]: crate::model::Block::logical
    fn logical(&self, hit: &Hit) -> Option<usize> {
        match (hit.place, hit.field) {
            (Searchable::Block(at), SearchField::Text(number)) => {
                let texts = self.briefing.block(at).texts();
                Some((0..number).zip(texts).map(|(_, text)| text.plain.len() + 1).sum())
            }
            // A wording is set provision by provision.
            (Searchable::Article(at), SearchField::Wording) => {
                let wording = self.briefing.article(at).wording.as_ref()?;
                Some(self.wording_begins(at, wording))
            }
            _ => None,
        }
    }

    /// The byte of what an article's card or a block says at which a match begins in what may be long there.
    pub(crate) fn match_in_long(&self, hit: &Hit) -> Option<usize> {
        Some(self.logical(hit)? + hit.range(self.briefing).start)
    }

    /// A match in the list of all: what it is in, and a few words around it.
    pub fn hit(&self, hit: &Hit) -> Sheet {
        let mut sheet = Sheet::default();
        let (name, role) = self.place_of(hit);
        let mut words = self.context(hit, BEFORE, AROUND);
        for run in words.runs.iter_mut().filter(|run| run.face.strong) {
            run.face.strong = false;
            run.face.found = Found::Match;
        }
        // A name says itself what it is in.
        let says_itself = name.is_empty() || name == words.plain;
        let gap = if self.glyphs.are_spoken() { ": " } else { "  " };
        let lead = if says_itself { String::new() } else { format!("{name}{gap}") };
        let mut rich = law_label(hit).map_or_else(Rich::default, labelled);
        rich.append(words);
        sheet.push(Element::new(rich).hung(&lead, role));
        sheet
    }

    /// What a match is in, in a word or two.
    fn place_of(&self, hit: &Hit) -> (String, Role) {
        match hit.place.target() {
            Some(Target::Block(at)) if self.briefing.block(at).is_heading() => {
                (String::new(), Role::Faint)
            }
            Some(Target::Block(at)) => (self.address(at), Role::Faint),
            Some(Target::Section(_)) | None => (String::new(), Role::Faint),
            Some(Target::Actor(at)) => (self.briefing.actor(at).name.clone(), Role::Actor),
            Some(target) => (self.briefing.name(&target), Role::Link),
        }
    }
}

/// Whose words a match in the law is in, as its card says: the wording is told from all else.
fn law_label(hit: &Hit) -> Option<&'static str> {
    match (hit.place, hit.field) {
        (Searchable::Instrument(_), SearchField::Summary) | (_, SearchField::Gist) => {
            Some(words::IN_SHORT)
        }
        (_, SearchField::Wording) => Some(words::WORDING),
        (_, SearchField::Meaning) => Some(words::MEANING),
        (_, SearchField::Note) => Some(words::EDITORS_NOTE),
        _ => None,
    }
}

/// Where in `rich` the `range` of `text` stands, if all of the text is in it.
fn place(rich: &Rich, text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let at = rich.plain.find(text)?;
    Some(at + range.start..at + range.end)
}
