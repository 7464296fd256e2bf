//! The state machine.

use std::time::{Duration, Instant};

use crate::command::{Code, Key};

use super::control_string::{ControlString, StringByte};
use super::csi;
use super::input::Input;
use super::letter::{Decoded, Letter};
use super::paste::Paste;

/// How long what may be a key is waited for to become another: ESC and what follows it up to 100 ms later
/// are one (a line that is far away, and busy), and then there shall be time to read it.
const ESCAPE: Duration = Duration::from_millis(150);

/// How long a sequence that has begun is waited for that can be no key of its own: an answer that comes in
/// pieces, late. Whatever is typed meanwhile is taken for a part of it.
const SEQUENCE: Duration = Duration::from_secs(1);

/// How long the next piece of a paste is waited for. If its end was lost, keys are words for as long; but if
/// it only comes slowly, words would be keys.
const PASTE: Duration = Duration::from_secs(5);

/// The most bytes of a control sequence that are kept. One that is longer is read past.
const LONGEST: usize = 64;

/// Keys from bytes, in whatever pieces they come.
///
/// It has no clock: the time is handed in, and [`KeyParser::deadline`] says when it wants to be asked
/// again though nothing has come.
#[derive(Debug, Clone, Default)]
pub struct KeyParser {
    state: Pending,
    /// The letter that comes, if its first bytes have come.
    letter: Letter,
    /// Whether the bytes before were a part of a letter that is not whole: what follows may be its rest.
    is_broken: bool,
    /// When the last byte came.
    last: Option<Instant>,
}

/// What has come of something that is not whole.
#[derive(Debug, Clone, Default)]
enum Pending {
    /// Nothing, or a part of a letter.
    #[default]
    Ground,
    /// ESC, or ESC and a part of a letter.
    Escape,
    /// What begins a sequence, by the character that it is after ESC; whether it was ESC and that, which
    /// could also be a key with Alt.
    Opened { by: char, typed: bool },
    /// CSI, then parameters and intermediate bytes.
    Csi { body: Vec<u8>, is_whole: bool },
    /// CSI and `[`: a function key of the Linux console.
    Console,
    /// SS3, then parameters.
    SingleShift(Vec<u8>),
    /// A mouse report with so many characters to come (X10).
    Mouse(u8),
    /// A control string.
    String(ControlString),
    /// A control string, then ESC.
    StringEscape(ControlString),
    /// A paste.
    Paste(Paste),
}

/// Whether a byte was taken. If not, it is to be looked at anew, in the state that there is now.
type Consumed = bool;

impl KeyParser {
    /// Takes bytes that came at `now`, and answers with what they made.
    ///
    /// What was due before comes first: bytes that come when the deadline is over begin anew.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.deadline().is_some_and(|deadline| deadline < now) {
            self.give_up(&mut inputs);
        }
        for byte in bytes {
            // Each refusal leads to a state that is nearer to none, so that this ends.
            while !self.take(*byte, &mut inputs) {}
        }
        if !bytes.is_empty() {
            self.last = Some(now);
        }
        inputs
    }

    /// When what has come is taken for what it is, unless more comes by then; `None` at rest.
    pub fn deadline(&self) -> Option<Instant> {
        let patience = match &self.state {
            Pending::Ground if self.letter.is_empty() => return None,
            Pending::Ground | Pending::Escape | Pending::Opened { by: '[' | 'O', .. } => ESCAPE,
            Pending::Paste(_) => PASTE,
            _ => SEQUENCE,
        };
        self.last.map(|last| last + patience)
    }

    /// Nothing has come up to `now`: what is due, if anything is.
    pub fn expire(&mut self, now: Instant) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.deadline().is_some_and(|deadline| deadline <= now) {
            self.give_up(&mut inputs);
        }
        inputs
    }

    /// Takes what has come for what it is, as there will be no more of it.
    fn give_up(&mut self, inputs: &mut Vec<Input>) {
        self.is_broken = !self.letter.is_empty();
        self.letter.clear();
        match std::mem::take(&mut self.state) {
            Pending::Escape => inputs.push(plain(Code::Esc)),
            Pending::Opened { by, typed: true } => inputs.push(alt(Key::plain(Code::Char(by)))),
            Pending::Paste(paste) => inputs.push(Input::Paste(paste.words())),
            // An answer that was cut off, and no key.
            _ => {}
        }
    }

    fn take(&mut self, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        match std::mem::take(&mut self.state) {
            Pending::Ground => self.ground(byte, inputs),
            Pending::Escape => self.escape(byte, inputs),
            Pending::Opened { by, typed } => self.opened(by, typed, byte, inputs),
            Pending::Csi { body, is_whole } => self.csi(body, is_whole, byte, inputs),
            Pending::Console => {
                if let b'A'..=b'E' = byte {
                    inputs.push(plain(Code::F(byte - b'A' + 1)));
                }
                matches!(byte, b' '..=b'~')
            }
            Pending::SingleShift(body) => self.single_shift(body, byte, inputs),
            Pending::Mouse(left) => self.mouse(left, byte),
            Pending::String(string) => self.string(string, byte, inputs),
            Pending::StringEscape(string) => {
                if byte == b'\\' {
                    inputs.extend(string.reply().map(Input::Reply));
                    return true;
                }
                // The ESC broke it off, and may begin something of its own.
                self.state = Pending::Escape;
                byte == ESC
            }
            Pending::Paste(mut paste) => {
                if paste.push(byte) {
                    inputs.push(Input::Paste(paste.words()));
                } else {
                    self.state = Pending::Paste(paste);
                }
                true
            }
        }
    }

    fn ground(&mut self, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        if byte == ESC && self.letter.is_empty() {
            self.state = Pending::Escape;
            return true;
        }
        self.letter(byte, false, inputs)
    }

    fn escape(&mut self, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        match byte {
            _ if !self.letter.is_empty() => self.letter(byte, true, inputs),
            // Two: the first was a key. rxvt sends that before a sequence for Alt, but so does who is quick.
            ESC => {
                inputs.push(plain(Code::Esc));
                self.state = Pending::Escape;
                true
            }
            b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_' => {
                self.state = Pending::Opened { by: char::from(byte), typed: true };
                true
            }
            // The end of a string that was given up (ST).
            b'\\' => true,
            _ => self.letter(byte, true, inputs),
        }
    }

    /// A byte of a letter, after ESC or without.
    fn letter(&mut self, byte: u8, has_escape: bool, inputs: &mut Vec<Input>) -> Consumed {
        let was_broken = std::mem::take(&mut self.is_broken);
        let (control, taken) = match self.letter.push(byte) {
            Decoded::Part => {
                self.state = if has_escape { Pending::Escape } else { Pending::Ground };
                return true;
            }
            Decoded::Char(c @ '\u{80}'..='\u{9f}') => (Some(c), true),
            Decoded::Char(c) => {
                let key = u8::try_from(c).ok().filter(u8::is_ascii).map(csi::of_byte);
                let key = key.unwrap_or(Key::plain(Code::Char(c)));
                inputs.push(if has_escape { alt(key) } else { Input::Key(key) });
                return true;
            }
            Decoded::Invalid { again } => {
                self.is_broken = again || was_broken || byte >= 0xa0;
                // As one byte, C1 is what a VT220 sends that is set to eight bits.
                let control = Some(char::from(byte)).filter(|c| !self.is_broken && c.is_control());
                (control, !again)
            }
        };
        if has_escape {
            inputs.push(plain(Code::Esc));
        }
        if let Some(by) = control.and_then(opens) {
            self.state = Pending::Opened { by, typed: false };
        }
        taken
    }

    /// The first byte after what opens a sequence. If it cannot be its first, that was two keys.
    fn opened(&mut self, by: char, typed: bool, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        let belongs = match by {
            '[' => matches!(byte, b' '..=b'~'),
            'O' => byte.is_ascii_digit() || csi::single_shift(b"", byte).is_some(),
            // The answers that are commands begin with a number, or are a title (xterm).
            ']' => matches!(byte, b'0'..=b'9' | b'l' | b'L'),
            _ => matches!(byte, b' '..=b'~' | 0x80..),
        };
        if !belongs {
            self.state = Pending::Opened { by, typed };
            self.give_up(inputs);
            return false;
        }
        self.state = match by {
            '[' => Pending::Csi { body: Vec::new(), is_whole: true },
            'O' => Pending::SingleShift(Vec::new()),
            _ => Pending::String(ControlString::new(by)),
        };
        false
    }

    fn csi(
        &mut self,
        mut body: Vec<u8>,
        mut is_whole: bool,
        byte: u8,
        inputs: &mut Vec<Input>,
    ) -> Consumed {
        match byte {
            b'$' if is_whole && csi::shifted(&body).is_some() => {
                inputs.extend(csi::shifted(&body).map(Input::Key));
            }
            b' '..=b'?' => {
                is_whole &= body.len() < LONGEST;
                if is_whole {
                    body.push(byte);
                }
                self.state = Pending::Csi { body, is_whole };
            }
            b'@'..=b'~' if is_whole => match (body.as_slice(), byte) {
                (b"", b'[') => self.state = Pending::Console,
                // Where the mouse is (X10), where a selection ends, and with what it begins (xterm).
                (b"", b'M') => self.state = Pending::Mouse(3),
                (b"", b't') => self.state = Pending::Mouse(2),
                (b"", b'T') => self.state = Pending::Mouse(6),
                (b"200", b'~') => self.state = Pending::Paste(Paste::default()),
                (body, last) => inputs.extend(csi::input(body, last)),
            },
            b'@'..=b'~' => {}
            _ => return is_cancel(byte),
        }
        true
    }

    fn single_shift(&mut self, mut body: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        match byte {
            b'0'..=b'9' | b';' => {
                // One that is longer says nothing.
                if body.len() < LONGEST {
                    body.push(byte);
                }
                self.state = Pending::SingleShift(body);
            }
            b' '..=b'~' => inputs.extend(csi::single_shift(&body, byte).map(Input::Key)),
            _ => return is_cancel(byte),
        }
        true
    }

    /// A character of a mouse report: a byte, or more where it is set so (DEC private mode 1005).
    fn mouse(&mut self, left: u8, byte: u8) -> Consumed {
        if byte < b' ' {
            self.letter.clear();
            return is_cancel(byte);
        }
        let (left, taken) = match self.letter.push(byte) {
            Decoded::Part => (left, true),
            Decoded::Char(_) => (left - 1, true),
            Decoded::Invalid { again } => (left - 1, !again),
        };
        if left > 0 {
            self.state = Pending::Mouse(left);
        }
        taken
    }

    fn string(&mut self, mut string: ControlString, byte: u8, inputs: &mut Vec<Input>) -> Consumed {
        match string.push(byte) {
            StringByte::Words => self.state = Pending::String(string),
            StringByte::Escape => self.state = Pending::StringEscape(string),
            StringByte::End => inputs.extend(string.reply().map(Input::Reply)),
            StringByte::Cancel => {}
            StringByte::Foreign => return false,
        }
        true
    }
}

const ESC: u8 = 0x1b;

/// CAN and SUB, which break a sequence off.
fn is_cancel(byte: u8) -> bool {
    matches!(byte, 0x18 | 0x1a)
}

/// The character that after ESC opens the same sequence as this one of C1 (ECMA-48, 5.3).
fn opens(control: char) -> Option<char> {
    let opens = u32::from(control).checked_sub(0x40).and_then(char::from_u32)?;
    matches!(opens, '[' | 'O' | ']' | 'P' | 'X' | '^' | '_').then_some(opens)
}

fn plain(code: Code) -> Input {
    Input::Key(Key::plain(code))
}

/// The key that comes as ESC and the byte or the letter of `key`.
fn alt(key: Key) -> Input {
    Input::Key(Key { alt: true, ..key })
}
