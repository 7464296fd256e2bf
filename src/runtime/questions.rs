//! What a terminal is asked of itself, before the first frame.

use std::mem;

use super::capabilities::Capabilities;
use super::keys::Reply;
use super::pacing::TerminalQuestion;

/// Whether its region may have left and right edges (DECRQM of DECLRMM, DEC private mode 69). Who prints a part
/// of it, though it should not, prints that on what the frame clears right after.
const MARGINS: &[u8] = b"\x1b[?69$p";

/// What its background is (OSC 11 of xterm's ctlseqs).
const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// What a terminal is asked, and what has become of it. The last question is what it is (DA1), which all
/// answer: answers come in the order of the questions, so that this one tells that the others will not be
/// answered.
#[derive(Debug, Default)]
pub(super) struct TerminalQuestions {
    /// Whether an answer on its background is to come.
    awaits_background: bool,
    /// Whether one on its margins is.
    awaits_margins: bool,
    /// Whether the terminal has answered without telling its background: then it never will.
    silent: bool,
}

impl TerminalQuestions {
    /// What a terminal is asked that has so much; its background only if that matters.
    pub(super) fn ask(&mut self, has: Capabilities, wants_background: bool) -> Vec<u8> {
        let tells = has.contains(Capabilities::BACKGROUND) && !self.silent;
        self.awaits_background = tells && wants_background;
        self.awaits_margins = has.contains(Capabilities::MODE_REPORTS);
        let margins = if self.awaits_margins { MARGINS } else { b"" };
        let background = if self.awaits_background { BACKGROUND } else { b"" };
        [margins, background, TerminalQuestion::Attributes.sequence()].concat()
    }

    /// Takes an answer in; whether it counts. Whoever has asked, a background is what it is. But margins are had
    /// only by whom this has asked: the same bytes may have been typed.
    pub(super) fn hear(&mut self, reply: Reply) -> bool {
        match reply {
            Reply::Background { .. } => self.awaits_background = false,
            Reply::Attributes => self.silent |= mem::take(&mut self.awaits_background),
            Reply::Margins(_) => return mem::take(&mut self.awaits_margins),
            Reply::Status => {}
        }
        true
    }
}
