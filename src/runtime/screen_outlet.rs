//! A session on a screen: drawn with a theme, painted by a renderer.

use std::io::{self, Write};
use std::time::Duration;

use crate::app::App;
use crate::desk::Size;
use crate::theme::{Name, Theme};
use crate::ui;

use super::background::BackgroundQuestion;
use super::capabilities::Capabilities;
use super::clipboard;
use super::keys::Reply;
use super::outlet::Outlet;
use super::renderer::Renderer;

/// What rings a terminal's bell.
const BELL: &[u8] = b"\x07";

/// A screen that a session is drawn on.
pub struct ScreenOutlet<W> {
    theme: Theme,
    /// Whether nobody has chosen the theme, so that the terminal's background decides.
    guesses_theme: bool,
    background: BackgroundQuestion,
    renderer: Renderer<W>,
}

impl<W: Write> ScreenOutlet<W> {
    /// A screen that is painted by `renderer`. Nothing is drawn yet.
    pub fn new(theme: Theme, renderer: Renderer<W>) -> Self {
        Self { theme, guesses_theme: false, background: BackgroundQuestion::default(), renderer }
    }

    /// Whether the theme is a guess, and that for the background of the terminal is better.
    #[must_use]
    pub(super) fn guessing_theme(mut self, guesses_theme: bool) -> Self {
        self.guesses_theme = guesses_theme;
        self
    }

    /// What the terminal has.
    pub(super) fn capabilities(&self) -> Capabilities {
        self.renderer.capabilities()
    }

    /// Asks the terminal for its background, if it can tell and that matters: the answer is an event. It
    /// may have another one after somebody else had the terminal.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn ask_background(&mut self) -> io::Result<()> {
        if self.guesses_theme && self.capabilities().contains(Capabilities::BACKGROUND) {
            return self.background.ask(self.renderer.writer_mut());
        }
        Ok(())
    }

    /// How long an answer of the terminal may still be on its way.
    pub(super) fn answer_due(&self) -> Option<Duration> {
        self.background.due()
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
        if self.capabilities().contains(Capabilities::CLIPBOARD) {
            self.send(&clipboard::copy(words));
        }
    }

    fn ring(&mut self) {
        self.send(BELL);
    }

    fn next_theme(&mut self) -> &'static str {
        self.guesses_theme = false;
        self.theme = self.theme.next();
        self.theme.name().words()
    }

    fn take_theme(&mut self, name: &str) {
        let name = Name::named(name);
        self.guesses_theme &= name.is_none();
        self.theme = name.map_or(self.theme, |name| self.theme.named(name));
    }

    fn hear(&mut self, reply: Reply) {
        self.background.hear(reply);
        if let Reply::Background { r, g, b } = reply
            && self.guesses_theme
        {
            self.theme = self.theme.named(Name::on(r, g, b));
        }
    }
}
