//! What stands beside the text in the reader: the law, the people, and what else is named.

use crate::export::edition::in_order;
use crate::export::{Part, Portion, words as said};
use crate::model::{
    Actor, ActorIx, Article, ArticleIx, CitedSource, Event, EventIx, Instrument, InstrumentIx,
    InstrumentPart, ProvisionAddress, Relation, RelationView, Section, Source, SourceIx, Target,
    Term, TermIx,
};

use super::{Page, escape, light, quoted, strong, words};

/// The lowest heading that a part of an instrument has: below it stand its articles.
const LOWEST_PART: usize = 5;

impl Page<'_> {
    pub(super) fn instruments(&mut self) {
        for at in (0..self.setting.briefing.instruments.len()).map(InstrumentIx::new) {
            self.instrument(at);
            self.articles(at);
        }
    }

    fn instrument(&mut self, at: InstrumentIx) {
        let briefing = self.setting.briefing;
        let instrument = briefing.instrument(at);
        let Instrument {
            id: _,
            title,
            short: _,  // is its name
            signed: _, // the three dates in a row are `dates`
            in_force: _,
            ended: _,
            parties,
            summary,
            language: _,
            label: _,    // is in their names
            articles: _, // follow
            parts: _,    // head them
        } = instrument;
        self.heading(2, instrument.name(), Some(Target::Instrument(at)));
        if instrument.name() != title {
            self.block(&strong(&words(title)));
        }
        let dates: Vec<String> = said::dates(instrument.dates()).collect();
        self.block(&light(&dates.join(" · ")));
        self.prose(Some(said::IN_SHORT), summary.as_ref());
        let parties = parties.iter().map(|at| Target::Actor(*at));
        let mut items = self.labelled(said::PARTIES, parties.map(|t| (briefing.name(&t), t)));
        items.push(self.cited_by(&Target::Instrument(at)));
        self.list(&items);
        self.notes_on(&Target::Instrument(at));
    }

    /// The articles of an instrument, below the parts that they stand in.
    fn articles(&mut self, at: InstrumentIx) {
        let Instrument { articles, parts, .. } = self.setting.briefing.instrument(at);
        let mut parts = parts.iter().peekable();
        let mut level = 3;
        for article in 0..articles.len() {
            while let Some(part) = parts.next_if(|part| part.before <= article) {
                level = self.part_of_law(part) + 1;
            }
            self.article(ArticleIx::new(at, article), level);
        }
        parts.for_each(|part| _ = self.part_of_law(part));
    }

    /// A part of an instrument, as a heading of the level that it answers with.
    fn part_of_law(&mut self, part: &InstrumentPart) -> usize {
        let InstrumentPart { name, title, level, before: _ } = part;
        let level = (3 + level).min(LOWEST_PART);
        let title = title.as_ref().map_or_else(|| name.clone(), |title| said::titled(name, title));
        self.heading(level, &title, None);
        level
    }

    fn article(&mut self, at: ArticleIx, level: usize) {
        let briefing = self.setting.briefing;
        let article = briefing.article(at);
        let Article {
            number: _, // is in its name
            name,
            label: _,
            title,
            theme,
            gist,
            wording,
            language: _,
            meaning,
            elements,
            see,
            compare: _, // the index has them from both ends
            confidence: degree,
            sources,
            note,
        } = article;
        let title = match title {
            Some(title) if title != name => said::titled(name, title),
            _ => name.clone(),
        };
        self.heading(level, &title, Some(Target::Article(at)));
        let theme = theme.as_deref().map(words);
        let facts: Vec<String> = theme.into_iter().chain(said::doubt(None, *degree)).collect();
        self.block(&light(&facts.join(" · ")));
        self.prose(Some(said::IN_SHORT), gist.as_ref());
        if let Some(wording) = wording {
            self.wording(at, wording);
        }
        self.prose(Some(said::MEANING), meaning.as_ref());
        for element in elements {
            let title = briefing.element_title(&element.name);
            self.prose(Some(title), Some(&element.text));
        }
        if let Some(note) = note {
            let note =
                format!("**{}** {}", said::EDITORS_NOTE_ALONE.concat().trim_end(), self.text(note));
            self.block(&quoted(&note));
        }
        let counterparts = self.setting.briefing.index().counterparts(&Target::Article(at));
        let named = |other: Target| (briefing.name_beside(at.instrument, &other), other);
        let mut items = self.labelled(said::SEE_ALSO, see.iter().cloned().map(named));
        let counterparts = counterparts.iter().cloned();
        items.extend(self.labelled(said::COMPARE, counterparts.map(named)));
        let referring = briefing.index().referring(&Target::Article(at)).iter();
        let referring = referring.map(|other| named(Target::Article(*other)));
        let referring = self.labelled(said::NAMED_IN, referring);
        items.extend(self.bases(&Target::Article(at), sources));
        items.extend(referring);
        self.list(&items);
        self.notes_on(&Target::Article(at));
    }

    pub(super) fn actors(&mut self) {
        let briefing = self.setting.briefing;
        self.part_heading(said::ACTORS, briefing.actors.len());
        (0..briefing.actors.len()).for_each(|at| self.actor(ActorIx::new(at)));
    }

    fn actor(&mut self, at: ActorIx) {
        let Actor {
            id: _,
            name,
            aliases,
            kind,
            role,
            stance,
            relations: _, // are told together with those of the others
            sources,
        } = self.setting.briefing.actor(at);
        self.heading(3, name, Some(Target::Actor(at)));
        let kind = kind.map(|kind| kind.words().to_owned());
        let aliases = aliases.iter().map(|alias| words(alias));
        let facts: Vec<String> = kind.into_iter().chain(aliases).collect();
        self.block(&light(&facts.join(" · ")));
        self.prose(None, role.as_ref());
        self.prose(Some(said::STANCE), stance.as_ref());
        let mut items = self.relations(at);
        items.extend(self.bases(&Target::Actor(at), sources));
        self.list(&items);
        self.notes_on(&Target::Actor(at));
    }

    /// The relations of an actor, told by itself and then by the others.
    fn relations(&self, at: ActorIx) -> Vec<String> {
        let briefing = self.setting.briefing;
        let items = briefing.relations_once(at).map(|RelationView { other, relation, own }| {
            let Relation { to: _, label, tone } = relation;
            let arrow = if own { self.setting.glyphs.arrow } else { self.setting.glyphs.back };
            let name = self.link(&briefing.actor(other).name, &Target::Actor(other));
            let tone = tone.map_or_else(String::new, |t| format!(" ({})", t.words()));
            format!("{arrow} {name}: {}{tone}", words(label))
        });
        items.collect()
    }

    pub(super) fn terms(&mut self) {
        let briefing = self.setting.briefing;
        self.part_heading(said::GLOSSARY, briefing.terms.len());
        (0..briefing.terms.len()).for_each(|at| self.term(TermIx::new(at)));
    }

    fn term(&mut self, at: TermIx) {
        let Term { id: _, term, aliases, definition, sources } = self.setting.briefing.term(at);
        let target = Target::Term(at);
        self.heading(3, term, Some(target.clone()));
        self.block(&light(&words(&aliases.join(", "))));
        self.prose(None, Some(definition));
        let items = self.bases(&target, sources);
        self.list(&items);
        self.notes_on(&target);
    }

    pub(super) fn events(&mut self) {
        let briefing = self.setting.briefing;
        self.part_heading(said::TIMELINE, briefing.events.len());
        for at in in_order(briefing) {
            self.event(at);
        }
    }

    fn event(&mut self, at: EventIx) {
        let Event { id: _, date, title, text, sources } = self.setting.briefing.event(at);
        let title = said::titled(&date.to_string(), title);
        self.heading(3, &title, Some(Target::Event(at)));
        self.prose(None, text.as_ref());
        let items = self.bases(&Target::Event(at), sources);
        self.list(&items);
        self.notes_on(&Target::Event(at));
    }

    pub(super) fn sources(&mut self) {
        let sources = self.setting.briefing.sources.len();
        self.part_heading(said::SOURCES, sources);
        (0..sources).for_each(|at| self.source(SourceIx::new(at), 3));
    }

    /// The sources that were cited, where they do not stand with all others.
    pub(super) fn cited_sources(&mut self) {
        let wanted = self.wanted.borrow();
        let cited = wanted.iter().filter_map(|target| match target {
            Target::Source(at) => Some(*at),
            _ => None,
        });
        let mut cited: Vec<SourceIx> = cited.collect();
        drop(wanted);
        cited.sort_unstable();
        let level = self.list_level();
        if !cited.is_empty() {
            self.heading(level, said::SOURCES, None);
        }
        for at in cited {
            self.source(at, level + 1);
        }
    }

    /// The outside addresses that were cited and are no source's, each behind its number: on paper
    /// their links lead nowhere.
    pub(super) fn cited_addresses(&mut self) {
        let cited = self.cited.take();
        let address = |number: &usize| {
            let address = escape::address(self.addresses.other(*number)?);
            Some(format!("{} {address}", words(&said::cited(*number))))
        };
        let items: Vec<String> = cited.iter().filter_map(address).collect();
        if !items.is_empty() {
            self.heading(self.list_level(), said::ADDRESSES, None);
            self.list(&items);
        }
    }

    /// The level of the heading of what was cited: the heading of a section alone stands above all
    /// others.
    fn list_level(&self) -> usize {
        if matches!(self.edition.portion, Portion::Section(_)) { 3 } else { 2 }
    }

    /// A source under its number: that is how a statement names it.
    fn source(&mut self, at: SourceIx, level: usize) {
        let Source { id: _, title, publisher, date, url } = self.setting.briefing.source(at);
        let target = Target::Source(at);
        self.heading(level, &said::source(at.get() + 1), Some(target.clone()));
        let mut facts = vec![strong(&words(title))];
        facts.extend(publisher.as_deref().map(words));
        facts.extend(date.map(|date| date.to_string()));
        self.block(&facts.join(" · "));
        let address = url.as_deref().map(escape::address);
        let mut items: Vec<String> = address.into_iter().collect();
        let places = self.setting.briefing.index().places(at);
        if !places.is_empty() {
            items.push(format!("**{}:** {}", said::CITED_AT, words(&said::places(places))));
        }
        if matches!(self.edition.portion, Portion::Whole | Portion::Part(Part::Sources)) {
            items.push(self.cited_by(&target));
        }
        self.list(&items);
        self.notes_on(&target);
    }

    /// What is to be seen of a target by itself.
    pub(super) fn card(&mut self, target: &Target) {
        match target {
            Target::Article(at) => self.article(*at, 3),
            Target::Provision(at) => self.provision(at),
            Target::Instrument(at) => self.instrument(*at),
            Target::Actor(at) => self.actor(*at),
            Target::Term(at) => self.term(*at),
            Target::Event(at) => self.event(*at),
            Target::Source(at) => self.source(*at, 3),
            Target::Section(at) => {
                let Section { title, summary, .. } = self.setting.briefing.section(*at);
                self.heading(3, &said::section(at.get() + 1, title), None);
                self.prose(None, summary.as_ref());
            }
            Target::Block(at) => self.narrative(*at),
            Target::Web(address) => self.block(&escape::address(address)),
        }
    }

    fn provision(&mut self, at: &ProvisionAddress) {
        let briefing = self.setting.briefing;
        self.heading(3, &briefing.name(&Target::Provision(at.clone())), None);
        let wording = briefing.article(at.article).wording.as_ref();
        if let Some(wording) = wording
            && let Some(found) = wording.find(&at.steps)
        {
            self.wording(at.article, &wording.part(found));
        }
    }

    /// The heading of a part, if there is anything in it.
    pub(super) fn part_heading(&mut self, title: &str, items: usize) {
        if items > 0 {
            self.heading(2, title, None);
        }
    }

    /// A label with links behind it, if there are any.
    fn labelled(&self, label: &str, links: impl Iterator<Item = (String, Target)>) -> Vec<String> {
        let links: Vec<String> = links.map(|(name, target)| self.link(&name, &target)).collect();
        if links.is_empty() {
            return Vec::new();
        }
        vec![format!("**{label}:** {}", links.join(" · "))]
    }

    /// What cites a card, and what the card rests on.
    fn bases(&self, target: &Target, sources: &[CitedSource]) -> Vec<String> {
        let mut items = vec![self.cited_by(target)];
        let rests_on = |named| format!("**{}:** {named}", said::RESTS_ON);
        items.extend(self.sources_of(sources).map(rests_on));
        items
    }

    fn cited_by(&self, target: &Target) -> String {
        let briefing = self.setting.briefing;
        let blocks = briefing.index().cited_by(target);
        if blocks.is_empty() {
            return format!("**{}:** {}", said::CITED_BY, said::CITED_NOWHERE);
        }
        let mut sections: Vec<_> = blocks.iter().map(|at| at.section).collect();
        sections.dedup();
        let sections = sections.into_iter().map(|at| {
            let title = said::section(at.get() + 1, &briefing.section(at).title);
            self.link(&title, &Target::Section(at))
        });
        let sections: Vec<String> = sections.collect();
        format!("**{}:** {}", said::CITED_BY, said::cited_in(briefing.extent(blocks), &sections))
    }
}
