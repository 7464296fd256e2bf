//! One-line entries for lists: where something is said, what a section holds.

use crate::model::{
    ActorKind, BlockIx, Briefing, CitedSource, Extent, ProvisionAddress, SectionIx, Source,
    SourceIx, Target,
};

use super::around::one_line;
use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, columns, words};

/// Words read in a minute.
const WORDS_PER_MINUTE: usize = 220;
/// How many words of a paragraph are shown before a mention, at most.
const BEFORE: usize = 8;
/// How many words are shown before and after it together.
const AROUND: usize = 22;

/// Minutes that `words` take to read, at 220 words a minute, rounded up.
pub fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE)
}

impl Typesetting<'_> {
    /// The briefing itself: title, subtitle, date, summary. What it is an edition of is named by its title, the
    /// `original`, where that is known, else by its id.
    pub(crate) fn front(&self, original: Option<&str>) -> Sheet {
        let Briefing {
            id: _,
            title,
            subtitle,
            summary,
            language,
            edition_of,
            date,
            updated,
            authors,
            license: _,  // is for who passes it on: Markdown and JSON have it
            sections: _, // what it holds is counted in `holdings`
            elements: _,
            instruments: _,
            actors: _,
            terms: _,
            events: _,
            sources: _,
            lessons: _,
            discussion: _,
            quiz: _,
            index: _,
        } = self.briefing;
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        sheet.push(Element::new(Rich::new(title, face)));
        let subtitle = subtitle.as_deref().unwrap_or_default();
        sheet.push(Element::new(Rich::new(subtitle, Role::Body)));
        let mut facts = Rich::default();
        if let Some(of) = edition_of {
            facts.push(&words::edition_of(language, original.unwrap_or(of)), Role::Faint);
        }
        for author in authors {
            self.dot(&mut facts);
            facts.push(author, Role::Faint);
        }
        let dates = [date.map(words::as_of), updated.map(words::updated)];
        for date in dates.iter().flatten() {
            self.dot(&mut facts);
            facts.push(date, Role::Faint);
        }
        sheet.push(Element::new(facts));
        if let Some(summary) = summary {
            let rich = sheet.rich(summary, Role::Body);
            sheet.push(Element::new(rich).below(1));
        }
        sheet
    }

    /// A section on the title page: its number and title, how long it is, how much of it was read
    /// (in paragraphs), and what it is about.
    pub(crate) fn chapter(&self, at: SectionIx, read: usize) -> Sheet {
        let section = self.briefing.section(at);
        let mut sheet = Sheet::default();
        let lead = format!("{} ", at.get() + 1);
        let indent = " ".repeat(columns(&lead));
        let face = Face { strong: true, ..Role::Link.into() };
        sheet.push(Element::new(Rich::new(&section.title, face)).hung(&lead, Role::Label));
        let mut extent = Rich::new(&self.extent(at), Role::Faint);
        if read > 0 {
            self.dot(&mut extent);
            extent.push(&words::read(read), Role::Accent);
        }
        sheet.push(Element::new(extent).hung(&indent, Role::Body));
        if let Some(summary) = &section.summary {
            sheet.push(
                Element::new(Rich::new(&summary.plain, Role::Body)).hung(&indent, Role::Body),
            );
        }
        sheet
    }

    /// What is in the briefing, in numbers.
    pub(crate) fn holdings(&self) -> Element {
        let briefing = self.briefing;
        // Of the sections' minutes, each rounded up: so the reader's sum is this one.
        let length = (0..briefing.sections.len()).map(|at| self.minutes(SectionIx::new(at))).sum();
        let mut rich = Rich::new(&words::minutes_in_all(length), Role::Faint);
        let holdings = words::Holdings {
            instruments: briefing.instruments.len(),
            articles: briefing.articles().count(),
            actors: briefing.actors.len(),
            events: briefing.events.len(),
            terms: briefing.terms.len(),
            sources: briefing.sources.len(),
            questions: briefing.questions(),
            in_text: briefing.questions_in_text().len(),
            quiz: briefing.quiz.len(),
        };
        for held in holdings.words() {
            self.dot(&mut rich);
            rich.push(&held, Role::Faint);
        }
        Element::new(rich)
    }

    /// Where a block stands and, shortened, what it says around its mention of `target`.
    pub fn mention(&self, at: BlockIx, target: &Target) -> Sheet {
        let section = self.briefing.section(at.section);
        let block = self.briefing.block(at);
        let mut sheet = Sheet::default();
        let link = sheet.link(Link::To(Target::Block(at)));
        let mut place = Rich::default();
        let words = words::place(at.section.get() + 1, &section.title, &self.address(at));
        place.link(&words, Role::Link, link);
        sheet.push(Element::new(place));
        let texts = block.shown_texts();
        let found = texts.iter().find_map(|text| {
            let span = text
                .spans
                .iter()
                .find(|span| span.target.as_ref().is_some_and(|linked| linked.is_in(target)))?;
            Some((*text, span.range.clone()))
        });
        let found = found.or_else(|| texts.first().map(|text| (*text, 0..0)));
        if let Some((text, mention)) = found {
            let rich = self.around(&text.plain, mention, BEFORE, AROUND);
            sheet.push(Element::new(rich).hung("  ", Role::Body));
        }
        sheet
    }

    /// Anything in a line: its name, what it is, how often it is cited.
    pub fn named(&self, target: &Target) -> Sheet {
        let cited = self.briefing.extent(self.briefing.index().cited_by(target));
        self.named_with(target, &cited.words())
    }

    /// Anything in a line: its name, what it is, and what more there is to say of it.
    pub(crate) fn named_with(&self, target: &Target, more: &str) -> Sheet {
        let briefing = self.briefing;
        let (role, what) = match target {
            Target::Article(at) | Target::Provision(ProvisionAddress { article: at, steps: _ }) => {
                (Role::Link, briefing.article(*at).title.clone().unwrap_or_default())
            }
            Target::Actor(at) => {
                let kind = briefing.actor(*at).kind.map_or(words::ACTOR, ActorKind::words);
                (Role::Actor, kind.to_owned())
            }
            Target::Event(at) => (Role::Link, briefing.event(*at).date.to_string()),
            Target::Term(_) => (Role::Link, words::TERM.to_owned()),
            _ => (Role::Link, String::new()),
        };
        let mut rich = Rich::new(&briefing.name(target), role);
        for fact in [&what, more].into_iter().filter(|fact| !fact.is_empty()) {
            self.dot(&mut rich);
            rich.push(fact, Role::Faint);
        }
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich));
        sheet
    }

    /// A section in the table of contents: its number, title and reading time, and how many of its
    /// paragraphs were read.
    pub(crate) fn contents_section(&self, at: SectionIx, read: usize) -> Sheet {
        let section = self.briefing.section(at);
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut rich = Rich::new(&words::section(at.get() + 1, &section.title), face);
        rich.push(&format!("  {}", self.extent(at)), Role::Faint);
        if read > 0 {
            self.dot(&mut rich);
            let all = self.briefing.index().paragraphs(at);
            rich.push(&words::read_of(read, all).replace(' ', "\u{a0}"), Role::Accent);
        }
        sheet.push(Element::new(rich));
        sheet
    }

    /// How many articles were read.
    pub(crate) fn articles_read(&self, read: usize) -> Sheet {
        let mut rich = Rich::new(words::ARTICLES, Role::Label);
        let all = self.briefing.articles().count();
        rich.push(&format!("  {}", words::read_of(read, all)), Role::Accent);
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich));
        sheet
    }

    /// A heading in the table of contents, with a mark if what stands under it was read.
    pub(crate) fn contents_heading(&self, at: BlockIx, read: bool) -> Sheet {
        let mut sheet = Sheet::default();
        let mut rich = Rich::default();
        for text in self.briefing.block(at).texts() {
            rich.push(&one_line(&text.plain), Role::Body);
        }
        let lead = if read { format!("  {} ", self.glyphs.read) } else { "    ".to_owned() };
        sheet.push(Element::new(rich).hung(&lead, Role::Accent));
        sheet
    }

    /// `12 paragraphs and 2 notes · 6 min`
    pub(crate) fn extent(&self, at: SectionIx) -> String {
        let blocks = Extent::of(&self.briefing.section(at).blocks).words();
        let minutes = words::minutes_short(self.minutes(at));
        format!("{blocks}\u{a0}{} {minutes}", self.glyphs.dot)
    }

    /// Minutes that a section takes to read.
    fn minutes(&self, at: SectionIx) -> usize {
        minutes(self.briefing.index().words(at))
    }

    /// A list of sources: title, publisher, date, address.
    pub(crate) fn source_line(&self, cited: &CitedSource) -> Sheet {
        let CitedSource { source: at, at: place } = cited;
        let at = *at;
        let Source { id: _, title, publisher, date, url } = self.briefing.source(at);
        let mut sheet = Sheet::default();
        let link = sheet.link(Link::To(Target::Source(at)));
        let mut rich = Rich::default();
        rich.link(title, Role::Link, link);
        if let Some(place) = place {
            // The place is none of the link: it leads to the source.
            rich.push(&words::placed("", place), Role::Body);
        }
        sheet.push(Element::new(rich));
        let mut facts = Rich::default();
        let date = date.map(|date| date.to_string());
        for fact in publisher.iter().chain(&date) {
            self.dot(&mut facts);
            facts.push(fact, Role::Faint);
        }
        sheet.push(Element::new(facts).hung("  ", Role::Faint));
        if let Some(url) = url {
            sheet.push(Element::address(url, Role::Faint).hung("  ", Role::Faint));
        }
        sheet
    }

    /// A source behind its number, and below it who published it, when, and how often it is used.
    pub(crate) fn numbered_source(&self, at: SourceIx) -> Sheet {
        let Source { id: _, title, publisher, date, url: _ } = self.briefing.source(at);
        let index = self.briefing.index();
        let last = self.briefing.sources.len().to_string().len();
        let lead = format!("{:>last$}  ", at.get() + 1);
        let indent = " ".repeat(columns(&lead));
        let mut sheet = Sheet::default();
        sheet.push(Element::new(Rich::new(title, Role::Link)).hung(&lead, Role::Label));
        let used = self.briefing.extent(index.cited_by(&Target::Source(at)));
        let used = words::used_by(used, index.resting_on(at).len());
        let mut facts = Rich::default();
        let date = date.map(|date| date.to_string());
        let places = index.places(at);
        let places = (!places.is_empty()).then(|| words::used_at(places));
        for fact in publisher.iter().chain(&date).chain([&used]).chain(&places) {
            self.dot(&mut facts);
            facts.push(fact, Role::Faint);
        }
        sheet.push(Element::new(facts).hung(&indent, Role::Faint));
        sheet
    }
}
