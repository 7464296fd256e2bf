//! Everything that stands beside the narrative.

use crate::model::{
    Actor, ActorIx, ActorKind, Article, ArticleIx, ClauseElement, Confidence, Date, Discussion,
    Event, EventIx, Instrument, InstrumentIx, InstrumentPart, Lesson, LessonStep, Quiz, Relation,
    Source, SourceIx, Target, Term, TermIx, Tone,
};

use crate::export::Part;

use super::Document;
use super::node::{Node, Object, filled, list};

impl Document<'_> {
    /// All that stands beside the text.
    pub(super) fn all_parts(self) -> Object {
        let parts = [Part::Articles, Part::Actors, Part::Terms, Part::Timeline, Part::Sources];
        let beside = parts.into_iter().map(|part| self.part(part));
        let beside = beside.fold(Object::default(), Object::and);
        let beside = beside.maybe("lessons", self.lessons());
        beside.with("discussion", self.discussions()).and(self.part(Part::Quiz))
    }

    /// One of the parts.
    pub(super) fn part(self, part: Part) -> Object {
        let briefing = self.briefing;
        let object = Object::default();
        match part {
            Part::Articles => {
                let instruments = (0..briefing.instruments.len()).map(InstrumentIx::new);
                object.with("instruments", list(instruments.map(|at| self.instrument(at))))
            }
            Part::Actors => {
                let actors = (0..briefing.actors.len()).map(ActorIx::new);
                object.with("actors", list(actors.map(|at| self.actor(at))))
            }
            Part::Terms => {
                let terms = (0..briefing.terms.len()).map(TermIx::new);
                object.with("terms", list(terms.map(|at| self.term(at))))
            }
            Part::Timeline => {
                let events = (0..briefing.events.len()).map(EventIx::new);
                object.with("events", list(events.map(|at| self.event(at))))
            }
            Part::Sources => {
                let sources = (0..briefing.sources.len()).map(SourceIx::new);
                object.with("sources", list(sources.map(|at| self.source(at))))
            }
            Part::Quiz => object.with("quiz", list(briefing.quiz.iter().map(|one| self.quiz(one)))),
            Part::Questions => {
                let asked = briefing.questions_in_text().iter().map(|at| self.block(*at));
                let object = object.maybe("lessons", self.lessons());
                object.with("discussion", self.discussions()).with("questions", list(asked))
            }
        }
    }

    /// The plans of lessons, for who sees them, if there are any.
    fn lessons(self) -> Option<Node> {
        let lessons = &self.briefing.lessons;
        let shown = self.audience.sees_cues() && !lessons.is_empty();
        shown.then(|| list(lessons.iter().map(|lesson| self.lesson(lesson))))
    }

    fn lesson(self, lesson: &Lesson) -> Object {
        let steps = lesson.steps.iter().map(|LessonStep { minutes, text, see }| {
            Object::default()
                .with("minutes", *minutes)
                .with("do", self.text(text))
                .with("see", self.references(see.iter().cloned()))
        });
        Object::default()
            .with("title", &lesson.title)
            .with("minutes", lesson.minutes())
            .with("steps", list(steps))
    }

    fn discussions(self) -> Node {
        list(self.briefing.discussion.iter().map(|one| self.discussion(one)))
    }

    fn instrument(self, at: InstrumentIx) -> Object {
        let Instrument {
            id,
            title,
            short,
            signed,
            in_force,
            ended,
            parties,
            summary,
            language,
            label,
            articles,
            parts,
        } = self.briefing.instrument(at);
        let target = Target::Instrument(at);
        let parties = parties.iter().map(|at| Target::Actor(*at));
        let articles = (0..articles.len()).map(|a| self.article(ArticleIx::new(at, a)));
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("title", title)
            .maybe("short", short.as_ref())
            .maybe("signed", signed.map(Date::iso))
            .maybe("in_force", in_force.map(Date::iso))
            .maybe("ended", ended.map(Date::iso))
            .with("parties", self.references(parties))
            .maybe("summary", self.maybe_text(summary.as_ref()))
            .maybe("language", language.as_ref())
            .maybe("label", label.as_ref())
            .with("articles", list(articles))
            .maybe("parts", filled(parts.iter().map(instrument_part)))
            .with("cited_by", self.cited_by(&target))
    }

    fn article(self, at: ArticleIx) -> Object {
        let Article {
            number,
            name,
            label,
            title,
            theme,
            gist,
            wording,
            language,
            meaning,
            elements,
            see,
            compare: _, // the index has them from both ends
            confidence,
            sources,
            note,
        } = self.briefing.article(at);
        let target = Target::Article(at);
        let counterparts = self.briefing.index().counterparts(&target).iter();
        Object::default()
            .with("ref", self.reference(&target))
            .with("number", number)
            .with("name", name)
            .maybe("label", label.as_ref())
            .maybe("title", title.as_ref())
            .maybe("theme", theme.as_ref())
            .maybe("gist", self.maybe_text(gist.as_ref()))
            .maybe("text", wording.as_ref().map(|wording| self.wording(at, wording)))
            .maybe("language", language.as_ref())
            .maybe("meaning", self.maybe_text(meaning.as_ref()))
            .maybe("elements", filled(elements.iter().map(|one| self.element(one))))
            .with("see", self.references(see.iter().cloned()))
            .with("compare", self.references(counterparts.cloned()))
            .maybe("confidence", confidence.map(Confidence::words))
            .and(self.rests_on(sources))
            .maybe("note", self.maybe_text(note.as_ref()))
            .with("cited_by", self.cited_by(&target))
    }

    fn element(self, element: &ClauseElement) -> Object {
        let ClauseElement { name, text } = element;
        Object::default().with("name", name).with("text", self.text(text))
    }

    fn actor(self, at: ActorIx) -> Object {
        let Actor { id, name, aliases, kind, role, stance, relations, sources } =
            self.briefing.actor(at);
        let target = Target::Actor(at);
        let relations = relations.iter().map(|relation| self.relation(relation));
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("name", name)
            .with("aliases", list(aliases))
            .maybe("kind", kind.map(ActorKind::name))
            .maybe("role", self.maybe_text(role.as_ref()))
            .maybe("stance", self.maybe_text(stance.as_ref()))
            .with("relations", list(relations))
            .and(self.rests_on(sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn relation(self, relation: &Relation) -> Object {
        let Relation { to, label, tone } = relation;
        Object::default()
            .with("to", self.reference(&Target::Actor(*to)))
            .with("label", label)
            .maybe("tone", tone.map(Tone::name))
    }

    fn term(self, at: TermIx) -> Object {
        let Term { id, term, aliases, definition, sources } = self.briefing.term(at);
        let target = Target::Term(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("term", term)
            .with("aliases", list(aliases))
            .with("definition", self.text(definition))
            .and(self.rests_on(sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn event(self, at: EventIx) -> Object {
        let Event { id, date, title, text, sources } = self.briefing.event(at);
        let target = Target::Event(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("date", date.iso())
            .with("title", title)
            .maybe("text", self.maybe_text(text.as_ref()))
            .and(self.rests_on(sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn source(self, at: SourceIx) -> Object {
        let Source { id, title, publisher, date, url } = self.briefing.source(at);
        let target = Target::Source(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("title", title)
            .maybe("publisher", publisher.as_ref())
            .maybe("date", date.map(Date::iso))
            .maybe("url", url.as_deref())
            .with("cited_by", self.cited_by(&target))
    }

    fn discussion(self, question: &Discussion) -> Object {
        let Discussion { question, hint, minutes, see } = question;
        Object::default()
            .with("question", self.text(question))
            .maybe("hint", self.hint(hint.as_ref()))
            .maybe("minutes", *minutes)
            .with("see", self.references(see.iter().cloned()))
    }

    fn quiz(self, question: &Quiz) -> Object {
        let Quiz { question, choices, answer, why, evidence } = question;
        let asked = Object::default()
            .with("question", self.text(question))
            .with("choices", list(choices.iter().map(|choice| self.text(choice))));
        if !self.audience.sees_answers() {
            return asked;
        }
        asked
            .with("answer", answer + 1)
            .maybe("why", self.maybe_text(why.as_ref()))
            .maybe("evidence", evidence.as_ref().map(|target| self.reference(target)))
    }
}

fn instrument_part(part: &InstrumentPart) -> Object {
    let InstrumentPart { name, title, level, before } = part;
    Object::default()
        .with("part", name)
        .maybe("title", title.as_ref())
        .with("level", *level + 1)
        .with("before", *before)
}
