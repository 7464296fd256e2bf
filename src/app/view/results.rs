//! The list of all matches, with the place of each in view above it.

use std::sync::Arc;

use crate::command::{Command, Context, Find, Follow, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::Briefing;
use crate::text::search::{Hit, Hits, Searchable};
use crate::text::{Element, Face, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::stack::Room;
use super::super::step::Step;
use super::super::words;
use super::{Acted, Component, Scene};

/// The list of all matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// How many there are of what.
    pub(in crate::app) title: String,
    /// Whether what is the teacher's or the reader's own may be among them.
    pub(in crate::app) is_private: bool,
}

impl Component for Results {
    fn context(&self) -> Context {
        Context::Results
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        self.title.clone()
    }

    /// The matches, then the reader's own notes; the cursor begins at the match that the reader is at.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let (hits, here) = scene.finding.hits();
        let mut items = items(hits, scene.setting.briefing);
        let is_here = |item: &Item| matches!(item, Item::Found(hit) if Some(*hit) == here);
        let mut at = items.iter().position(is_here).unwrap_or(0);
        let own = scene.finding.own_items(&scene.setting);
        if !own.is_empty() {
            items.push(label(words::YOUR_NOTES, Some(own.len())));
            at = scene.finding.own_at().map_or(at, |number| items.len() + number);
            items.extend(own);
        }
        (items, Begin::at(at))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .add(Motion::NextParagraph)
            .named(true, Follow::Follow, words::STAY)
            .add(Motion::PageDown)
            .named(true, Program::Close, words::BACK)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        Acted::Asks(vec![match command {
            Command::Program(Program::Close)
            | Command::Follow(Follow::Back)
            | Command::Find(Find::Results) => Step::LeaveMatches,
            Command::Find(Find::NextMatch) => Step::Move(Motion::NextParagraph),
            Command::Find(Find::PreviousMatch) => Step::Move(Motion::PreviousParagraph),
            _ => return Acted::No,
        }])
    }

    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        match pane.focus() {
            // A note of the reader's own: from where the list was opened to its paragraph.
            Some(Item::Row(..)) => {
                let before = pane.items().iter().take(pane.cursor().item);
                let number = before.filter(|item| matches!(item, Item::Row(..))).count();
                vec![Step::LeaveMatches, Step::TakeOwn(number)]
            }
            _ => vec![Step::TakeMatch],
        }
    }

    fn halves(&self) -> bool {
        true
    }

    fn is_private(&self) -> bool {
        self.is_private
    }

    /// Half of the screen, below what is found.
    fn frame(&self, room: &Room, _rows: Option<usize>) -> Area {
        room.screen.below.unwrap_or(room.screen.body)
    }
}

/// The matches, under what they are in.
fn items(hits: &Hits, briefing: &Briefing) -> Vec<Item> {
    let mut items = Vec::new();
    let after = hits.total - hits.first - hits.kept.len();
    if hits.first > 0 {
        items.push(label(&words::more_before(hits.first), None));
    }
    for group in hits.kept.chunk_by(|one, other| group(one, briefing) == group(other, briefing)) {
        let name = group.first().map_or_else(String::new, |hit| self::group(hit, briefing).1);
        items.push(label(&name, Some(group.len())));
        items.extend(group.iter().copied().map(Item::Found));
    }
    if after > 0 || hits.more {
        items.push(label(&words::more_after((!hits.more).then_some(after)), None));
    }
    items
}

/// What a match is listed under: a number that tells groups apart, and its name.
fn group(hit: &Hit, briefing: &Briefing) -> (usize, String) {
    let section = match hit.place {
        Searchable::Section(at) => at,
        Searchable::Block(at) => at.section,
        Searchable::Instrument(_) | Searchable::Article(_) => {
            return (usize::MAX, words::ARTICLES.to_owned());
        }
        Searchable::Actor(_) => return (usize::MAX, words::ACTORS.to_owned()),
        Searchable::Term(_) => return (usize::MAX, words::TERMS.to_owned()),
        Searchable::Event(_) => return (usize::MAX, words::EVENTS.to_owned()),
        Searchable::Source(_) => return (usize::MAX, words::SOURCE_LIST.to_owned()),
        Searchable::Lesson(_) => return (usize::MAX, words::LESSONS.to_owned()),
        Searchable::Discussion(_) | Searchable::Quiz(_) => {
            return (usize::MAX, words::QUESTIONS.to_owned());
        }
    };
    (section.get(), words::numbered_section(section, &briefing.section(section).title))
}

fn label(words: &str, count: Option<usize>) -> Item {
    let mut rich = Rich::new(words, Face { strong: count.is_some(), ..Role::Label.into() });
    if let Some(count) = count {
        rich.push(&format!("  {count}"), Role::Faint);
    }
    let mut sheet = Sheet::default();
    sheet.push(Element::new(rich));
    Item::Label(Arc::new(sheet))
}
