//! Articles beside each other.

use crate::app::Item;
use crate::command::Command;
use crate::model::{ArticleIx, Briefing};

use super::{Acted, Scene};

/// An article and those that it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    article: ArticleIx,
    /// The first of the counterparts that stands beside it.
    first: usize,
}

impl Compare {
    /// An article beside its counterparts.
    pub(in crate::app) fn new(article: ArticleIx) -> Self {
        Self { article, first: 0 }
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let _ = (self.article, self.first, scene);
        (Vec::new(), 0)
    }

    pub(super) fn act(&mut self, command: Command, scene: &Scene) -> Acted {
        let _ = (command, scene);
        Acted::No
    }

    pub(super) fn status(&self, briefing: &Briefing) -> String {
        let _ = briefing;
        String::new()
    }
}

/// All comparisons, to choose one of.
pub(super) fn all(scene: &Scene) -> (Vec<Item>, usize) {
    let _ = scene;
    (Vec::new(), 0)
}
