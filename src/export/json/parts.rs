//! Everything that stands beside the narrative.

use crate::model::{
    ActorIx, ActorKind, ArticleIx, Confidence, Date, Discussion, EventIx, InstrumentIx, Quiz,
    Relation, SourceIx, Target, TermIx, Tone,
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
        let instrument = self.briefing.instrument(at);
        let target = Target::Instrument(at);
        let parties = instrument.parties.iter().map(|at| Target::Actor(*at));
        let articles = (0..instrument.articles.len()).map(|a| self.article(ArticleIx::new(at, a)));
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", &instrument.id)
            .with("title", &instrument.title)
            .maybe("short", instrument.short.as_ref())
            .maybe("signed", instrument.signed.map(Date::iso))
            .maybe("in_force", instrument.in_force.map(Date::iso))
            .maybe("ended", instrument.ended.map(Date::iso))
            .with("parties", self.references(parties))
            .maybe("summary", self.maybe_text(instrument.summary.as_ref()))
            .with("articles", list(articles))
            .with("cited_by", self.cited_by(&target))
    }

    fn article(self, at: ArticleIx) -> Object {
        let article = self.briefing.article(at);
        let target = Target::Article(at);
        let articles = |list: &[ArticleIx]| {
            self.references(list.iter().map(|at| Target::Article(*at)).collect::<Vec<_>>())
        };
        Object::default()
            .with("ref", self.reference(&target))
            .with("number", &article.number)
            .with("title", &article.title)
            .maybe("theme", article.theme.as_ref())
            .maybe("gist", self.maybe_text(article.gist.as_ref()))
            .maybe("text", self.maybe_text(article.text.as_ref()))
            .maybe("meaning", self.maybe_text(article.meaning.as_ref()))
            .with("see", articles(&article.see))
            .with("compare", articles(self.briefing.index().counterparts(at)))
            .maybe("confidence", article.confidence.map(Confidence::words))
            .with("sources", self.sources(&article.sources))
            .maybe("note", self.maybe_text(article.note.as_ref()))
            .with("cited_by", self.cited_by(&target))
    }

    fn actor(self, at: ActorIx) -> Object {
        let actor = self.briefing.actor(at);
        let target = Target::Actor(at);
        let relations = actor.relations.iter().map(|relation| self.relation(relation));
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", &actor.id)
            .with("name", &actor.name)
            .with("aliases", list(&actor.aliases))
            .maybe("kind", actor.kind.map(ActorKind::words))
            .maybe("role", self.maybe_text(actor.role.as_ref()))
            .maybe("stance", self.maybe_text(actor.stance.as_ref()))
            .with("relations", list(relations))
            .with("sources", self.sources(&actor.sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn relation(self, relation: &Relation) -> Object {
        Object::default()
            .with("to", self.reference(&Target::Actor(relation.to)))
            .with("label", &relation.label)
            .maybe("tone", relation.tone.map(Tone::words))
    }

    fn term(self, at: TermIx) -> Object {
        let term = self.briefing.term(at);
        let target = Target::Term(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", &term.id)
            .with("term", &term.term)
            .with("aliases", list(&term.aliases))
            .with("definition", self.text(&term.definition))
            .with("sources", self.sources(&term.sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn event(self, at: EventIx) -> Object {
        let event = self.briefing.event(at);
        let target = Target::Event(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", &event.id)
            .with("date", event.date.iso())
            .with("title", &event.title)
            .maybe("text", self.maybe_text(event.text.as_ref()))
            .with("sources", self.sources(&event.sources))
            .with("cited_by", self.cited_by(&target))
    }

    fn source(self, at: SourceIx) -> Object {
        let source = self.briefing.source(at);
        let target = Target::Source(at);
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", &source.id)
            .with("title", &source.title)
            .maybe("publisher", source.publisher.as_ref())
            .maybe("date", source.date.map(Date::iso))
            .maybe("url", source.url.as_deref())
            .with("cited_by", self.cited_by(&target))
    }

    fn discussion(self, question: &Discussion) -> Object {
        Object::default()
            .with("question", self.text(&question.question))
            .maybe("hint", self.maybe_text(question.hint.as_ref()))
            .maybe("minutes", question.minutes)
            .with("see", self.references(question.see.iter().cloned()))
    }

    fn quiz(self, question: &Quiz) -> Object {
        let evidence = question.evidence.as_ref();
        Object::default()
            .with("question", self.text(&question.question))
            .with("choices", list(question.choices.iter().map(|choice| self.text(choice))))
            .with("answer", question.answer + 1)
            .maybe("why", self.maybe_text(question.why.as_ref()))
            .maybe("evidence", evidence.map(|target| self.reference(target)))
    }
}
