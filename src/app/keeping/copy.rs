//! Taking words away: what is in focus, as a citation or as it stands.

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, sentence, visible};
use crate::desk::{Item, Pane};
use crate::model::{Block, BlockIx, Target, Text};
use crate::text::{Glyphs, Link, Passage, texts};

use super::super::step::Step;
use super::super::view::{Copied, View};
use super::super::{Effect, Reader, words};
use super::Keeping;

/// The most that is copied, in bytes. With what base64 adds these are 100,000 bytes, and terminals
/// drop sequences that are longer.
const MOST: usize = 74_994;

/// What is to be taken away of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Taken {
    /// A citation: what is quoted of it, and where it stands.
    Citation,
    /// Its words themselves.
    Words,
}

impl Keeping {
    /// Copies what a pane has under its cursor, `item`, and shows what was copied.
    pub(in crate::app) fn copy(
        &self,
        taken: Taken,
        reader: &Reader,
        pane: &Pane,
        item: Option<Item>,
    ) -> Vec<Step> {
        let Some(passage) = item.and_then(|item| self.passage(reader, pane, item)) else {
            return vec![Step::Say(words::NOTHING_TO_COPY.to_owned())];
        };
        let words = match taken {
            Taken::Citation => passage.cite(&reader.setting()),
            Taken::Words => passage.whole,
        };
        copied(&words, reader)
    }

    /// What an item says, to be taken away.
    fn passage(&self, reader: &Reader, pane: &Pane, item: Item) -> Option<Passage> {
        let briefing = reader.briefing();
        match item {
            Item::Block(at) => {
                let block = briefing.block(at);
                self.paragraph(reader, at, chosen(pane, block).or_else(|| read(pane, block)))
            }
            Item::Mention(at, target) => {
                let block = briefing.block(at);
                let mut links = texts(block).into_iter().flat_map(Text::targets);
                let linked = links.find(|linked| linked.is_in(&target)).cloned();
                let named = linked.and_then(|linked| nth_link(block, &linked, 0));
                self.paragraph(reader, at, named)
            }
            Item::Card(Target::Block(at)) => self.paragraph(reader, at, None),
            // Of an article what stands there: its wording, or the briefing's words on it.
            Item::Law(piece) => Passage::card(briefing, &piece.target()),
            // A look has no cursor.
            Item::Cited(..) => {
                let here = pane.subject(&reader.setting()).or_else(|| item.opened_at())?;
                Passage::card(briefing, &here)
            }
            Item::Card(target) => {
                let here = pane.subject(&reader.setting()).unwrap_or(target);
                Passage::card(briefing, &here)
            }
            Item::Named(target) => Passage::card(briefing, &target),
            Item::Actor(at, ..) => Passage::card(briefing, &Target::Actor(at)),
            Item::Source(cited) => Passage::card(briefing, &Target::Source(cited.source)),
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
        let block = reader.briefing().block(at);
        if block.is_cue() && !setting.teacher {
            return None;
        }
        let texts = texts(block);
        let (text, byte) = here.unwrap_or_default();
        let marked =
            if reader.hides_own() { Vec::new() } else { self.highlighted(reader.briefing(), at) };
        let quoted = if marked.is_empty() {
            let words = &texts.get(text)?.plain;
            cut(words, sentence(words, byte)).to_owned()
        } else {
            let left_out = if *setting.glyphs == Glyphs::UNICODE { " […] " } else { " [...] " };
            marked.join(left_out)
        };
        Some(Passage::paragraph(&setting, at, quoted))
    }
}

/// Copies words, or as much of them as terminals take, and shows what was copied. A soft hyphen is no
/// part of a word.
pub(super) fn copied(words: &str, reader: &Reader) -> Vec<Step> {
    let words = visible(words).replace('\u{AD}', "");
    let copied = first(&words, MOST).to_owned();
    let panel = Copied::new(copied.clone(), words.len(), !reader.hides_own());
    vec![Step::Put(View::Copied(panel)), Step::Do(Effect::Copy(copied))]
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

/// The beginning of `words`, at most so many bytes and whole characters.
fn first(words: &str, most: usize) -> &str {
    if words.len() <= most {
        return words;
    }
    let ends = words.grapheme_indices(true).map(|(at, _)| at);
    let end = ends.take_while(|at| *at <= most).last().unwrap_or(0);
    cut(words, ..end)
}
