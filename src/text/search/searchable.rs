//! Where in a briefing something is said.

use crate::model::{
    Actor, ActorIx, Article, ArticleIx, BlockIx, BlockKind, Briefing, Discussion, Event, EventIx,
    Instrument, InstrumentIx, Lesson, Quiz, Relation, Section, SectionIx, Source, SourceIx, Target,
    Term, TermIx, Text,
};

/// Whatever has something to say. Its [`SearchField`]s are the texts in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Searchable {
    /// A section's title and summary.
    Section(SectionIx),
    /// A block of a section.
    Block(BlockIx),
    /// A treaty or another legal text.
    Instrument(InstrumentIx),
    /// An article.
    Article(ArticleIx),
    /// An actor.
    Actor(ActorIx),
    /// A term.
    Term(TermIx),
    /// An event.
    Event(EventIx),
    /// A source.
    Source(SourceIx),
    /// The plan of a lesson, counted from 0; the teacher's.
    Lesson(u32),
    /// A question to talk about, counted from 0.
    Discussion(u32),
    /// A question with an answer, counted from 0.
    Quiz(u32),
}

/// Which of a place's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SearchField {
    /// What it is called: a title, a name, a term.
    Name,
    /// Another name, counted from 0; the short name of an instrument.
    Alias(u32),
    /// A section's or an instrument's summary.
    Summary,
    /// One of [`crate::model::Block::texts`], counted from 0.
    Text(u32),
    /// What an article says.
    Gist,
    /// An article's wording.
    Wording,
    /// What an article means.
    Meaning,
    /// An editor's note on an article.
    Note,
    /// Who an actor is.
    Role,
    /// What an actor wants.
    Stance,
    /// What an actor has with another: one of its relations, counted from 0.
    Relation(u32),
    /// A term's definition, an event's text.
    More,
    /// The name of a part of an instrument, counted from 0.
    PartName(u32),
    /// Its title.
    PartTitle(u32),
    /// An element of a clause, counted from 0.
    Element(u32),
    /// Who published a source.
    Publisher,
    /// A question of the discussion or the quiz.
    Question,
    /// What is done in a step of a lesson, counted from 0.
    Step(u32),
    /// What may help with it.
    Hint,
    /// One of the choices, counted from 0.
    Choice(u32),
    /// Why the right one is right.
    Why,
}

impl Searchable {
    /// What a link to this place points at. The questions have no address.
    pub fn target(self) -> Option<Target> {
        Some(match self {
            Self::Section(at) => Target::Section(at),
            Self::Block(at) => Target::Block(at),
            Self::Instrument(at) => Target::Instrument(at),
            Self::Article(at) => Target::Article(at),
            Self::Actor(at) => Target::Actor(at),
            Self::Term(at) => Target::Term(at),
            Self::Event(at) => Target::Event(at),
            Self::Source(at) => Target::Source(at),
            Self::Lesson(_) | Self::Discussion(_) | Self::Quiz(_) => return None,
        })
    }

    /// Every place, in the order of reading: the narrative first.
    pub(super) fn all(briefing: &Briefing) -> impl Iterator<Item = Self> {
        let Briefing {
            id: _, // what it is called is on the title page, and the reader knows it
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
            lessons,
            discussion,
            quiz,
            index: _,
        } = briefing;
        let sections = sections.iter().enumerate().flat_map(|(s, section)| {
            let at = SectionIx::new(s);
            let blocks = (0..section.blocks.len()).map(move |b| Self::Block(BlockIx::new(at, b)));
            std::iter::once(Self::Section(at)).chain(blocks)
        });
        let law = instruments.iter().enumerate().flat_map(|(i, instrument)| {
            let at = InstrumentIx::new(i);
            let articles = 0..instrument.articles.len();
            let articles = articles.map(move |a| Self::Article(ArticleIx::new(at, a)));
            std::iter::once(Self::Instrument(at)).chain(articles)
        });
        sections
            .chain(law)
            .chain((0..actors.len()).map(|at| Self::Actor(ActorIx::new(at))))
            .chain((0..terms.len()).map(|at| Self::Term(TermIx::new(at))))
            .chain((0..events.len()).map(|at| Self::Event(EventIx::new(at))))
            .chain((0..sources.len()).map(|at| Self::Source(SourceIx::new(at))))
            .chain((0..).map(Self::Lesson).take(lessons.len()))
            .chain((0..).map(Self::Discussion).take(discussion.len()))
            .chain((0..).map(Self::Quiz).take(quiz.len()))
    }

    /// Tells the texts of this place, in the order of reading.
    pub(super) fn each_field<'a>(self, briefing: &'a Briefing, tell: &mut Tell<'_, 'a>) {
        match self {
            Self::Section(at) => {
                // The blocks are places of their own.
                let Section { id: _, title, summary, blocks: _ } = briefing.section(at);
                tell(SearchField::Name, title);
                text(tell, SearchField::Summary, summary.as_ref());
            }
            Self::Block(at) => {
                for (n, one) in (0..).zip(briefing.block(at).texts()) {
                    tell(SearchField::Text(n), &one.plain);
                }
            }
            Self::Instrument(at) => instrument(briefing.instrument(at), tell),
            Self::Article(at) => article(briefing.article(at), tell),
            Self::Actor(at) => actor(briefing.actor(at), tell),
            Self::Term(at) => {
                let Term { id: _, term, aliases, definition, sources: _ } = briefing.term(at);
                tell(SearchField::Name, term);
                numbered(tell, SearchField::Alias, aliases);
                text(tell, SearchField::More, Some(definition));
            }
            Self::Event(at) => {
                // Dates are found by the go-to.
                let Event { id: _, date: _, title, text: more, sources: _ } = briefing.event(at);
                tell(SearchField::Name, title);
                text(tell, SearchField::More, more.as_ref());
            }
            Self::Source(at) => {
                let Source { id: _, title, publisher, date: _, url: _ } = briefing.source(at);
                tell(SearchField::Name, title);
                words(tell, SearchField::Publisher, publisher.as_deref());
            }
            Self::Lesson(at) => {
                let Some(Lesson { title, steps }) = briefing.lessons.get(at as usize) else {
                    return;
                };
                tell(SearchField::Name, title);
                numbered(tell, SearchField::Step, steps.iter().map(|step| &step.text.plain));
            }
            Self::Discussion(at) => {
                let Some(one) = briefing.discussion.get(at as usize) else { return };
                let Discussion { question, hint, minutes: _, see: _ } = one;
                text(tell, SearchField::Question, Some(question));
                text(tell, SearchField::Hint, hint.as_ref());
            }
            Self::Quiz(at) => {
                let Some(one) = briefing.quiz.get(at as usize) else { return };
                let Quiz { question, choices, answer: _, why, evidence: _ } = one;
                text(tell, SearchField::Question, Some(question));
                numbered(tell, SearchField::Choice, choices.iter().map(|choice| &choice.plain));
                text(tell, SearchField::Why, why.as_ref());
            }
        }
    }

    /// The logical text of a field, if there is such a field.
    pub(super) fn words(self, briefing: &Briefing, field: SearchField) -> Option<&str> {
        let mut found = None;
        self.each_field(briefing, &mut |other, words| {
            if other == field {
                found = Some(words);
            }
        });
        found
    }

    /// Whether a field is the teacher's: cues, hints, plans of lessons, and why an answer of the quiz is right.
    pub(super) fn is_teachers(self, briefing: &Briefing, field: SearchField) -> bool {
        match (self, field) {
            (Self::Lesson(_), _) | (_, SearchField::Hint | SearchField::Why) => true,
            (Self::Block(at), SearchField::Text(n)) => match &briefing.block(at).kind {
                BlockKind::Cue(_) => true,
                BlockKind::Question { .. } => n > 0,
                _ => false,
            },
            _ => false,
        }
    }
}

/// Hears of a field and its words.
pub(super) type Tell<'t, 'a> = dyn FnMut(SearchField, &'a str) + 't;

fn instrument<'a>(instrument: &'a Instrument, tell: &mut Tell<'_, 'a>) {
    let Instrument {
        id: _,
        title,
        short,
        signed: _,
        in_force: _,
        ended: _,
        parties: _, // are actors
        summary,
        language: _,
        label: _,
        articles: _, // are places of their own
        parts,
    } = instrument;
    tell(SearchField::Name, title);
    words(tell, SearchField::Alias(0), short.as_deref());
    text(tell, SearchField::Summary, summary.as_ref());
    for (part, number) in parts.iter().zip(0..) {
        tell(SearchField::PartName(number), &part.name);
        words(tell, SearchField::PartTitle(number), part.title.as_deref());
    }
}

fn article<'a>(article: &'a Article, tell: &mut Tell<'_, 'a>) {
    let Article {
        number: _, // is found by the go-to
        name: _,
        label: _,
        title,
        theme: _, // is the same word on many articles
        gist,
        wording,
        language: _,
        meaning,
        elements,
        see: _,
        compare: _,
        confidence: _,
        sources: _,
        note,
    } = article;
    words(tell, SearchField::Name, title.as_deref());
    text(tell, SearchField::Gist, gist.as_ref());
    text(tell, SearchField::Wording, wording.as_ref().map(|wording| &wording.text));
    text(tell, SearchField::Meaning, meaning.as_ref());
    numbered(tell, SearchField::Element, elements.iter().map(|one| &one.text.plain));
    text(tell, SearchField::Note, note.as_ref());
}

fn actor<'a>(actor: &'a Actor, tell: &mut Tell<'_, 'a>) {
    let Actor { id: _, name, aliases, kind: _, role, stance, relations, sources: _ } = actor;
    tell(SearchField::Name, name);
    numbered(tell, SearchField::Alias, aliases);
    text(tell, SearchField::Role, role.as_ref());
    text(tell, SearchField::Stance, stance.as_ref());
    let labels = relations.iter().map(|Relation { to: _, label, tone: _ }| label);
    numbered(tell, SearchField::Relation, labels);
}

fn text<'a>(tell: &mut Tell<'_, 'a>, field: SearchField, text: Option<&'a Text>) {
    words(tell, field, text.map(|text| text.plain.as_str()));
}

fn words<'a>(tell: &mut Tell<'_, 'a>, field: SearchField, words: Option<&'a str>) {
    if let Some(words) = words {
        tell(field, words);
    }
}

fn numbered<'a>(
    tell: &mut Tell<'_, 'a>,
    field: fn(u32) -> SearchField,
    all: impl IntoIterator<Item = &'a String>,
) {
    for (n, words) in (0..).zip(all) {
        tell(field(n), words);
    }
}
