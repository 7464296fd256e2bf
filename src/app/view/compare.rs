//! Articles beside each other.

use std::sync::Arc;

use crate::app::{Item, Pane};
use crate::command::Command;
use crate::desk::{Area, MEASURE};
use crate::model::{ArticleIx, Briefing, Target};
use crate::text::{Link, Part, room_for, width_of};

use super::{Acted, Scene};

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
        compare.fit(scene);
        compare
    }

    /// The article that stands first.
    pub(in crate::app) fn article(&self) -> ArticleIx {
        self.article
    }

    /// Takes to the room that there is now. Whether that makes other columns of it.
    pub(in crate::app) fn fit(&mut self, scene: &Scene) -> bool {
        let before = self.clone();
        self.all = scene.setting.briefing.index().counterparts(self.article).len();
        let room = room_for(scene.room.0.saturating_sub(usize::from(2 * MARGIN)));
        self.beside = (room - 1).clamp(1, self.all.max(1));
        self.first = self.first.min(self.all.saturating_sub(self.beside));
        *self != before
    }

    /// Whether there are more counterparts before those that are shown, and after them.
    pub(in crate::app) fn more(&self) -> (bool, bool) {
        (self.first > 0, self.first + self.beside < self.all)
    }

    /// A row for each part that any of the articles has, shown or not: so the rows stay what they
    /// are when others are shown.
    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let setting = scene.setting;
        let counterparts = setting.briefing.index().counterparts(self.article);
        let has = |part: &Part| {
            let mut all = counterparts.iter().chain([&self.article]);
            all.any(|at| setting.has_part(*part, *at))
        };
        let shown = counterparts.iter().skip(self.first).take(self.beside);
        let shown: Vec<ArticleIx> = [self.article].iter().chain(shown).copied().collect();
        let leads = Link::CitedBy(Target::Article(self.article));
        let parts = Part::ALL.into_iter().filter(has);
        let items = parts
            .map(|part| Item::Leading(Arc::new(setting.compared(part, &shown)), leads.clone()));
        (items.collect(), 0)
    }

    /// `>` and `<`: the other counterparts. The cursor stays in its row.
    pub(super) fn act(&mut self, command: Command, pane: &Pane) -> Acted {
        let last = self.all.saturating_sub(self.beside);
        let first = match command {
            Command::MoreColumns => (self.first + self.beside).min(last),
            Command::FewerColumns => self.first.saturating_sub(self.beside),
            _ => return Acted::No,
        };
        if first == self.first {
            return Acted::No;
        }
        self.first = first;
        Acted::Changed(Some(pane.cursor().item))
    }

    pub(in crate::app) fn title(&self, briefing: &Briefing) -> String {
        format!("Compare: {}", briefing.article_name(self.article))
    }

    pub(super) fn status(&self) -> String {
        let (first, last) = (self.first + 1, self.first + self.beside);
        match (self.beside, self.all) {
            (beside, all) if beside >= all => crate::text::count(all, "counterpart"),
            (1, all) => format!("{first} of {all} counterparts"),
            (_, all) => format!("{first}–{last} of {all} counterparts"),
        }
    }

    /// The columns in the middle, none wider than prose is.
    pub(super) fn content(&self, body: Area) -> Area {
        let most = u16::try_from(width_of(self.beside + 1, MEASURE)).unwrap_or(u16::MAX);
        body.margin(MARGIN).centred(most, body.height)
    }
}

/// All comparisons, each pair once: under the article that comes first in the files, so under
/// those of the first instrument as far as they take part. The cursor begins at the first one with
/// `near`.
pub(super) fn all(near: Option<ArticleIx>, scene: &Scene) -> (Vec<Item>, usize) {
    let briefing = scene.setting.briefing;
    let mut items = Vec::new();
    let mut at_near = None;
    for (at, _) in briefing.articles() {
        let others = briefing.index().counterparts(at);
        let later: Vec<_> = others.iter().copied().filter(|other| *other > at).collect();
        if later.is_empty() {
            continue;
        }
        if near.is_some_and(|near| near == at || later.contains(&near)) {
            at_near = at_near.or(Some(items.len()));
        }
        let sheet = scene.setting.comparison(at, &later);
        items.push(Item::Leading(Arc::new(sheet), Link::Compare(at)));
    }
    if items.is_empty() {
        items.push(Item::from_words("No article of this briefing is compared with another."));
    }
    (items, at_near.unwrap_or(0))
}
