//! How the cross-references of a briefing are drawn.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{
    Actor, ActorIx, Article, ArticleIx, Block, BlockIx, BlockKind, Briefing, CitedSource, Event,
    EventIx, Index, Section, Speaker, Target, Term, TermIx, Text,
};

impl Briefing {
    /// The briefing with its cross-references drawn. To be called once, when it is complete.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.index = Index::of(&self);
        self
    }
}

impl Briefing {
    /// A part of a briefing with its cross-references drawn. How many questions stand before those in it is
    /// not known.
    #[must_use]
    pub(crate) fn indexed_part(self) -> Self {
        let mut part = self.indexed();
        part.index.questions.clear();
        part
    }
}

impl Index {
    fn of(briefing: &Briefing) -> Self {
        let Briefing {
            id: _,
            title: _,
            subtitle: _,
            summary: _, // its links are no citations: no paragraph makes them
            language: _,
            edition_of: _,
            date: _,
            updated: _,
            authors: _,
            license: _,
            sections,
            elements: _,    // are names
            instruments: _, // only their articles cite and are compared
            actors,
            terms,
            events,
            sources: _, // are what is rested on
            lessons: _,
            discussion: _, // asks, and cites nothing
            quiz: _,
            index: _,
        } = briefing;
        let mut index = Self::default();
        briefing.blocks().for_each(|(at, block)| index.add_block(at, block));
        index.numbers = sections.iter().map(numbers).collect();
        let questions = briefing.blocks().filter(|(_, block)| block.is_question());
        index.questions = questions.map(|(at, _)| at).collect();
        index.words = sections.iter().map(Section::words).collect();
        briefing.articles().for_each(|(at, article)| index.add_article(at, article));
        index.counterparts.values_mut().for_each(once_each);
        index.compare_back(briefing);
        let actors = actors.iter().enumerate();
        actors.for_each(|(at, actor)| index.add_actor(ActorIx::new(at), actor));
        for (at, term) in terms.iter().enumerate() {
            let Term { id: _, term: _, aliases: _, definition: _, sources } = term;
            index.add_sources(&Target::Term(TermIx::new(at)), sources);
        }
        for (at, event) in events.iter().enumerate() {
            let Event { id: _, date, title: _, text: _, sources } = event;
            for date in [Some(date.start), date.end].into_iter().flatten() {
                index.year_columns = index.year_columns.max(date.year_said().len());
            }
            index.add_sources(&Target::Event(EventIx::new(at)), sources);
        }
        index.places.values_mut().for_each(once_each);
        index
    }

    fn add_block(&mut self, at: BlockIx, block: &Block) {
        let targets = citations(block);
        // What only the teacher sees is not told to the class as a citation.
        for target in targets.iter().filter(|_| !block.is_cue()) {
            self.add_citation(target.clone(), at);
            // Who cites a provision cites what that stands in, and its article.
            around(target).for_each(|around| self.add_citation(around, at));
        }
        self.add_places(&block.sources);
        if !targets.is_empty() {
            self.cites.insert(at, targets);
        }
    }

    fn add_citation(&mut self, target: Target, at: BlockIx) {
        let all = self.cited_by.entry(target).or_default();
        if all.last() != Some(&at) {
            all.push(at);
        }
    }

    fn add_article(&mut self, at: ArticleIx, article: &Article) {
        let Article {
            number: _,
            name: _,
            label: _,
            title: _,
            theme: _,
            gist: _, // citations are made by paragraphs; the texts of an article refer
            wording: _,
            language: _,
            meaning: _,
            elements: _,
            see,
            compare,
            confidence: _,
            sources,
            note: _,
        } = article;
        let of = Target::Article(at);
        if !compare.is_empty() {
            self.counterparts.entry(of.clone()).or_default().extend(compare.iter().cloned());
        }
        let linked = article.texts().flat_map(Text::targets);
        for target in linked.chain(see).filter(|target| target.article().is_some_and(|to| to != at))
        {
            for to in around(target).chain([target.clone()]) {
                let all = self.referring.entry(to).or_default();
                if all.last() != Some(&at) {
                    all.push(at);
                }
            }
        }
        self.add_sources(&of, sources);
    }

    /// Adds to what is compared who says so, behind its own counterparts, unless it names that article itself.
    fn compare_back(&mut self, briefing: &Briefing) {
        let articles = |list: &Vec<Target>| list.iter().filter_map(Target::article).collect();
        let mut known: HashMap<Target, HashSet<ArticleIx>> =
            self.counterparts.iter().map(|(of, list)| (of.clone(), articles(list))).collect();
        for (at, article) in briefing.articles() {
            for other in &article.compare {
                for of in [other.clone(), other.card()] {
                    if known.entry(of.clone()).or_default().insert(at) {
                        self.counterparts.entry(of).or_default().push(Target::Article(at));
                    }
                }
            }
        }
    }

    fn add_actor(&mut self, at: ActorIx, actor: &Actor) {
        let Actor { id: _, name: _, aliases: _, kind: _, role: _, stance: _, relations, sources } =
            actor;
        for (number, relation) in relations.iter().enumerate() {
            self.relations_to.entry(relation.to).or_default().push((at, number));
        }
        self.add_sources(&Target::Actor(at), sources);
    }

    fn add_sources(&mut self, target: &Target, sources: &[CitedSource]) {
        for CitedSource { source, at: _ } in sources {
            let resting = self.rests_on.entry(*source).or_default();
            // Two places in one source are one source.
            if resting.last() != Some(target) {
                resting.push(target.clone());
            }
        }
        self.add_places(sources);
    }

    fn add_places(&mut self, sources: &[CitedSource]) {
        for CitedSource { source, at } in sources {
            let Some(place) = at else { continue };
            self.places.entry(*source).or_default().push(place.clone());
        }
    }
}

/// What an article or a provision stands in: of a provision those above it, and its article.
fn around(target: &Target) -> impl Iterator<Item = Target> + '_ {
    let provision = match target {
        Target::Provision(address) => Some(address),
        _ => None,
    };
    let above = provision.into_iter().flat_map(|at| at.above().map(Target::Provision));
    above.chain(provision.map(|at| Target::Article(at.article)))
}

fn numbers(section: &Section) -> Vec<usize> {
    let running = section.blocks.iter().scan(0, |number, block| {
        *number += usize::from(block.is_numbered());
        Some(*number)
    });
    running.collect()
}

/// Drops every repeat from `list` and keeps the order.
fn once_each<T: Clone + Eq + Hash>(list: &mut Vec<T>) {
    let mut seen = HashSet::new();
    list.retain(|item| seen.insert(item.clone()));
}

fn citations(block: &Block) -> Vec<Target> {
    let mut seen = HashSet::new();
    let Block { id: _, kind, evidence: _, confidence: _, sources } = block;
    let speaker = match kind {
        BlockKind::Quote { from: Some(Speaker::Actor(at)), .. } => Some(Target::Actor(*at)),
        BlockKind::Heading(_)
        | BlockKind::Paragraph(_)
        | BlockKind::Quote { from: Some(Speaker::Named(_)) | None, .. }
        | BlockKind::List(_)
        | BlockKind::Table(_)
        // What a note is about is near it, in the same section.
        | BlockKind::Note { text: _, about: _ }
        | BlockKind::Question { text: _, hint: _, minutes: _ }
        | BlockKind::Cue(_) => None,
    };
    let texts = if block.is_cue() { block.texts() } else { block.shown_texts() };
    let links = texts.into_iter().flat_map(|text| text.targets().cloned());
    let sources = sources.iter().map(|cited| Target::Source(cited.source));
    links.chain(speaker).chain(sources).filter(|target| seen.insert(target.clone())).collect()
}
