//! The title page: what this is, how long it takes, how to start.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, Group, Motion, Program, Views};
use crate::desk::{Begin, Item, Pane};
use crate::model::{Briefing, SectionIx, Target};
use crate::text::{Glyphs, Link, Typesetting};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Component, Questions, Scene, help};

/// The title page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TitlePage {
    /// Whether the briefing opened on it, so that there is nothing to go back to below.
    is_first: bool,
}

impl TitlePage {
    /// The one that a briefing opens on.
    pub(in crate::app) fn first() -> Self {
        Self { is_first: true }
    }

    /// Whether it is the one that the briefing opened on.
    pub(super) fn is_first(&self) -> bool {
        self.is_first
    }
}

impl Component for TitlePage {
    fn context(&self) -> Context {
        Context::Title
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::TITLE_PAGE.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        (items(scene), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .named(true, Follow::Follow, words::READ)
            .add(Motion::NextParagraph)
            .add(Motion::PageDown)
            .add(Views::Contents)
            .add(Views::Help)
            .when(!self.is_first, Program::Close)
            .when(self.is_first, Program::CloseOrQuit)
    }

    /// Enter begins to read, also where a low screen does not show the sections.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let item = pane.items().get(pane.cursor().item);
        let link = item.and_then(Item::link).or_else(|| pane.link().cloned());
        link.map(Step::Follow).into_iter().collect()
    }
}

/// Whether a view has anything to show.
fn has_any(setting: &Typesetting, command: Command) -> bool {
    let briefing = setting.briefing;
    let Command::Views(view) = command else { return true };
    match view {
        Views::Timeline => !briefing.events.is_empty(),
        Views::Instrument => !briefing.instruments.is_empty(),
        Views::Matrix | Views::Relations => !briefing.actors.is_empty(),
        Views::Compare => briefing.articles().any(|(_, article)| !article.compare.is_empty()),
        Views::Class => Questions::has_any(setting),
        Views::Terms => !briefing.terms.is_empty(),
        Views::Sources => !briefing.sources.is_empty(),
        Views::Contents
        | Views::Title
        | Views::Evidence
        | Views::Lens
        | Views::TurnView
        | Views::Faults
        | Views::Shelf
        | Views::Help => true,
    }
}

/// What the briefing is and holds; its sections, each the way to its beginning; and the views of it,
/// with their keys.
fn items(scene: &Scene) -> Vec<Item> {
    let setting = scene.setting;
    let mut front = setting.front(scene.reader.original());
    if setting.briefing.sections.is_empty() {
        // A briefing without text, or one of which nothing else is read yet.
        return vec![Item::Label(Arc::new(front))];
    }
    front.push(setting.holdings().below(1));
    let utf8 = *setting.glyphs == Glyphs::UNICODE;
    let key = scene.keymap.keys(Views::Class).next().map(|key| key.label(utf8));
    if let Some(lessons) = setting.lessons_line(key.as_deref()) {
        front.push(lessons.below(1));
    }
    let mut items = vec![Item::Label(Arc::new(front))];
    for at in (0..setting.briefing.sections.len()).map(SectionIx::new) {
        let sheet = Arc::new(setting.chapter(at, scene.read.in_section(at)));
        items.push(Item::Leading(sheet, Link::To(Target::Section(at))));
    }
    let views = help::group(Group::View, words::SEE_IT_WHOLE, scene.keymap, utf8, |entry| {
        let everywhere = entry.contexts.has(Context::Text) && entry.contexts.has(Context::Title);
        everywhere && has_any(&setting, entry.command)
    });
    items.push(Item::Label(Arc::new(views)));
    items
}
