//! Who stands in what: actors by articles, and actors by sections.

use crate::command::Command;

use super::{Acted, Scene};

/// The matrix's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {}

impl Matrix {
    pub(in crate::app) fn title(&self) -> &'static str {
        "Actors by articles"
    }

    pub(super) fn act(&mut self, command: Command, scene: &Scene) -> Acted {
        let _ = (command, scene);
        Acted::No
    }

    pub(super) fn status(&self) -> String {
        String::new()
    }
}
