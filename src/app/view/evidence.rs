//! What a section's paragraphs rest on, at a glance.

use crate::app::Item;
use crate::command::Command;
use crate::model::SectionIx;

use super::{Acted, Scene};

/// The items for a section.
pub(super) fn items(at: SectionIx, scene: &Scene) -> (Vec<Item>, usize) {
    let _ = (at, scene);
    (Vec::new(), 0)
}

/// Goes to another section.
pub(super) fn act(at: &mut SectionIx, command: Command, scene: &Scene) -> Acted {
    let _ = (at, command, scene);
    Acted::No
}
