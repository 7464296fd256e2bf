//! What a link points at.

use std::sync::Arc;

use super::{ActorIx, ArticleIx, BlockIx, EventIx, InstrumentIx, SectionIx, SourceIx, TermIx};

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
