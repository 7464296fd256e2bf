//! Tabs where only spaces may stand.

use std::ops::Range;

use granit_parser::Parser;

/// A longer text is not tried.
const LONGEST: usize = 4 << 20;

/// How many spaces a tab may have been meant for.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// What puts spaces in place of the tabs that lines begin with, if that makes YAML of `text`.
pub(super) fn without(text: &str) -> Vec<(Range<usize>, String)> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let tabs = leading_tabs(text);
    let with_spaces = |width: &usize| {
        let spaces = " ".repeat(*width);
        let edits = tabs.iter().map(|at| (*at..*at + 1, spaces.clone()));
        edits.collect::<Vec<_>>()
    };
    let reads = |edits: &Vec<(Range<usize>, String)>| {
        let mut mended = String::with_capacity(text.len() + edits.len() * 8);
        let mut from = 0;
        for (at, spaces) in edits {
            mended.push_str(text.get(from..at.start).unwrap_or_default());
            mended.push_str(spaces);
            from = at.end;
        }
        mended.push_str(text.get(from..).unwrap_or_default());
        Parser::new_from_str(&mended).all(|event| event.is_ok())
    };
    WIDTHS.iter().map(with_spaces).find(reads).unwrap_or_default()
}

/// The bytes of the tabs that stand before anything else in their lines.
fn leading_tabs(text: &str) -> Vec<usize> {
    let mut tabs = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let blanks = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
        tabs.extend(
            blanks.enumerate().filter(|(_, byte)| *byte == b'\t').map(|(at, _)| start + at),
        );
        start += line.len();
    }
    tabs
}
