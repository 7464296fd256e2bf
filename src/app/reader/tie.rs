//! What ties the side panes to the paragraph in focus.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::desk::{Detail, Item, PaneId, Way};
use crate::model::{ActorIx, ArticleIx, BlockIx, Target};

use crate::app::words;

use super::Reader;

/// A side pane at least this many rows high has room for whole cards of those named.
const TALL: usize = 22;
/// A side pane at least this many rows high has room to say who those named are.
const MIDDLING: usize = 11;

impl Reader {
    /// Whether a pane is pinned.
    pub fn is_pinned(&self, pane: PaneId) -> bool {
        self.pinned[pane as usize]
    }

    /// How many actors the paragraph in focus names, and how many the section does.
    pub(crate) fn actor_counts(&self) -> (usize, usize) {
        let named = self.focus().map_or(0, |at| self.briefing.index().actors(at).count());
        (named, self.section_actors.len())
    }

    /// Whether the actors pane has anybody to show: in this section, pinned to another, or followed.
    pub(in crate::app) fn has_actors(&self) -> bool {
        let is_held = self.is_pinned(PaneId::Actors) || self.has_followed(PaneId::Actors);
        is_held || !self.section_actors.is_empty()
    }

    /// How many articles and whole instruments the paragraph in focus cites.
    pub(crate) fn article_count(&self) -> usize {
        let cards = |at| self.cited(at).map(Target::card).collect::<HashSet<_>>().len();
        self.focus().map_or(0, cards)
    }

    /// Whether a pane begins with what was followed there, which may not be cited here.
    pub(crate) fn has_followed(&self, pane: PaneId) -> bool {
        self.chosen[pane as usize].is_some()
    }

    /// What was followed into the side panes.
    pub(in crate::app) fn chosen(&self) -> &[Option<Target>; 3] {
        &self.chosen
    }

    /// Ties the side panes to the paragraph in focus.
    pub(super) fn tie(&mut self, afresh: bool) {
        let focus = self.focus();
        if focus != self.shown_for {
            for pane in [PaneId::Articles, PaneId::Actors] {
                if !self.is_pinned(pane) {
                    self.chosen[pane as usize] = None;
                }
            }
            self.shown_for = focus;
        } else if !afresh && self.active == self.tied_for && self.active != PaneId::Actors {
            return;
        }
        self.tied_for = self.active;
        if self.is_preview {
            // What is cited and named is not read yet.
            return;
        }
        if !self.is_pinned(PaneId::Articles) {
            let items = self.article_items();
            self.on_pane(PaneId::Articles, |pane, layout| {
                if pane.items() != items {
                    pane.set(items, layout);
                    pane.begin_at_cited(layout);
                }
            });
        }
        if !self.is_pinned(PaneId::Actors) {
            let items = self.actor_items();
            self.set_actors(items);
        }
    }

    pub(super) fn cited(&self, at: BlockIx) -> impl Iterator<Item = &Target> {
        let cites = self.briefing.index().cites(at).iter();
        cites.filter(|target| is_law(target))
    }

    fn article_items(&self) -> Vec<Item> {
        let chosen = self.chosen[PaneId::Articles as usize].iter();
        let cited = self.focus().into_iter().flat_map(|at| self.cited(at));
        let mut cards: Vec<(Target, Vec<Arc<str>>)> = Vec::new();
        let (mut seen, mut places) = (HashSet::new(), HashMap::new());
        for target in chosen.chain(cited).filter(|target| seen.insert(*target)) {
            let place = *places.entry(target.card()).or_insert_with_key(|card: &Target| {
                cards.push((card.clone(), Vec::new()));
                cards.len() - 1
            });
            if let (Target::Provision(at), Some((_, steps))) = (target, cards.get_mut(place)) {
                steps.push(Arc::clone(&at.steps));
            }
        }
        let item = |(card, steps): (Target, Vec<Arc<str>>)| match card {
            Target::Article(at) if !steps.is_empty() => Item::Cited(at, steps.into()),
            other => Item::Card(other),
        };
        let mut items: Vec<Item> = cards.into_iter().map(item).collect();
        if items.is_empty() {
            items.push(Item::from_words(words::NO_ARTICLE_HERE));
        }
        items
    }

    fn actor_items(&self) -> Vec<Item> {
        let named: Vec<ActorIx> =
            self.focus().map(|at| self.briefing.index().actors(at).collect()).unwrap_or_default();
        let chosen = match &self.chosen[PaneId::Actors as usize] {
            Some(Target::Actor(at)) => Some(*at),
            _ => None,
        };
        let detail = match self.pane(PaneId::Actors).size().1 {
            // A list is told in a line each.
            _ if self.options.by_ear => Detail::Role,
            TALL.. => Detail::Whole,
            MIDDLING.. => Detail::Role,
            _ => Detail::Name,
        };
        let mut seen = HashSet::new();
        let all = chosen.into_iter().chain(named.iter().copied());
        let all = all.chain(self.section_actors.iter().copied());
        let named: HashSet<ActorIx> = named.iter().copied().collect();
        let item = |at: ActorIx| {
            let detail = match (chosen == Some(at), named.contains(&at)) {
                (true, _) => Detail::Whole,
                (false, true) => detail,
                (false, false) => Detail::Name,
            };
            Item::Actor(at, named.contains(&at), detail)
        };
        let mut items: Vec<Item> = all.filter(|at| seen.insert(*at)).map(item).collect();
        if items.is_empty() {
            items.push(Item::from_words(words::NO_ACTOR_HERE));
        }
        items
    }

    /// Puts the actors in. While the pane has the keys, the one under the cursor is shown whole.
    fn set_actors(&mut self, items: Vec<Item>) {
        let same = self.pane(PaneId::Actors).items().len() == items.len()
            && self.pane(PaneId::Actors).items().iter().map(actor).eq(items.iter().map(actor));
        if !same {
            self.on_pane(PaneId::Actors, |pane, layout| pane.set(items.clone(), layout));
        }
        let open = self.pane(PaneId::Actors).cursor().item;
        let has_keys = self.active == PaneId::Actors && !self.options.by_ear;
        let wanted = items.into_iter().enumerate().map(|(n, item)| match item {
            Item::Actor(at, named, _) if has_keys && n == open => {
                Item::Actor(at, named, Detail::Whole)
            }
            item => item,
        });
        let wanted: Vec<Item> = wanted.collect();
        if wanted == self.pane(PaneId::Actors).items() {
            return;
        }
        self.on_pane(PaneId::Actors, |pane, layout| {
            for (at, item) in wanted.into_iter().enumerate() {
                if pane.items().get(at) != Some(&item) {
                    pane.replace(at, item);
                }
            }
            pane.show_item(layout);
        });
    }

    /// The pane for an article, an instrument or an actor; none for anything else, and none while
    /// the pane is pinned, so that it stays as it is.
    pub(in crate::app) fn pane_for(&self, target: &Target) -> Option<PaneId> {
        let pane = match target {
            Target::Actor(_) => PaneId::Actors,
            _ if is_law(target) => PaneId::Articles,
            _ => return None,
        };
        (!self.is_pinned(pane)).then_some(pane)
    }

    /// Shows an article or an actor in its pane, and gives the pane the keys.
    pub(in crate::app) fn show(&mut self, pane: PaneId, target: &Target) {
        self.chosen[pane as usize] = Some(target.clone());
        self.active = pane;
        self.tie(true);
        let shown = |item: &Item| item.card().as_ref() == Some(&target.card());
        if let Some(at) = self.pane(pane).items().iter().position(shown) {
            self.on_pane(pane, |pane, layout| {
                pane.go_to(at, layout);
                // What was followed comes first among what is cited.
                if matches!(target, Target::Provision(_)) {
                    pane.show_cited(layout);
                }
            });
        }
        self.tie(true);
    }

    /// What the articles pane is read at, where its items do not say so themselves: the provision under the
    /// cursor if the keys are there, or if the name of its article is out of sight.
    pub(crate) fn place_in_articles(&self) -> Option<Target> {
        let pane = self.pane(PaneId::Articles);
        let is_out_of_sight = !pane.shows_beginning();
        if !is_out_of_sight && self.active != PaneId::Articles {
            return None;
        }
        let here = pane.subject(&self.setting())?;
        let says_more = is_out_of_sight || matches!(here, Target::Provision(_));
        (says_more && is_law(&here)).then_some(here)
    }

    /// The article on the way from the one in focus in the articles pane, in the same instrument.
    fn article_along(&self, way: Way) -> Option<ArticleIx> {
        let here = self.pane(PaneId::Articles).focus()?.card()?.article()?;
        let at = match way {
            Way::Down => here.get() + 1,
            Way::Up => here.get().checked_sub(1)?,
        };
        let articles = &self.briefing.instrument(here.instrument).articles;
        (at < articles.len()).then(|| ArticleIx::new(here.instrument, at))
    }

    /// Whether there is an article after the one in focus in the articles pane.
    pub(in crate::app) fn has_article_after(&self) -> bool {
        self.active == PaneId::Articles
            && !self.is_pinned(PaneId::Articles)
            && self.article_along(Way::Down).is_some()
    }

    /// Shows the next article of the same instrument in the articles pane, or the one before.
    pub(in crate::app) fn go_along(&mut self, way: Way) {
        if let Some(at) = self.article_along(way) {
            self.show(PaneId::Articles, &Target::Article(at));
        }
    }

    /// The article or actor in focus, in a side pane; in the wording of an article, the provision under the
    /// cursor.
    pub(in crate::app) fn subject(&self) -> Option<Target> {
        self.pane(self.active).subject(&self.setting())
    }

    /// The same, if it is law.
    pub(in crate::app) fn law_in_focus(&self) -> Option<Target> {
        self.subject().filter(is_law)
    }

    /// The pane that the key pins: that of the keys, from the text the articles.
    pub(in crate::app) fn to_pin(&self) -> PaneId {
        if self.active == PaneId::Text { PaneId::Articles } else { self.active }
    }

    pub(in crate::app) fn pin(&mut self) {
        let pane = self.to_pin();
        let is_shown = |item: &Item| item.card().is_some();
        if !self.is_pinned(pane) && !self.pane(pane).items().iter().any(is_shown) {
            return;
        }
        self.pinned[pane as usize] = !self.is_pinned(pane);
        self.tie(true);
    }
}

/// Whether the articles pane is for it.
fn is_law(target: &Target) -> bool {
    matches!(target, Target::Article(_) | Target::Provision(_) | Target::Instrument(_))
}

fn actor(item: &Item) -> Option<ActorIx> {
    match item {
        Item::Actor(at, ..) => Some(*at),
        _ => None,
    }
}
