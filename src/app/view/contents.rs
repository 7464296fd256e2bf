//! The table of contents.

use std::sync::Arc;

use crate::command::{Context, Follow, Motion, Program};
use crate::desk::{Begin, Item, Pane};
use crate::model::{BlockIx, Briefing, InstrumentIx, SectionIx, Target};
use crate::text::{Element, Link, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Component, Questions, Scene, View, followed, list_offers};

/// The table of contents, which has no state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents;

impl Component for Contents {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::CONTENTS.to_owned()
    }

    /// Sections and headings with what of them was read, instruments, and for a teacher the lessons; the
    /// cursor begins at the section or heading that is read.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let (briefing, read) = (scene.setting.briefing, scene.read);
        let mut items = Vec::new();
        let mut current = 0;
        for (s, section) in briefing.sections.iter().enumerate() {
            let at = SectionIx::new(s);
            let is_before = |block: BlockIx| scene.focus.is_some_and(|here| block <= here);
            if is_before(BlockIx::new(at, 0)) {
                current = items.len();
            }
            items.push(Item::Section(at, read.in_section(at)));
            let blocks = section.blocks.iter().enumerate();
            for (b, _) in blocks.filter(|(_, block)| block.is_heading()) {
                let block = BlockIx::new(at, b);
                if is_before(block) {
                    current = items.len();
                }
                items.push(Item::Heading(block, read.under_heading(briefing, block)));
            }
        }
        for at in (0..briefing.instruments.len()).map(InstrumentIx::new) {
            if briefing.instrument(at).articles.is_empty() {
                continue;
            }
            let of = read.articles().iter().filter(|article| article.instrument == at).count();
            let sheet = Arc::new(scene.setting.instrument_entry(at, of));
            let link = Link::Read(Target::Instrument(at));
            let is_first = !matches!(items.last(), Some(Item::Leading(..) | Item::Row(..)));
            items.push(if is_first { Item::Leading(sheet, link) } else { Item::Row(sheet, link) });
        }
        if !read.articles().is_empty() {
            let sheet = scene.setting.articles_read(read.articles().len());
            items.push(Item::Label(Arc::new(sheet)));
        }
        items.extend(lessons(scene));
        (items, Begin::at(current))
    }

    /// Enter on a lesson leads to its plan.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        if let Some(lesson) = lesson_at(pane) {
            return vec![Step::Close, Step::Put(View::Class(Questions::lesson(lesson)))];
        }
        followed(pane).map(Step::Follow).into_iter().collect()
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        if now.pane.and_then(lesson_at).is_none() {
            return list_offers(now);
        }
        now.offers()
            .add(Motion::NextParagraph)
            .when(true, Follow::Follow)
            .add(Motion::PageDown)
            .add(Program::Close)
    }
}

/// The plans of lessons below their name, for a teacher, if there are any.
fn lessons(scene: &Scene) -> Vec<Item> {
    let setting = scene.setting;
    if !Questions::has_lessons(&setting) {
        return Vec::new();
    }
    let mut name = Sheet::default();
    name.push(Element::new(Rich::new(words::LESSONS, Role::Label)));
    let lessons = setting.briefing.lessons.iter();
    let lessons = lessons.map(|one| Item::Entry(Arc::new(setting.lesson_title(one, Role::Link))));
    [Item::Label(Arc::new(name))].into_iter().chain(lessons).collect()
}

/// The lesson that the cursor is on, counted from 0: nothing else here is an [`Item::Entry`].
fn lesson_at(pane: &Pane) -> Option<usize> {
    let at = pane.cursor().item;
    let is_lesson = |item: &Item| matches!(item, Item::Entry(_));
    pane.focus().filter(|item| is_lesson(item))?;
    Some(pane.items().iter().take(at).filter(|item| is_lesson(item)).count())
}
