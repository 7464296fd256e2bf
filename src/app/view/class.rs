//! Questions for the class: to talk about, and with an answer.

use crate::app::{Item, Pane};
use crate::command::Command;
use crate::model::Briefing;

use super::{Acted, Scene};

/// Which question is up, and what is shown of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Class {}

impl Class {
    pub(in crate::app) fn title(&self) -> &'static str {
        "Questions for the class"
    }

    /// A second has passed.
    pub(in crate::app) fn tick(&mut self) {}

    /// Whether its countdown runs.
    pub(in crate::app) fn runs(&self) -> bool {
        false
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
