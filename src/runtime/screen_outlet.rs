//! A session on a screen: drawn with a theme, painted by a renderer.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::app::App;
use crate::desk::Size;
use crate::theme::{Name, Theme};
use crate::ui;

use super::capabilities::Capabilities;
use super::clipboard;
use super::keys::Reply;
use super::line_speed::LineSpeed;
use super::outlet::Outlet;
use super::pacing::{Pacing, TerminalQuestion};
use super::questions::TerminalQuestions;
use super::renderer::Renderer;

/// What rings a terminal's bell.
const BELL: &[u8] = b"\x07";

/// A screen that a session is drawn on.
pub struct ScreenOutlet<W> {
    theme: Theme,
    /// Whether nobody has chosen the theme, so that the terminal's background decides.
    guesses_theme: bool,
    questions: TerminalQuestions,
    pacing: Pacing,
    /// How long its first answer is waited for.
    grace: Duration,
    speed: LineSpeed,
    renderer: Renderer<W>,
}

impl<W: Write> ScreenOutlet<W> {
    /// A screen that is painted by `renderer`. Nothing is drawn yet.
    pub fn new(theme: Theme, renderer: Renderer<W>) -> Self {
        Self {
            theme,
            guesses_theme: false,
            questions: TerminalQuestions::default(),
            pacing: Pacing::silent(),
            grace: Duration::ZERO,
            speed: LineSpeed::default(),
            renderer,
        }
    }

    /// Asks the terminal what it is and how far it has read, if it answers that; its first answer is waited for so
    /// long.
    #[must_use]
    pub(super) fn asking(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self.begin_anew();
        self
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

    /// What it is written to.
    pub(super) fn writer_mut(&mut self) -> &mut W {
        self.renderer.writer_mut()
    }

    /// Somebody else may have had the terminal, and it may be another one: with the next frame, which is
    /// painted whole, it is asked anew what it is.
    pub(super) fn begin_anew(&mut self) {
        let has = self.capabilities();
        self.renderer.set_capabilities(has - Capabilities::MARGINS);
        self.renderer.invalidate();
        let reports = has.contains(Capabilities::REPORTS);
        self.pacing = if reports { Pacing::new(self.grace) } else { Pacing::silent() };
    }

    /// Until when answers of the terminal may still be on their way.
    pub(super) fn answers_due(&self) -> Option<Instant> {
        self.pacing.due()
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
        let view = |buffer: &mut _| ui::view(app, theme, buffer);
        let before = if self.pacing.introduces() {
            self.questions.ask(self.renderer.capabilities(), self.guesses_theme)
        } else {
            Vec::new()
        };
        let behind = if self.pacing.asks() { TerminalQuestion::Status.sequence() } else { b"" };
        let sent = self.renderer.draw_between(&before, behind, view)?;
        if sent > 0 {
            self.pacing.sent(sent, Instant::now());
        }
        Ok(sent)
    }

    fn held_until(&mut self, now: Instant) -> Option<Instant> {
        self.pacing.held_until(now)
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

    fn hear(&mut self, reply: Reply) -> Option<bool> {
        if !self.questions.hear(reply) {
            return None;
        }
        match reply {
            Reply::Background { r, g, b } if self.guesses_theme => {
                self.theme = self.theme.named(Name::on(r, g, b));
            }
            Reply::Background { .. } => {}
            Reply::Margins(has) => {
                let margins = if has { Capabilities::MARGINS } else { Capabilities::empty() };
                let others = self.capabilities() - Capabilities::MARGINS;
                self.renderer.set_capabilities(others | margins);
            }
            Reply::Attributes => {
                // How long this takes says nothing of the line: the terminal may have just been started too.
                self.pacing.answered(TerminalQuestion::Attributes, Instant::now());
            }
            Reply::Status => {
                let lag = self.pacing.answered(TerminalQuestion::Status, Instant::now())?;
                return self.speed.take(lag);
            }
        }
        None
    }
}
