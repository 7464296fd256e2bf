//! Who cites what, in both directions.

use std::collections::{HashMap, HashSet};

use super::{
    Actor, ActorIx, Article, ArticleIx, Block, BlockIx, BlockKind, Briefing, Event, EventIx,
    Section, SectionIx, SourceIx, Speaker, Target, Term, TermIx,
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
        let Briefing {
            id: _,
            title: _,
            subtitle: _,
            summary: _, // its links are no citations: no paragraph makes them
            language: _,
            date: _,
            updated: _,
            authors: _,
            license: _,
            sections,
            instruments: _, // only their articles cite and are compared
            actors,
            terms,
            events,
            sources: _,    // are what is rested on
            discussion: _, // asks, and cites nothing
            quiz: _,
            index: _,
        } = briefing;
        let mut index = Self::default();
        briefing.blocks().for_each(|(at, block)| index.add_block(at, block));
        index.numbers = sections.iter().map(numbers).collect();
        index.words = sections.iter().map(Section::words).collect();
        briefing.articles().for_each(|(at, article)| index.add_article(at, article));
        // The other direction comes second, so that an article's own order stands first.
        for (at, article) in briefing.articles() {
            for &other in &article.compare {
                index.counterparts.entry(other).or_default().push(at);
            }
        }
        index.counterparts.values_mut().for_each(once_each);
        let actors = actors.iter().enumerate();
        actors.for_each(|(at, actor)| index.add_actor(ActorIx::new(at), actor));
        for (at, term) in terms.iter().enumerate() {
            let Term { id: _, term: _, aliases: _, definition: _, sources } = term;
            index.add_sources(&Target::Term(TermIx::new(at)), sources);
        }
        for (at, event) in events.iter().enumerate() {
            let Event { id: _, date: _, title: _, text: _, sources } = event;
            index.add_sources(&Target::Event(EventIx::new(at)), sources);
        }
        index
    }

    fn add_block(&mut self, at: BlockIx, block: &Block) {
        let targets = citations(block);
        // What only the teacher sees is not told to the class as a citation.
        for target in targets.iter().filter(|_| !block.is_cue()) {
            self.cited_by.entry(target.clone()).or_default().push(at);
        }
        if !targets.is_empty() {
            self.cites.insert(at, targets);
        }
    }

    fn add_article(&mut self, at: ArticleIx, article: &Article) {
        let Article {
            number: _,
            title: _,
            theme: _,
            gist: _, // citations are made by paragraphs, not by the texts of an article
            text: _,
            meaning: _,
            see: _, // leads one way
            compare,
            confidence: _,
            sources,
            note: _,
        } = article;
        for &other in compare {
            self.counterparts.entry(at).or_default().push(other);
        }
        self.add_sources(&Target::Article(at), sources);
    }

    fn add_actor(&mut self, at: ActorIx, actor: &Actor) {
        let Actor { id: _, name: _, aliases: _, kind: _, role: _, stance: _, relations, sources } =
            actor;
        for (number, relation) in relations.iter().enumerate() {
            self.relations_to.entry(relation.to).or_default().push((at, number));
        }
        self.add_sources(&Target::Actor(at), sources);
    }

    fn add_sources(&mut self, target: &Target, sources: &[SourceIx]) {
        for source in sources {
            self.rests_on.entry(*source).or_default().push(target.clone());
        }
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
    let Block { id: _, kind, evidence: _, confidence: _, sources } = block;
    let speaker = match kind {
        BlockKind::Quote { text: _, from: Some(Speaker::Actor(at)) } => Some(Target::Actor(*at)),
        BlockKind::Heading(_)
        | BlockKind::Paragraph(_)
        | BlockKind::Quote { text: _, from: Some(Speaker::Named(_)) | None }
        | BlockKind::List(_)
        // What a note is about is near it, in the same section.
        | BlockKind::Note { text: _, about: _ }
        | BlockKind::Question { text: _, hint: _, minutes: _ }
        | BlockKind::Cue(_) => None,
    };
    let texts = if block.is_cue() { block.texts() } else { block.shown_texts() };
    let links = texts.into_iter().flat_map(|text| text.targets().cloned());
    let sources = sources.iter().map(|at| Target::Source(*at));
    links.chain(speaker).chain(sources).filter(|target| seen.insert(target.clone())).collect()
}

impl Article {
    /// What its texts and lists link, in order, repeats included.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let Self {
            number: _,
            title: _,
            theme: _,
            gist: _, // the four texts in a row are `texts`
            text: _,
            meaning: _,
            see,
            compare,
            confidence: _,
            sources: _, // what it rests on is no link
            note: _,
        } = self;
        let links = self.texts().flat_map(|text| text.targets().cloned());
        let listed = see.iter().chain(compare).map(|at| Target::Article(*at));
        links.chain(listed)
    }
}
