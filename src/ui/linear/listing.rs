//! What lies beside the text, told some entries at a time.

use crate::command::Context;
use crate::desk::{Detail, Item};
use crate::model::Target;
use crate::text::{Link, Typesetting};

use super::{Numbered, words};

/// How many entries are told at a time.
const PAGE: usize = 10;

/// Lines with what is told of each item, as far as they are not told yet.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The lines of each item, and whether it is one of those that are counted.
    items: Vec<(Vec<String>, bool)>,
}

impl Listing {
    /// All that `items` say, numbered in `numbers`, in a place where the keys are those of `context`; of
    /// these only what is `wanted` is told.
    pub(super) fn new(
        items: &[Item],
        context: Context,
        setting: Option<&Typesetting>,
        numbers: &mut Vec<Numbered>,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let mut listing = Self::default();
        for (at, item) in items.iter().enumerate() {
            let sheet = item.sheet(setting);
            let counted = !matches!(item, Item::Label(_));
            let lines = if is_entry(item, context) {
                numbers.push(Numbered::Entry(at));
                entry(numbers.len(), item, sheet.told(None), setting)
            } else {
                let lines = sheet.told(Some(numbers.len() + 1));
                numbers.extend(sheet.links.into_iter().map(Numbered::Link));
                lines
            };
            if wanted(at) {
                listing.items.push((lines, counted));
            }
        }
        listing
    }

    /// The next lines. What follows an entry and is none goes with it.
    pub(super) fn page(&mut self) -> Vec<String> {
        let counted = self.items.iter().enumerate().filter(|(_, (_, counted))| *counted);
        let end = counted.map(|(at, _)| at).nth(PAGE).unwrap_or(self.items.len());
        let page = self.items.drain(..end);
        let mut lines: Vec<String> = page.flat_map(|(lines, _)| lines).collect();
        let left = self.items.iter().filter(|(_, counted)| *counted).count();
        if left > 0 {
            lines.push(words::more_entries(left));
        }
        lines
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// The lines of an entry of this number. The own number of a section or a source is told as such.
fn entry(
    number: usize,
    item: &Item,
    mut lines: Vec<String>,
    setting: Option<&Typesetting>,
) -> Vec<String> {
    let Some(first) = lines.first_mut() else { return lines };
    if let Some(Link::To(Target::Source(at))) = item.link() {
        let source = at.get() + 1;
        *first = match first.strip_prefix(&format!("{source} ")) {
            Some(title) => words::source_entry(number, source, title),
            None => words::entry(number, first),
        };
        return lines;
    }
    let section = match item.link() {
        Some(Link::To(Target::Section(at))) => Some(at),
        Some(Link::To(Target::Block(at))) => Some(at.section),
        _ => None,
    };
    let (Some(at), Some(setting)) = (section, setting) else {
        *first = words::entry(number, first);
        return lines;
    };
    let title = &setting.briefing.section(at).title;
    // Where an entry begins with a section, as lists have it, its number is told from the entry's.
    let more = first.strip_prefix(&words::section(at.get() + 1, title)).map(str::to_owned);
    *first = match more {
        Some(more) => words::section_entry(number, at.get() + 1, title, &more),
        None if *first == *title => words::section_entry(number, at.get() + 1, title, ""),
        None => words::entry(number, first),
    };
    lines
}

/// Whether an item has a number of its own, and does something by it.
fn is_entry(item: &Item, context: Context) -> bool {
    match item {
        Item::Card(_)
        | Item::Cited(..)
        | Item::Law(_)
        | Item::Compared(_)
        | Item::Actor(.., Detail::Whole) => false,
        Item::Found(_) | Item::Entry(_) => true,
        // A choice of the quiz is taken by its letter.
        Item::Ready(_) => context == Context::Shelf,
        // A row of what is compared leads nowhere by itself that its links do not.
        Item::Leading(..) if context == Context::Compare => false,
        item => item.link().is_some(),
    }
}
