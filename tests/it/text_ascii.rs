//! What stands for a cell where only ASCII can be shown.

use attache::text::{ascii_cell, columns, console_cell};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

#[track_caller]
fn check(words: &str, expected: &str) {
    let shown: String = words.graphemes(true).map(ascii_cell).collect();
    assert_eq!(shown, expected);
}

#[test]
fn by_example() {
    check("Article 4", "Article 4");
    check("“It’s” — «1961–1994»…", "\"It's\" - \"1961-1994\".");
    check("Chŏn, Cho\u{306}n, Łódź, Ærø", "Chon, Chon, Lodz, Aro");
    check("ЕС", "??");
    check("조약", "????");
    check("ＵＮ", "U N ");
    check("👩\u{200D}👧!", "????!");
    check("see\u{A0}§ 4 → 5", "see S 4 > 5");
    check("┌─┐│▌", "+-+||");
}

proptest! {
    #[test]
    fn the_width_stays(words in "\\PC{0,30}") {
        for symbol in words.graphemes(true) {
            let shown = ascii_cell(symbol);
            prop_assert!(shown.is_ascii());
            prop_assert_eq!(columns(&shown), columns(symbol));
        }
    }
}

#[test]
fn a_console_is_sent_letters_and_nothing_else() {
    let check = |words: &str, expected: &str| {
        let shown: String = words.graphemes(true).map(console_cell).collect();
        assert_eq!(shown, expected);
    };
    check("Yŏnp’yŏng, “Émigré” – straße…", "Yŏnp'yŏng, \"Émigré\" - straße.");
    check("Москва ¶ 4 → Ελλάδα", "Москва P 4 > Ελλάδα");
    // In no font of 512 signs, and one column to a console: its columns would run away.
    check("조약 2024", "???? 2024");
    check("e\u{301}te\u{301}", "ete");
    check("▌│◆ ✓", "||? +");
}
