//! A list of actors and articles to choose one of.

use std::collections::HashSet;

use crate::command::Context;
use crate::desk::{Begin, Item, Pane};
use crate::model::{ActorIx, Briefing, Target};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Component, Scene, list_offers, timeline};

/// What something is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The lens.
    Lens,
    /// What the timeline is to show.
    Timeline,
}

impl Component for Choice {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        let title = match self {
            Self::Lens => words::SHOW_PARAGRAPHS_ON,
            Self::Timeline => words::SHOW_EVENTS_WITH,
        };
        title.to_owned()
    }

    /// Actors and articles: what the paragraph in focus cites, then all others that are cited; for
    /// the timeline, those that have to do with an event.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let briefing = scene.setting.briefing;
        let here = scene.focus.map_or(&[][..], |at| briefing.index().cites(at));
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let mut seen = HashSet::new();
        let all = here.iter().map(Target::card).chain(actors).chain(articles).filter(|target| {
            let kind = matches!(target, Target::Actor(_) | Target::Article(_));
            kind && seen.insert(target.clone())
        });
        let items: Vec<Item> = match self {
            Self::Lens => {
                let is_cited = |target: &Target| !briefing.index().cited_by(target).is_empty();
                all.filter(is_cited).map(Item::Named).collect()
            }
            Self::Timeline => {
                let concerned = timeline::concerned(briefing);
                let counted = |target: Target| {
                    let events = *concerned.get(&target)?;
                    Some(Item::Concerning(target, events))
                };
                all.filter_map(counted).collect()
            }
        };
        if items.is_empty() {
            return (vec![Item::from_words(words::NOTHING_TO_CHOOSE)], Begin::Start);
        }
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now.following(words::CHOOSE))
    }

    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let target = match pane.focus() {
            Some(Item::Named(target) | Item::Concerning(target, _)) => Some(target.clone()),
            _ => None,
        };
        vec![Step::Choose(*self, target)]
    }
}
