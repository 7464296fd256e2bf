//! Taking words away: to the terminal's clipboard, and onto a panel for terminals that refuse.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::kept::{Finder, Found};
use crate::model::{Block, BlockIx, Target, visible};
use crate::text::{Element, Link, Rich, Role, Setting, Sheet, count};

use super::citation::{Passage, sentence, texts};
use super::{App, Effect, Item, Overlay, Pane, Reader, View};

/// The most that is copied, in bytes. With what base64 adds these are 100,000 bytes, and terminals
/// drop sequences that are longer.
const MOST: usize = 74_994;

/// What stands below the words on the panel.
const HELP: &str =
    "If they are not on your clipboard, the terminal did not take them: select them here.";

impl App {
    /// Copies a citation of the paragraph in focus, of an article, an actor, a card.
    pub(super) fn copy_citation(&mut self) -> Vec<Effect> {
        self.copy(Passage::cite)
    }

    /// Copies the paragraph in focus as plain text, or what is said of an article or an actor.
    pub(super) fn copy_text(&mut self) -> Vec<Effect> {
        self.copy(|passage, _| passage.whole.clone())
    }

    fn copy(&mut self, words: impl FnOnce(&Passage, &Setting) -> String) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        if let Some(View::Copied(words)) = self.overlays.last().map(|top| &top.view) {
            return vec![Effect::Copy(words.clone())];
        }
        let Some(passage) = self.passage(reader) else {
            self.say("nothing to copy here");
            return Vec::new();
        };
        let words = visible(&words(&passage, &reader.setting())).into_owned();
        let copied = first(&words, MOST).to_owned();
        self.put(panel(&copied, words.len()), 0);
        vec![Effect::Copy(copied)]
    }

    /// What is in focus, to be taken away.
    fn passage(&self, reader: &Reader) -> Option<Passage> {
        let (view, pane) = match self.overlays.last() {
            Some(overlay) => (Some(&overlay.view), &overlay.pane),
            None => (None, reader.pane(reader.active())),
        };
        let item = match (view, pane.focus()) {
            // A card alone has no focus to show.
            (Some(View::Peek(target)), _) => Item::Card(target.clone()),
            (_, item) => item?.clone(),
        };
        match item {
            Item::Block(at) => {
                let block = reader.briefing.block(at);
                self.paragraph(reader, at, chosen(pane, block).or_else(|| read(pane, block)))
            }
            Item::Mention(at, target) => {
                let named = nth_link(reader.briefing.block(at), &target, 0);
                self.paragraph(reader, at, named)
            }
            Item::Card(Target::Block(at)) => self.paragraph(reader, at, None),
            Item::Card(target) | Item::Named(target) => Passage::card(&reader.briefing, &target),
            Item::Actor(at, ..) => Passage::card(&reader.briefing, &Target::Actor(at)),
            Item::Source(at) => Passage::card(&reader.briefing, &Target::Source(at)),
            _ => None,
        }
    }

    /// A paragraph. Quoted are the words that the reader highlighted in it, else the sentence at
    /// `here` (a text of the block by number, and a byte of it): that of the chosen link, or the one
    /// that is being read; else its first sentence.
    fn paragraph(
        &self,
        reader: &Reader,
        at: BlockIx,
        here: Option<(usize, usize)>,
    ) -> Option<Passage> {
        let setting = reader.setting();
        let texts = texts(reader.briefing.block(at));
        let (text, byte) = here.unwrap_or_default();
        let marked = self.highlighted(reader, at);
        let quoted = if marked.is_empty() {
            sentence(&texts.get(text)?.plain, byte).to_owned()
        } else {
            let left_out = if self.options.utf8() { " […] " } else { " [...] " };
            marked.join(left_out)
        };
        Some(Passage::paragraph(&setting, at, quoted))
    }

    /// The words of a block that the reader highlighted, in the order of reading.
    fn highlighted(&self, reader: &Reader, at: BlockIx) -> Vec<String> {
        if self.kept.highlights.is_empty() {
            return Vec::new();
        }
        let finder = Finder::new(&reader.briefing);
        let found = self.kept.highlights.iter().map(|one| finder.find(&one.anchor));
        let here = found.filter(|found| found.block() == Some(at));
        let mut here: Vec<_> = here
            .filter_map(|found| match found {
                Found::At { bytes, .. } | Found::Moved { bytes, .. } => bytes,
                Found::Adrift { .. } => None,
            })
            .collect();
        here.sort_by_key(|bytes| (bytes.start, bytes.end));
        let logical = reader.briefing.block(at).logical();
        here.into_iter().filter_map(|bytes| Some(logical.get(bytes)?.to_owned())).collect()
    }
}

/// Where the chosen link stands: in which text of the block, and at which byte of it.
fn chosen(pane: &Pane, block: &Block) -> Option<(usize, usize)> {
    let (number, link) = (pane.link_number()?, pane.link()?);
    let Link::To(target) = link else { return None };
    let before = pane.links().iter().take(number).filter(|other| *other == link).count();
    nth_link(block, target, before)
}

/// Where the line that is read begins: in which text of the block, and at which byte of it.
fn read(pane: &Pane, block: &Block) -> Option<(usize, usize)> {
    let line = pane.seen().find(|row| row.eye)?.line?;
    let mut parts = line.segments.iter().filter(|part| !part.range.is_empty());
    let part = parts.next()?;
    let words = part.words.get(..part.range.len())?;
    // In front of the text its element may have more: a quotation mark, whose note it is.
    let all = texts(block).into_iter().enumerate().flat_map(|(text, whole)| {
        let begins = whole.plain.match_indices(words).map(move |(at, _)| (text, at));
        begins.filter(|(_, at)| *at <= part.range.start).collect::<Vec<_>>()
    });
    all.max_by_key(|(text, at)| (*at, std::cmp::Reverse(*text)))
}

/// Where link `n` to `target` stands, counted from 0: in which text, and at which byte of it.
fn nth_link(block: &Block, target: &Target, n: usize) -> Option<(usize, usize)> {
    let all = texts(block).into_iter().enumerate().flat_map(|(text, words)| {
        // A label in several faces is several spans, and one link.
        let before =
            std::iter::once(None).chain(words.spans.iter().map(|span| span.target.as_ref()));
        let begins = words.spans.iter().zip(before).filter(|(span, before)| {
            span.target.as_ref() == Some(target) && *before != Some(target)
        });
        begins.map(|(span, _)| (text, span.range.start)).collect::<Vec<_>>()
    });
    all.into_iter().nth(n)
}

/// The panel with the words that were copied, of which there were `all` bytes.
fn panel(copied: &str, all: usize) -> Overlay {
    let mut sheet = Sheet::default();
    let mut element = Element::new(Rich::new(copied, Role::Body));
    element.whole = true;
    sheet.push(element);
    if copied.len() < all {
        let kilobytes = count(copied.len() / 1000, "kilobyte");
        let words = format!("Only the first {kilobytes}: terminals take no more.");
        sheet.push(Element::new(Rich::new(&words, Role::Warning)).below(1));
    }
    sheet.push(Element::new(Rich::new(HELP, Role::Faint)).below(1));
    let pane = Pane::list(vec![Item::Ready(Arc::new(sheet))]);
    Overlay { view: View::Copied(copied.to_owned()), pane }
}

/// The beginning of `words`, at most so many bytes and whole characters.
fn first(words: &str, most: usize) -> &str {
    if words.len() <= most {
        return words;
    }
    let ends = words.grapheme_indices(true).map(|(at, _)| at);
    let end = ends.take_while(|at| *at <= most).last().unwrap_or(0);
    words.get(..end).unwrap_or_default()
}
