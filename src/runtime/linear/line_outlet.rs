//! A session in plain lines: no cursor is placed, no colour set, nothing drawn.

use std::io::{self, Write};
use std::time::Instant;

use crate::app::App;
use crate::base::visible_line;
use crate::desk::Size;
use crate::text::{Measure, Rich, Role, ascii, wrap};
use crate::ui::Teller;

use super::super::keys::Reply;
use super::super::outlet::Outlet;
use super::super::words;

/// What stands where a line is awaited.
const PROMPT: &[u8] = b"> ";

/// The widest line, in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// None is broken.
    Any,
    /// As wide as was asked for.
    Columns(usize),
    /// As wide as the terminal is now.
    Terminal(usize),
}

/// Lines that a session is told in.
pub(super) struct LineOutlet<W> {
    out: W,
    pub(super) teller: Teller,
    width: Width,
    /// Whether only ASCII is shown.
    ascii: bool,
    /// Whether a prompt is written where a line is awaited.
    prompts: bool,
    /// Whether it stands there now, and nothing was written behind it.
    at_prompt: bool,
    /// What is to be told besides.
    waiting: Vec<String>,
}

impl<W: Write> LineOutlet<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            teller: Teller::default(),
            width: Width::Any,
            ascii: false,
            prompts: false,
            at_prompt: false,
            waiting: Vec::new(),
        }
    }

    pub(super) fn set_width(&mut self, width: Width) {
        self.width = width;
    }

    pub(super) fn set_ascii(&mut self) {
        self.ascii = true;
    }

    pub(super) fn set_prompts(&mut self) {
        self.prompts = true;
    }

    pub(super) fn has_prompts(&self) -> bool {
        self.prompts
    }

    /// A line was written behind the prompt, and ended it.
    pub(super) fn leave_prompt(&mut self) {
        self.at_prompt = false;
    }

    /// The prompt is left without a line: what is told next begins a new one.
    pub(super) fn break_prompt(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.at_prompt) {
            self.out.write_all(b"\n")?;
            self.out.flush()?;
        }
        Ok(())
    }

    /// Has these told when the next is shown.
    pub(super) fn say(&mut self, lines: impl IntoIterator<Item = String>) {
        self.waiting.extend(lines);
    }

    /// Writes lines, and where a line is awaited the prompt.
    ///
    /// # Errors
    /// What it writes to is gone.
    fn write(&mut self, lines: &[String]) -> io::Result<usize> {
        if lines.is_empty() && (self.at_prompt || !self.prompts) {
            return Ok(0);
        }
        let mut bytes = Vec::new();
        if self.at_prompt {
            bytes.push(b'\n');
        }
        for line in lines.iter().flat_map(|line| self.broken(line)) {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        if self.prompts {
            bytes.extend_from_slice(PROMPT);
            self.at_prompt = true;
        }
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(bytes.len())
    }

    /// A line as it is written: what drives no terminal, in as many lines as it takes.
    fn broken(&self, line: &str) -> Vec<String> {
        let line = visible_line(line);
        let line = if self.ascii { ascii(&line) } else { line };
        let width = match self.width {
            Width::Any => return vec![line.into_owned()],
            Width::Columns(columns) | Width::Terminal(columns) => columns,
        };
        let measure = Measure { width, hyphens: None, unbroken: false };
        // A number stays with what it is the number of.
        let lines = wrap(&Rich::new(&line.replace(" [", "\u{a0}["), Role::Body), &measure);
        let words = lines.iter().map(|line| line.segments.iter());
        let words = words.map(|parts| parts.map(|part| part.words.as_str()).collect::<String>());
        words.map(|line| line.replace('\u{a0}', " ")).collect()
    }
}

impl<W: Write> Outlet for LineOutlet<W> {
    fn show(&mut self, app: &App) -> io::Result<usize> {
        let mut lines = std::mem::take(&mut self.waiting);
        if !lines.is_empty() {
            self.teller.answered();
        }
        lines.extend(self.teller.tell(app));
        self.write(&lines)
    }

    fn held_until(&mut self, _now: Instant) -> Option<Instant> {
        None
    }

    /// The whole is told a moment later, and is told once.
    fn shows_previews(&self) -> bool {
        false
    }

    fn resize(&mut self, size: Size) {
        if let Width::Terminal(columns) = &mut self.width {
            *columns = usize::from(size.width).max(1);
        }
    }

    fn invalidate(&mut self) {
        self.teller.tell_again();
    }

    /// There is no clipboard: the words are told.
    fn copy(&mut self, words: &str) {
        self.waiting.extend(words.lines().map(str::to_owned));
    }

    fn ring(&mut self) {
        self.waiting.push(words::time_is_up().to_owned());
    }

    /// Lines have no theme.
    fn next_theme(&mut self) -> &'static str {
        crate::theme::Name::Mono.words()
    }

    fn take_theme(&mut self, _name: &str) {}

    /// It asks nothing.
    fn hear(&mut self, _: Reply) -> Option<bool> {
        None
    }
}
