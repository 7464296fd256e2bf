//! Where everything goes on the screen now, and laying it out.

use crate::desk::{Area, LayoutContext, PaneId, Parted, Screen, ScrollJump, Zen, text_column};
use crate::text::{Line, Measure, Rich, Role, wrap};

use super::stack::{Overlay, Room};
use super::view::Scene;
use super::{App, Reader, View};

/// What things without a briefing are laid out with.
pub(super) const BARE: LayoutContext =
    LayoutContext { setting: None, hyphens: None, found: None, jump: ScrollJump::ONE };

impl App {
    /// Where everything is on the screen.
    pub fn screen(&self) -> Screen {
        match self.layers() {
            (Some(full), _) => {
                let mut screen = self.halved(self.full_screen(), None);
                let parted = Parted::of(screen.body).filter(|_| full.view.is_parted());
                screen.rules[0] = parted.map(|parted| parted.rule);
                screen
            }
            (None, _) => self.panes_screen(),
        }
    }

    /// What went wrong and was not seen yet, in lines that fit the screen, less than a mark before
    /// them and a margin.
    pub(crate) fn notice_lines(&self) -> Vec<String> {
        let Some(notice) = self.notice() else { return Vec::new() };
        let width = usize::from(self.size.width.saturating_sub(4)).max(1);
        let lines = wrap(
            &Rich::new(notice, Role::Warning),
            &Measure { width, hyphens: None, unbroken: false },
        );
        let words = |line: &Line| line.segments.iter().map(|part| part.words.as_str()).collect();
        lines.iter().map(words).collect()
    }

    fn full_screen(&self) -> Screen {
        Screen::new(self.size, None, self.notice_lines().len(), Zen::Off, false)
    }

    /// Where everything is while no view takes the screen.
    pub(super) fn panes_screen(&self) -> Screen {
        let active = self.reader.as_ref().map(Reader::active);
        let has_actors = self.reader.as_ref().is_some_and(Reader::has_actors);
        let rows = self.notice_lines().len();
        let screen = Screen::new(self.size, active, rows, self.options.zen, has_actors);
        self.halved(screen, active)
    }

    /// While the list of all matches is open it has half of the screen.
    fn halved(&self, screen: Screen, active: Option<PaneId>) -> Screen {
        if self.stack.has(View::halves) { screen.halved(self.size, active) } else { screen }
    }

    /// Columns and rows for a view.
    pub(super) fn room(&self) -> (usize, usize) {
        let body = self.full_screen().body;
        (usize::from(body.width), usize::from(body.height))
    }

    /// What views may look at, with a briefing open.
    pub(super) fn scene(&self) -> Option<Scene<'_>> {
        let reader = self.reader.as_ref()?;
        Some(Scene::new(
            reader,
            &self.keeping,
            &self.finding,
            &self.class,
            &self.keymap,
            self.room(),
        ))
    }

    /// What the header says of a view at its right end: counts, a place, a filter.
    pub(crate) fn status(&self, overlay: &Overlay) -> String {
        let scene = self.scene();
        scene.map_or_else(String::new, |scene| overlay.view.status(&scene, overlay.pane()))
    }

    /// The room for what lies over the panes.
    fn room_over_panes(&self) -> Room {
        let (screen, measure) = (self.screen(), self.options.measure);
        let (text, row) = match (self.layers().0, &self.reader) {
            (Some(full), _) => {
                let rows = full.pane().rows();
                (full.view.content(screen.body, measure, rows), full.pane().cursor_row())
            }
            (None, Some(reader)) => {
                let content = screen.content(reader.active(), self.options.measure());
                (content.unwrap_or(screen.body), reader.pane(reader.active()).cursor_row())
            }
            (None, None) => (screen.body, 0),
        };
        let eye = text.y.saturating_add(u16::try_from(row).unwrap_or(0));
        Room { screen, size: self.size, text, eye, measure }
    }

    /// The columns that the pane has for a line of text, however wide a line may be.
    pub(super) fn room_for_text(&self) -> usize {
        let screen = self.screen();
        let text = screen.content(PaneId::Text, usize::MAX);
        text.unwrap_or_else(|| text_column(screen.body, usize::MAX)).width.into()
    }

    /// The frame of an overlay.
    pub fn frame(&self, overlay: &Overlay) -> Area {
        overlay.frame(&self.room_over_panes())
    }

    /// Where the text of an overlay goes: inside its frame, with margins.
    pub(crate) fn overlay_content(&self, overlay: &Overlay) -> Area {
        overlay.content(&self.room_over_panes())
    }

    /// Lays everything out for what it is now: all anew if the screen or the options are others, else
    /// what changed.
    pub(super) fn lay_out(&mut self) {
        let laid_for = Some((self.size, self.options.for_layout()));
        let afresh = self.laid_for != laid_for;
        self.laid_for = laid_for;
        let room = self.room();
        if let Some(reader) = &self.reader {
            let scene =
                Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
            self.stack.reshape(&scene);
        }
        self.stack.fit_prompt(self.size.width);
        let screen = self.panes_screen();
        if let Some(reader) = &mut self.reader {
            reader.lay_out(&screen, afresh);
            // Another focus may have let go of the only actor there was.
            let tied = self.panes_screen();
            if let Some(reader) = self.reader.as_mut().filter(|_| tied != screen) {
                reader.lay_out(&tied, afresh);
            }
        } else if let Some(shelf) = &mut self.shelf {
            shelf.pane.fit(screen.column(), afresh, &BARE);
        }
        // A frame is no higher than what it shows, which its width decides: hence twice.
        for at in 0..self.stack.overlays().len() {
            self.fit_overlay(at, afresh, room);
            self.fit_overlay(at, false, room);
        }
        self.stack.settle();
    }

    fn fit_overlay(&mut self, at: usize, afresh: bool, room: (usize, usize)) {
        let Some(overlay) = self.stack.overlays().get(at) else { return };
        let area = self.overlay_content(overlay);
        let Some(reader) = &self.reader else {
            return self.stack.fit(at, area, afresh, None, &BARE);
        };
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        self.stack.fit(at, area, afresh, Some(&scene), &reader.layout());
    }
}
