//! Where everything goes on the screen now, and laying it out.

use super::{App, Class, Overlay, Pane, Reader, View};
use crate::desk::LayoutContext;
use crate::desk::{Area, PaneId, Screen, Zen};

impl App {
    /// Where everything is on the screen.
    pub fn screen(&self) -> Screen {
        match self.layers() {
            (Some(_), _) => {
                self.halved(Screen::new(self.size, None, self.notice_lines().len(), Zen::Off), None)
            }
            (None, _) => self.panes_screen(),
        }
    }

    /// Where everything is while no view takes the screen.
    pub(super) fn panes_screen(&self) -> Screen {
        let active = self.reader.as_ref().map(Reader::active);
        let screen = Screen::new(self.size, active, self.notice_lines().len(), self.options.zen);
        self.halved(screen, active)
    }

    /// While the list of all matches is open it has half of the screen.
    fn halved(&self, screen: Screen, active: Option<PaneId>) -> Screen {
        let is_list = |overlay: &Overlay| matches!(overlay.view, View::Results(_));
        let lists = self.overlays.iter().any(is_list);
        if lists { screen.halved(self.size, active) } else { screen }
    }

    /// The frame of an overlay.
    pub fn frame(&self, overlay: &Overlay) -> Area {
        let screen = self.screen();
        let (content, row) = match (self.layers().0, &self.reader) {
            (Some(view), _) => {
                (view.view.content(screen.body, self.options.measure), view.pane.cursor_row())
            }
            (None, Some(reader)) => {
                let content = screen.content(reader.active(), self.options.measure());
                (content.unwrap_or(screen.body), reader.pane(reader.active()).cursor_row())
            }
            (None, None) => (screen.body, 0),
        };
        let eye = content.y.saturating_add(u16::try_from(row).unwrap_or(0));
        overlay.frame(&screen, self.size, content, eye)
    }

    /// Where the text of an overlay goes: inside its frame, with margins.
    pub fn overlay_content(&self, overlay: &Overlay) -> Area {
        if let View::Class(_) = overlay.view {
            return Class::content(self.frame(overlay), overlay.pane.rows());
        }
        if overlay.view.is_full() {
            return overlay.view.content(self.frame(overlay), self.options.measure);
        }
        let inside = self.frame(overlay).inside().margin(2);
        if inside.height > 3 { inside.below(1) } else { inside }
    }

    /// Lays out what changed; with `afresh`, everything.
    pub(super) fn lay_out(&mut self, afresh: bool) {
        self.reshape_views();
        if let Some(prompt) = &mut self.prompt {
            prompt.fit(self.size.width);
        }
        let screen = self.panes_screen();
        if let Some(reader) = &mut self.reader {
            reader.lay_out(&screen, afresh);
        }
        if let Some(shelf) = self.shelf.as_mut().filter(|_| self.reader.is_none()) {
            fit(&mut shelf.pane, screen.column(), afresh, &BARE);
        }
        // A frame is no higher than what it shows, which its width decides: hence twice.
        let twice = (0..self.overlays.len()).flat_map(|at| [(at, afresh), (at, false)]);
        for (at, afresh) in twice {
            let area = self.overlays.get(at).map(|overlay| self.overlay_content(overlay));
            let (Some(area), Some(overlay)) = (area, self.overlays.get_mut(at)) else { break };
            if let (View::Matrix(matrix), Some(reader)) = (&mut overlay.view, &self.reader) {
                matrix.fit(area, &reader.briefing, reader.coverage());
            }
            match &self.reader {
                Some(reader) => reader.with_layout(&mut overlay.pane, |pane, layout| {
                    fit(pane, area, afresh, layout);
                }),
                None => fit(&mut overlay.pane, area, afresh, &BARE),
            }
        }
    }
}

/// What things without a briefing are laid out with.
pub(super) const BARE: LayoutContext = LayoutContext { setting: None, hyphens: None, found: None };

fn fit(pane: &mut Pane, area: Area, afresh: bool, layout: &LayoutContext) {
    let size = (usize::from(area.width), usize::from(area.height));
    if afresh || pane.size() != size || !pane.is_laid() {
        pane.resize(size.0, size.1, layout);
    }
}
