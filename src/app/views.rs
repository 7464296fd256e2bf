//! Opening the views, and what their own keys and lines do.

use crate::command::Command;
use crate::model::Target;
use crate::text::Link;

use super::view::{Acted, Cell, Choice, Class, Compare, Matrix, Relations, Scene, Timeline};
use super::{App, Item, Overlay, PaneId, Prompt, Purpose, Screen, View, Zen};

impl App {
    /// What views are made from, with a briefing open.
    pub(super) fn scene(&self) -> Option<Scene<'_>> {
        let reader = self.reader.as_ref()?;
        let area = Screen::new(self.size, None, self.notice.is_some(), Zen::Off).body;
        let room = (usize::from(area.width), usize::from(area.height));
        Some(Scene { setting: reader.setting(), focus: reader.focus(), read: reader.coverage(), room })
    }

    /// Opens the view that a command names, on what is in focus.
    pub(super) fn open_view(&mut self, command: Command) {
        let Some(reader) = &self.reader else { return };
        let index = reader.briefing.index();
        let view = match command {
            Command::Title => View::Title,
            Command::Compare => match self.subject() {
                Some(Target::Article(at)) if !index.counterparts(at).is_empty() => {
                    View::Compare(Compare::new(at))
                }
                _ => View::Comparisons,
            },
            Command::Timeline => View::Timeline(Timeline::default()),
            Command::Matrix => View::Matrix(Matrix::new(&reader.briefing, reader.coverage())),
            Command::Relations => match self.subject() {
                Some(Target::Actor(at)) => View::Relations(Relations::new(Some(at))),
                _ => View::Relations(Relations::new(reader.main_actor())),
            },
            Command::Evidence => View::Evidence(reader.section()),
            _ => View::Class(Class::default()),
        };
        self.toggle(view);
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
            let chosen = overlay.pane.link().and_then(link_target);
            let in_focus =
                || overlay.pane.focus().and_then(Item::link).as_ref().and_then(link_target);
            return chosen.or(of_view).or_else(in_focus);
        }
        let chosen = reader.pane(reader.active()).link().and_then(link_target);
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
        self.overlays.push(overlay);
        match acted {
            Acted::No => false,
            Acted::Changed(at) => {
                self.refresh_view(at);
                true
            }
        }
    }

    /// Makes the items of the view on top again; the cursor goes to `at`, or stays where it is.
    pub(super) fn refresh_view(&mut self, at: Option<usize>) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        if let (Some(scene), Some(reader)) = (self.scene(), &self.reader) {
            let (items, _) = overlay.view.items(&scene);
            let cursor = at.unwrap_or(overlay.pane.cursor().item);
            reader.with_press(&mut overlay.pane, |pane, press| {
                pane.set(items, press);
                pane.go_to(cursor, press);
            });
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
        for overlay in &mut self.overlays {
            if let View::Class(class) = &mut overlay.view {
                class.tick();
            }
        }
        if self.overlays.last().is_some_and(|top| matches!(top.view, View::Class(_))) {
            self.refresh_view(None);
            self.lay_out(false);
        }
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
            Some(Item::Named(target)) => Some(target.clone()),
            _ => return,
        };
        match (choice, self.overlays.last_mut().map(|top| &mut top.view)) {
            (Choice::Timeline, Some(View::Timeline(timeline))) => {
                timeline.narrow(target);
                self.refresh_view(Some(0));
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
        let link = reader.pane(reader.active()).link().and_then(link_target);
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
        if let Some(View::Timeline(timeline)) = self.overlays.last().map(|top| &top.view) {
            self.prompt = Some(Prompt::new(Purpose::Filter, timeline.words()));
        }
    }

    /// The line that is being written is another.
    pub(super) fn written(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        match (prompt.purpose, self.overlays.last_mut().map(|top| &mut top.view)) {
            (Purpose::Filter, Some(View::Timeline(timeline))) => {
                timeline.filter(prompt.words());
                self.refresh_view(Some(0));
            }
            (Purpose::Filter, _) => {}
        }
        self.lay_out(false);
    }

    /// Takes what is written.
    pub(super) fn accept(&mut self) {
        self.prompt = None;
    }

    /// Leaves the line, and all as it was.
    pub(super) fn cancel(&mut self) {
        self.prompt = None;
    }
}

fn link_target(link: &Link) -> Option<Target> {
    match link {
        Link::To(target) | Link::CitedBy(target) => Some(target.clone()),
        Link::Sources(_) => None,
    }
}
