//! What lies over the panes, and the line that is written below them. Only here is pushed and popped.

mod overlay;

use crate::command::{Command, Motion};
use crate::desk::{Area, Item, LayoutContext, Pane, Prompt, Purpose};
use crate::model::Target;

use super::view::{Acted, InstrumentView, Scene, View};

pub use overlay::Overlay;
pub(super) use overlay::Room;

/// What lies over the panes, from the bottom up, and the line that is being written.
#[derive(Debug, Clone, Default)]
pub(super) struct Stack {
    overlays: Vec<Overlay>,
    prompt: Option<Prompt>,
}

impl Stack {
    pub(super) fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    pub(super) fn is_empty(&self) -> bool {
        self.overlays.is_empty()
    }

    pub(super) fn top(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// The view on top.
    pub(super) fn view(&self) -> Option<&View> {
        self.top().map(|top| &top.view)
    }

    /// The view that takes the screen in place of the panes, and what lies over it or over them.
    pub(super) fn layers(&self) -> (Option<&Overlay>, &[Overlay]) {
        match self.overlays.iter().rposition(|overlay| overlay.view.is_full()) {
            Some(at) => (self.overlays.get(at), self.overlays.get(at + 1..).unwrap_or_default()),
            None => (None, &self.overlays),
        }
    }

    pub(super) fn has(&self, wanted: impl Fn(&View) -> bool) -> bool {
        self.overlays.iter().any(|overlay| wanted(&overlay.view))
    }

    /// Puts an overlay on top.
    pub(super) fn push(&mut self, overlay: Overlay) {
        self.overlays.push(overlay);
    }

    /// Takes off what lies on top.
    pub(super) fn pop(&mut self) -> Option<Overlay> {
        self.overlays.pop()
    }

    /// Takes off what lies on top if it is `wanted`.
    pub(super) fn pop_if(&mut self, wanted: impl Fn(&View) -> bool) -> Option<Overlay> {
        self.overlays.pop_if(|top| wanted(&top.view))
    }

    /// Takes everything off the panes; the line stays.
    pub(super) fn clear(&mut self) {
        self.overlays.clear();
    }

    /// Takes off what is not `wanted`, wherever it lies.
    pub(super) fn retain(&mut self, wanted: impl Fn(&View) -> bool) {
        self.overlays.retain(|overlay| wanted(&overlay.view));
    }

    /// Puts back what lay over the panes.
    pub(super) fn restore(&mut self, overlays: Vec<Overlay>) {
        self.overlays = overlays;
    }

    /// If a view of this kind is open: on top it is taken off, from below it comes up. Answers whether
    /// one was.
    pub(super) fn turn_to(&mut self, view: &View) -> bool {
        let top = self.overlays.len().saturating_sub(1);
        let at = self.overlays.iter().position(|overlay| overlay.view.is_kind_of(view));
        if let Some(at) = at {
            self.overlays.truncate(if at == top { at } else { at + 1 });
        }
        at.is_some()
    }

    /// If a view that is `wanted` lies below others, it comes up. Answers whether it did.
    pub(super) fn bring_up(&mut self, wanted: impl Fn(&View) -> bool) -> bool {
        let top = self.overlays.len().saturating_sub(1);
        let at = self.overlays.iter().position(|overlay| wanted(&overlay.view));
        let below = at.filter(|at| *at < top);
        if let Some(at) = below {
            self.overlays.truncate(at + 1);
        }
        below.is_some()
    }

    /// The line that is being written.
    pub(super) fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// The same, to be written on.
    pub(super) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        self.prompt.as_mut()
    }

    /// Begins to write a line.
    pub(super) fn write(&mut self, prompt: Prompt) {
        self.prompt = Some(prompt);
    }

    /// Puts the line away.
    pub(super) fn take_prompt(&mut self) -> Option<Prompt> {
        self.prompt.take()
    }

    /// What is being written, if anything.
    pub(super) fn purpose(&self) -> Option<Purpose> {
        self.prompt().map(|prompt| prompt.purpose)
    }

    /// Whether a name was taken that is to be gone to once the names are there.
    pub(super) fn waits_for_names(&self) -> bool {
        matches!(self.view(), Some(View::GoTo(list)) if list.was_entered())
    }

    /// Offers a command to the view on top.
    pub(super) fn act(&mut self, command: Command, scene: &Scene) -> Acted {
        let Some(top) = self.overlays.last_mut() else { return Acted::No };
        let acted = top.view.act(command, &top.pane, scene);
        match acted {
            Acted::Changed(at) => self.remake(scene, |pane, _| at.unwrap_or(pane.cursor().item)),
            Acted::Begun => self.remake(scene, |_, begin| begin),
            Acted::Moved(at) => self.go_to(at, &scene.reader.layout()),
            Acted::ToTop(at) => self.go_to_top(at, &scene.reader.layout()),
            Acted::No | Acted::Asks(_) => {}
        }
        acted
    }

    /// Changes the view on top; its items are made again, and the cursor goes where it begins.
    pub(super) fn change(&mut self, scene: &Scene, change: impl FnOnce(&mut View)) {
        let Some(top) = self.overlays.last_mut() else { return };
        change(&mut top.view);
        self.remake(scene, |_, begin| begin);
    }

    /// Changes the view on top in a way of its own.
    pub(super) fn act_on(&mut self, scene: &Scene, act: impl FnOnce(&mut View, &Pane) -> Acted) {
        let Some(top) = self.overlays.last_mut() else { return };
        if let Acted::Changed(at) = act(&mut top.view, &top.pane) {
            self.remake(scene, |pane, _| at.unwrap_or(pane.cursor().item));
        }
    }

    /// Makes the items of the view on top again; `cursor` says where the cursor goes, from where it
    /// is and where the view begins.
    fn remake(&mut self, scene: &Scene, cursor: impl FnOnce(&Pane, usize) -> usize) {
        let Some(top) = self.overlays.last_mut() else { return };
        let (items, begin) = top.view.items(scene);
        let at = cursor(&top.pane, begin.item());
        top.pane.exchange(items, at, &scene.reader.layout());
    }

    /// Makes the items of every view that is `wanted` again; the cursors stay where they are.
    pub(super) fn refresh(&mut self, scene: &Scene, wanted: impl Fn(&View) -> bool) {
        for overlay in self.overlays.iter_mut().filter(|overlay| wanted(&overlay.view)) {
            let (items, _) = overlay.view.items(scene);
            if items == overlay.pane.items() {
                continue;
            }
            let at = overlay.pane.cursor().item.min(items.len().saturating_sub(1));
            overlay.pane.exchange(items, at, &scene.reader.layout());
        }
    }

    /// Lays all of it out anew: something else is shown in the same items.
    pub(super) fn show_anew(&mut self, layout: &LayoutContext) {
        for overlay in &mut self.overlays {
            overlay.pane.refresh(layout);
        }
    }

    /// Moves the cursor of what lies on top to an item.
    pub(super) fn go_to(&mut self, at: usize, layout: &LayoutContext) {
        if let Some(top) = self.overlays.last_mut() {
            top.pane.go_to(at, layout);
        }
    }

    /// The same, and the item comes to stand at the top.
    pub(super) fn go_to_top(&mut self, at: usize, layout: &LayoutContext) {
        if let Some(top) = self.overlays.last_mut() {
            top.pane.go_to_top(at, layout);
        }
    }

    /// Reads on in an instrument that lies open, on top or below: at an article or a provision of it.
    /// Answers whether one does.
    pub(super) fn read_on(&mut self, target: &Target, layout: &LayoutContext) -> bool {
        let Some(wanted) = InstrumentView::new(target.clone()) else { return false };
        let is_it = |view: &View| matches!(view, View::Instrument(view) if view.instrument() == wanted.instrument());
        self.bring_up(is_it);
        let Some(top) = self.overlays.last_mut() else { return false };
        let View::Instrument(view) = &mut top.view else { return false };
        if view.instrument() != wanted.instrument() {
            return false;
        }
        let Some(at) = InstrumentView::find(top.pane.items(), target) else { return true };
        view.leave(top.pane.cursor().item);
        match target {
            Target::Provision(_) => top.pane.go_to(at, layout),
            _ => top.pane.go_to_top(at, layout),
        }
        true
    }

    /// Moves in what lies on top.
    pub(super) fn move_by(&mut self, motion: Motion, layout: &LayoutContext) {
        if let Some(top) = self.overlays.last_mut() {
            top.pane.move_by(motion, layout);
        }
    }

    /// Changes the view on top; if that makes other items of it, its pane begins anew.
    pub(super) fn change_list(&mut self, scene: &Scene, change: impl FnOnce(&mut View)) {
        let Some(top) = self.overlays.last_mut() else { return };
        change(&mut top.view);
        let (items, _) = top.view.items(scene);
        top.pane.set(items, &scene.reader.layout());
    }

    /// Does something with the pane of what lies on top.
    pub(super) fn on_top<T>(&mut self, act: impl FnOnce(&mut Pane) -> T) -> Option<T> {
        self.overlays.last_mut().map(|top| act(&mut top.pane))
    }

    /// Chooses no words in any pane.
    pub(super) fn choose_nothing(&mut self, layout: &LayoutContext) {
        for overlay in &mut self.overlays {
            overlay.pane.choose_words(None, layout);
        }
    }

    /// Lays out anew what is seen: other words are marked in it.
    pub(super) fn mark_anew(&mut self, layout: &LayoutContext) {
        for overlay in &mut self.overlays {
            overlay.pane.mark_anew(layout);
        }
    }

    /// The views whose items depend on the size of the screen get others for another size; the
    /// cursor stays on its row, or on what leads to the same place.
    pub(super) fn reshape(&mut self, scene: &Scene) {
        for overlay in self.overlays.iter_mut().filter(|overlay| overlay.view.is_full()) {
            if !overlay.view.reshape(scene) {
                continue;
            }
            let before = overlay.pane.focus().and_then(Item::link);
            let (items, begin) = overlay.view.items(scene);
            let cursor = overlay.pane.cursor().item;
            let leads = |item: &Item| before.is_some() && item.link() == before;
            let at = match items.get(cursor) {
                Some(item) if leads(item) => cursor,
                _ => items.iter().position(leads).unwrap_or(begin.item()),
            };
            overlay.pane.exchange(items, at, &scene.reader.layout());
        }
    }

    /// Lays out overlay number `at` for its area.
    pub(super) fn fit(
        &mut self,
        at: usize,
        area: Area,
        afresh: bool,
        scene: Option<&Scene>,
        layout: &LayoutContext,
    ) {
        let Some(overlay) = self.overlays.get_mut(at) else { return };
        if let Some(scene) = scene {
            overlay.view.fit(area, &overlay.pane, scene);
        }
        overlay.pane.fit(area, afresh, layout);
    }

    /// Everything is laid out: from now on the cursors stay where they are.
    pub(super) fn settle(&mut self) {
        self.overlays.iter_mut().for_each(|overlay| overlay.pane.settle());
    }

    /// Takes the width of the screen for the line, in columns.
    pub(super) fn fit_prompt(&mut self, width: u16) {
        if let Some(prompt) = &mut self.prompt {
            prompt.fit(width);
        }
    }
}
