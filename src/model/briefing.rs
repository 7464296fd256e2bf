//! The briefing as a whole.

use std::collections::HashSet;
use std::sync::Arc;

use super::{
    Actor, ActorIx, Article, ArticleIx, Block, BlockIx, CitedSource, Date, EventIx, Index,
    Instrument, InstrumentIx, Lesson, Period, ProvisionAddress, RelationView, Section, SectionIx,
    SourceIx, Target, TermIx, Text, words,
};

/// A whole briefing.
///
/// The fields are filled by the loader, then [`Briefing::indexed`] closes it. Positions
/// ([`ArticleIx`] and the like) belong to the briefing that they were made for: looking one up
/// in another briefing may panic.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Briefing {
    /// The folder's or the file's name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A second line of title.
    pub subtitle: Option<String>,
    /// One paragraph on it.
    pub summary: Option<Text>,
    /// The language that it is written in, a BCP 47 tag such as `en` or `ko-KR`.
    pub language: String,
    /// The briefing that it is an edition of, in another language or of another day: that one's id.
    pub edition_of: Option<String>,
    /// What day the text was true of.
    pub date: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// On what terms it may be used.
    pub license: Option<String>,
    /// The narrative.
    pub sections: Vec<Section>,
    /// The elements that clauses are taken apart into, in order: the name of each, and its title.
    pub elements: Vec<(String, String)>,
    /// The law.
    pub instruments: Vec<Instrument>,
    /// The people and powers.
    pub actors: Vec<Actor>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// The timeline.
    pub events: Vec<Event>,
    /// The sources.
    pub sources: Vec<Source>,
    /// Plans of lessons, for the teacher alone.
    pub lessons: Vec<Lesson>,
    /// Questions to talk about.
    pub discussion: Vec<Discussion>,
    /// Questions with an answer.
    pub quiz: Vec<Quiz>,
    /// Not private, so that whoever tells all of a briefing can take it apart to the last field.
    pub(crate) index: Index,
}

/// An entry of the glossary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// Its address.
    pub id: String,
    /// The word.
    pub term: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it means.
    pub definition: Text,
    /// Where this comes from.
    pub sources: Vec<CitedSource>,
}

/// An event of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its address.
    pub id: String,
    /// When it was.
    pub date: Period,
    /// What it was.
    pub title: String,
    /// More on it.
    pub text: Option<Text>,
    /// Where this comes from.
    pub sources: Vec<CitedSource>,
}

/// A source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// Where it can be found: an `https:`, `http:` or `mailto:` address.
    pub url: Option<Arc<str>>,
}

/// A question to talk about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discussion {
    /// The question.
    pub question: Text,
    /// What may help.
    pub hint: Option<Text>,
    /// Minutes to give it.
    pub minutes: Option<u32>,
    /// What to look at.
    pub see: Vec<Target>,
}

/// A question with an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quiz {
    /// The question.
    pub question: Text,
    /// What to choose from.
    pub choices: Vec<Text>,
    /// The right choice, counted from 0.
    pub answer: usize,
    /// Why it is right.
    pub why: Option<Text>,
    /// Where the text proves it.
    pub evidence: Option<Target>,
}

impl Term {
    /// What it goes by: the word, then the other words for it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        let Self { id: _, term, aliases, definition: _, sources: _ } = self;
        [term].into_iter().chain(aliases)
    }
}

impl Event {
    /// Its texts, in the order of reading.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self { id: _, date: _, title: _, text, sources: _ } = self; // a title has no markup
        text.iter()
    }
}

impl Quiz {
    /// How many choices there may be: each goes by a letter from a to z.
    pub(crate) const CHOICES: usize = 26;
}

impl Briefing {
    /// Who cites what.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The section at `at`.
    pub fn section(&self, at: SectionIx) -> &Section {
        &self.sections[at.get()]
    }

    /// The block at `at`.
    pub fn block(&self, at: BlockIx) -> &Block {
        &self.section(at.section).blocks[at.get()]
    }

    /// The instrument at `at`.
    pub fn instrument(&self, at: InstrumentIx) -> &Instrument {
        &self.instruments[at.get()]
    }

    /// The article at `at`.
    pub fn article(&self, at: ArticleIx) -> &Article {
        &self.instrument(at.instrument).articles[at.get()]
    }

    /// The actor at `at`.
    pub fn actor(&self, at: ActorIx) -> &Actor {
        &self.actors[at.get()]
    }

    /// The term at `at`.
    pub fn term(&self, at: TermIx) -> &Term {
        &self.terms[at.get()]
    }

    /// The event at `at`.
    pub fn event(&self, at: EventIx) -> &Event {
        &self.events[at.get()]
    }

    /// The source at `at`.
    pub fn source(&self, at: SourceIx) -> &Source {
        &self.sources[at.get()]
    }

    /// Every block, in the order of reading.
    pub fn blocks(&self) -> impl Iterator<Item = (BlockIx, &Block)> {
        self.sections.iter().enumerate().flat_map(|(s, section)| {
            let at = SectionIx::new(s);
            section.blocks.iter().enumerate().map(move |(b, block)| (BlockIx::new(at, b), block))
        })
    }

    /// Every article of every instrument, in the order of the files.
    pub fn articles(&self) -> impl Iterator<Item = (ArticleIx, &Article)> {
        self.instruments.iter().enumerate().flat_map(|(i, instrument)| {
            let at = InstrumentIx::new(i);
            let articles = instrument.articles.iter().enumerate();
            articles.map(move |(a, article)| (ArticleIx::new(at, a), article))
        })
    }

    /// The position of a section by its id.
    pub(crate) fn find_section(&self, id: &str) -> Option<SectionIx> {
        self.sections.iter().position(|section| section.id == id).map(SectionIx::new)
    }

    /// The position of a block by its address in a section.
    pub(crate) fn find_block(&self, section: SectionIx, id: &str) -> Option<BlockIx> {
        let blocks = &self.sections.get(section.get())?.blocks;
        let at = blocks.iter().position(|block| !id.is_empty() && block.id == id)?;
        Some(BlockIx::new(section, at))
    }

    /// What stands under the same address as `target` in `other`, a later state of this briefing.
    pub(crate) fn same(&self, target: &Target, other: &Self) -> Option<Target> {
        /// The position in `list` of what has `id`.
        fn find<T>(list: &[T], id: &str, of: impl Fn(&T) -> &str) -> Option<usize> {
            list.iter().position(|one| of(one) == id)
        }
        let instrument = |at: InstrumentIx| {
            find(&other.instruments, &self.instrument(at).id, |one| &one.id).map(InstrumentIx::new)
        };
        Some(match target {
            Target::Article(at) => {
                let number = &self.article(*at).number;
                let instrument = instrument(at.instrument)?;
                let articles = &other.instrument(instrument).articles;
                let at = find(articles, number, |one| &one.number)?;
                Target::Article(ArticleIx::new(instrument, at))
            }
            Target::Provision(at) => {
                let article = self.same(&Target::Article(at.article), other)?.article()?;
                Target::Provision(ProvisionAddress { article, steps: Arc::clone(&at.steps) })
            }
            Target::Instrument(at) => Target::Instrument(instrument(*at)?),
            Target::Actor(at) => {
                let at = find(&other.actors, &self.actor(*at).id, |one| &one.id)?;
                Target::Actor(ActorIx::new(at))
            }
            Target::Term(at) => {
                Target::Term(TermIx::new(find(&other.terms, &self.term(*at).id, |one| &one.id)?))
            }
            Target::Event(at) => {
                Target::Event(EventIx::new(find(&other.events, &self.event(*at).id, |e| &e.id)?))
            }
            Target::Source(at) => {
                let at = find(&other.sources, &self.source(*at).id, |one| &one.id)?;
                Target::Source(SourceIx::new(at))
            }
            Target::Section(at) => Target::Section(other.find_section(&self.section(*at).id)?),
            Target::Block(at) => {
                let section = other.find_section(&self.section(at.section).id)?;
                Target::Block(other.find_block(section, &self.block(*at).id)?)
            }
            Target::Web(address) => Target::Web(Arc::clone(address)),
        })
    }

    /// Every relation of an actor, told by itself and then by the others.
    pub(crate) fn relations_of(&self, at: ActorIx) -> impl Iterator<Item = RelationView<'_>> {
        let own = self.actor(at).relations.iter();
        let own = own.map(|relation| RelationView { other: relation.to, relation, own: true });
        let others = self.index.relations_to(at).iter().filter(move |(teller, _)| *teller != at);
        let others = others.filter_map(|(teller, number)| {
            let relation = self.actor(*teller).relations.get(*number)?;
            Some(RelationView { other: *teller, relation, own: false })
        });
        own.chain(others)
    }

    /// The relations of an actor, told by itself and then by those others of whom it tells nothing.
    pub(crate) fn relations_once(&self, at: ActorIx) -> impl Iterator<Item = RelationView<'_>> {
        let own = &self.actor(at).relations;
        let told: HashSet<ActorIx> = own.iter().map(|relation| relation.to).collect();
        self.relations_of(at).filter(move |one| one.own || !told.contains(&one.other))
    }

    /// An article's name as it reads beside others: that of the first instrument alone
    /// (`Article 4`), any other with its instrument (`1961 treaty, Article 1`).
    pub(crate) fn article_name(&self, at: ArticleIx) -> String {
        self.name(&Target::Article(at))
    }

    /// What an article or a provision is called on the page of an instrument: without its own instrument if
    /// that is the one (`Article 4(2)`), else with it; any other target by its name.
    pub(crate) fn name_beside(&self, instrument: InstrumentIx, other: &Target) -> String {
        let own = self.own_name(other);
        match other.article() {
            Some(at) if at.instrument != instrument => {
                words::article_of(self.instrument(at.instrument).name(), &own)
            }
            _ => own,
        }
    }

    /// What an article, or a provision of one, is called inside its instrument: `Article 4(2)`; any other
    /// target by its name.
    pub(crate) fn own_name(&self, target: &Target) -> String {
        match target {
            Target::Article(at) => self.article(*at).name.clone(),
            Target::Provision(at) => format!("{}{}", self.article(at.article).name, at.steps),
            other => self.name(other),
        }
    }

    /// The language of an article's wording, a BCP 47 tag: its own, else its instrument's, else the briefing's.
    pub(crate) fn wording_language(&self, at: ArticleIx) -> &str {
        let own = self.article(at).language.as_ref();
        let of_instrument = self.instrument(at.instrument).language.as_ref();
        own.or(of_instrument).unwrap_or(&self.language)
    }

    /// What an element of clauses is called: as the briefing says, or by its name.
    pub(crate) fn element_title<'n>(&'n self, name: &'n str) -> &'n str {
        let own = self.elements.iter().find(|(own, _)| own == name);
        own.map_or(name, |(_, title)| title)
    }

    /// What a target is called: the label of a link that has none.
    pub fn name(&self, target: &Target) -> String {
        match target {
            // Those of the first instrument go without it.
            Target::Article(_) | Target::Provision(_) => {
                self.name_beside(InstrumentIx::new(0), target)
            }
            Target::Instrument(at) => self.instrument(*at).name().to_owned(),
            Target::Actor(at) => self.actor(*at).name.clone(),
            Target::Term(at) => self.term(*at).term.clone(),
            Target::Event(at) => self.event(*at).title.clone(),
            Target::Source(at) => self.source(*at).title.clone(),
            Target::Section(at) => self.section(*at).title.clone(),
            Target::Block(at) => {
                let section = self.section(at.section);
                match self.index.number(*at) {
                    // Before the cross-references are drawn nothing is counted.
                    0 => format!("{}, {}", section.title, self.block(*at).id),
                    number => words::paragraph_of(&section.title, number),
                }
            }
            Target::Web(address) => address.to_string(),
        }
    }
}
