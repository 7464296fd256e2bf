//! What a reader left, as entries of a list.

use crate::base::{day, shortened};
use crate::model::Target;

use super::{Element, Face, Rich, Role, Sheet, Typesetting, words};

/// The most letters of a note, or of the words that it is on, that the list shows.
const LETTERS: usize = 600;

/// One thing that a reader left.
#[derive(Debug, Clone)]
pub(crate) struct AnnotationEntry<'a> {
    /// What it is, in a word.
    pub(crate) kind: &'static str,
    /// The letter or the label of a bookmark.
    pub(crate) label: String,
    /// Where it is; `None` if its words are gone.
    pub(crate) at: Option<Target>,
    /// What it was on, of a provision whose words are gone.
    pub(crate) was_on: Option<&'a str>,
    /// When it was left, in seconds since 1970; 0 if nobody knew.
    pub(crate) date: i64,
    /// The words that it is on, or how their block begins.
    pub(crate) quote: &'a str,
    /// Whether it is on its block as a whole.
    pub(crate) whole: bool,
    /// Whether the words are highlighted.
    pub(crate) lit: bool,
    /// What it says.
    pub(crate) words: &'a str,
    /// Whether it was removed, and can be put back.
    pub(crate) removed: bool,
}

impl Typesetting<'_> {
    /// An entry: what it is, where and when, what it is on and what it says.
    pub(crate) fn annotation_entry(&self, entry: &AnnotationEntry) -> Sheet {
        let mut sheet = Sheet::default();
        let mut head = Rich::new(entry.kind, Role::Label);
        if !entry.label.is_empty() {
            let face = Face { strong: true, ..Role::Accent.into() };
            head.push(" ", Role::Label).push(&entry.label, face);
        }
        if entry.removed {
            self.dot(&mut head);
            head.push(words::REMOVED, Role::Warning);
        }
        let block = match &entry.at {
            Some(Target::Block(at)) => Some(*at),
            _ => None,
        };
        if let Some(place) = entry.at.as_ref().map(|at| self.place(at)) {
            self.dot(&mut head);
            head.push(&place, Role::Link);
        }
        if let Some(was_on) = entry.was_on {
            self.dot(&mut head);
            head.push(&words::was_on(was_on), Role::Faint);
        }
        if entry.date > 0 {
            self.dot(&mut head);
            head.push(&day(entry.date), Role::Faint);
        }
        sheet.push(Element::new(head));
        let (open, close) = self.glyphs.quotation;
        let beginning = block.filter(|_| entry.whole).and_then(|at| self.beginning(at));
        let quote =
            beginning.unwrap_or_else(|| shortened(entry.quote, LETTERS, self.glyphs.ellipsis));
        // Of a block that is gone no more than its beginning is known.
        let end = if entry.whole && entry.at.is_none() { self.glyphs.ellipsis } else { "" };
        let quote = format!("{}{end}", quote.replace('\n', " "));
        let face = Face { lit: entry.lit && !entry.removed, ..Role::Faint.into() };
        let mut rich = Rich::default();
        if entry.whole {
            rich.push(&quote, face);
        } else {
            rich.push(open, Role::Faint).push(&quote, face).push(close, Role::Faint);
        }
        if entry.at.is_some() && block.is_none() {
            // Its name was told.
            rich = Rich::default();
        }
        let mut element = Element::new(rich).hung("  ", Role::Body);
        // Where there is something to say about the words, a line of them is enough.
        if entry.whole || !entry.words.is_empty() {
            element = element.clipped(self.glyphs.ellipsis);
        }
        sheet.push(element);
        let role = if entry.removed { Role::Faint } else { Role::Body };
        let words = Rich::new(&shortened(entry.words, LETTERS, self.glyphs.ellipsis), role);
        sheet.push(Element::new(words).hung("  ", Role::Body));
        sheet
    }

    /// Where something is: `1 The signing, ¶ 3`, or what it is called.
    pub(crate) fn place(&self, on: &Target) -> String {
        let Target::Block(at) = on else { return self.briefing.name(on) };
        let section = self.briefing.section(at.section);
        words::place(at.section.get() + 1, &section.title, &self.address(*at))
    }

    /// What stands above the entries whose words are gone.
    pub(crate) fn adrift() -> Sheet {
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        sheet.push(Element::new(Rich::new(words::ADRIFT, face)));
        sheet.push(Element::new(Rich::new(words::WORDS_GONE, Role::Faint)));
        sheet
    }
}
