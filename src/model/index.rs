//! Who cites what, in both directions.

use std::collections::{HashMap, HashSet};

use super::{
    ActorIx, Article, ArticleIx, Block, BlockIx, BlockKind, Briefing, EventIx, Section, SectionIx,
    SourceIx, Speaker, Target, TermIx,
};

/// The cross-references of a briefing.
#[derive(Debug, Clone, Default)]
pub struct Index {
    cites: HashMap<BlockIx, Vec<Target>>,
    cited_by: HashMap<Target, Vec<BlockIx>>,
    counterparts: HashMap<ArticleIx, Vec<ArticleIx>>,
    relations_to: HashMap<ActorIx, Vec<(ActorIx, usize)>>,
    rests_on: HashMap<SourceIx, Vec<Target>>,
    /// For each section, how many numbered blocks there are up to each block.
    numbers: Vec<Vec<usize>>,
    /// For each section, its words.
    words: Vec<usize>,
}

impl Index {
    pub(super) fn of(briefing: &Briefing) -> Self {
        let mut index = Self::default();
        for (at, block) in briefing.blocks() {
            let targets = citations(block);
            // What only the teacher sees is not told to the class as a citation.
            for target in targets.iter().filter(|_| !block.is_cue()) {
                index.cited_by.entry(target.clone()).or_default().push(at);
            }
            if !targets.is_empty() {
                index.cites.insert(at, targets);
            }
        }
        index.numbers = briefing.sections.iter().map(numbers).collect();
        index.words = briefing.sections.iter().map(Section::words).collect();
        for (at, article) in briefing.articles() {
            for &other in &article.compare {
                index.counterparts.entry(at).or_default().push(other);
            }
        }
        // The other direction comes second, so that an article's own order stands first.
        for (at, article) in briefing.articles() {
            for &other in &article.compare {
                index.counterparts.entry(other).or_default().push(at);
            }
        }
        for (at, actor) in briefing.actors.iter().enumerate() {
            for (number, relation) in actor.relations.iter().enumerate() {
                let told = (ActorIx::new(at), number);
                index.relations_to.entry(relation.to).or_default().push(told);
            }
        }
        for (target, sources) in sourced(briefing) {
            for source in sources {
                index.rests_on.entry(*source).or_default().push(target.clone());
            }
        }
        index.counterparts.values_mut().for_each(once_each);
        index
    }

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

    /// The articles that `article` is compared with, whichever of the two says so.
    pub fn counterparts(&self, article: ArticleIx) -> &[ArticleIx] {
        self.counterparts.get(&article).map_or(&[], Vec::as_slice)
    }

    /// Every relation to `actor`: who tells of it, and its number among that one's.
    pub fn relations_to(&self, actor: ActorIx) -> &[(ActorIx, usize)] {
        self.relations_to.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// What rests on a source besides paragraphs: articles, actors, terms, events, in this order.
    pub fn resting_on(&self, source: SourceIx) -> &[Target] {
        self.rests_on.get(&source).map_or(&[], Vec::as_slice)
    }

    /// The actors that a block names, in order.
    pub fn actors(&self, block: BlockIx) -> impl Iterator<Item = ActorIx> {
        self.cites(block).iter().filter_map(|target| match target {
            Target::Actor(at) => Some(*at),
            _ => None,
        })
    }
}

/// Everything but the blocks that has sources, with them.
fn sourced(briefing: &Briefing) -> impl Iterator<Item = (Target, &[SourceIx])> {
    let articles = briefing.articles().map(|(at, one)| (Target::Article(at), &one.sources[..]));
    let actors = briefing.actors.iter().enumerate();
    let actors = actors.map(|(at, one)| (Target::Actor(ActorIx::new(at)), &one.sources[..]));
    let terms = briefing.terms.iter().enumerate();
    let terms = terms.map(|(at, one)| (Target::Term(TermIx::new(at)), &one.sources[..]));
    let events = briefing.events.iter().enumerate();
    let events = events.map(|(at, one)| (Target::Event(EventIx::new(at)), &one.sources[..]));
    articles.chain(actors).chain(terms).chain(events)
}

fn numbers(section: &Section) -> Vec<usize> {
    let running = section.blocks.iter().scan(0, |number, block| {
        *number += usize::from(block.is_numbered());
        Some(*number)
    });
    running.collect()
}

/// Drops every repeat from `list` and keeps the order.
fn once_each<T: Copy + Eq + std::hash::Hash>(list: &mut Vec<T>) {
    let mut seen = HashSet::new();
    list.retain(|item| seen.insert(*item));
}

fn citations(block: &Block) -> Vec<Target> {
    let mut seen = HashSet::new();
    let speaker = match &block.kind {
        BlockKind::Quote { from: Some(Speaker::Actor(at)), .. } => Some(Target::Actor(*at)),
        _ => None,
    };
    let texts = if block.is_cue() { block.texts() } else { block.shown_texts() };
    let links = texts.into_iter().flat_map(|text| text.targets().cloned());
    let sources = block.sources.iter().map(|at| Target::Source(*at));
    links.chain(speaker).chain(sources).filter(|target| seen.insert(target.clone())).collect()
}

impl Article {
    /// What its texts and lists link, in order, repeats included.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let links = self.texts().flat_map(|text| text.targets().cloned());
        let listed = self.see.iter().chain(&self.compare).map(|at| Target::Article(*at));
        links.chain(listed)
    }
}
