//! What a link points at.

use std::sync::Arc;

use super::{ActorIx, ArticleIx, BlockIx, EventIx, InstrumentIx, SectionIx, SourceIx, TermIx};

/// The target of a link, resolved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// `article:4`, `article:un-charter/51`
    Article(ArticleIx),
    /// `article:4(2)(b)`
    Provision(ProvisionAddress),
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

/// Where a provision stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvisionAddress {
    /// The article.
    pub article: ArticleIx,
    /// The way down from there, mark by mark: `(2)(b)`.
    pub steps: Arc<str>,
}

impl Target {
    /// The article that it is, or stands in.
    pub fn article(&self) -> Option<ArticleIx> {
        match self {
            Self::Article(at) => Some(*at),
            Self::Provision(at) => Some(at.article),
            _ => None,
        }
    }

    /// Whether it is `other`, or stands in it: a provision in a larger one, and in its article.
    pub(crate) fn is_in(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Provision(at), Self::Article(article)) => at.article == *article,
            (Self::Provision(at), Self::Provision(around)) => {
                at.article == around.article
                    && (at == around || at.above().any(|above| above == *around))
            }
            _ => self == other,
        }
    }

    /// The card that tells of it: that of its article, for a provision.
    #[must_use]
    pub fn card(&self) -> Self {
        match self {
            Self::Provision(at) => Self::Article(at.article),
            other => other.clone(),
        }
    }
}
