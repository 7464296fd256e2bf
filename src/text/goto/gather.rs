//! What a briefing has to go to.
use crate::model::{
    ActorIx, ArticleIx, BlockIx, BlockKind, Briefing, Date, EventIx, InstrumentIx, SectionIx,
    SourceIx, Target, TermIx,
};

use crate::text::words;

use super::{Candidate, Goal, Kind, Names};

impl Names {
    /// Everything that `briefing` has a name for.
    pub fn of(briefing: &Briefing) -> Self {
        let mut gather = Gather { briefing, candidates: Vec::new() };
        gather.sections();
        gather.law();
        gather.actors();
        gather.terms();
        gather.events();
        gather.headings();
        gather.sources();
        let mut candidates = gather.candidates;
        candidates.shrink_to_fit();
        Self { own: candidates.len(), candidates }
    }
}

struct Gather<'a> {
    briefing: &'a Briefing,
    candidates: Vec<Candidate>,
}

impl Gather<'_> {
    fn sections(&mut self) {
        for (n, section) in self.briefing.sections.iter().enumerate() {
            let goal = Goal::To(Target::Section(SectionIx::new(n)));
            let key = format!("section:{}", section.id);
            let number = (n + 1).to_string();
            let candidate = Candidate::new(Kind::Section, goal, key, section.title.clone());
            let place = words::section_number(n + 1);
            self.candidates.push(candidate.found_by(&place).detailed(place).numbered(&number));
        }
    }

    fn law(&mut self) {
        for (n, instrument) in self.briefing.instruments.iter().enumerate() {
            let goal = Goal::To(Target::Instrument(InstrumentIx::new(n)));
            let key = format!("instrument:{}", instrument.id);
            let name = instrument.name().to_owned();
            let candidate = Candidate::new(Kind::Instrument, goal, key, name);
            let detail = instrument.short.as_ref().map_or(words::LEGAL_TEXT, |_| &instrument.title);
            let hidden = format!("{} {}", instrument.title, instrument.id);
            self.candidates.push(candidate.detailed(detail).found_by(&hidden));
        }
        for (at, article) in self.briefing.articles() {
            let instrument = self.briefing.instrument(at.instrument);
            let key = format!("article:{}/{}", instrument.id, article.number);
            let label = self.article_label(at, &article.title);
            let goal = Goal::To(Target::Article(at));
            let candidate = Candidate::new(Kind::Article, goal, key, label);
            let hidden = format!("{} {}", instrument.name(), instrument.id);
            let candidate = candidate.detailed(instrument.name()).found_by(&hidden);
            self.candidates.push(candidate.numbered(&article.number));
        }
    }

    /// `Article 4: The gate`; no title where it says the name again, as that of a preamble does.
    fn article_label(&self, at: ArticleIx, title: &str) -> String {
        let name = self.briefing.article_name(at);
        if title.is_empty() || name.ends_with(title) {
            return name;
        }
        format!("{name}: {title}")
    }

    fn actors(&mut self) {
        for (n, actor) in self.briefing.actors.iter().enumerate() {
            let goal = Goal::To(Target::Actor(ActorIx::new(n)));
            let key = format!("actor:{}", actor.id);
            let kind = actor.kind.map_or(words::ACTOR, |kind| kind.words());
            self.named(Kind::Actor, &goal, &key, [&actor.name, kind], &actor.aliases);
        }
    }

    fn terms(&mut self) {
        for (n, term) in self.briefing.terms.iter().enumerate() {
            let goal = Goal::To(Target::Term(TermIx::new(n)));
            let key = format!("term:{}", term.id);
            self.named(Kind::Term, &goal, &key, [&term.term, words::TERM], &term.aliases);
        }
    }

    /// A candidate for the name, and one for each alias, so that the letters that were typed can
    /// be shown in it.
    fn named(
        &mut self,
        kind: Kind,
        goal: &Goal,
        key: &str,
        [name, detail]: [&str; 2],
        aliases: &[String],
    ) {
        let names = [(name, detail)].into_iter();
        for (label, detail) in names.chain(aliases.iter().map(|alias| (alias.as_str(), name))) {
            let candidate = Candidate::new(kind, goal.clone(), key.to_owned(), label.to_owned());
            self.candidates.push(candidate.detailed(detail));
        }
    }

    fn events(&mut self) {
        for (n, event) in self.briefing.events.iter().enumerate() {
            let goal = Goal::To(Target::Event(EventIx::new(n)));
            let key = format!("event:{}", event.id);
            let date = event.date.iso();
            let label = format!("{date} {}", event.title);
            let candidate = Candidate::new(Kind::Event, goal, key, label).detailed(words::EVENT);
            self.candidates.push(candidate.found_by(&event.date.to_string()).numbered(&date));
        }
    }

    fn headings(&mut self) {
        for (s, section) in self.briefing.sections.iter().enumerate() {
            for (b, block) in section.blocks.iter().enumerate() {
                let BlockKind::Heading(text) = &block.kind else { continue };
                let label = text.plain.replace('\n', " ");
                // A heading need not have an address, but it has its words.
                let id = if block.id.is_empty() { &label } else { &block.id };
                let key = format!("heading:{}/{id}", section.id);
                let goal = Goal::To(Target::Block(BlockIx::new(SectionIx::new(s), b)));
                let candidate = Candidate::new(Kind::Heading, goal, key, label);
                self.candidates.push(candidate.detailed(&*section.title));
            }
        }
    }

    fn sources(&mut self) {
        for (n, source) in self.briefing.sources.iter().enumerate() {
            let goal = Goal::To(Target::Source(SourceIx::new(n)));
            let key = format!("source:{}", source.id);
            let candidate = Candidate::new(Kind::Source, goal, key, source.title.clone());
            let publisher = source.publisher.as_deref();
            let date = source.date.map(Date::iso).unwrap_or_default();
            let hidden = format!("{} {date}", publisher.unwrap_or_default());
            let detail = publisher.unwrap_or(words::SOURCE);
            self.candidates.push(candidate.detailed(detail).found_by(&hidden));
        }
    }
}
