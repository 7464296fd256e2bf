//! Text from files, made safe to print.

use std::borrow::Cow;

/// `words` as one line that drives no terminal: a control character shows as its picture
/// (`␛`), one that would reorder or hide text as `�`, a tab as a space. One character stays
/// one, so columns hold.
pub(super) fn visible(words: &str) -> Cow<'_, str> {
    if words.chars().all(|c| stand_in(c) == c) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().map(stand_in).collect())
}

/// What stands for `c`.
pub(super) fn stand_in(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{7F}' => '\u{2421}',
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{80}'..='\u{9F}'
        | '\u{061C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2061}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E001F}' => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn shows_what_would_drive_a_terminal() {
        assert_eq!(visible("a\u{1b}[31m\tb\n"), "a\u{241b}[31m b\u{240a}");
        assert_eq!(visible("\u{202e}x\u{9b}\u{7f}"), "\u{fffd}x\u{fffd}\u{2421}");
        assert_eq!(visible("평양 é"), "평양 é");
    }
}
