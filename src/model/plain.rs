//! Which characters may be shown.
//!
//! A briefing is data from outside. A control character in it could drive the reader's
//! terminal and a bidirectional override could make text read as what it is not, so neither
//! ever leaves this module: [`visible`] puts a mark in its place.

use std::borrow::Cow;

/// Why a character is not shown as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hazard {
    /// A C0 or C1 control character, or DEL.
    Control,
    /// A bidirectional mark, override, embedding or isolate (Unicode Annex 9).
    Bidi,
    /// A line or paragraph separator, an invisible operator, an annotation: no width, no mark.
    Invisible,
}

/// What is wrong with showing `c`, if anything. A line feed and a tab are white space here.
pub fn hazard(c: char) -> Option<Hazard> {
    match c {
        '\n' | '\t' => None,
        c if c.is_control() => Some(Hazard::Control),
        '\u{061C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Some(Hazard::Bidi),
        '\u{2028}'..='\u{2029}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{2061}'..='\u{2064}'
        | '\u{E0000}'..='\u{E001F}' => Some(Hazard::Invisible),
        _ => None,
    }
}

/// `words` with every character that is a [`hazard`] replaced by one that shows: a C0 control
/// by its picture (`␛`), anything else by `�`. A tab becomes a space.
pub fn visible(words: &str) -> Cow<'_, str> {
    let plain = words.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n'));
    if plain || !words.chars().any(|c| c == '\t' || hazard(c).is_some()) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().map(stand_in).collect())
}

fn stand_in(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{7F}' => '\u{2421}',
        c if hazard(c).is_none() => c,
        c if (c as u32) < 0x20 => char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}'),
        _ => '\u{FFFD}',
    }
}
