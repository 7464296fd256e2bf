//! Everything that stands beside the narrative.

use crate::model::{
    Actor, ActorIx, ActorKind, Article, ArticleIx, Confidence, Date, Discussion, Event, EventIx,
    Instrument, InstrumentIx, Quiz, Relation, Source, SourceIx, Target, Term, TermIx, Tone,
};

use super::Document;
use super::node::{Object, list};

impl Document<'_> {
    pub(super) fn parts(self) -> Object {
        let briefing = self.briefing;
        let instruments = (0..briefing.instruments.len()).map(InstrumentIx::new);
        let actors = (0..briefing.actors.len()).map(ActorIx::new);
        let terms = (0..briefing.terms.len()).map(TermIx::new);
        let events = (0..briefing.events.len()).map(EventIx::new);
        let sources = (0..briefing.sources.len()).map(SourceIx::new);
        Object::default()
            .with("instruments", list(instruments.map(|at| self.instrument(at))))
            .with("actors", list(actors.map(|at| self.actor(at))))
            .with("terms", list(terms.map(|at| self.term(at))))
            .with("events", list(events.map(|at| self.event(at))))
            .with("sources", list(sources.map(|at| self.source(at))))
            .with("discussion", list(briefing.discussion.iter().map(|one| self.discussion(one))))
            .with("quiz", list(briefing.quiz.iter().map(|one| self.quiz(one))))
    }

    fn instrument(self, at: InstrumentIx) -> Object {
        let Instrument { id, title, short, signed, in_force, ended, parties, summary, articles } =
            self.briefing.instrument(at);
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
            .with("articles", list(articles))
            .with("cited_by", self.cited_by(&target))
    }

    fn article(self, at: ArticleIx) -> Object {
        let Article {
            number,
            title,
            theme,
            gist,
            text,
            meaning,
            see,
            compare: _, // the index has them from both ends
            confidence,
            sources,
            note,
        } = self.briefing.article(at);
        let target = Target::Article(at);
        let articles = |list: &[ArticleIx]| {
            self.references(list.iter().map(|at| Target::Article(*at)).collect::<Vec<_>>())
        };
        Object::default()
            .with("ref", self.reference(&target))
            .with("number", number)
            .with("title", title)
            .maybe("theme", theme.as_ref())
            .maybe("gist", self.maybe_text(gist.as_ref()))
            .maybe("text", self.maybe_text(text.as_ref()))
            .maybe("meaning", self.maybe_text(meaning.as_ref()))
            .with("see", articles(see))
            .with("compare", articles(self.briefing.index().counterparts(at)))
            .maybe("confidence", confidence.map(Confidence::words))
            .with("sources", self.sources(sources))
            .maybe("note", self.maybe_text(note.as_ref()))
            .with("cited_by", self.cited_by(&target))
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
            .maybe("kind", kind.map(ActorKind::words))
            .maybe("role", self.maybe_text(role.as_ref()))
            .maybe("stance", self.maybe_text(stance.as_ref()))
            .with("relations", list(relations))
            .with("sources", self.sources(sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn relation(self, relation: &Relation) -> Object {
        let Relation { to, label, tone } = relation;
        Object::default()
            .with("to", self.reference(&Target::Actor(*to)))
            .with("label", label)
            .maybe("tone", tone.map(Tone::words))
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
            .with("sources", self.sources(sources))
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
            .with("sources", self.sources(sources))
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
            .maybe("hint", self.maybe_text(hint.as_ref()))
            .maybe("minutes", *minutes)
            .with("see", self.references(see.iter().cloned()))
    }

    fn quiz(self, question: &Quiz) -> Object {
        let Quiz { question, choices, answer, why, evidence } = question;
        Object::default()
            .with("question", self.text(question))
            .with("choices", list(choices.iter().map(|choice| self.text(choice))))
            .with("answer", answer + 1)
            .maybe("why", self.maybe_text(why.as_ref()))
            .maybe("evidence", evidence.as_ref().map(|target| self.reference(target)))
    }
}
