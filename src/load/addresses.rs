//! What there is for references to lead to: every id, article and paragraph.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::by_name::NameList;
use super::words::unspaced;
use crate::model::{ArticleIx, Wording};

/// What has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntityKind {
    Instrument,
    Actor,
    Term,
    Event,
    Source,
    Section,
}

impl EntityKind {
    pub(super) const ALL: [Self; 6] =
        [Self::Instrument, Self::Actor, Self::Term, Self::Event, Self::Source, Self::Section];

    /// The scheme of references to it.
    pub(super) fn scheme(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Actor => "actor",
            Self::Term => "term",
            Self::Event => "event",
            Self::Source => "source",
            Self::Section => "section",
        }
    }
}

/// The ids of one kind.
#[derive(Debug, Clone, Default)]
pub(super) struct IdTable {
    pub(super) ids: BTreeMap<Box<str>, Known>,
    /// Whether the file that defines them could not be read, so that any may exist.
    pub(super) lost: bool,
    /// What it is called.
    pub(super) names: NameList,
}

/// Something that has an id.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Its position in the model; `None` if it is too broken to be shown.
    pub(super) ix: Option<usize>,
    pub(super) file: usize,
    pub(super) at: Range<usize>,
}

/// The addresses in a section.
#[derive(Debug, Clone, Default)]
pub(super) struct Blocks {
    pub(super) named: BTreeMap<Box<str>, (Option<usize>, Range<usize>)>,
    /// For each block that is no heading: its position in the model, and whether it has an id.
    pub(super) numbered: Vec<(Option<usize>, bool)>,
    pub(super) lost: bool,
    /// Its file.
    pub(super) file: usize,
    /// Where in that file each block of `numbered` begins.
    pub(super) starts: Vec<usize>,
}

/// Every address.
#[derive(Default)]
pub(super) struct Addresses {
    pub(super) tables: [IdTable; 6],
    /// By section.
    pub(super) blocks: Vec<Blocks>,
    /// By instrument: numbers in lower case, without blanks.
    pub(super) articles: Vec<BTreeMap<Box<str>, usize>>,
    /// The wordings of the articles below which something is cited, without their words.
    pub(super) wordings: BTreeMap<ArticleIx, Wording>,
    /// Where what is not read yet is taken to stand; `None` if all is read that there is.
    pub(super) unread: Option<UnreadPlaces>,
}

/// The next position of something of each kind that is not read yet. None is the first, which an article is of whose
/// address names no instrument.
pub(super) struct UnreadPlaces([AtomicUsize; 6]);

impl Default for UnreadPlaces {
    fn default() -> Self {
        Self([const { AtomicUsize::new(1) }; 6])
    }
}

impl UnreadPlaces {
    /// A position that nothing else of the kind has.
    fn take(&self, kind: EntityKind) -> Option<usize> {
        self.0.get(kind as usize).map(|next| next.fetch_add(1, Ordering::Relaxed))
    }

    /// How many things of a kind there must be for each position to be one's.
    pub(super) fn number(&self, kind: EntityKind) -> usize {
        self.0.get(kind as usize).map_or(0, |next| next.load(Ordering::Relaxed))
    }
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    At(usize),
    /// Something that cannot be shown, for a reason that was reported.
    Lost,
    Nothing,
}

impl Addresses {
    fn table(&self, kind: EntityKind) -> Option<&IdTable> {
        self.tables.get(kind as usize)
    }

    /// What the id of a kind leads to.
    pub(super) fn find(&self, kind: EntityKind, id: &str) -> Destination {
        let Some(table) = self.table(kind) else { return Destination::Nothing };
        match table.ids.get(id) {
            Some(Known { ix: Some(ix), .. }) => Destination::At(*ix),
            None if !table.lost => Destination::Nothing,
            _ => Destination::Lost,
        }
    }

    /// A position that nothing else of a kind has, for what may be in a file that is not read yet: each reference
    /// leads to something of its own, and none is taken for a repetition.
    pub(super) fn unread(&self, kind: EntityKind) -> Option<usize> {
        self.unread.as_ref()?.take(kind)
    }

    /// Whether the file that defines a kind could not be read.
    pub(super) fn lost(&self, kind: EntityKind) -> bool {
        self.table(kind).is_some_and(|table| table.lost)
    }

    /// The names of a kind.
    pub(super) fn names(&self, kind: EntityKind) -> Option<&NameList> {
        self.table(kind).map(|table| &table.names)
    }

    /// Whether an address leads to a block by its number alone.
    pub(super) fn is_position(&self, section: usize, address: &str) -> bool {
        let is_named =
            self.blocks.get(section).is_some_and(|blocks| blocks.named.contains_key(address));
        !is_named && matches!(self.block(section, address), Destination::At(_))
    }

    /// How many ids of a kind there are.
    pub(super) fn count(&self, kind: EntityKind) -> usize {
        self.table(kind).map_or(0, |table| table.ids.len())
    }

    /// The file of the block that a number leads to, and where in that the block begins.
    pub(super) fn place(&self, section: usize, address: &str) -> Option<(usize, usize)> {
        let blocks = self.blocks.get(section)?;
        Some((blocks.file, *blocks.starts.get(numbered(address)?)?))
    }

    /// Every id of a kind, in order.
    pub(super) fn all(&self, kind: EntityKind) -> impl Iterator<Item = &str> {
        self.table(kind).into_iter().flat_map(|table| table.ids.keys().map(AsRef::as_ref))
    }

    /// The article of an instrument by its number, in any case and with blanks or without.
    pub(super) fn article(&self, instrument: usize, number: &str) -> Option<usize> {
        self.articles.get(instrument)?.get(unspaced(number).to_lowercase().as_str()).copied()
    }

    /// The numbers of an instrument's articles, in lower case.
    pub(super) fn numbers(&self, instrument: usize) -> impl Iterator<Item = &str> {
        self.articles.get(instrument).into_iter().flat_map(|all| all.keys().map(AsRef::as_ref))
    }

    /// The block of a section at an address.
    pub(super) fn block(&self, section: usize, address: &str) -> Destination {
        self.blocks.get(section).map_or(Destination::Nothing, |blocks| blocks.find(address))
    }

    /// The ids that blocks of a section have of their own.
    pub(super) fn block_ids(&self, section: usize) -> impl Iterator<Item = &str> {
        let blocks = self.blocks.get(section);
        blocks.into_iter().flat_map(|blocks| blocks.named.keys().map(AsRef::as_ref))
    }

    /// How many numbered blocks a section has.
    pub(super) fn paragraphs(&self, section: usize) -> usize {
        self.blocks.get(section).map_or(0, |blocks| blocks.numbered.len())
    }

    /// The id of the block that would be at a numbered address if it had none of its own.
    pub(super) fn own_id(&self, section: usize, address: &str) -> Option<&str> {
        let blocks = self.blocks.get(section)?;
        let (ix, _) = blocks.numbered.get(numbered(address)?)?;
        let found = blocks.named.iter().find(|(_, (at, _))| at.is_some() && at == ix);
        found.map(|(id, _)| id.as_ref())
    }
}

impl Blocks {
    fn find(&self, address: &str) -> Destination {
        if let Some((ix, _)) = self.named.get(address) {
            return ix.map_or(Destination::Lost, Destination::At);
        }
        match numbered(address).and_then(|n| self.numbered.get(n)) {
            Some((Some(ix), false)) => Destination::At(*ix),
            Some((None, false)) => Destination::Lost,
            _ if self.lost => Destination::Lost,
            _ => Destination::Nothing,
        }
    }
}

/// `p3` is number 2, counted from 0.
pub(super) fn numbered(address: &str) -> Option<usize> {
    let digits = address.strip_prefix('p').filter(|d| !d.starts_with(['0', '+']))?;
    digits.parse::<usize>().ok()?.checked_sub(1)
}
