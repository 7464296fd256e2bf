//! What a terminal is asked of itself, once, with the first frame.

use super::capabilities::Capabilities;
use super::keys::Reply;

/// Whether its region may have left and right edges (DECRQM of DECLRMM, DEC private mode 69). It goes before
/// the frame: who prints a part of it, though it should not, prints that on what is cleared right after.
const MARGINS: &[u8] = b"\x1b[?69$p";

/// What its background is (OSC 11 of xterm's ctlseqs).
const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// What a terminal is asked, and what has become of it. The last question is what it is (DA1), which all
/// answer: answers come in the order of the questions, so that this one tells that the others will not be
/// answered.
#[derive(Debug, Default)]
pub(super) struct Questions {
    /// Whether the background was asked for, and whether the answer came.
    asked: bool,
    told: bool,
    /// Whether the terminal has answered without telling its background: then it never will.
    silent: bool,
}

impl Questions {
    /// What goes before the first frame of a terminal that has so much.
    pub(super) fn before(has: Capabilities) -> &'static [u8] {
        if has.contains(Capabilities::MODE_REPORTS) { MARGINS } else { b"" }
    }

    /// What goes behind it, before the last question; the background only if that matters.
    pub(super) fn behind(&mut self, has: Capabilities, wants_background: bool) -> &'static [u8] {
        self.told = false;
        let can = has.contains(Capabilities::BACKGROUND) && !self.silent;
        self.asked = can && wants_background;
        if self.asked { BACKGROUND } else { b"" }
    }

    /// Takes an answer in, whoever has asked for it.
    pub(super) fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Background { .. } => self.told = true,
            Reply::Attributes => self.silent |= std::mem::take(&mut self.asked) && !self.told,
            Reply::Status | Reply::Margins(_) => {}
        }
    }
}
