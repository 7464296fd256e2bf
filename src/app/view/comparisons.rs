//! All that is compared, to choose from.

use std::sync::Arc;

use crate::command::{Command, Context, Views};
use crate::desk::{Begin, Item, Pane};
use crate::model::{ArticleIx, Briefing, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Component, Scene, list_offers};

/// All comparisons; the cursor begins at the first one with an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparisons(pub(in crate::app) Option<ArticleIx>);

impl Component for Comparisons {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::COMPARISONS.to_owned()
    }

    /// Each pair once: under the article that comes first in the files, so under those of the first
    /// instrument as far as they take part.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let briefing = scene.setting.briefing;
        let mut items = Vec::new();
        let mut at_near = None;
        for (at, _) in briefing.articles() {
            let others = briefing.index().counterparts(&Target::Article(at)).iter();
            let later = others.filter(|other| other.article().is_some_and(|other| other > at));
            let later: Vec<Target> = later.cloned().collect();
            if later.is_empty() {
                continue;
            }
            let mut articles = later.iter().filter_map(Target::article);
            if self.0.is_some_and(|near| near == at || articles.any(|other| other == near)) {
                at_near = at_near.or(Some(items.len()));
            }
            let sheet = scene.setting.comparison(at, &later);
            items.push(Item::Leading(Arc::new(sheet), Link::Compare(at)));
        }
        if items.is_empty() {
            items.push(Item::from_words(words::NOTHING_COMPARED));
        }
        (items, Begin::at(at_near.unwrap_or(0)))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }

    /// The key that opened the list closes it, whatever its cursor is on.
    fn act(&mut self, command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        match command {
            Command::Views(Views::Compare) => Acted::Asks(vec![Step::Close]),
            _ => Acted::No,
        }
    }
}
