//! What stands in a part of a briefing for what is not read yet, so that every link of it leads somewhere.

use super::addresses::{EntityKind, UnreadPlaces};
use crate::model::{Actor, Article, Briefing, Date, Event, Instrument, Period, Target};

/// How many things of each kind were read.
pub(super) struct ReadSoFar {
    /// Articles, by instrument.
    articles: Vec<usize>,
    actors: usize,
    terms: usize,
    events: usize,
    sources: usize,
    /// Blocks, by section.
    blocks: Vec<usize>,
}

impl ReadSoFar {
    pub(super) fn of(briefing: &Briefing) -> Self {
        Self {
            articles: briefing.instruments.iter().map(|one| one.articles.len()).collect(),
            actors: briefing.actors.len(),
            terms: briefing.terms.len(),
            events: briefing.events.len(),
            sources: briefing.sources.len(),
            blocks: briefing.sections.iter().map(|section| section.blocks.len()).collect(),
        }
    }

    /// Whether what a link leads to was read.
    pub(super) fn has(&self, target: &Target) -> bool {
        let articles = |at: usize| self.articles.get(at).copied();
        let blocks = |at: usize| self.blocks.get(at).copied().unwrap_or(0);
        match target {
            Target::Article(at) => articles(at.instrument.get()).is_some_and(|all| at.get() < all),
            Target::Provision(at) => {
                articles(at.article.instrument.get()).is_some_and(|all| at.article.get() < all)
            }
            Target::Instrument(at) => articles(at.get()).is_some(),
            Target::Actor(at) => at.get() < self.actors,
            Target::Term(at) => at.get() < self.terms,
            Target::Event(at) => at.get() < self.events,
            Target::Source(at) => at.get() < self.sources,
            Target::Section(at) => blocks(at.get()) > 0,
            Target::Block(at) => at.get() < blocks(at.section.get()),
            Target::Web(_) => true,
        }
    }
}

/// Adds things without words, until there is one at each place of what is not read, and an article in each
/// instrument. No more: with all that a section cites, these are most of what a part of a briefing takes of memory.
pub(super) fn fill(briefing: &mut Briefing, places: &UnreadPlaces) {
    let Briefing { instruments, actors, terms, events, sources, .. } = briefing;
    up_to(places.number(EntityKind::Instrument), instruments, Instrument::default);
    for instrument in instruments.iter_mut().filter(|one| one.articles.is_empty()) {
        instrument.articles.push(Article::default());
    }
    up_to(places.number(EntityKind::Actor), actors, actor);
    up_to(places.number(EntityKind::Term), terms, Default::default);
    up_to(places.number(EntityKind::Event), events, event);
    up_to(places.number(EntityKind::Source), sources, Default::default);
}

/// Adds to a list until it has so many.
fn up_to<T>(number: usize, list: &mut Vec<T>, stand_in: impl FnMut() -> T) {
    list.resize_with(number.max(list.len()), stand_in);
}

fn actor() -> Actor {
    Actor {
        id: String::new(),
        name: String::new(),
        aliases: Vec::new(),
        kind: None,
        role: None,
        stance: None,
        relations: Vec::new(),
        sources: Vec::new(),
    }
}

fn event() -> Event {
    let date = Period::at(Date::of_year(1));
    Event { id: String::new(), date, title: String::new(), text: None, sources: Vec::new() }
}
