//! What a briefing has to go to.
use crate::model::{
    Actor, ActorIx, Article, ArticleIx, BlockIx, BlockKind, Briefing, Date, Event, EventIx,
    Instrument, InstrumentIx, InstrumentPart, OutsideAddresses, Section, SectionIx, Source,
    SourceIx, Target, Term, TermIx,
};

use crate::text::words;

use super::number::in_other_numerals;
use super::{Candidate, Goal, Kind, Names};

impl Names {
    /// Everything that `briefing` has a name for.
    pub fn of(briefing: &Briefing) -> Self {
        let Briefing {
            id: _, // the reader is in it
            title: _,
            subtitle: _,
            summary: _,
            language: _,
            edition_of: _,
            date: _,
            updated: _,
            authors: _,
            license: _,
            sections,
            elements: _,
            instruments,
            actors,
            terms,
            events,
            sources,
            lessons: _,
            discussion: _, // has no names
            quiz: _,
            index: _,
        } = briefing;
        let mut gather = Gather { briefing, candidates: Vec::new() };
        gather.sections(sections);
        gather.law(instruments);
        gather.actors(actors);
        gather.terms(terms);
        gather.events(events);
        gather.headings(sections);
        gather.sources(sources);
        gather.addresses();
        Self { own: gather.candidates.into(), extras: Vec::new() }
    }
}

struct Gather<'a> {
    briefing: &'a Briefing,
    candidates: Vec<Candidate>,
}

impl Gather<'_> {
    fn sections(&mut self, sections: &[Section]) {
        for (n, section) in sections.iter().enumerate() {
            // Of the blocks, the headings have names.
            let Section { id, title, summary: _, blocks: _ } = section;
            let goal = Goal::To(Target::Section(SectionIx::new(n)));
            let key = format!("section:{id}");
            let number = (n + 1).to_string();
            let candidate = Candidate::new(Kind::Section, goal, key, title.clone());
            let place = words::section_number(n + 1);
            self.candidates.push(candidate.found_by(&place).detailed(place).numbered(&number));
        }
    }

    fn law(&mut self, instruments: &[Instrument]) {
        for (n, instrument) in instruments.iter().enumerate() {
            let Instrument {
                id,
                title,
                short,
                signed: _,
                in_force: _,
                ended: _,
                parties: _,
                summary: _,
                language: _,
                label: _,
                articles,
                parts,
            } = instrument;
            let at = InstrumentIx::new(n);
            let hidden = format!("{title} {id}");
            // Who types a law's name wants to read it: the card comes behind it.
            if !articles.is_empty() {
                let goal = Goal::Read(Target::Instrument(at));
                let key = format!("read:{id}");
                let name = instrument.name().to_owned();
                let candidate = Candidate::new(Kind::Instrument, goal, key, name);
                self.candidates.push(candidate.detailed(words::READ_THROUGH).found_by(&hidden));
            }
            let goal = Goal::To(Target::Instrument(at));
            let key = format!("instrument:{id}");
            let name = instrument.name().to_owned();
            let candidate = Candidate::new(Kind::Instrument, goal, key, name);
            let detail = short.as_ref().map_or(words::LEGAL_TEXT, |_| title);
            self.candidates.push(candidate.detailed(detail).found_by(&hidden));
            self.parts(at, instrument, parts);
        }
        for (at, article) in self.briefing.articles() {
            let Article {
                number,
                name,
                label: _,
                title,
                theme: _,
                gist: _,
                wording: _,
                language: _,
                meaning: _,
                elements: _,
                see: _,
                compare: _,
                confidence: _,
                sources: _,
                note: _,
            } = article;
            let instrument = self.briefing.instrument(at.instrument);
            let key = format!("article:{}/{number}", instrument.id);
            let label = self.article_label(at, title.as_deref());
            let goal = Goal::To(Target::Article(at));
            let candidate = Candidate::new(Kind::Article, goal, key, label);
            let hidden = format!("{} {}", instrument.name(), instrument.id);
            let candidate = candidate.detailed(instrument.name()).found_by(&hidden);
            self.candidates.push(candidate.article(number, name, &instrument.title));
        }
    }

    /// The parts of an instrument, each where its first article is read.
    fn parts(&mut self, of: InstrumentIx, instrument: &Instrument, parts: &[InstrumentPart]) {
        let Some(last) = instrument.articles.len().checked_sub(1) else { return };
        for part in parts {
            let InstrumentPart { name, title, level: _, before } = part;
            let goal = Goal::Read(Target::Article(ArticleIx::new(of, (*before).min(last))));
            let key = format!("part:{}/{name}", instrument.id);
            let label =
                title.as_ref().map_or_else(|| name.clone(), |title| format!("{name}: {title}"));
            // `CHAPTER II` is asked for as Chapter 2 too, and the other way round. A capital that is typed is
            // one in the name.
            let other = in_other_numerals(name).unwrap_or_default();
            let written = [name.as_str(), &other].map(with_one_capital).join(" ");
            let hidden = format!("{written} {} {}", instrument.name(), instrument.id);
            let candidate = Candidate::new(Kind::Part, goal, key, label).numbered(&other);
            self.candidates.push(candidate.detailed(instrument.name()).found_by(&hidden));
        }
    }

    /// `Article 4: The gate`; no title where it says the name again, as that of a preamble does.
    fn article_label(&self, at: ArticleIx, title: Option<&str>) -> String {
        let name = self.briefing.article_name(at);
        match title {
            Some(title) if !name.ends_with(title) => format!("{name}: {title}"),
            _ => name,
        }
    }

    fn actors(&mut self, actors: &[Actor]) {
        for (n, actor) in actors.iter().enumerate() {
            let Actor { id, name, aliases, kind, role: _, stance: _, relations: _, sources: _ } =
                actor;
            let goal = Goal::To(Target::Actor(ActorIx::new(n)));
            let key = format!("actor:{id}");
            let kind = kind.map_or(words::ACTOR, |kind| kind.words());
            self.named(Kind::Actor, &goal, &key, [name, kind], aliases);
        }
    }

    fn terms(&mut self, terms: &[Term]) {
        for (n, term) in terms.iter().enumerate() {
            let Term { id, term, aliases, definition: _, sources: _ } = term;
            let goal = Goal::To(Target::Term(TermIx::new(n)));
            let key = format!("term:{id}");
            self.named(Kind::Term, &goal, &key, [term, words::TERM], aliases);
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

    fn events(&mut self, events: &[Event]) {
        for (n, event) in events.iter().enumerate() {
            let Event { id, date, title, text: _, sources: _ } = event;
            let goal = Goal::To(Target::Event(EventIx::new(n)));
            let key = format!("event:{id}");
            let iso = date.iso();
            // A date that is known exactly is told as it is typed, any other as the timeline has it.
            let is_exact = iso.starts_with(|c: char| c.is_ascii_digit())
                && iso.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/'));
            let told = if is_exact { iso.clone() } else { date.to_string() };
            let label = format!("{told} {title}");
            let candidate = Candidate::new(Kind::Event, goal, key, label).detailed(words::EVENT);
            self.candidates.push(candidate.found_by(&format!("{date} {iso}")).numbered(&iso));
        }
    }

    fn headings(&mut self, sections: &[Section]) {
        for (s, section) in sections.iter().enumerate() {
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

    fn sources(&mut self, sources: &[Source]) {
        for (n, source) in sources.iter().enumerate() {
            let Source { id, title, publisher, date, url: _ } = source;
            let goal = Goal::To(Target::Source(SourceIx::new(n)));
            let key = format!("source:{id}");
            let candidate = Candidate::new(Kind::Source, goal, key, title.clone());
            let publisher = publisher.as_deref();
            let date = date.map(Date::iso).unwrap_or_default();
            let hidden = format!("{} {date} {}", publisher.unwrap_or_default(), words::SOURCE);
            let detail = publisher.unwrap_or(words::SOURCE);
            let candidate = candidate.detailed(detail).found_by(&hidden);
            // Print cites them so: `[3]`.
            self.candidates.push(candidate.numbered(&(n + 1).to_string()));
        }
    }
    /// By number alone: the letters of an address would fit whatever is typed.
    fn addresses(&mut self) {
        for (number, one) in OutsideAddresses::of(self.briefing).others() {
            let key = format!("address:{}", one.address);
            let label = one.address.to_string();
            let candidate = Candidate::new(Kind::Address, Goal::To(one.place), key, label);
            let hidden = format!("{} {}", words::SOURCE, words::ADDRESS);
            let candidate = candidate.without_letters().found_by(&hidden);
            let candidate = candidate.detailed(words::cited(number)).numbered(&number.to_string());
            self.candidates.push(Candidate { is_hidden: one.is_hidden, ..candidate });
        }
    }
}

/// A name with a capital at its beginning alone, but for its number: `Chapter II`.
fn with_one_capital(name: &str) -> String {
    let (word, number) = name.split_once(' ').unwrap_or((name, ""));
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let word: String = first.chain(letters.flat_map(char::to_lowercase)).collect();
    format!("{word} {number}")
}
