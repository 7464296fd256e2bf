//! What a key is about: the article, the actor, the comparison that is meant here.

use crate::desk::{Item, PaneId};
use crate::model::{ActorIx, BlockIx, Briefing, InstrumentIx, Target};
use crate::text::Link;

use super::{App, EditedPlace, View};

impl App {
    /// The article or the provision that a key is about, if it has counterparts. A paragraph, chosen or in
    /// focus, stands for the first such one that it cites.
    pub(super) fn compared(&self) -> Option<Target> {
        let reader = self.reader.as_ref()?;
        let in_text = self.stack.is_empty() && reader.active() == PaneId::Text;
        if in_text && reader.pane(PaneId::Text).link().is_none() {
            return self.compared_in_focus();
        }
        match self.subject()? {
            Target::Block(at) => compared_in(reader.briefing(), at),
            target => compared(reader.briefing(), &target),
        }
    }

    /// The first article or provision that the paragraph in focus cites and that has counterparts.
    pub(super) fn compared_in_focus(&self) -> Option<Target> {
        let reader = self.reader.as_ref()?;
        compared_in(reader.briefing(), reader.focus()?)
    }

    /// What a key is about: the chosen link's target, or the article or actor in focus; in the
    /// text, the first article that the paragraph cites.
    fn subject(&self) -> Option<Target> {
        let reader = self.reader.as_ref()?;
        if let Some(top) = self.stack.top() {
            let chosen = top.pane().link().and_then(Link::target);
            let in_focus =
                || top.pane().focus().and_then(Item::link).as_ref().and_then(Link::target);
            return chosen.or_else(|| top.view.subject(top.pane())).or_else(in_focus);
        }
        let chosen = reader.pane(reader.active()).link().and_then(Link::target);
        chosen.or_else(|| reader.subject()).or_else(|| {
            let text = reader.active() == PaneId::Text;
            reader.focus().filter(|_| text).and_then(|at| reader.first_article(at))
        })
    }

    /// The article, the provision or the instrument that a key is about.
    pub(super) fn law_meant(&self) -> Option<Target> {
        let subject = self.subject()?;
        let reader = self.reader.as_ref()?;
        match subject {
            Target::Block(at) => reader.first_article(at),
            Target::Instrument(_) => Some(subject),
            _ => subject.article().map(|_| subject),
        }
    }

    /// What a note is on, if not on what is under the cursor in the text: what the card or the look on
    /// top is of, or the article or actor in focus beside the text.
    pub(super) fn noted(&self) -> Option<Target> {
        match self.stack.top() {
            Some(top) => top.view.subject(top.pane()),
            None => self.reader.as_ref()?.subject(),
        }
    }

    /// What of the files is to be edited here: the fault under the cursor, or what is in focus; where that stands
    /// in no file, what the view is of, and else the paragraph that is read.
    pub(super) fn edited_here(&self) -> Option<EditedPlace> {
        let reader = self.reader.as_ref()?;
        let top = self.stack.top();
        if let Some(list) = top.filter(|top| matches!(top.view, View::Faults(_)))
            && let Some(fault) = reader.faults().get(list.pane().cursor().item)
        {
            return Some(EditedPlace::Line(fault.file.clone(), fault.line));
        }
        let pane = top.map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        let item = top.map_or_else(|| pane.focus().cloned(), |top| top.view.in_focus(pane));
        let in_focus = item.as_ref().and_then(|item| {
            let block = item.block().map(Target::Block);
            block.or_else(|| item.card()).or_else(|| item.link()?.target())
        });
        let of_view = || top.and_then(|top| top.view.subject(pane));
        let read = || reader.focus().map(Target::Block);
        let is_written = |target: &Target| !matches!(target, Target::Web(_));
        let target = in_focus.filter(is_written).or_else(of_view).filter(is_written).or_else(read);
        Some(EditedPlace::Of(target.unwrap_or(Target::Section(reader.section()))))
    }

    /// The law that is read or looked at, or has the article in focus beside the text.
    pub(super) fn law_beside(&self) -> Option<InstrumentIx> {
        match self.noted()? {
            Target::Instrument(at) => Some(at),
            on => on.article().map(|at| at.instrument),
        }
    }

    /// The actor that a key is about: the chosen link's, the card's, the one under the cursor; else
    /// the first that the place under the cursor names, or the paragraph in focus.
    pub(super) fn actor_meant(&self) -> Option<ActorIx> {
        let reader = self.reader.as_ref()?;
        let top = self.stack.top();
        let pane = top.map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        let of_view = top.and_then(|top| top.view.subject(top.pane()));
        let in_focus = match pane.focus() {
            Some(Item::Named(target)) => Some(target.clone()),
            item => item.and_then(Item::link).as_ref().and_then(Link::target),
        };
        let chosen = pane.link().and_then(Link::target);
        let meant: Vec<_> = [chosen, of_view, in_focus].into_iter().flatten().collect();
        let actor = meant.iter().find_map(|target| match target {
            Target::Actor(at) => Some(*at),
            _ => None,
        });
        let named = || {
            meant.iter().find_map(|target| match target {
                Target::Block(at) => reader.briefing().index().actors(*at).next(),
                _ => None,
            })
        };
        actor.or_else(named).or_else(|| reader.main_actor())
    }
}

/// What of an article or a provision has counterparts: itself, or the article that it stands in.
fn compared(briefing: &Briefing, target: &Target) -> Option<Target> {
    let has = |target: &Target| !briefing.index().counterparts(target).is_empty();
    [target.clone(), target.card()].into_iter().find(has)
}

/// The first article or provision that a block cites and that has counterparts.
fn compared_in(briefing: &Briefing, at: BlockIx) -> Option<Target> {
    briefing.index().cites(at).iter().find_map(|target| compared(briefing, target))
}
