//! The beginning of a text that is too long.

use super::{cut, word_bounds};

/// `words`, or of a longer text what is whole within so many letters; `ellipsis` says that there is more.
/// A word that is longer than that is cut.
pub(crate) fn shortened(words: &str, letters: usize, ellipsis: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(letters) else { return words.to_owned() };
    let bounds = word_bounds(words).into_iter().map(|(at, _)| at);
    let whole = bounds.take_while(|at| *at <= end).last().unwrap_or(0);
    let kept = cut(words, ..whole).trim_end();
    format!("{}{ellipsis}", if kept.is_empty() { cut(words, ..end) } else { kept })
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn it_is_cut_between_words_and_says_so() {
        let check = |words: &str, letters, expected: &str| {
            assert_eq!(shortened(words, letters, "..."), expected, "{words} {letters}");
        };
        check("one two", 7, "one two");
        check("one two", 6, "one...");
        check("one two three", 7, "one two...");
        check("one two three", 8, "one two...");
        check("one isn't three", 6, "one...");
        check("", 3, "");
        // Nothing parts it.
        check("onetwothree", 4, "onet...");
        check("평양 공항에서", 4, "평양...");
    }
}
