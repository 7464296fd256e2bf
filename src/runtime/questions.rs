//! What a terminal is asked of itself, before the first frame.

use super::capabilities::Capabilities;
use super::keys::Reply;
use super::pacing::Question;

/// Whether its region may have left and right edges (DECRQM of DECLRMM, DEC private mode 69). Who prints a part
/// of it, though it should not, prints that on what the frame clears right after.
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
    /// What a terminal is asked that has so much; its background only if that matters.
    pub(super) fn ask(&mut self, has: Capabilities, wants_background: bool) -> Vec<u8> {
        self.told = false;
        let tells = has.contains(Capabilities::BACKGROUND) && !self.silent;
        self.asked = tells && wants_background;
        let margins = if has.contains(Capabilities::MODE_REPORTS) { MARGINS } else { b"" };
        let background = if self.asked { BACKGROUND } else { b"" };
        [margins, background, Question::Attributes.sequence()].concat()
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
