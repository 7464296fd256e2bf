//! Who cites what, in both directions.

use std::collections::HashMap;

use super::{ActorIx, ArticleIx, BlockIx, SectionIx, SourceIx, Target};

/// The cross-references of a briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    pub(super) cites: HashMap<BlockIx, Vec<Target>>,
    pub(super) cited_by: HashMap<Target, Vec<BlockIx>>,
    pub(super) counterparts: HashMap<Target, Vec<Target>>,
    pub(super) relations_to: HashMap<ActorIx, Vec<(ActorIx, usize)>>,
    pub(super) rests_on: HashMap<SourceIx, Vec<Target>>,
    pub(super) places: HashMap<SourceIx, Vec<String>>,
    pub(super) referring: HashMap<Target, Vec<ArticleIx>>,
    /// For each section, how many numbered blocks there are up to each block.
    pub(super) numbers: Vec<Vec<usize>>,
    /// The questions for the class, in the order of reading.
    pub(super) questions: Vec<BlockIx>,
    /// For each section, its words.
    pub(super) words: Vec<usize>,
    /// The columns of the longest year of an event, as it is said.
    pub(super) year_columns: usize,
}

impl Index {
    /// The number of a block among the paragraphs of its section, counted from 1; that of the
    /// paragraph before for a heading or a cue.
    pub fn number(&self, block: BlockIx) -> usize {
        let section = self.numbers.get(block.section.get());
        section.and_then(|numbers| numbers.get(block.get())).copied().unwrap_or(0)
    }

    /// How many paragraphs a section has.
    pub fn paragraphs(&self, section: SectionIx) -> usize {
        self.numbers.get(section.get()).and_then(|numbers| numbers.last()).copied().unwrap_or(0)
    }

    /// The columns of the longest year of an event, as it is said.
    pub(crate) fn year_columns(&self) -> usize {
        self.year_columns
    }

    /// How many words a section has to read.
    pub fn words(&self, section: SectionIx) -> usize {
        self.words.get(section.get()).copied().unwrap_or(0)
    }

    /// What a block cites, in order, each once: its links, who is quoted, its sources.
    pub fn cites(&self, block: BlockIx) -> &[Target] {
        self.cites.get(&block).map_or(&[], Vec::as_slice)
    }

    /// The blocks that cite `target`, in the order of reading.
    pub fn cited_by(&self, target: &Target) -> &[BlockIx] {
        self.cited_by.get(target).map_or(&[], Vec::as_slice)
    }

    /// The articles and provisions that `one`, an article or a provision, is compared with, whichever of the
    /// two says so. What a provision is compared with, its article is too.
    pub fn counterparts(&self, one: &Target) -> &[Target] {
        self.counterparts.get(one).map_or(&[], Vec::as_slice)
    }

    /// Every relation to `actor`: who tells of it, and its number among that one's.
    pub(crate) fn relations_to(&self, actor: ActorIx) -> &[(ActorIx, usize)] {
        self.relations_to.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// What rests on a source besides paragraphs: articles, actors, terms, events, in this order.
    pub(crate) fn resting_on(&self, source: SourceIx) -> &[Target] {
        self.rests_on.get(&source).map_or(&[], Vec::as_slice)
    }

    /// Where in a source what rests on it is found, in the order of reading, each once: `para 4`.
    pub(crate) fn places(&self, source: SourceIx) -> &[String] {
        self.places.get(&source).map_or(&[], Vec::as_slice)
    }

    /// The other articles that refer to an article or a provision, in a text or in their `see`. Who refers to
    /// a provision refers to what that stands in, and to its article.
    pub(crate) fn referring(&self, target: &Target) -> &[ArticleIx] {
        self.referring.get(target).map_or(&[], Vec::as_slice)
    }

    /// The actors that a block names, in order.
    pub fn actors(&self, block: BlockIx) -> impl Iterator<Item = ActorIx> {
        self.cites(block).iter().filter_map(|target| match target {
            Target::Actor(at) => Some(*at),
            _ => None,
        })
    }
}
