//! Opening the views, and what their own keys and lines do.

use crate::command::Command;
use crate::model::{ActorIx, ArticleIx, BlockIx, Briefing, Target};

use super::navigate::target_of;
use super::view::{Acted, Cell, Choice, Compare, Matrix, Relations, Scene, Timeline};
use super::{App, Effect, Item, Overlay, Pane, PaneId, Prompt, Purpose, Reader, Screen, View, Zen};

impl App {
    /// What views are made from, with a briefing open.
    pub(super) fn scene(&self) -> Option<Scene<'_>> {
        let reader = self.reader.as_ref()?;
        let area = Screen::new(self.size, None, self.notice_lines().len(), Zen::Off).body;
        let room = (usize::from(area.width), usize::from(area.height));
        Some(Scene {
            setting: reader.setting(),
            focus: reader.focus(),
            read: reader.coverage(),
            room,
        })
    }

    /// Opens the view that a command names, on what is in focus.
    pub(super) fn open_view(&mut self, command: Command) {
        let Some(reader) = &self.reader else { return };
        let view = match command {
            Command::Title => View::Title,
            Command::Compare => self.comparison(),
            Command::Timeline => View::Timeline(Timeline::default()),
            Command::Matrix => View::Matrix(Matrix::new(&reader.briefing)),
            Command::Relations => return self.open_relations(),
            Command::Evidence => View::Evidence(reader.section()),
            _ => View::Class(self.class.clone()),
        };
        self.toggle(view);
    }

    /// The article that is meant beside its counterparts; without one, all that are compared. On
    /// the list of them, the list.
    fn comparison(&self) -> View {
        let listed =
            matches!(self.overlays.last().map(|top| &top.view), Some(View::Comparisons(_)));
        match (self.compared(), self.scene()) {
            (Some(at), Some(scene)) if !listed => View::Compare(Compare::new(at, &scene)),
            _ => View::Comparisons(self.reader.as_ref().and_then(compared_here)),
        }
    }

    /// The article that a key is about, if it has counterparts. A paragraph, chosen or in focus,
    /// stands for the first such article that it cites.
    pub(super) fn compared(&self) -> Option<ArticleIx> {
        let reader = self.reader.as_ref()?;
        let in_text = self.overlays.is_empty() && reader.active() == PaneId::Text;
        if in_text && reader.pane(PaneId::Text).link().is_none() {
            return compared_here(reader);
        }
        match self.subject()? {
            Target::Article(at) => Some(at).filter(|at| is_compared(&reader.briefing, *at)),
            Target::Block(at) => compared_in(&reader.briefing, at),
            _ => None,
        }
    }

    /// From an article beside its counterparts to all that are compared.
    pub(super) fn comparisons(&mut self) {
        if let Some(View::Compare(compare)) = self.overlays.last().map(|top| &top.view) {
            self.toggle(View::Comparisons(Some(compare.article())));
        }
    }

    /// Shows an article beside its counterparts, or brings that up again.
    pub(super) fn compare(&mut self, at: ArticleIx) {
        if let Some(compare) = self.scene().map(|scene| Compare::new(at, &scene)) {
            self.toggle(View::Compare(compare));
        }
    }

    /// What a key is about: the chosen link's target, or the article or actor in focus; in the
    /// text, the first article that the paragraph cites.
    pub(super) fn subject(&self) -> Option<Target> {
        let reader = self.reader.as_ref()?;
        if let Some(overlay) = self.overlays.last() {
            let of_view = match &overlay.view {
                View::Card(target) | View::Peek(target) => Some(target.clone()),
                View::Matrix(matrix) => matrix.actor().cloned(),
                _ => None,
            };
            let chosen = overlay.pane.link().and_then(target_of);
            let in_focus =
                || overlay.pane.focus().and_then(Item::link).as_ref().and_then(target_of);
            return chosen.or(of_view).or_else(in_focus);
        }
        let chosen = reader.pane(reader.active()).link().and_then(target_of);
        chosen.or_else(|| reader.subject()).or_else(|| {
            let text = reader.active() == PaneId::Text;
            reader.focus().filter(|_| text).and_then(|at| reader.first_article(at))
        })
    }

    /// Carries out a command in the view on top, if that knows it.
    pub(super) fn act_in_view(&mut self, command: Command) -> bool {
        let Some(mut overlay) = self.overlays.pop() else { return false };
        let acted = match self.scene() {
            Some(scene) => overlay.view.act(command, &overlay.pane, &scene),
            None => Acted::No,
        };
        if let View::Class(class) = &overlay.view {
            self.class = class.held();
        }
        self.overlays.push(overlay);
        match acted {
            Acted::No => false,
            Acted::Changed(at) => {
                self.refresh_view(at);
                true
            }
            Acted::Begun => {
                self.begin_view();
                true
            }
        }
    }

    /// The views whose items depend on the size of the screen get others for another size; the
    /// cursor stays on its row, or on what leads to the same place.
    pub(super) fn reshape_views(&mut self) {
        let mut overlays = std::mem::take(&mut self.overlays);
        if let (Some(scene), Some(reader)) = (self.scene(), &self.reader) {
            for overlay in overlays.iter_mut().filter(|overlay| overlay.view.is_full()) {
                if !overlay.view.reshape(&scene) {
                    continue;
                }
                let before = overlay.pane.focus().and_then(Item::link);
                let (items, at) = overlay.view.items(&scene);
                let cursor = overlay.pane.cursor().item;
                let leads = |item: &Item| before.is_some() && item.link() == before;
                let at = match items.get(cursor) {
                    Some(item) if leads(item) => cursor,
                    _ => items.iter().position(leads).unwrap_or(at),
                };
                remake(overlay, items, at, reader);
            }
        }
        self.overlays = overlays;
    }

    /// Opens the relations of whom a key is about. Where they lie open below, they come up again and
    /// that actor takes the middle.
    fn open_relations(&mut self) {
        let actor = self.actor_meant();
        let top = self.overlays.len().saturating_sub(1);
        let is_relations = |overlay: &Overlay| matches!(overlay.view, View::Relations(_));
        match self.overlays.iter().position(is_relations).filter(|at| *at < top) {
            Some(at) => {
                self.overlays.truncate(at + 1);
                self.walk_to(actor);
            }
            None => self.toggle(View::Relations(Relations::new(actor))),
        }
    }

    fn walk_to(&mut self, actor: Option<ActorIx>) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        let mut acted = Acted::No;
        if let (View::Relations(relations), Some(actor)) = (&mut overlay.view, actor) {
            acted = relations.walk(actor, overlay.pane.cursor().item);
        }
        self.overlays.push(overlay);
        if let Acted::Changed(at) = acted {
            self.refresh_view(at);
        }
    }

    /// The actor that a key is about: the chosen link's, the card's, the one under the cursor; else
    /// the first that the place under the cursor names, or the paragraph in focus.
    fn actor_meant(&self) -> Option<ActorIx> {
        let reader = self.reader.as_ref()?;
        let top = self.overlays.last();
        let pane = top.map_or_else(|| reader.pane(reader.active()), |top| &top.pane);
        let of_view = match top.map(|top| &top.view) {
            Some(View::Card(target) | View::Peek(target)) => Some(target.clone()),
            Some(View::Matrix(matrix)) => matrix.actor().cloned(),
            _ => None,
        };
        let in_focus = match pane.focus() {
            Some(Item::Named(target)) => Some(target.clone()),
            item => item.and_then(Item::link).as_ref().and_then(target_of),
        };
        let chosen = pane.link().and_then(target_of);
        let meant: Vec<_> = [chosen, of_view, in_focus].into_iter().flatten().collect();
        let actor = meant.iter().find_map(|target| match target {
            Target::Actor(at) => Some(*at),
            _ => None,
        });
        let named = || {
            meant.iter().find_map(|target| match target {
                Target::Block(at) => reader.briefing.index().actors(*at).next(),
                _ => None,
            })
        };
        actor.or_else(named).or_else(|| reader.main_actor())
    }

    /// Makes the items of the view on top again; the cursor goes to `at`, or stays where it is.
    pub(super) fn refresh_view(&mut self, at: Option<usize>) {
        self.remake_view(|pane, _| at.unwrap_or(pane.cursor().item));
    }

    /// Makes the items of the view on top again; the cursor goes where the view begins.
    fn begin_view(&mut self) {
        self.remake_view(|_, begin| begin);
    }

    /// Makes the items of the view on top again; `cursor` says where the cursor goes, from where it
    /// is and where the view begins.
    fn remake_view(&mut self, cursor: impl FnOnce(&Pane, usize) -> usize) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        if let (Some(scene), Some(reader)) = (self.scene(), &self.reader) {
            let (items, begin) = overlay.view.items(&scene);
            let cursor = cursor(&overlay.pane, begin);
            remake(&mut overlay, items, cursor, reader);
        }
        self.overlays.push(overlay);
    }

    /// Enter on a cell of the matrix: the paragraphs in which both stand.
    pub(super) fn open_cell(&mut self) {
        let (Some(View::Matrix(matrix)), Some(reader)) =
            (self.overlays.last().map(|top| &top.view), &self.reader)
        else {
            return;
        };
        let blocks = matrix.blocks(&reader.briefing);
        if let (Some((row, column, Cell { count: 1.., .. })), Some(actor)) =
            (matrix.cell(), matrix.actor())
        {
            let title = format!("{} and {}", row.name, column.name);
            let overlay = Overlay::places(title, &blocks, actor);
            self.put(overlay, 0);
        }
    }

    /// A second has passed.
    pub(super) fn tick(&mut self) {
        let mut overlays = std::mem::take(&mut self.overlays);
        for overlay in &mut overlays {
            let View::Class(class) = &mut overlay.view else { continue };
            class.tick();
            let (Some(scene), Some(reader)) = (self.scene(), &self.reader) else { continue };
            // The countdown alone is another: the cursor and the chosen link stay.
            if let Some(clock) = class.countdown(&scene) {
                let last = overlay.pane.items().len().saturating_sub(1);
                reader.with_layout(&mut overlay.pane, |pane, layout| pane.put(last, clock, layout));
            }
        }
        self.overlays = overlays;
    }

    /// Whether seconds are to be told: a countdown runs.
    pub(super) fn counts_seconds(&self) -> bool {
        self.overlays.iter().any(|one| matches!(&one.view, View::Class(class) if class.runs()))
    }

    /// Puts up actors and articles to choose one of.
    pub(super) fn choose_for(&mut self, choice: Choice) {
        let Some(scene) = self.scene() else { return };
        let (overlay, at) = Overlay::view(View::Choice(choice), &scene);
        self.put(overlay, at);
    }

    /// What is chosen in a choice is taken.
    pub(super) fn chosen(&mut self, choice: Choice) {
        let target = match self.overlays.pop().as_ref().and_then(|top| top.pane.focus()) {
            Some(Item::Named(target) | Item::Concerning(target, _)) => Some(target.clone()),
            _ => return,
        };
        match (choice, self.overlays.last_mut().map(|top| &mut top.view)) {
            (Choice::Timeline, Some(View::Timeline(timeline))) => {
                timeline.narrow(target);
                self.begin_view();
            }
            (Choice::Lens, None) => self.set_lens(target),
            _ => {}
        }
    }

    /// L: folds all paragraphs but those on the article or the actor that is chosen or in focus, or
    /// on one that is to be chosen; unfolds them if they are folded.
    pub(super) fn lens(&mut self) {
        let Some(reader) = &self.reader else { return };
        if reader.lens().is_some() {
            return self.set_lens(None);
        }
        let link = reader.pane(reader.active()).link().and_then(target_of);
        match link.or_else(|| reader.subject()) {
            Some(target @ (Target::Actor(_) | Target::Article(_))) => self.set_lens(Some(target)),
            _ => self.choose_for(Choice::Lens),
        }
    }

    pub(super) fn set_lens(&mut self, target: Option<Target>) {
        if let Some(reader) = &mut self.reader {
            reader.set_lens(target);
        }
    }

    /// Begins to write the words that events are to have in them.
    pub(super) fn write_filter(&mut self) {
        // What is under the cursor now is what leaving the line comes back to.
        self.act_in_view(Command::Filter);
        if let Some(View::Timeline(timeline)) = self.overlays.last().map(|top| &top.view) {
            self.prompt = Some(Prompt::new(Purpose::Filter, timeline.words()));
        }
    }

    /// The line that is being written is another.
    pub(super) fn written(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        let words = prompt.words().to_owned();
        match prompt.purpose {
            Purpose::Filter => self.set_filter(&words),
            Purpose::Note => self.keep_draft(),
            Purpose::Bookmark => {}
            Purpose::GoTo => self.list_names(),
            Purpose::Search { regex } => self.search_written(&words, regex),
        }
        self.lay_out(false);
    }

    fn set_filter(&mut self, words: &str) {
        if let Some(View::Timeline(timeline)) = self.overlays.last_mut().map(|top| &mut top.view) {
            timeline.filter(words);
            self.begin_view();
        }
    }

    /// Takes what is written.
    pub(super) fn accept(&mut self) -> Vec<Effect> {
        if self.writes_name() {
            return self.go();
        }
        if let Some(prompt) = self.prompt.as_ref().filter(|_| self.writes_search()) {
            let words = prompt.words().to_owned();
            self.accept_search(&words);
            return Vec::new();
        }
        let Some(prompt) = self.prompt.take() else { return Vec::new() };
        match prompt.purpose {
            Purpose::Filter | Purpose::GoTo | Purpose::Search { .. } => {}
            Purpose::Bookmark => self.save_bookmark(prompt.words()),
            Purpose::Note => self.save_note(prompt.words()),
        }
        Vec::new()
    }

    /// Leaves the line, and all as it was.
    pub(super) fn cancel(&mut self) {
        if self.writes_search() {
            self.cancel_search();
        }
        let Some(prompt) = self.prompt.take() else { return };
        match prompt.purpose {
            Purpose::Filter => self.set_filter(prompt.start()),
            Purpose::Bookmark | Purpose::Search { .. } => {}
            Purpose::Note => self.leave_note(),
            Purpose::GoTo => self.leave_goto(),
        }
    }
}

/// Gives a view other items, with the cursor on item `at`.
fn remake(overlay: &mut Overlay, items: Vec<Item>, at: usize, reader: &Reader) {
    reader.with_layout(&mut overlay.pane, |pane, layout| {
        pane.set(items, layout);
        pane.go_to(at, layout);
    });
}

fn is_compared(briefing: &Briefing, at: ArticleIx) -> bool {
    !briefing.index().counterparts(at).is_empty()
}

/// The first article that a block cites and that has counterparts.
fn compared_in(briefing: &Briefing, at: BlockIx) -> Option<ArticleIx> {
    briefing.index().cites(at).iter().find_map(|target| match target {
        Target::Article(at) => Some(*at).filter(|at| is_compared(briefing, *at)),
        _ => None,
    })
}

/// The same for the block in focus.
fn compared_here(reader: &Reader) -> Option<ArticleIx> {
    compared_in(&reader.briefing, reader.focus()?)
}
