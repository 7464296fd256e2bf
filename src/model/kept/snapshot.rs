//! What a briefing said when the reader had it open last: enough to know it again, and to tell what
//! is another since.

use std::collections::HashMap;
use std::ops::Range;

use super::digest::digest;
use crate::model::{ArticleIx, BlockIx, BlockKind, Briefing, Event, EventIx, Speaker, Target};

/// A briefing's paragraphs, articles and events, each by how it begins and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The paragraphs in the order of reading, then the articles, then the events.
    pieces: Vec<SnapshotPiece>,
    /// How many of the pieces are paragraphs.
    paragraphs: usize,
    /// The words of the first pieces, end to end, as many as fit into [`WORDS`].
    words: String,
}

/// A paragraph, an article or an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SnapshotPiece {
    /// The digest of its address.
    pub(super) address: u64,
    /// The digest of its first [`BEGINNING`] characters.
    pub(super) beginning: u64,
    /// The digest of all its words.
    pub(super) whole: u64,
    /// How many bytes its words have, if they are among the snapshot's.
    length: Option<u32>,
}

/// The most that is kept of a briefing's words, in bytes. Of a longer one the later pieces are known
/// by their digests alone.
const WORDS: usize = 256 << 10;
/// How many characters the beginning of a piece has: no more than the opening of an [`super::Anchor`].
const BEGINNING: usize = 32;
/// How many bytes a piece has in [`Snapshot::bytes`].
const PIECE: usize = 28;
/// Stands there for the length of words that are not kept.
const NO_WORDS: u32 = u32::MAX;

impl Snapshot {
    /// What `briefing` says now. Headings and what is for the teacher alone are no part of it.
    pub fn of(briefing: &Briefing) -> Self {
        let mut snapshot = Self::default();
        for (at, block) in briefing.blocks().filter(|(_, block)| block.is_numbered()) {
            let address = address(briefing, &Target::Block(at));
            let beginning = beginning(&block.logical());
            snapshot.add(address, beginning, &said_in_block(briefing, at));
        }
        snapshot.paragraphs = snapshot.pieces.len();
        for (at, _) in briefing.articles() {
            let said = said_in_article(briefing, at);
            let address = address(briefing, &Target::Article(at));
            snapshot.add(address, beginning(said.first().unwrap_or(&"")), &said);
        }
        for (at, event) in briefing.events.iter().enumerate() {
            let address = address(briefing, &Target::Event(EventIx::new(at)));
            let date = event.date.to_string();
            let said = said_in_event(event, &date);
            snapshot.add(address, beginning(&event.title), &said);
        }
        snapshot
    }

    /// What was kept as [`Snapshot::bytes`] and [`Snapshot::words`]; nothing of what does not fit
    /// together.
    pub(crate) fn kept(paragraphs: usize, bytes: &[u8], words: String) -> Self {
        let (pieces, rest) = bytes.as_chunks::<PIECE>();
        let pieces: Vec<SnapshotPiece> = pieces.iter().map(SnapshotPiece::from_bytes).collect();
        let lengths = pieces.iter().filter_map(|piece| piece.length);
        let length: u64 = lengths.map(u64::from).sum();
        let fits = rest.is_empty() && paragraphs <= pieces.len() && length == words.len() as u64;
        if fits { Self { pieces, paragraphs, words } } else { Self::default() }
    }

    /// Its pieces, to be kept.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.pieces.iter().flat_map(|piece| piece.to_bytes()).collect()
    }

    /// The words that are to be kept, end to end.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many of its pieces are paragraphs.
    pub(crate) fn paragraphs(&self) -> usize {
        self.paragraphs
    }

    /// All of them: the paragraphs in the order of reading, then the articles, then the events.
    pub(super) fn pieces(&self) -> &[SnapshotPiece] {
        &self.pieces
    }

    /// The words of a piece, a line feed after each part, if they are kept.
    pub(super) fn words_of(&self, at: usize) -> Option<&str> {
        let length = self.pieces.get(at)?.length? as usize;
        let before = self.pieces.iter().take(at).filter_map(|piece| piece.length);
        let start = before.map(|length| length as usize).sum();
        self.words.get(start..start + length)
    }

    /// The paragraphs and the other pieces that are not among those at these places.
    pub(super) fn all_but(&self, places: impl Iterator<Item = usize>) -> [Vec<SnapshotPiece>; 2] {
        let mut is_there = vec![false; self.pieces.len()];
        for at in places {
            is_there[at] = true;
        }
        let missing = |range: Range<usize>| {
            let range = range.filter(|at| !is_there[*at]);
            range.map(|at| SnapshotPiece { length: None, ..self.pieces[at] }).collect()
        };
        [missing(0..self.paragraphs), missing(self.paragraphs..self.pieces.len())]
    }

    /// The same with other paragraphs and other pieces, whose words are not known.
    pub(super) fn with(&self, [paragraphs, others]: [Vec<SnapshotPiece>; 2]) -> Self {
        let (own, beside) = self.pieces.split_at(self.paragraphs);
        Self {
            paragraphs: own.len() + paragraphs.len(),
            pieces: [own, &paragraphs, beside, &others].concat(),
            words: self.words.clone(),
        }
    }

    /// How many in a thousand of the paragraphs begin as those of `other` do, of whichever has more of
    /// them, if that is half of them at least.
    pub(crate) fn alike(&self, other: &Self) -> Option<usize> {
        let (ours, theirs) = (self.beginnings(), other.beginnings());
        let shared: usize = ours
            .iter()
            .map(|(beginning, count)| theirs.get(beginning).map_or(0, |other| *count.min(other)))
            .sum();
        let most = ours.values().sum::<usize>().max(theirs.values().sum());
        (most > 0 && 2 * shared >= most).then(|| 1000 * shared / most)
    }

    /// Whether a paragraph begins with the opening of an [`super::Anchor`].
    pub(crate) fn has_opening(&self, opening: &str) -> bool {
        let sought = beginning(opening);
        self.pieces.iter().any(|piece| piece.beginning == sought)
    }

    /// How often each beginning of a paragraph is there.
    fn beginnings(&self) -> HashMap<u64, usize> {
        let mut all = HashMap::new();
        for piece in self.pieces.iter().take(self.paragraphs) {
            *all.entry(piece.beginning).or_default() += 1;
        }
        all
    }

    fn add(&mut self, address: u64, beginning: u64, said: &[&str]) {
        let whole = digest(said.iter().copied());
        let bytes = said.iter().map(|part| part.len() + 1).sum::<usize>();
        let before = self.pieces.last().is_none_or(|piece| piece.length.is_some());
        // Those with words come before those without.
        let length = if before && self.words.len() + bytes <= WORDS {
            for part in said {
                self.words.push_str(part);
                self.words.push('\n');
            }
            u32::try_from(bytes).ok()
        } else {
            None
        };
        self.pieces.push(SnapshotPiece { address, beginning, whole, length });
    }
}

impl SnapshotPiece {
    fn to_bytes(self) -> [u8; PIECE] {
        let mut bytes = [0; PIECE];
        bytes[..8].copy_from_slice(&self.address.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.beginning.to_le_bytes());
        bytes[16..24].copy_from_slice(&self.whole.to_le_bytes());
        bytes[24..].copy_from_slice(&self.length.unwrap_or(NO_WORDS).to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8; PIECE]) -> Self {
        let number = |at: usize| {
            let part = bytes[at..at + 8].first_chunk();
            part.copied().map_or(0, u64::from_le_bytes)
        };
        let length = bytes.last_chunk().copied().map_or(NO_WORDS, u32::from_le_bytes);
        let length = Some(length).filter(|length| *length != NO_WORDS);
        Self { address: number(0), beginning: number(8), whole: number(16), length }
    }
}

/// Everything that can be a piece, by the digest of its address.
pub(super) fn addresses(briefing: &Briefing) -> impl Iterator<Item = (u64, Target)> + '_ {
    let blocks = briefing.blocks().filter(|(_, block)| block.is_numbered());
    let blocks = blocks.map(|(at, _)| Target::Block(at));
    let articles = briefing.articles().map(|(at, _)| Target::Article(at));
    let events = (0..briefing.events.len()).map(|at| Target::Event(EventIx::new(at)));
    blocks.chain(articles).chain(events).map(|target| (address(briefing, &target), target))
}

/// The digest of an address.
fn address(briefing: &Briefing, target: &Target) -> u64 {
    match target {
        // Of these there are many.
        Target::Block(at) => {
            digest(["section", &briefing.section(at.section).id, &briefing.block(*at).id])
        }
        target => digest([&*briefing.reference(target)]),
    }
}

/// What a paragraph, an article or an event says now, a line feed after each part: see
/// [`super::Former`].
pub(crate) fn said(briefing: &Briefing, target: &Target) -> String {
    let date;
    let parts = match target {
        Target::Block(at) => said_in_block(briefing, *at),
        Target::Article(at) => said_in_article(briefing, *at),
        Target::Event(at) => {
            let event = briefing.event(*at);
            date = event.date.to_string();
            said_in_event(event, &date)
        }
        _ => Vec::new(),
    };
    parts.into_iter().flat_map(|part| [part, "\n"]).collect()
}

/// The digest of how a text begins.
fn beginning(text: &str) -> u64 {
    let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
    digest([&text[..end]])
}

/// What everybody reads of a block.
fn said_in_block(briefing: &Briefing, at: BlockIx) -> Vec<&str> {
    let block = briefing.block(at);
    let texts = block.shown_texts().into_iter().map(|text| text.plain.as_str());
    let speaker = match &block.kind {
        BlockKind::Quote { from, .. } => from.as_ref().map(|from| match from {
            Speaker::Actor(at) => briefing.actor(*at).name.as_str(),
            Speaker::Named(name) => name.as_str(),
        }),
        _ => None,
    };
    texts.chain(speaker).collect()
}

/// What an article says, and what is said of it.
fn said_in_article(briefing: &Briefing, at: ArticleIx) -> Vec<&str> {
    let article = briefing.article(at);
    let texts = article.texts().map(|text| text.plain.as_str());
    article.title.as_deref().into_iter().filter(|title| !title.is_empty()).chain(texts).collect()
}

/// What an event of this date was.
fn said_in_event<'e>(event: &'e Event, date: &'e str) -> Vec<&'e str> {
    let texts = event.texts().map(|text| text.plain.as_str());
    [date, &event.title].into_iter().chain(texts).collect()
}
