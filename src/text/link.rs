//! What a sheet offers to follow.

use crate::model::{ArticleIx, CitedSource, Target};

/// What can be chosen and followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To something in the briefing, or outside.
    To(Target),
    /// To the sources that a text rests on.
    Sources(Vec<CitedSource>),
    /// To everything that cites a target.
    CitedBy(Target),
    /// To an article beside its counterparts.
    Compare(ArticleIx),
    /// To an instrument that is read through, at the beginning of this of it.
    Read(Target),
}

impl Link {
    /// The one thing that it is about.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::To(target) | Self::CitedBy(target) | Self::Read(target) => Some(target.clone()),
            Self::Compare(at) => Some(Target::Article(*at)),
            Self::Sources(_) => None,
        }
    }
}
