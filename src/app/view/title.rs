//! The title page: what this is, how long it takes, how to start.

use std::sync::Arc;

use crate::app::{Item, help};
use crate::command::{Command, Context, Group};
use crate::model::{Briefing, SectionIx, Target};
use crate::text::{Link, Marks};

use super::{Class, Scene};

/// Whether a view has anything to show.
fn has_any(briefing: &Briefing, command: Command) -> bool {
    match command {
        Command::Timeline => !briefing.events.is_empty(),
        Command::Matrix | Command::Relations => !briefing.actors.is_empty(),
        Command::Compare => briefing.articles().any(|(_, article)| !article.compare.is_empty()),
        Command::Class => Class::has_any(briefing),
        _ => true,
    }
}

/// What the briefing is and holds; its sections, each the way to its beginning; and the views of it,
/// with their keys.
pub(super) fn items(scene: &Scene) -> Vec<Item> {
    let setting = scene.setting;
    let mut front = setting.front();
    if setting.briefing.sections.is_empty() {
        // A briefing without text, or one of which nothing else is read yet.
        return vec![Item::Label(Arc::new(front))];
    }
    front.push(setting.holdings().below(1));
    let mut items = vec![Item::Label(Arc::new(front))];
    for at in (0..setting.briefing.sections.len()).map(SectionIx::new) {
        let sheet = Arc::new(setting.chapter(at, scene.read.in_section(at)));
        items.push(Item::Leading(sheet, Link::To(Target::Section(at))));
    }
    let utf8 = *setting.marks == Marks::UNICODE;
    let views = help::group(Group::View, "See it whole", utf8, |entry| {
        let everywhere = entry.contexts.has(Context::Text) && entry.contexts.has(Context::Title);
        everywhere && has_any(setting.briefing, entry.command)
    });
    items.push(Item::Label(Arc::new(views)));
    items
}
