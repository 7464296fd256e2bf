//! Articles and provisions beside each other.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, InCompare, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, MEASURE, Pane};
use crate::model::{Briefing, Target};
use crate::text::words::COMPARING;
use crate::text::{ArticlePart, ComparedElements, Link, Sheet, WordsCompared, room_for, width_of};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Comparisons, Component, Scene, View};

/// The blank columns on the left and on the right, for the mark beside the row in focus.
const MARGIN: u16 = 2;
/// The columns of the screen from which on elements stand in a table; below, one after the other.
const TABLE: usize = 100;

/// An article, or a provision of one, and those that it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    one: Target,
    by: ComparedBy,
    /// Whether any of them is taken apart into elements.
    has_elements: bool,
    /// The first of the counterparts that stands beside it.
    first: usize,
    /// How many stand beside it at a time.
    beside: usize,
    /// How many there are.
    all: usize,
    /// The columns of the screen that it takes at most.
    most: usize,
    /// The names of the columns of a table whose first row is out of sight.
    head: Vec<(usize, String)>,
    /// What came of comparing words, of those that stand side by side or did.
    words: Option<Arc<WordsCompared>>,
    /// What is still to be compared word by word.
    wanted: Option<Vec<Target>>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ComparedBy {
    /// The clauses, element by element in the briefing's words.
    Elements,
    /// All that is said of them, and their wordings word by word.
    Words,
}

impl Compare {
    /// An article or a provision beside as many of its counterparts as there is room for: by elements, if
    /// any of them has some.
    pub(in crate::app) fn new(one: Target, scene: &Scene) -> Self {
        let mut compare = Self {
            one,
            by: ComparedBy::Words,
            has_elements: false,
            first: 0,
            beside: 1,
            all: 0,
            most: 0,
            head: Vec::new(),
            words: None,
            wanted: None,
        };
        let compared = compare.compared(scene);
        compare.has_elements = ComparedElements::new(scene.setting, &compared).are_there();
        if compare.has_elements {
            compare.by = ComparedBy::Elements;
        }
        compare.take_room(scene);
        compare
    }

    /// The article or the provision that stands first.
    pub(in crate::app) fn first(&self) -> &Target {
        &self.one
    }

    /// It, and all its counterparts.
    fn compared(&self, scene: &Scene) -> Vec<Target> {
        let counterparts = scene.setting.briefing.index().counterparts(&self.one);
        [&self.one].into_iter().chain(counterparts).cloned().collect()
    }

    /// Whether the elements stand in a table.
    fn is_table(scene: &Scene) -> bool {
        scene.room.0 >= TABLE && !scene.setting.glyphs.are_spoken()
    }

    /// Takes to the room that there is now. Whether that makes other columns of it.
    fn take_room(&mut self, scene: &Scene) -> bool {
        let before = self.clone();
        let compared = self.compared(scene);
        self.all = compared.len() - 1;
        let width = scene.room.0.saturating_sub(usize::from(2 * MARGIN));
        let elements = ComparedElements::new(scene.setting, &compared);
        let room = match self.by {
            ComparedBy::Words => room_for(width),
            ComparedBy::Elements if Self::is_table(scene) => elements.room_for(width),
            ComparedBy::Elements => compared.len(),
        };
        self.beside = (room - 1).clamp(1, self.all.max(1));
        self.first = self.first.min(self.all.saturating_sub(self.beside));
        self.most = match self.by {
            ComparedBy::Words => width_of(self.beside + 1, MEASURE),
            ComparedBy::Elements if Self::is_table(scene) => elements.width_of(self.beside + 1),
            ComparedBy::Elements => MEASURE,
        };
        self.compare_words(scene, &compared);
        *self != before
    }

    /// Has the words compared of what stands side by side: at once, if that is quick enough for a key.
    fn compare_words(&mut self, scene: &Scene, compared: &[Target]) {
        self.wanted = None;
        let shown = self.of_shown(compared);
        if self.by != ComparedBy::Words || self.words.as_ref().is_some_and(|one| one.is_of(&shown))
        {
            return;
        }
        let at_once = || WordsCompared::at_once(scene.setting.briefing, &shown);
        self.words = scene.reader.words_compared(&shown).or_else(|| at_once().map(Arc::new));
        if self.words.is_none() {
            self.wanted = Some(shown);
        }
    }

    /// What it waits for, to be compared word by word.
    pub(in crate::app) fn wanted(&self) -> Option<&[Target]> {
        self.wanted.as_deref()
    }

    /// What stands side by side, by its places among all.
    fn shown(&self) -> Vec<usize> {
        let counterparts = (1..=self.all).skip(self.first).take(self.beside);
        [0].into_iter().chain(counterparts).collect()
    }

    /// The same, of those that are compared.
    fn of_shown(&self, compared: &[Target]) -> Vec<Target> {
        self.shown().iter().filter_map(|at| compared.get(*at).cloned()).collect()
    }

    /// A row for each part that any of them has, shown or not: so the rows stay what they are when
    /// others are shown. Of wordings there are many, each set when it comes into sight.
    fn by_words(&self, scene: &Scene, compared: &[Target]) -> Vec<Item> {
        let setting = scene.setting;
        let has = |part: &ArticlePart| compared.iter().any(|of| setting.has_part(*part, of));
        let shown = self.of_shown(compared);
        let words = self.words.as_ref().filter(|words| words.is_of(&shown));
        let stacked = room_for(scene.room.0.saturating_sub(usize::from(2 * MARGIN))) < shown.len();
        let wordings = || setting.compared_wordings(&shown, words, stacked).into_iter();
        // What is told is told once, and not before it is marked.
        let is_told_later = setting.glyphs.are_spoken() && self.wanted.is_some();
        let rows = |part| match part {
            ArticlePart::Wording if is_told_later => vec![Item::from_words(COMPARING)],
            ArticlePart::Wording => wordings().map(Item::Compared).collect(),
            part => vec![self.leading(setting.compared(part, &shown))],
        };
        ArticlePart::ALL.into_iter().filter(has).flat_map(rows).collect()
    }

    /// The same for elements.
    fn by_elements(&self, scene: &Scene, compared: &[Target]) -> Vec<Item> {
        let elements = ComparedElements::new(scene.setting, compared);
        let is_table = Self::is_table(scene);
        let rows = if is_table { elements.table(&self.shown()) } else { elements.one_by_one() };
        rows.into_iter().map(|row| self.leading(row)).collect()
    }

    /// A row, from which Enter leads to who cites what stands first.
    fn leading(&self, row: Sheet) -> Item {
        Item::Leading(Arc::new(row), Link::CitedBy(self.one.clone()))
    }

    /// The other way to compare, if there is one.
    fn turned(&self) -> Option<ComparedBy> {
        self.has_elements.then_some(match self.by {
            ComparedBy::Elements => ComparedBy::Words,
            ComparedBy::Words => ComparedBy::Elements,
        })
    }

    /// What stands over the columns of its table, cut to them, each with its column from the left of the
    /// content: nothing where the row of the names is in sight.
    pub(crate) fn head_out_of_sight(&self) -> &[(usize, String)] {
        &self.head
    }
}

impl Component for Compare {
    fn context(&self) -> Context {
        Context::Compare
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        briefing
            .map_or_else(String::new, |briefing| words::comparison_of(&briefing.name(&self.one)))
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let compared = self.compared(scene);
        let items = match self.by {
            ComparedBy::Elements => self.by_elements(scene, &compared),
            ComparedBy::Words => self.by_words(scene, &compared),
        };
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let turned = self.turned().map(|by| match by {
            ComparedBy::Elements => words::BY_ELEMENTS,
            ComparedBy::Words => words::BY_WORDS,
        });
        now.offers()
            .when(self.first + self.beside < self.all, InCompare::MoreColumns)
            .when(self.first > 0, InCompare::FewerColumns)
            .named(turned.is_some(), InCompare::ElementsOrWords, turned)
            .add(Motion::NextParagraph)
            .add(Follow::Follow)
            .add(Motion::NextLink)
            .add(Follow::Peek)
            .add(InCompare::Comparisons)
            .add(Program::Close)
            .add(Views::Help)
    }

    /// `>` and `<`: the other counterparts. The cursor stays in its row.
    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let Command::InCompare(command) = command else { return Acted::No };
        let last = self.all.saturating_sub(self.beside);
        let first = match command {
            InCompare::MoreColumns => (self.first + self.beside).min(last),
            InCompare::FewerColumns => self.first.saturating_sub(self.beside),
            InCompare::ElementsOrWords => {
                let Some(by) = self.turned() else { return Acted::No };
                self.by = by;
                self.take_room(scene);
                return Acted::Begun;
            }
            InCompare::Comparisons => {
                let all = View::Comparisons(Comparisons(self.one.article()));
                return Acted::Asks(vec![Step::Toggle(all)]);
            }
        };
        if first == self.first {
            return Acted::No;
        }
        self.first = first;
        Acted::Changed(Some(pane.cursor().item))
    }

    fn status(&self, scene: &Scene, _pane: &Pane) -> String {
        let beside = words::CounterpartsBeside {
            first: self.first + 1,
            last: self.first + self.beside,
            all: self.all,
        };
        match self.by {
            ComparedBy::Words => beside.by_words(),
            ComparedBy::Elements => beside.by_elements(scene.setting.glyphs.dot),
        }
    }

    /// The columns in the middle, none wider than prose is.
    fn content(&self, body: Area, _measure: usize, _rows: Option<usize>) -> Area {
        let most = u16::try_from(self.most).unwrap_or(u16::MAX);
        body.margin(MARGIN).centred(most, body.height)
    }

    fn reshape(&mut self, scene: &Scene) -> bool {
        self.take_room(scene)
    }

    /// Has the names of the columns ready where their row has left the screen.
    fn fit(&mut self, area: Area, pane: &Pane, scene: &Scene) {
        let is_needed = self.by == ComparedBy::Elements && Self::is_table(scene) && pane.more().0;
        self.head = if is_needed {
            let compared = self.compared(scene);
            let elements = ComparedElements::new(scene.setting, &compared);
            elements.head(&self.shown(), usize::from(area.width))
        } else {
            Vec::new()
        };
    }
}
