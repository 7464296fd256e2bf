//! What came when.

use crate::app::{Item, Pane};
use crate::command::Command;
use crate::model::{Briefing, Target};

use super::{Acted, Scene};

/// The timeline's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Whom or what the events are to concern.
    only: Option<Target>,
    /// Words that they are to have in them.
    words: String,
}

impl Timeline {
    /// Shows only what concerns an actor or an article; everything without one.
    pub(in crate::app) fn narrow(&mut self, only: Option<Target>) {
        self.only = only;
    }

    /// Shows only what has `words` in it.
    pub(in crate::app) fn filter(&mut self, words: &str) {
        words.clone_into(&mut self.words);
    }

    /// The words that events are to have in them.
    pub(in crate::app) fn words(&self) -> &str {
        &self.words
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let _ = scene;
        (Vec::new(), 0)
    }

    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let _ = (command, pane, scene);
        Acted::No
    }

    pub(super) fn status(&self, briefing: &Briefing) -> String {
        let _ = briefing;
        String::new()
    }
}
