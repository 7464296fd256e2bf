//! Asking the terminal for its background.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::keys::Reply;

/// What is the background (OSC 11 of xterm's ctlseqs), and then, which every terminal answers: what are you
/// (DA1, ECMA-48 8.3.24). Answers come in the order of the questions, so that the second tells that the
/// first will not be answered.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// After so long an answer is no longer waited for by whoever gives the terminal away: a signal may take a
/// second, with the leaving.
const PATIENCE: Duration = Duration::from_millis(750);

/// The question, and what has become of it.
#[derive(Debug, Default)]
pub(super) struct BackgroundQuestion {
    /// When it was asked, until all of the answer is there.
    asked: Option<Instant>,
    told: bool,
    /// Whether the terminal has answered without telling its background: then it never will.
    silent: bool,
}

impl BackgroundQuestion {
    /// Asks, unless an answer is still to come or the terminal does not tell.
    pub(super) fn ask(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.silent || self.asked.is_some() {
            return Ok(());
        }
        self.asked = Some(Instant::now());
        self.told = false;
        out.write_all(QUESTION)
    }

    /// Takes an answer in, whoever has asked for it.
    pub(super) fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Background { .. } => self.told = true,
            Reply::Attributes => {
                let asked = self.asked.take().is_some();
                self.silent |= asked && !self.told;
            }
        }
    }

    /// How long to wait for the answer before somebody else reads the terminal, to whom it would be keys.
    pub(super) fn due(&self) -> Option<Duration> {
        let left = self.asked.map(|asked| PATIENCE.saturating_sub(asked.elapsed()));
        left.filter(|left| !left.is_zero())
    }
}
