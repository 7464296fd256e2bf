//! What a session shows itself through: the screen of a terminal, or plain lines.

use std::io;
use std::time::Instant;

use crate::app::App;
use crate::desk::Size;

use super::keys::Reply;

/// What a session shows itself through.
pub trait Outlet {
    /// Shows what is so now, as far as it is not shown yet; returns the bytes sent.
    ///
    /// # Errors
    /// What it writes to is gone.
    fn show(&mut self, app: &App) -> io::Result<usize>;

    /// Until when nothing is to be shown, unless it says something before; none if it may be shown now.
    fn held_until(&mut self, now: Instant) -> Option<Instant>;

    /// Whether the beginning of a briefing is worth showing before the whole is read.
    fn shows_previews(&self) -> bool;

    /// Takes a new size, in columns and rows.
    fn resize(&mut self, size: Size);

    /// Forgets what is shown: the next time all is shown anew.
    fn invalidate(&mut self);

    /// Hands words that were copied over.
    fn copy(&mut self, words: &str);

    /// Rings for attention.
    fn ring(&mut self);

    /// Takes the next theme; answers with its name.
    fn next_theme(&mut self) -> &'static str;

    /// Takes the theme of this name, if there is one.
    fn take_theme(&mut self, name: &str);

    /// Takes an answer of the terminal in; whether the line to it is slow, if that turns out by this answer to
    /// be another than before.
    fn hear(&mut self, reply: Reply) -> Option<bool>;
}
