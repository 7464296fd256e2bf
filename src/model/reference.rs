//! What a link points at.

use std::sync::Arc;

use super::{
    ActorIx, ArticleIx, BlockIx, Briefing, EventIx, InstrumentIx, SectionIx, SourceIx, TermIx,
};

/// The target of a link, resolved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// `article:4`, `article:un-charter/51`
    Article(ArticleIx),
    /// `instrument:treaty-1961`
    Instrument(InstrumentIx),
    /// `actor:putin`
    Actor(ActorIx),
    /// `term:mdl`
    Term(TermIx),
    /// `event:signing`
    Event(EventIx),
    /// `source:kcna-text`
    Source(SourceIx),
    /// `section:regional-impact`
    Section(SectionIx),
    /// `section:regional-impact/provocations`
    Block(BlockIx),
    /// An address in the outside world: shown, never opened.
    Web(Arc<str>),
}

impl Briefing {
    /// The reference that leads to a target, as the format writes it, with the instrument of an
    /// article always named: `article:treaty-2024/4`, `section:treaty-content/signing`. A web
    /// address stands for itself, and a heading without an id for its section.
    pub fn reference(&self, target: &Target) -> String {
        match target {
            Target::Article(at) => {
                let instrument = &self.instrument(at.instrument).id;
                format!("article:{instrument}/{}", self.article(*at).number)
            }
            Target::Instrument(at) => format!("instrument:{}", self.instrument(*at).id),
            Target::Actor(at) => format!("actor:{}", self.actor(*at).id),
            Target::Term(at) => format!("term:{}", self.term(*at).id),
            Target::Event(at) => format!("event:{}", self.event(*at).id),
            Target::Source(at) => format!("source:{}", self.source(*at).id),
            Target::Section(at) => format!("section:{}", self.section(*at).id),
            Target::Block(at) => match self.block(*at).id.as_str() {
                "" => self.reference(&Target::Section(at.section)),
                id => format!("section:{}/{id}", self.section(at.section).id),
            },
            Target::Web(address) => address.to_string(),
        }
    }
}
