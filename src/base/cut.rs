//! Parts of a text by their bytes.

use std::ops::{Bound, RangeBounds};

/// The bytes `range` of `text`, for a range that is known to lie in it.
///
/// One that reaches past the end or into the middle of a character is a fault of the program: it
/// stops a test, while a reader gets the characters that it touches.
pub(crate) fn cut(text: &str, range: impl RangeBounds<usize>) -> &str {
    let start = match range.start_bound() {
        Bound::Included(at) => *at,
        Bound::Excluded(at) => at + 1,
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(at) => at + 1,
        Bound::Excluded(at) => *at,
        Bound::Unbounded => text.len(),
    };
    let found = text.get(start..end);
    debug_assert!(found.is_some(), "there are no bytes {start}..{end} in {text:?}");
    found.unwrap_or_else(|| touched(text, start, end))
}

/// The characters that these bytes lie in, as far as there are any.
fn touched(text: &str, start: usize, end: usize) -> &str {
    let end = text.ceil_char_boundary(end);
    let start = text.floor_char_boundary(start);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{cut, touched};

    #[test]
    fn a_range_within_the_text_is_cut_out() {
        assert_eq!(cut("평양 1950", 7..), "1950");
        assert_eq!(cut("평양 1950", ..3), "평");
        assert_eq!(cut("평양 1950", 3..=5), "양");
        assert_eq!(cut("", ..), "");
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "there are no bytes 1..4 in \"평양\"")]
    fn a_wrong_range_is_loud_in_tests() {
        cut("평양", 1..4);
    }

    #[test]
    fn a_wrong_range_is_no_panic_for_a_reader() {
        assert_eq!(touched("평양", 1, 4), "평양");
        assert_eq!(touched("평양", 4, 99), "양");
        assert_eq!(touched("평양", 7, 9), "");
        assert_eq!(touched("평양", 6, 3), "");
    }
}
