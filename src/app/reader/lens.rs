//! The lens: the paragraphs on one actor or article stand, the others are folded.

use crate::desk::{Item, Pane, PaneId};
use crate::model::{BlockIx, SectionIx, Target};

use super::Reader;

impl Reader {
    /// Whom or what the paragraphs concern that are not folded; `None` if all stand.
    pub(crate) fn lens(&self) -> Option<&Target> {
        self.lens.as_ref()
    }

    /// How many paragraphs of the section the lens leaves standing.
    pub(crate) fn standing(&self) -> usize {
        self.pane(PaneId::Text).items().iter().filter(|item| self.stands(item)).count()
    }

    /// The first section in which the lens leaves something standing, and how many paragraphs.
    pub(crate) fn stands_in(&self) -> Option<(SectionIx, usize)> {
        let blocks = self.briefing.index().cited_by(self.lens.as_ref()?);
        let section = blocks.first()?.section;
        Some((section, blocks.iter().filter(|at| at.section == section).count()))
    }

    /// Whether the lens leaves anything of a section standing.
    pub(super) fn has_standing(&self, section: SectionIx) -> bool {
        let stands = |target| {
            let blocks = self.briefing.index().cited_by(target);
            blocks.iter().any(|at| at.section == section)
        };
        self.lens.as_ref().is_none_or(stands)
    }

    fn stands(&self, item: &Item) -> bool {
        matches!(item, Item::Block(at) if self.setting().is_read(self.briefing.block(*at)))
    }

    /// Folds all paragraphs but those on `target`, or unfolds them. The focus stays where it is, or
    /// goes to the nearest paragraph that stands.
    pub(in crate::app) fn set_lens(&mut self, target: Option<Target>) {
        if self.lens == target {
            return;
        }
        // With nothing in focus, where the eye was: in a section of which all was folded.
        let at = self.pane(PaneId::Text).cursor().item;
        self.lens = target;
        let items = self.text_items();
        self.on_pane(PaneId::Text, |pane, layout| {
            pane.set(items, layout);
            Pane::go_to(pane, at, layout);
        });
    }

    /// Lets go of the lens if it would fold a block that is to be shown.
    pub(super) fn unfold(&mut self, at: BlockIx) {
        if !self.concerns(at) {
            self.set_lens(None);
        }
    }

    /// The section's items: its opening, its blocks, its closing row.
    pub(super) fn text_items(&self) -> Vec<Item> {
        let section = self.section;
        if section.get() >= self.briefing.sections.len() {
            return Vec::new();
        }
        let mut items = vec![Item::Opening(section)];
        for (n, block) in self.blocks().iter().enumerate() {
            let at = BlockIx::new(section, n);
            let folded = !block.is_heading() && !self.concerns(at);
            items.push(if folded {
                let first = !matches!(items.last(), Some(Item::Folded(..)));
                Item::Folded(at, first)
            } else {
                Item::Block(at)
            });
        }
        items.push(Item::Closing(section));
        items
    }

    /// Whether a block concerns whom or what the lens is on; all do without one.
    pub(in crate::app) fn concerns(&self, at: BlockIx) -> bool {
        let cites =
            |lens: &Target| self.briefing.index().cites(at).iter().any(|cited| cited.is_in(lens));
        self.lens.as_ref().is_none_or(cites)
    }

    /// The first article that a block cites.
    pub(in crate::app) fn first_article(&self, at: BlockIx) -> Option<Target> {
        let mut cited = self.cited(at).filter(|target| target.article().is_some());
        cited.next().cloned()
    }

    /// The actor that the section or, without any, the briefing names first.
    pub(in crate::app) fn main_actor(&self) -> Option<crate::model::ActorIx> {
        let first = (!self.briefing.actors.is_empty()).then(|| crate::model::ActorIx::new(0));
        let here = self.focus().and_then(|at| self.briefing.index().actors(at).next());
        here.or_else(|| self.section_actors.first().copied()).or(first)
    }
}
