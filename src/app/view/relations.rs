//! Who stands how to whom.

use crate::app::layout::{Area, text_column};
use crate::app::{Item, Pane};
use crate::command::Command;
use crate::model::{ActorIx, Briefing};

use super::{Acted, Scene};

/// The actor in the middle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relations {
    actor: Option<ActorIx>,
}

impl Relations {
    /// The relations of an actor; none if the briefing has none.
    pub(in crate::app) fn new(actor: Option<ActorIx>) -> Self {
        Self { actor }
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let _ = (self.actor, scene);
        (Vec::new(), 0)
    }

    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let _ = (command, pane, scene);
        Acted::No
    }

    pub(super) fn content(&self, body: Area, measure: usize) -> Area {
        text_column(body, measure)
    }

    pub(super) fn status(&self, briefing: &Briefing) -> String {
        let _ = briefing;
        String::new()
    }
}
