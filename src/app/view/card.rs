//! The card of anything in a briefing, and below it everything that cites it.

use crate::command::{Command, Context, Follow};
use crate::desk::{Begin, Item, Pane};
use crate::model::{Briefing, Target};

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Acted, Component, Scene, card_offers};

/// The card of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is of.
    pub(in crate::app) target: Target,
    /// Whether it was opened to see who cites it.
    pub(in crate::app) to_cited: bool,
}

impl Component for Card {
    fn context(&self) -> Context {
        Context::Card
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        briefing.map_or_else(String::new, |briefing| briefing.name(&self.target))
    }

    fn detail(&self, briefing: &Briefing) -> String {
        let index = briefing.index();
        words::cited(index.cited_by(&self.target).len() + index.referring(&self.target).len())
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let (target, index) = (&self.target, scene.setting.briefing.index());
        let mut items = vec![Item::alone(target.clone(), &scene.setting)];
        let blocks = index.cited_by(target);
        items.extend(blocks.iter().map(|at| Item::Mention(*at, target.clone())));
        let referring = index.referring(target).iter().copied().map(Target::Article);
        items.extend(referring.map(Item::Named));
        if let Target::Source(at) = target {
            items.extend(index.resting_on(*at).iter().cloned().map(Item::Named));
        }
        // The card may be long: what was asked for stands at the top.
        (items, if self.to_cited { Begin::Top(1) } else { Begin::Cited })
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        // On the card itself Enter goes on to the first of those who cite it.
        card_offers(now, now.has_chosen() || now.has_items(2))
    }

    /// On the card itself, Enter goes on to the first of those who cite it.
    fn act(&mut self, command: Command, pane: &Pane, _scene: &Scene) -> Acted {
        // An instrument is read from its card on.
        let is_read = matches!(self.target, Target::Instrument(_));
        let is_on_card = pane.link().is_none() && pane.cursor().item == 0 && !is_read;
        match command {
            Command::Follow(Follow::Follow) if is_on_card => Acted::Moved(1),
            _ => Acted::No,
        }
    }

    fn subject(&self, _pane: &Pane) -> Option<Target> {
        Some(self.target.clone())
    }
}
