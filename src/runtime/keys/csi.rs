//! Control sequences: what stands between CSI and its final byte, and the key that it is.

use crate::command::{Code, Key};

use super::input::{Input, Reply};

/// What a control sequence says: its parameters and intermediate bytes, and its final byte. `None` if it is
/// no key of those that attache knows, and no answer that is of use.
pub(super) fn input(body: &[u8], last: u8) -> Option<Input> {
    let body = std::str::from_utf8(body).ok()?;
    // Private (ECMA-48, 5.4.1): answers, mouse reports of SGR, what kitty tells of its protocol.
    if body.starts_with(['<', '=', '>', '?']) {
        return private_reply(body, last).map(Input::Reply);
    }
    let fields: Vec<&str> = body.split(';').collect();
    // Ready, or with a malfunction that was found (VT100).
    if let (b'n', ["0" | "3"]) = (last, fields.as_slice()) {
        return Some(Input::Reply(Reply::Status));
    }
    let key = match (last, fields.as_slice()) {
        (b'u', [code, rest @ ..]) if rest.len() < 3 => coded(code, rest),
        // xterm's modifyOtherKeys.
        (b'~', ["27", modifiers, code]) => coded(code, &[*modifiers]),
        (b'~', [number]) => numbered(number).map(Key::plain),
        (b'~', [number, modifiers]) => modified(numbered(number)?, modifiers),
        // rxvt: by the final byte.
        (b'^', [number]) => numbered(number).map(|code| Key { ctrl: true, ..Key::plain(code) }),
        (b'@', [number]) => {
            numbered(number).map(|code| Key { ctrl: true, shift: true, ..Key::plain(code) })
        }
        (b'a'..=b'd', [""]) => {
            lettered(last.to_ascii_uppercase()).map(|code| Key { shift: true, ..Key::plain(code) })
        }
        // Shift-Tab (CBT).
        (b'Z', ["" | "1"]) => Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        (b'Z', ["1", modifiers]) => {
            modified(Code::Tab, modifiers).map(|key| Key { shift: true, ..key })
        }
        // With parameters it is where the cursor is (CPR), even if it looks like F3 with Shift.
        (b'R', [""]) => Some(Key::plain(Code::F(3))),
        (b'R', _) => None,
        (_, fields) => with_parameters(lettered(last)?, fields),
    };
    key.map(Input::Key)
}

/// The answer that a private sequence is.
fn private_reply(body: &str, last: u8) -> Option<Reply> {
    match (body.strip_prefix('?')?, last) {
        (_, b'c') => Some(Reply::Attributes),
        (mode, b'y') => {
            let setting = mode.strip_prefix("69;")?.strip_suffix('$')?;
            // Set or reset. What is not known (0) or never set (4) is of no use; nor is what is always set
            // (3), for it could not be given back as it should be.
            Some(Reply::Margins(matches!(setting, "1" | "2")))
        }
        _ => None,
    }
}

/// The key of what rxvt sends for one with Shift: CSI, a number, `$`. To ECMA-48 that is no final byte, and
/// with it also begins the end of what answers for a mode (DECRPM), which has two numbers.
pub(super) fn shifted(body: &[u8]) -> Option<Key> {
    // `CSI 2 $` begins what a terminal answers on a mode; nobody holds Shift and Insert to read.
    let code = numbered(std::str::from_utf8(body).ok()?).filter(|code| *code != Code::Insert)?;
    Some(Key { shift: true, ..Key::plain(code) })
}

/// The key of what follows SS3: parameters and a final byte.
pub(super) fn single_shift(body: &[u8], last: u8) -> Option<Key> {
    let body = std::str::from_utf8(body).ok()?;
    let code = match last {
        // The keypad's, while it is set to say so (DECKPAM).
        b'M' => Code::Enter,
        b'I' => Code::Tab,
        b' ' => Code::Char(' '),
        b'X' => Code::Char('='),
        b'j'..=b'y' => Code::Char(char::from(last - b'j' + b'*')),
        // rxvt, with Ctrl.
        b'a'..=b'd' => {
            let code = lettered(last.to_ascii_uppercase())?;
            return Some(Key { ctrl: true, ..Key::plain(code) });
        }
        b'R' => Code::F(3),
        _ => lettered(last)?,
    };
    let fields: Vec<&str> = body.split(';').collect();
    with_parameters(code, &fields)
}

/// The key of a final byte, in CSI and SS3.
fn lettered(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P' => Code::F(1),
        b'Q' => Code::F(2),
        b'S' => Code::F(4),
        _ => return None,
    })
}

/// The key of a number before `~` (VT220, xterm, rxvt).
fn numbered(number: &str) -> Option<Code> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        n @ 11..=15 => Code::F(n - 10),
        n @ 17..=21 => Code::F(n - 11),
        n @ 23..=26 => Code::F(n - 12),
        n @ 28..=29 => Code::F(n - 13),
        n @ 31..=34 => Code::F(n - 14),
        _ => return None,
    })
}

/// A key with the parameters before its letter: none, `1` and modifiers, or in older ones modifiers alone.
fn with_parameters(code: Code, fields: &[&str]) -> Option<Key> {
    match fields {
        ["" | "1"] => Some(Key::plain(code)),
        [modifiers] | ["1", modifiers] => modified(code, modifiers),
        _ => None,
    }
}

/// A key with modifiers as xterm and kitty write them; `None` if it was released.
fn modified(code: Code, modifiers: &str) -> Option<Key> {
    let bits = bits(modifiers)?;
    let has = |bit: u8| bits & bit != 0;
    // The fourth is Meta to xterm, which some send for Alt.
    let shift = has(SHIFT) && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl: has(CTRL), alt: has(ALT | META), shift })
}

const SHIFT: u8 = 1;
const ALT: u8 = 2;
const CTRL: u8 = 4;
const META: u8 = 8;
/// Caps Lock and Num Lock (kitty), which are no keys that are held.
const LOCKS: u8 = 64 + 128;

/// The bits of modifiers: a number one greater, and in kitty's protocol what happened to the key; `None`
/// if it was released.
fn bits(modifiers: &str) -> Option<u8> {
    let (number, event) = modifiers.split_once(':').unwrap_or((modifiers, "1"));
    let number = if number.is_empty() { 1 } else { number.parse::<u16>().ok()? };
    let bits = u8::try_from(number.checked_sub(1)?).ok()?;
    matches!(event, "" | "1" | "2").then_some(bits & !LOCKS)
}

/// A key by its code point, from xterm's modifyOtherKeys or kitty's protocol: the code, also the one with
/// Shift behind a colon, then modifiers, then the text that it writes.
fn coded(code: &str, rest: &[&str]) -> Option<Key> {
    let (code, alternatives) = code.split_once(':').unwrap_or((code, ""));
    let code = code.parse::<u32>().ok()?;
    let bits = rest.first().map_or(Some(0), |modifiers| bits(modifiers))?;
    if bits & !(SHIFT | ALT | CTRL) != 0 {
        // With Super, Hyper or Meta it is the window manager's, and no key of attache.
        return None;
    }
    let (shift, alt, ctrl) = (bits & SHIFT != 0, bits & ALT != 0, bits & CTRL != 0);
    if let Some(code) = functional(code) {
        let shift = shift && !matches!(code, Code::Char(_));
        return Some(Key { code, ctrl, alt, shift });
    }
    let plain = char::from_u32(code).filter(|c| !c.is_control() && !is_private(*c))?;
    match u8::try_from(plain) {
        // What the terminal would send as one byte otherwise.
        Ok(byte @ (b'@'..=b'~' | b' ')) if ctrl => Some(Key { alt, ..of_byte(byte & 0x1f) }),
        _ => {
            let text = rest.get(1).and_then(|text| character(text));
            let with_shift = alternatives.split(':').next().and_then(character);
            let capital = || plain.to_uppercase().next().unwrap_or(plain);
            let shifted = shift.then(|| with_shift.unwrap_or_else(capital));
            let code = Code::Char(text.or(shifted).unwrap_or(plain));
            Some(Key { code, ctrl, alt, shift: false })
        }
    }
}

/// The key of a code point that writes nothing, or is on the keypad (kitty's protocol).
fn functional(code: u32) -> Option<Code> {
    let after = |first: u32| u8::try_from(code - first).ok();
    Some(match code {
        9 => Code::Tab,
        13 | 57414 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        57376..=57398 => Code::F(13 + after(57376)?),
        57399..=57408 => Code::Char(char::from(b'0' + after(57399)?)),
        57409 => Code::Char('.'),
        57410 => Code::Char('/'),
        57411 => Code::Char('*'),
        57412 => Code::Char('-'),
        57413 => Code::Char('+'),
        57415 => Code::Char('='),
        57416 => Code::Char(','),
        57417 => Code::Left,
        57418 => Code::Right,
        57419 => Code::Up,
        57420 => Code::Down,
        57421 => Code::PageUp,
        57422 => Code::PageDown,
        57423 => Code::Home,
        57424 => Code::End,
        57425 => Code::Insert,
        57426 => Code::Delete,
        _ => return None,
    })
}

/// Whether it stands for a key that writes nothing, as those of kitty's protocol that are not known here.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// A code point that writes something.
fn character(number: &str) -> Option<char> {
    number.parse().ok().and_then(char::from_u32).filter(|c| !c.is_control())
}

/// The key that a byte is which stands alone: a letter, or one of C0 (ECMA-48, 5.2).
pub(super) fn of_byte(byte: u8) -> Key {
    let ctrl = |c| Key { ctrl: true, ..Key::plain(Code::Char(c)) };
    match byte {
        0x00 => ctrl(' '),
        // Some terminals send BS for Backspace.
        0x08 | 0x7f => Key::plain(Code::Backspace),
        b'\t' => Key::plain(Code::Tab),
        b'\r' => Key::plain(Code::Enter),
        0x1b => Key::plain(Code::Esc),
        0x01..=0x1a => ctrl(char::from(byte | 0x60)),
        0x1c..=0x1f => ctrl(char::from(byte | 0x40)),
        _ => Key::plain(Code::Char(char::from(byte))),
    }
}
