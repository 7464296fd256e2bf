//! A list of actors and articles to choose one of.

use std::collections::HashSet;

use crate::app::Item;
use crate::model::{ActorIx, Target};

use super::{Scene, timeline};

/// What something is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The lens.
    Lens,
    /// What the timeline is to show.
    Timeline,
}

impl Choice {
    pub(in crate::app) fn title(self) -> &'static str {
        match self {
            Self::Lens => "Show the paragraphs on",
            Self::Timeline => "Show the events with",
        }
    }

    /// Actors and articles: what the paragraph in focus cites, then all others that are cited; for
    /// the timeline, those that have to do with an event.
    pub(super) fn items(self, scene: &Scene) -> (Vec<Item>, usize) {
        let briefing = scene.setting.briefing;
        let here = scene.focus.map_or(&[][..], |at| briefing.index().cites(at));
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let mut seen = HashSet::new();
        let all = here.iter().cloned().chain(actors).chain(articles).filter(|target| {
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
            return (vec![Item::from_words("There is no actor and no article to choose.")], 0);
        }
        (items, 0)
    }
}
