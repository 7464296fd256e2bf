//! A session on a screen: drawn with a theme, painted by a renderer.

use std::io::{self, Write};

use crate::app::App;
use crate::desk::Size;
use crate::theme::{Name, Theme};
use crate::ui;

use super::clipboard;
use super::outlet::Outlet;
use super::renderer::Renderer;

/// What rings a terminal's bell.
const BELL: &[u8] = b"\x07";

/// A screen that a session is drawn on.
pub struct ScreenOutlet<W> {
    theme: Theme,
    renderer: Renderer<W>,
    /// Whether the terminal is asked to put words on its clipboard.
    clipboard: bool,
}

impl<W: Write> ScreenOutlet<W> {
    /// A screen that is painted by `renderer`. Nothing is drawn yet.
    pub fn new(theme: Theme, renderer: Renderer<W>) -> Self {
        Self { theme, renderer, clipboard: false }
    }

    /// Asks the terminal to put what is copied on its clipboard.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: bool) -> Self {
        self.clipboard = clipboard;
        self
    }

    /// Sends what is no frame, between two of them and in one write.
    fn send(&mut self, bytes: &[u8]) {
        // If the terminal is gone, the next frame says so.
        let _ = self.renderer.writer_mut().write_all(bytes);
    }
}

impl<W: Write> Outlet for ScreenOutlet<W> {
    fn show(&mut self, app: &App) -> io::Result<usize> {
        let theme = &self.theme;
        self.renderer.draw(|buffer| ui::view(app, theme, buffer))
    }

    fn shows_previews(&self) -> bool {
        true
    }

    fn resize(&mut self, size: Size) {
        self.renderer.resize(size.width, size.height);
    }

    fn invalidate(&mut self) {
        self.renderer.invalidate();
    }

    fn copy(&mut self, words: &str) {
        if self.clipboard {
            self.send(&clipboard::copy(words));
        }
    }

    fn ring(&mut self) {
        self.send(BELL);
    }

    fn next_theme(&mut self) -> &'static str {
        self.theme = self.theme.next();
        self.theme.name().words()
    }

    fn take_theme(&mut self, name: &str) {
        self.theme = Name::named(name).map_or(self.theme, |name| self.theme.named(name));
    }
}
