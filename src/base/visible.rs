//! Which characters may be shown, and what stands for those that may not.
//!
//! Text comes from outside: from files, from their names, from a clipboard. A control character in
//! it could drive the reader's terminal and a bidirectional override could make text read as what
//! it is not. The one list of them is here.

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

/// Whether a terminal may obey `c` in place of showing it: a [`hazard`], a line feed or a tab.
pub(crate) fn drives(c: char) -> bool {
    c.is_control() || hazard(c).is_some()
}

/// `words` with every character that is a [`hazard`] replaced by one that shows: a C0 control
/// by its picture (`␛`), anything else by `�`. A tab becomes a space, a line feed stays. One
/// character stays one, so columns hold.
pub fn visible(words: &str) -> Cow<'_, str> {
    replaced(words, |c| if c == '\n' { c } else { stand_in(c) })
}

/// `words` on one line: as [`visible`] has them, with a line feed as its picture (`␊`) too.
pub(crate) fn visible_line(words: &str) -> Cow<'_, str> {
    replaced(words, stand_in)
}

fn replaced(words: &str, shown: impl Fn(char) -> char) -> Cow<'_, str> {
    let plain = words.bytes().all(|b| matches!(b, b' '..=b'~'));
    if plain || words.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().map(shown).collect())
}

/// What is shown in place of a character that [`drives`] a terminal; any other is itself.
pub(crate) fn stand_in(c: char) -> char {
    match c {
        c if !drives(c) => c,
        '\t' => ' ',
        '\u{7F}' => '\u{2421}',
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        _ => '\u{FFFD}',
    }
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_line};

    #[test]
    fn shows_what_would_drive_a_terminal() {
        let check = |words: &str, lines: &str, line: &str| {
            assert_eq!(visible(words), lines, "{words:?}");
            assert_eq!(visible_line(words), line, "{words:?} on one line");
        };
        check("a\u{1b}[31m\tb\n", "a\u{241b}[31m b\n", "a\u{241b}[31m b\u{240a}");
        check("\u{202e}x\u{9b}\u{7f}", "\u{fffd}x\u{fffd}\u{2421}", "\u{fffd}x\u{fffd}\u{2421}");
        check("평양 é", "평양 é", "평양 é");
        check("one\ntwo", "one\ntwo", "one\u{240a}two");
    }
}
