//! Articles beside each other.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, InCompare, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, MEASURE, Pane};
use crate::model::{ArticleIx, Briefing, Target};
use crate::text::{ArticlePart, Link, room_for, width_of};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Comparisons, Component, Scene, View};

/// The blank columns on the left and on the right, for the mark beside the row in focus.
const MARGIN: u16 = 2;

/// An article and those that it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    article: ArticleIx,
    /// The first of the counterparts that stands beside it.
    first: usize,
    /// How many stand beside it at a time.
    beside: usize,
    /// How many there are.
    all: usize,
}

impl Compare {
    /// An article beside as many of its counterparts as there is room for.
    pub(in crate::app) fn new(article: ArticleIx, scene: &Scene) -> Self {
        let mut compare = Self { article, first: 0, beside: 1, all: 0 };
        compare.take_room(scene);
        compare
    }

    /// The article that stands first.
    pub(in crate::app) fn article(&self) -> ArticleIx {
        self.article
    }

    /// Takes to the room that there is now. Whether that makes other columns of it.
    fn take_room(&mut self, scene: &Scene) -> bool {
        let before = self.clone();
        self.all = scene.setting.briefing.index().counterparts(self.article).len();
        let room = room_for(scene.room.0.saturating_sub(usize::from(2 * MARGIN)));
        self.beside = (room - 1).clamp(1, self.all.max(1));
        self.first = self.first.min(self.all.saturating_sub(self.beside));
        *self != before
    }
}

impl Component for Compare {
    fn context(&self) -> Context {
        Context::Compare
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        briefing.map_or_else(String::new, |briefing| {
            words::comparison_of(&briefing.article_name(self.article))
        })
    }

    /// A row for each part that any of the articles has, shown or not: so the rows stay what they
    /// are when others are shown.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let setting = scene.setting;
        let counterparts = setting.briefing.index().counterparts(self.article);
        let has = |part: &ArticlePart| {
            let mut all = counterparts.iter().chain([&self.article]);
            all.any(|at| setting.has_part(*part, *at))
        };
        let shown = counterparts.iter().skip(self.first).take(self.beside);
        let shown: Vec<ArticleIx> = [self.article].iter().chain(shown).copied().collect();
        let leads = Link::CitedBy(Target::Article(self.article));
        let parts = ArticlePart::ALL.into_iter().filter(has);
        let items = parts
            .map(|part| Item::Leading(Arc::new(setting.compared(part, &shown)), leads.clone()));
        (items.collect(), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .when(self.first + self.beside < self.all, InCompare::MoreColumns)
            .when(self.first > 0, InCompare::FewerColumns)
            .add(Motion::NextParagraph)
            .add(Follow::Follow)
            .add(Motion::NextLink)
            .add(Follow::Peek)
            .add(InCompare::Comparisons)
            .add(Program::Close)
            .add(Views::Help)
    }

    /// `>` and `<`: the other counterparts. The cursor stays in its row.
    fn act(&mut self, command: Command, pane: &Pane, _scene: &Scene) -> Acted {
        let Command::InCompare(command) = command else { return Acted::No };
        let last = self.all.saturating_sub(self.beside);
        let first = match command {
            InCompare::MoreColumns => (self.first + self.beside).min(last),
            InCompare::FewerColumns => self.first.saturating_sub(self.beside),
            InCompare::Comparisons => {
                let all = View::Comparisons(Comparisons(Some(self.article)));
                return Acted::Asks(vec![Step::Toggle(all)]);
            }
        };
        if first == self.first {
            return Acted::No;
        }
        self.first = first;
        Acted::Changed(Some(pane.cursor().item))
    }

    fn status(&self, _scene: &Scene, _pane: &Pane) -> String {
        let (first, last) = (self.first + 1, self.first + self.beside);
        match (self.beside, self.all) {
            (beside, all) if beside >= all => words::counterparts(all),
            (1, all) => words::one_of_counterparts(first, all),
            (_, all) => words::some_of_counterparts(first, last, all),
        }
    }

    /// The columns in the middle, none wider than prose is.
    fn content(&self, body: Area, _measure: usize, _rows: Option<usize>) -> Area {
        let most = u16::try_from(width_of(self.beside + 1, MEASURE)).unwrap_or(u16::MAX);
        body.margin(MARGIN).centred(most, body.height)
    }

    fn reshape(&mut self, scene: &Scene) -> bool {
        self.take_room(scene)
    }
}
