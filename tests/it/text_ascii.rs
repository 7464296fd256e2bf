//! What stands for a cell where only ASCII can be shown.

use attache::text::{ascii_cell, columns};
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
