//! Articles, actors and everything else that is named, as cards.

use std::ops::Range;
use std::sync::Arc;

use crate::base::{cut, sentence};
use crate::model::{
    Actor, ActorIx, Article, ArticleIx, CitedSource, Confidence, Event, EventIx, Instrument,
    InstrumentIx, Relation, RelationView, Source, SourceIx, Target, Term, TermIx, Text,
};

use super::divided::ALL;
use super::origin::origin_on_card;
use super::saying::sayings;
use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, words};

/// The width of the labels that stand before lists of links, in columns.
const LABEL: usize = 11;

impl Typesetting<'_> {
    /// The card of whatever `target` is.
    pub fn card(&self, target: &Target) -> Sheet {
        let mut sheet = match target {
            Target::Article(at) => return self.citing_card(*at, &[]),
            Target::Provision(at) => {
                let whole = || self.citing_card(at.article, std::slice::from_ref(&at.steps));
                return self.provision_told(at).unwrap_or_else(whole);
            }
            Target::Instrument(at) => self.instrument(*at),
            Target::Actor(at) => return self.actor(*at),
            Target::Term(at) => self.term(*at),
            Target::Event(at) => self.event(*at),
            Target::Source(at) => self.source(*at),
            Target::Section(at) => self.opening(*at),
            Target::Block(at) => self.block(*at),
            Target::Web(address) => Self::web(address),
        };
        if !matches!(target, Target::Block(_)) {
            self.notes_on_card(&mut sheet, target);
        }
        sheet
    }

    /// The card of an article of which the provisions are set off that the steps of `cited` lead to.
    pub(crate) fn citing_card(&self, at: ArticleIx, cited: &[Arc<str>]) -> Sheet {
        self.article(at, cited, &ALL)
    }

    /// Some bytes of the wording of an article: with the first all that stands before them, with the last all that
    /// stands behind.
    pub(super) fn article(&self, at: ArticleIx, cited: &[Arc<str>], bytes: &Range<usize>) -> Sheet {
        let article = self.briefing.article(at);
        let Article {
            number: _, // is in its name
            name: _,
            label: _,
            title: _,
            theme,
            gist,
            wording,
            language: _,
            meaning,
            elements,
            see,
            compare: _, // the index has them from both ends
            confidence,
            sources,
            note,
        } = article;
        let of = Target::Article(at);
        let mut sheet = Sheet::default();
        if bytes.start == 0 {
            let mut name = heading(&article.heading(self.glyphs.dot));
            self.bookmarks(&mut name.rich, &of);
            self.note_sign(&mut name.rich, &of);
            sheet.push(name);
            sheet.push(Element::new(self.article_facts(at, theme.as_deref(), *confidence)));
            self.prose(&of, &mut sheet, Some(words::IN_SHORT), gist.as_ref());
        }
        if let Some(wording) = wording {
            if bytes.start == 0 && !wording.text.is_empty() {
                let label = Face { strong: true, ..Role::Label.into() };
                sheet.push(Element::new(Rich::new(words::WORDING, label)).below(1));
            }
            self.wording(at, &mut sheet, wording, cited, bytes);
        }
        if wording.as_ref().is_none_or(|wording| bytes.end > wording.text.plain.len()) {
            self.prose(&of, &mut sheet, Some(words::MEANING), meaning.as_ref());
            self.elements(&of, &mut sheet, elements);
            self.links(&mut sheet, words::SEE_ALSO, 1, &self.articles(at, see));
            let counterparts = self.briefing.index().counterparts(&of);
            let gap = usize::from(see.is_empty());
            self.links(&mut sheet, words::COMPARE, gap, &self.articles(at, counterparts));
            self.note_below(&of, &mut sheet, note.as_ref());
            self.rests_on(&mut sheet, &of, sources);
            self.own_notes(&mut sheet, &of);
        }
        sheet
    }

    fn article_facts(
        &self,
        at: ArticleIx,
        theme: Option<&str>,
        confidence: Option<Confidence>,
    ) -> Rich {
        let instrument = self.briefing.instrument(at.instrument);
        let mut rich = Rich::new(instrument.name(), Role::Faint);
        if let Some(theme) = theme {
            self.dot(&mut rich);
            rich.push(theme, Role::Faint);
        }
        self.doubt(&mut rich, None, confidence);
        if let Some(ended) = instrument.ended {
            self.dot(&mut rich);
            rich.push(&words::ended(ended), Role::Faint);
        }
        rich
    }

    /// When an instrument was signed, took effect and ceased.
    pub(super) fn dates_of(&self, instrument: &Instrument) -> Element {
        let mut facts = Rich::default();
        for date in words::dates(instrument.dates()) {
            self.dot(&mut facts);
            facts.push(&date, Role::Faint);
        }
        Element::new(facts)
    }

    fn instrument(&self, at: InstrumentIx) -> Sheet {
        let instrument = self.briefing.instrument(at);
        let Instrument {
            id: _,
            title,
            short: _,  // is how others call it
            signed: _, // the three dates in a row are `dates`
            in_force: _,
            ended: _,
            parties,
            summary,
            language: _,
            label: _,
            articles,
            parts: _,
        } = instrument;
        let mut sheet = Sheet::default();
        sheet.push(heading(title));
        sheet.push(self.dates_of(instrument));
        let of = Target::Instrument(at);
        self.prose(&of, &mut sheet, Some(words::IN_SHORT), summary.as_ref());
        let parties: Vec<_> = parties
            .iter()
            .map(|at| (self.briefing.actor(*at).name.as_str(), Target::Actor(*at)))
            .collect();
        self.links(&mut sheet, words::PARTIES, 1, &parties);
        let articles = (0..articles.len()).map(|a| ArticleIx::new(at, a));
        let articles: Vec<_> =
            articles.map(|a| (self.briefing.article(a).short_name(), Target::Article(a))).collect();
        self.links(&mut sheet, words::ARTICLES, 1, &articles);
        self.rests_on(&mut sheet, &of, &[]);
        sheet
    }

    fn actor(&self, at: ActorIx) -> Sheet {
        let name = heading(&self.briefing.actor(at).name);
        self.actor_under(name, at)
    }

    /// An actor's card for the sidebar, marked as `named` by the paragraph in focus or not.
    pub(crate) fn actor_whole(&self, at: ActorIx, named: bool) -> Sheet {
        let name = heading(&self.briefing.actor(at).name);
        self.actor_under(name.hung(&self.actor_mark(named), Role::Actor), at)
    }

    fn actor_mark(&self, named: bool) -> String {
        format!("{} ", if named { self.glyphs.named } else { self.glyphs.unnamed })
    }

    fn actor_under(&self, name: Element, at: ActorIx) -> Sheet {
        let Actor {
            id: _,
            name: _, // is in the element
            aliases,
            kind,
            role,
            stance,
            relations: _, // are told together with those of the others
            sources,
        } = self.briefing.actor(at);
        let mut sheet = Sheet::default();
        sheet.push(name);
        let mut facts = Rich::default();
        let kind = kind.map(|kind| kind.words().to_owned());
        for fact in kind.iter().chain(aliases) {
            self.dot(&mut facts);
            facts.push(fact, Role::Faint);
        }
        sheet.push(Element::new(facts));
        let of = Target::Actor(at);
        self.prose(&of, &mut sheet, None, role.as_ref());
        self.prose(&of, &mut sheet, Some(words::STANCE), stance.as_ref());
        self.relations(&mut sheet, at);
        self.rests_on(&mut sheet, &of, sources);
        self.notes_on_card(&mut sheet, &of);
        sheet
    }

    /// The relations of an actor, told by itself and then by the others.
    fn relations(&self, sheet: &mut Sheet, at: ActorIx) {
        for (n, told) in self.briefing.relations_once(at).enumerate() {
            let RelationView { other, relation: Relation { to: _, label, tone }, own } = told;
            let link = sheet.link(Link::To(Target::Actor(other)));
            let name = &self.briefing.actor(other).name;
            if self.glyphs.are_spoken() {
                let [before, behind] = words::relation(own);
                let mut rich = Rich::new(before, Role::Body);
                rich.link(name, Role::Actor, link).push(behind, Role::Body);
                rich.push(&words::relation_told(label, *tone), Role::Body);
                sheet.push(Element::new(rich));
                continue;
            }
            let mut rich = Rich::default();
            rich.link(name, Role::Actor, link);
            rich.push(&format!(" {} {label}", self.glyphs.dot), Role::Body);
            if let Some(tone) = tone {
                rich.push(&format!(" ({})", tone.words()), Role::Faint);
            }
            let lead = if own { self.glyphs.arrow } else { self.glyphs.back };
            let element = Element::new(rich).hung(&format!("{lead} "), Role::Faint);
            sheet.push(element.below(usize::from(n == 0)));
        }
    }

    /// An actor in a line for the sidebar, marked as `named` by the paragraph in focus or not,
    /// and with `role` in another line or two.
    pub(crate) fn actor_line(&self, at: ActorIx, named: bool, role: bool) -> Sheet {
        let actor = self.briefing.actor(at);
        let mut sheet = Sheet::default();
        let face = Face { strong: named, ..Role::Actor.into() };
        let mut rich = Rich::new(&actor.name, face);
        if let Some(kind) = actor.kind {
            rich.push(&format!("  {}", kind.words()), Role::Faint);
        }
        if named && self.glyphs.are_spoken() {
            self.dot(&mut rich);
            rich.push(words::NAMED_HERE, Role::Faint);
        }
        self.note_sign(&mut rich, &Target::Actor(at));
        sheet.push(Element::new(rich).hung(&self.actor_mark(named), Role::Actor));
        if let Some(role) = actor.role.as_ref().filter(|_| role) {
            let rich = Rich::new(cut(&role.plain, sentence(&role.plain, 0)), Role::Body);
            sheet.push(Element::new(rich).hung("  ", Role::Body));
        }
        sheet
    }

    fn term(&self, at: TermIx) -> Sheet {
        let Term { id: _, term, aliases, definition, sources } = self.briefing.term(at);
        let mut sheet = Sheet::default();
        sheet.push(heading(term));
        sheet.push(Element::new(Rich::new(&aliases.join(", "), Role::Faint)));
        let of = Target::Term(at);
        self.prose(&of, &mut sheet, None, Some(definition));
        self.rests_on(&mut sheet, &of, sources);
        sheet
    }

    fn event(&self, at: EventIx) -> Sheet {
        let Event { id: _, date, title, text, sources } = self.briefing.event(at);
        let mut sheet = Sheet::default();
        sheet.push(heading(title));
        sheet.push(Element::new(Rich::new(&date.to_string(), Role::Faint)));
        let of = Target::Event(at);
        self.prose(&of, &mut sheet, None, text.as_ref());
        self.rests_on(&mut sheet, &of, sources);
        sheet
    }

    fn source(&self, at: SourceIx) -> Sheet {
        let Source { id: _, title, publisher, date, url } = self.briefing.source(at);
        let mut sheet = Sheet::default();
        sheet.push(heading(title));
        let mut facts = Rich::default();
        let date = date.map(|date| date.to_string());
        for fact in publisher.iter().chain(&date) {
            self.dot(&mut facts);
            facts.push(fact, Role::Faint);
        }
        sheet.push(Element::new(facts));
        if let Some(url) = url {
            sheet.push(Element::address(url, Role::Body));
        }
        let places = self.briefing.index().places(at);
        let rich = Rich::new(&words::places(places), Role::Body);
        sheet.push(Element::new(rich).hung(&label_column(words::CITED_AT), Role::Label).below(1));
        self.rests_on(&mut sheet, &Target::Source(at), &[]);
        sheet
    }

    fn web(address: &Arc<str>) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.push(heading(words::OUTSIDE));
        sheet.push(Element::address(address, Role::Body).below(1));
        sheet.push(Element::new(Rich::new(words::OPENS_NOTHING, Role::Faint)).below(1));
        sheet
    }

    pub(super) fn prose(
        &self,
        of: &Target,
        sheet: &mut Sheet,
        label: Option<&str>,
        text: Option<&Text>,
    ) {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        let mut rich = label.map_or_else(Rich::default, labelled);
        let origin = origin_on_card(&sayings(self.briefing, of), text, rich.plain.len());
        rich.append(sheet.rich(text, Role::Body));
        sheet.push(Element::new(rich).below(1).from(origin));
    }

    pub(super) fn note_below(&self, of: &Target, sheet: &mut Sheet, note: Option<&Text>) {
        let Some(note) = note else { return };
        let mut rich = Rich::default();
        let label = words::EDITORS_NOTE_ALONE.concat();
        rich.push(&label, Face { strong: true, ..Role::Note.into() });
        let origin = origin_on_card(&sayings(self.briefing, of), note, rich.plain.len());
        rich.append(sheet.rich(note, Role::Body));
        let bar = format!("{} ", self.glyphs.note);
        sheet.push(Element::new(rich).barred(&bar, Role::Note).below(1).from(origin));
    }

    /// How articles and provisions read in a list on the card of `at`: without their instrument if that is
    /// the same.
    pub(super) fn articles<'t>(
        &self,
        at: ArticleIx,
        others: impl IntoIterator<Item = &'t Target>,
    ) -> Vec<(String, Target)> {
        let name = |other: &Target| self.briefing.name_beside(at.instrument, other);
        others.into_iter().map(|other| (name(other), other.clone())).collect()
    }

    pub(super) fn links(
        &self,
        sheet: &mut Sheet,
        label: &str,
        gap: usize,
        links: &[(impl AsRef<str>, Target)],
    ) {
        let rich = self.linked(sheet, links);
        let lead = label_column(label);
        sheet.push(Element::new(rich).hung(&lead, Role::Label).below(gap));
    }

    /// Links with dots between them.
    pub(super) fn linked(&self, sheet: &mut Sheet, links: &[(impl AsRef<str>, Target)]) -> Rich {
        let mut rich = Rich::default();
        for (name, target) in links {
            let role = if matches!(target, Target::Actor(_)) { Role::Actor } else { Role::Link };
            if !rich.is_empty() {
                // In the colour of the links: changing it for a dot would double what is sent.
                rich.push(&format!("\u{a0}{} ", self.glyphs.dot), role);
            }
            let link = sheet.link(Link::To(target.clone()));
            rich.link(name.as_ref(), role, link);
        }
        rich
    }

    /// How many cite `target`, as a link to them.
    pub(super) fn citations(&self, sheet: &mut Sheet, target: Target) -> Rich {
        let blocks = self.briefing.index().cited_by(&target);
        let mut rich = Rich::default();
        if blocks.is_empty() {
            rich.push(words::NOT_CITED, Role::Faint);
        } else {
            let mut sections: Vec<_> = blocks.iter().map(|at| at.section).collect();
            sections.dedup();
            let link = sheet.link(Link::CitedBy(target));
            let words = words::cited_in(self.briefing.extent(blocks), sections.len());
            rich.link(&words, Role::Link, link);
        }
        rich
    }

    /// The other articles that refer to an article or a provision, if there are any.
    pub(super) fn named_in(&self, sheet: &mut Sheet, target: &Target, gap: usize) {
        let Some(at) = target.article() else { return };
        let referring = self.briefing.index().referring(target).iter();
        let referring: Vec<Target> = referring.copied().map(Target::Article).collect();
        self.links(sheet, words::NAMED_IN, gap, &self.articles(at, &referring));
    }

    /// What a card rests on, and what rests on it.
    pub(super) fn rests_on(&self, sheet: &mut Sheet, target: &Target, sources: &[CitedSource]) {
        let rich = self.citations(sheet, target.clone());
        let lead = label_column(words::CITED_BY);
        sheet.push(Element::new(rich).hung(&lead, Role::Label).below(1));
        self.named_in(sheet, target, 0);
        if !sources.is_empty() {
            let mut rich = Rich::default();
            self.sources(sheet, &mut rich, sources);
            let lead = label_column(words::RESTS_ON);
            sheet.push(Element::new(rich).hung(&lead, Role::Label));
        }
    }
}

/// A label before a list of links, as wide as all of them.
pub(super) fn label_column(label: &str) -> String {
    format!("{label:LABEL$}")
}

/// The beginning of a text, which says whose or what it is.
pub(super) fn labelled(label: &str) -> Rich {
    Rich::new(&format!("{label}  "), Face { strong: true, ..Role::Label.into() })
}

pub(super) fn heading(words: &str) -> Element {
    Element::new(Rich::new(words, Face { strong: true, ..Role::Heading.into() }))
}
