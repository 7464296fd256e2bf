//! A text has room for the most that any terminal may give it.

use attache::text::{columns, fit, is_simple};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use regex::Regex;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

#[test]
fn columns_by_example() {
    for (words, expected) in [
        ("", 0),
        ("Article 4", 9),
        ("조약", 4),
        ("e\u{301}", 1),
        ("Chŏn", 4),
        ("a\u{AD}b", 2),
        ("a\tb\n", 2),
        ("لا", 2), // painted as two cells, though a terminal may join them
        ("ｶﾞ", 2),
        // Vowel signs with a column of their own, before and behind the letter.
        ("বাংলা", 5),
        ("தமிழ்", 4),
        ("മൊ", 2),
        ("ಮೂ", 2),
        ("ខ្មែរ", 4),
        ("กำ", 2),
        // Conjuncts, drawn as one or letter by letter.
        ("क्षि", 3),
        // Letters of Hangul that older tables give a column each.
        ("\u{1112}\u{1161}\u{11AB}", 4),
        // Pictures that are joined, coloured and selected only where a terminal knows how.
        ("👩\u{200D}👩\u{200D}👧", 6),
        ("👍🏽", 4),
        ("☎\u{FE0F}", 2),
        ("⌚\u{FE0E}", 2),
        ("1\u{FE0F}\u{20E3}", 2),
        ("🇰🇵", 4),
    ] {
        assert_eq!(columns(words), expected, "{words:?}");
    }
}

/// By general category, as the C library counts: no mark that has a column is left without one.
#[test]
fn every_spacing_mark_has_a_column() {
    let spacing = Regex::new(r"^\p{Mc}$").expect("an expression");
    let marks = ('\u{300}'..=char::MAX).filter(|c| spacing.is_match(c.encode_utf8(&mut [0; 4])));
    let without: Vec<char> = marks.filter(|c| columns(&c.to_string()) == 0).collect();
    assert_eq!(without, Vec::<char>::new());
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
    fn columns_are_no_less_than_those_of_the_characters_or_of_the_whole(words in words()) {
        let each: usize = words.chars().filter_map(UnicodeWidthChar::width).sum();
        prop_assert!(columns(&words) >= each);
        let shown = words.replace(['\n', '\t'], "");
        prop_assert!(columns(&words) >= shown.width());
    }

    #[test]
    fn simple_words_are_painted_a_character_a_column(words in "[ -~\u{A0}-¬®-ſ–—‘’“”•…←-↓─-\u{25FC}]{0,40}") {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, &words, Style::default());
        let cells = buffer.content.iter().zip(words.chars());
        for (cell, c) in cells {
            prop_assert_eq!(cell.symbol(), c.to_string());
        }
        prop_assert!(is_simple(&words));
        // What is not simple is measured grapheme cluster by grapheme cluster.
        let with_wide = format!("{words}조");
        prop_assert!(!is_simple(&with_wide));
        prop_assert_eq!(columns(&with_wide), words.chars().count() + 2);
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
