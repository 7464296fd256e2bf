//! Widths agree with what ratatui paints.

use attache::text::{columns, fit, is_simple};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// The columns that ratatui moves on by when it paints `words`.
fn painted(words: &str) -> usize {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4000, 1));
    let (end, _) = buffer.set_stringn(0, 0, words, usize::MAX, Style::default());
    end.into()
}

#[test]
fn columns_by_example() {
    for (words, expected) in [
        ("", 0),
        ("Article 4", 9),
        ("조약", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), // 한 in jamo
        ("ｶﾞ", 3), // two on a terminal; ratatui 0.30 counts the sound mark twice
        ("e\u{301}", 1),
        ("Chŏn", 4),
        ("👩\u{200D}👩\u{200D}👧", 2),
        ("☎\u{FE0F}", 2),
        ("🇰🇵", 2),
        ("a\u{AD}b", 2),
        ("a\tb\n", 2),
        ("لا", 2), // painted as two cells, though a terminal may join them
    ] {
        assert_eq!(painted(words), expected, "as painted: {words:?}");
        assert_eq!(columns(words), expected, "as measured: {words:?}");
    }
}

#[test]
fn fit_cuts_between_graphemes() {
    #[track_caller]
    fn check(words: &str, limit: usize, mark: &str, expected: &str) {
        assert_eq!(fit(words, limit, mark), expected);
    }
    check("Treaty", 6, "…", "Treaty");
    check("Treaty on", 7, "…", "Treaty…");
    check("Treaty on", 8, "…", "Treaty…");
    check("Treaty on", 8, "...", "Treat...");
    check("조약문", 4, "…", "조…");
    check("조약문", 5, "…", "조약…");
    check("Cho\u{306}ngjin", 4, "…", "Cho\u{306}…");
    check("Treaty", 2, "...", "..");
    check("Treaty", 0, "…", "");
    check("", 0, "…", "");
}

proptest! {
    #[test]
    fn columns_are_those_painted(words in words()) {
        prop_assert_eq!(columns(&words), painted(&words));
    }

    #[test]
    fn simple_words_are_painted_a_character_a_column(words in "[ -~·–—‘’“”…─-╿]{0,40}") {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, &words, Style::default());
        let cells = buffer.content.iter().zip(words.chars());
        for (cell, c) in cells {
            prop_assert_eq!(cell.symbol(), c.to_string());
        }
        prop_assert!(is_simple(&words));
    }

    #[test]
    fn fit_keeps_the_limit(words in words(), limit in 0_usize..12) {
        let cut = fit(&words, limit, "…");
        prop_assert!(columns(&cut) <= limit);
        prop_assert!(columns(&words) > limit || cut == words);
    }
}

/// Text with the characters whose width is hard to tell.
fn words() -> impl Strategy<Value = String> {
    "([a-z ]|\\PC|[\u{301}\u{200D}\u{FE0F}\u{AD}\u{1F3FD}👩👧🇰🇵☎조\u{1112}\u{1161}\u{11AB}ｶﾞ条لا\n\t]){0,40}"
}
