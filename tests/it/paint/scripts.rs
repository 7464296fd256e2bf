//! Terminals that count columns differently, and clusters that they disagree on: none is damaged, nor what
//! stands beside it.

use attache::runtime::paint::Painter;
use attache::text::columns;
use proptest::collection;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a terminal gives to a cluster.
type Table = fn(&str) -> usize;

/// Each cluster one column, or two where it begins with a wide sign; a picture two.
fn by_cluster(cluster: &str) -> usize {
    let first = cluster.chars().next().and_then(UnicodeWidthChar::width).unwrap_or(0).max(1);
    if cluster.contains('\u{FE0F}') { 2 } else { first }
}

/// Each character for itself; a spacing mark has a column, whatever Unicode says of it.
fn by_character(cluster: &str) -> usize {
    let own = |c: char| match c {
        '\u{9BE}' | '\u{BBE}' | '\u{D3E}' | '\u{CC2}' | '\u{1161}' | '\u{11AB}' => 1,
        c => c.width().unwrap_or(0),
    };
    cluster.chars().map(own).sum()
}

/// A table of many years ago, to which pictures are letters.
fn of_old(cluster: &str) -> usize {
    let picture = |c: &char| matches!(c, '\u{2300}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FFFF}');
    cluster.chars().map(|c| if picture(&c) { 1 } else { c.width().unwrap_or(0) }).sum()
}

const TABLES: [Table; 4] = [by_cluster, by_character, of_old, UnicodeWidthStr::width];

/// What a terminal that counts by `table` shows after `bytes`, with a capital for each cluster's first
/// column and `+` for its others. The first of `words` is A.
fn shown(bytes: &[u8], words: &[&str], table: Table, width: u16) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    let letters = |cluster: &str| {
        let at = words.iter().position(|word| *word == cluster)?;
        let first = char::from(b'A' + u8::try_from(at).unwrap());
        Some(format!("{first}{}", "+".repeat(table(cluster).saturating_sub(1))))
    };
    let clusters = text.graphemes(true);
    let ascii: String = clusters.map(|c| letters(c).unwrap_or_else(|| c.to_owned())).collect();
    let mut parser = vt100::Parser::new(2, width, 0);
    parser.process(b"\x1b[?7l");
    parser.process(ascii.as_bytes());
    parser.screen().rows(0, width).next().unwrap()
}

/// A row with each cluster in the first of its columns.
fn row(clusters: &[&str], width: u16) -> (Buffer, Vec<usize>) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 2));
    let (mut x, mut places) = (0, Vec::new());
    for cluster in clusters {
        buffer[(u16::try_from(x).unwrap(), 0)].set_symbol(cluster);
        places.push(x);
        x += columns(cluster);
    }
    (buffer, places)
}

const CLUSTERS: [&str; 21] = [
    "বা",
    "ழ்",
    "டு",
    "மி",
    "നാ",
    "ಮೂ",
    "ខ្មែ",
    "कि",
    "क्षि",
    "กำ",
    "ｶﾞ",
    "ᄒ\u{1161}\u{11AB}",
    "👩\u{200D}👩\u{200D}👧",
    "👍🏽",
    "☎\u{FE0F}",
    "⌚\u{FE0E}",
    "⌚",
    "🇰🇵",
    "한",
    "条",
    "e\u{301}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_cluster_stands_whole_wherever_columns_are_counted(
        before in collection::vec(select(&CLUSTERS[..]), 0..8),
        after in collection::vec(prop_oneof![select(&CLUSTERS[..]), Just("x"), Just(" ")], 1..8),
    ) {
        let width = 60;
        let ((from, _), (to, places)) = (row(&before, width), row(&after, width));
        let mut bytes = Vec::new();
        let mut painter = Painter::default();
        painter.paint(&from, &mut bytes);
        painter.paint(&to, &mut bytes);
        for table in TABLES {
            let row = shown(&bytes, &CLUSTERS, table, width);
            let mut wanted = " ".repeat(usize::from(width));
            for (cluster, x) in after.iter().zip(&places) {
                let at = CLUSTERS.iter().position(|one| one == cluster);
                let first = at.map_or((*cluster).to_owned(), |at| {
                    let first = char::from(b'A' + u8::try_from(at).unwrap());
                    format!("{first}{}", "+".repeat(table(cluster) - 1))
                });
                wanted.replace_range(*x..*x + first.len(), &first);
            }
            prop_assert_eq!(row.trim_end(), wanted.trim_end());
        }
    }
}
